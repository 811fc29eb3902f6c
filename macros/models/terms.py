"""The terms of reference: one version, or what is known while the text is not held."""

import datetime
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from macros.models.record import Prose, Record, Text, parse_day


def _adopted(value: Any) -> datetime.date | None:
    return None if value == "not recorded" else parse_day(value)


class Terms(Record):
    """A Markdown file with front matter. Its text below the front matter becomes `text`."""

    adopted: Annotated[datetime.date | None, BeforeValidator(_adopted)] = Field(
        title="Adopted",
        description="The day this version was adopted, which is also the file's name; or the words "
        "not recorded for a file that is not a version but says what is known.",
    )
    note: Text | None = Field(None, title="Note", description="What a reader should know about this version.")
    text: Prose = Field(title="Text", description="The terms, in Markdown without HTML.")
