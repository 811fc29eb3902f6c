"""The terms of reference: one version, or what is known while the text is not held."""

import datetime
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from macros.record.models.acknowledged import Acknowledged
from macros.record.models.change import Change
from macros.record.models.record import Paragraph, Prose, Record, Text, WebAddress, parse_day


def _adopted(value: Any) -> Any:
    return value if value in (None, "not recorded") else parse_day(value)


Adopted = Annotated[
    datetime.date | Literal["not recorded"] | None, BeforeValidator(_adopted),
    WithJsonSchema({
        "type": "string", "pattern": r"^(\d{4}-\d{2}-\d{2}|not recorded)$", "examples": ["2022-01-31", "not recorded"],
    }),
]  # fmt: skip


class Terms(Record):
    """One version of the terms: Markdown below front matter. `text` is not a key there: it is the Markdown itself."""

    adopted: Adopted = Field(
        None, title="Adopted",
        description="The day this version was adopted, which is also the file's name.\n"
        "Leave it out for a text of which that day is not known. The words not recorded are for a file "
        "that is no version, but says what is known.",
    )  # fmt: skip
    title: Text | None = Field(
        None, title="Title",
        description="What the text is called, if several are in force: each title has its own versions.",
        examples=["Standing orders"],
    )  # fmt: skip
    url: WebAddress | None = Field(
        None, title="Address",
        description="The web address of the text.\n"
        "The file may then hold no text itself.",
    )  # fmt: skip
    meeting: Text | None = Field(
        None, title="Meeting",
        description="The meeting whose minutes hold the text, by the name of its file.\n"
        "The file may then hold no text itself.",
        examples=["2022-01-31"],
    )  # fmt: skip
    item: Text | None = Field(
        None, title="Agenda item", description="The number, or else the title, of the item of that meeting.",
        examples=["5"],
    )  # fmt: skip
    note: Paragraph | None = Field(None, title="Note", description="What a reader should know about this version.")
    acknowledged: Acknowledged = ()
    changes: tuple[Change, ...] = Field(
        (), title="Changes",
        description="Changes to this version's text or day since it was published here, the oldest first. Each needs "
        "an entry.",
    )  # fmt: skip
    text: Prose | None = Field(None, title="Text", description="The terms.\nMarkdown without HTML.")

    @property
    def day(self) -> datetime.date | None:
        """The day on which this version was adopted, if that is known."""
        return self.adopted if isinstance(self.adopted, datetime.date) else None

    @property
    def is_version(self) -> bool:
        """Whether this is a version, and does not only say what is known while none is held."""
        return self.adopted != "not recorded"
