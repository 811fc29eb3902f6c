"""The terms of reference: one version, or what is known while the text is not held."""

import datetime
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema

from macros.record.models.acknowledged import Acknowledged
from macros.record.models.change import Change
from macros.record.models.record import Paragraph, Prose, Record, parse_day


def _adopted(value: Any) -> datetime.date | None:
    return None if value == "not recorded" else parse_day(value)


Adopted = Annotated[
    datetime.date | None, BeforeValidator(_adopted),
    WithJsonSchema({
        "type": "string", "pattern": r"^(\d{4}-\d{2}-\d{2}|not recorded)$", "examples": ["2022-01-31", "not recorded"],
    }),
]  # fmt: skip


class Terms(Record):
    """One version of the terms: Markdown below front matter. `text` is not a key there: it is the Markdown itself."""

    adopted: Adopted = Field(
        title="Adopted",
        description="The day this version was adopted, which is also the file's name; or the words "
        "not recorded for a file that is not a version but says what is known.",
    )
    note: Paragraph | None = Field(None, title="Note", description="What a reader should know about this version.")
    acknowledged: Acknowledged = ()
    changes: tuple[Change, ...] = Field(
        (), title="Changes",
        description="Changes to this version's text or day since it was published here, the oldest first. Each needs "
        "an entry.",
    )  # fmt: skip
    text: Prose = Field(title="Text", description="The terms, in Markdown without HTML.")
