"""An agenda item: one row of the agenda, and the minutes of it where there are any."""

from typing import Annotated

from pydantic import Field, WithJsonSchema

from macros.record.models.clock import Times
from macros.record.models.names import OwnersField
from macros.record.models.record import Prose, Record, Text

# Editors read an unquoted 2.10 as a number; the schema lets it pass, and it stays "2.10".
Number = Annotated[Text, WithJsonSchema({"type": ["string", "number"]})]


class StandingItem(Record):
    """One row of the standing agenda."""

    number: Number | None = Field(
        None, title="Number", description="The number printed beside the item. Leave it out if none is printed.",
    )  # fmt: skip
    time: Times | None = Field(
        None, title="Time", description="When the item was planned, like 10:00-10:05.", examples=["10:00-10:05"],
    )  # fmt: skip
    title: Text | None = Field(
        None, title="Title", description="The agenda title as printed. Leave it out if none is printed.",
    )  # fmt: skip
    lead: OwnersField = Field(
        None, title="Lead", description="Who leads the item, as printed: initials like FS or ABC / KS, or a name.",
    )  # fmt: skip


class AgendaItem(StandingItem):
    """One row of the agenda."""

    minutes: Prose | None = Field(
        None, title="Minutes",
        description="What was said and decided, in Markdown without HTML. Words in another language are marked with "
        "its code.",
        examples=["[Bwrdd Iechyd]{lang=cy}"],
    )  # fmt: skip
