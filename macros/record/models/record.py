"""The base class of records, and the types of their fields: text, prose, days and web addresses."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    StringConstraints,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import PydanticCustomError

from macros.language import MonthOnly, _
from macros.record.models.meant import days_of_the_month


class Record(BaseModel):
    """An immutable record without unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


@dataclass(frozen=True)
class OrText:
    """In the schema, a record may also be a text, which is the value of one of its keys."""

    key: str

    def __get_pydantic_json_schema__(self, core: Any, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"anyOf": [handler(core), {"type": "string"}], "x-text": self.key}


@dataclass(frozen=True)
class OrOneText:
    """In the schema, a list may also be a text, which is its only entry; a form has the list."""

    def __get_pydantic_json_schema__(self, core: Any, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"anyOf": [handler(core), {"type": "string"}], "x-list": True}


@dataclass(frozen=True)
class OrNothing:
    """In the schema, a record may have nothing behind its key."""

    def __get_pydantic_json_schema__(self, core: Any, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"anyOf": [handler(core), {"type": "null"}]}


class ProseMark:
    """Marks a field as Markdown without HTML; see `macros.record.markdown`. All other text is plain."""


class ShortProseMark(ProseMark):
    """Marks a field as Markdown without headings and tables, such as the wording of an action."""


Text = Annotated[str, StringConstraints(min_length=1, strict=True)]
# The schema marks text that may have several lines, so that forms use a larger field.
Paragraph = Annotated[Text, Field(json_schema_extra={"contentMediaType": "text/plain"})]
Prose = Annotated[Text, ProseMark(), Field(json_schema_extra={"contentMediaType": "text/markdown"})]
ShortProse = Annotated[Text, ShortProseMark(), Field(json_schema_extra={"contentMediaType": "text/markdown"})]

# What `source:` says where no document was before the file.
Original = Literal["this site"]


_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def parse_day(value: Any) -> date:
    """Read a day written as in ISO 8601, like 2022-03-21.

    Raises PydanticCustomError with a message for the reader for anything else.
    """
    if isinstance(value, date):
        return value
    if isinstance(value, str) and (days := days_of_the_month(value)):
        raise PydanticCustomError(
            "day", _("{found} is not a day of the calendar; that month has {number} days"),
            {"found": quoted(value), "number": days},
        )  # fmt: skip
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


def is_web_address(text: str) -> bool:
    """Whether a text is an address of the web that can be taken apart into server, port and path."""
    try:
        parts = urlsplit(text)
        return bool(re.fullmatch(r"https?://[^\s<>\"'`{}|\\^]+", text) and parts.hostname) and parts.port != 0
    except ValueError:
        return False


_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")


def parse_day_or_month(value: Any) -> date:
    """Read a day, or a month of which no day is known."""
    found = _MONTH.fullmatch(value) if isinstance(value, str) else None
    return MonthOnly(int(found[1]), int(found[2]), 1) if found else parse_day(value)


def _address(value: Any) -> str:
    if not isinstance(value, str) or not is_web_address(value):
        raise PydanticCustomError(
            "address", _("{found} is not a web address; it has to begin with https:// or http://"),
            {"found": quoted(value)},
        )  # fmt: skip
    return value


def _secure_address(value: Any) -> str:
    if not isinstance(value, str) or not value.startswith("https://") or not is_web_address(value):
        raise PydanticCustomError(
            "secure_address",
            _("{found} is not a web address that nobody on the way can read or change; it has to begin with https://"),
            {"found": quoted(value)},
        )  # fmt: skip
    return value


def _contact(value: Any) -> Any:
    if isinstance(value, str) and re.match("http://", value.strip(), re.IGNORECASE):
        raise PydanticCustomError(
            "contact",
            _("{found} can be read and changed by anybody on the way; write an address with https://, an email address "
              "or a telephone number"), {"found": quoted(value)},
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
DayOrMonth = Annotated[
    date, BeforeValidator(parse_day_or_month),
    WithJsonSchema({
        "anyOf": [
            {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
            {"type": "string", "pattern": r"^\d{4}-\d{2}$"},
        ],
        "examples": ["2022-03-21", "2022-03"],
    }),
]  # fmt: skip
WebAddress = Annotated[str, BeforeValidator(_address), WithJsonSchema({"type": "string", "pattern": "^https?://"})]
SecureAddress = Annotated[
    str, BeforeValidator(_secure_address), WithJsonSchema({"type": "string", "pattern": "^https://"}),
]  # fmt: skip
# An email or web address, a telephone number, or words; a page links to the address.
Contact = Annotated[Text, BeforeValidator(_contact)]
