"""The base class of records, and the types of their fields: text, prose, days and web addresses."""

import re
from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from macros.language import _


class Record(BaseModel):
    """An immutable record without unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class ProseMark:
    """Marks a field as Markdown without HTML; see `macros.record.markdown`. All other text is plain."""


class ShortProseMark(ProseMark):
    """Marks a field as Markdown without headings and tables, such as the wording of an action."""


Text = Annotated[str, StringConstraints(min_length=1, strict=True)]
# The schema marks text that may have several lines, so that forms use a larger field.
Paragraph = Annotated[Text, Field(json_schema_extra={"contentMediaType": "text/plain"})]
Prose = Annotated[Text, ProseMark(), Field(json_schema_extra={"contentMediaType": "text/markdown"})]
ShortProse = Annotated[Text, ShortProseMark(), Field(json_schema_extra={"contentMediaType": "text/markdown"})]

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def parse_day(value: Any) -> date:
    """Read a day written as in ISO 8601, like 2022-03-21.

    Raises PydanticCustomError with a message for the reader for anything else.
    """
    if isinstance(value, date):
        return value
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        raise PydanticCustomError(
            "day", _("{found} is not a date; write year, month and day like 2022-03-21"),
            {"found": quoted(value)},
        )  # fmt: skip
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise PydanticCustomError(
            "day", _("{found} is not a day of the calendar; check the month and the day"),
            {"found": quoted(value)},
        ) from None  # fmt: skip


def _address(value: Any) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"https?://[^\s<>\"'`{}|\\^]+", value):
        raise PydanticCustomError(
            "address", _("{found} is not a web address; it has to begin with https:// or http://"),
            {"found": quoted(value)},
        )  # fmt: skip
    return value


def quoted(value: Any) -> str:
    """The value as shown in a message: text in quotes on one line (at most 60 characters), else its kind."""
    if isinstance(value, str):
        line = " ".join(value.splitlines())
        return f"'{line}'" if len(line) <= 60 else f"'{line[:57]}...'"
    if isinstance(value, dict):
        return _("a set of keys")
    return _("a list") if isinstance(value, list) else _("nothing")


Day = Annotated[
    date, BeforeValidator(parse_day),
    WithJsonSchema({
        "type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$", "examples": ["2022-03-21"],
    }),
]  # fmt: skip
WebAddress = Annotated[str, BeforeValidator(_address), WithJsonSchema({"type": "string", "pattern": "^https?://"})]
