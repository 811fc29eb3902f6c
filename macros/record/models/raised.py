"""When an action was raised, as far as the record says so."""

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from macros.language import _
from macros.record.models.record import parse_day, quoted

_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")


class When(Enum):
    """What is said of the time: at this meeting, on a day, in a month, before a day, or that it is not known."""

    HERE = auto()
    ON = auto()
    IN = auto()
    BEFORE = auto()
    NOT_KNOWN = auto()


@dataclass(frozen=True)
class RaisedWhen:
    """A time as typed. `day`: the day, or the first of the month; None where there is neither."""

    text: str
    when: When
    day: date | None = None


def _raised(value: Any) -> RaisedWhen:
    """Read `here`, `not known`, a day, a month like 2021-07, or `before 2025-06-12`.

    Raises PydanticCustomError with a message for the reader for anything else.
    """
    if isinstance(value, RaisedWhen):
        return value
    text = value.strip() if isinstance(value, str) else ""
    if text in ("here", "not known"):
        return RaisedWhen(text, When.HERE if text == "here" else When.NOT_KNOWN)
    if found := _MONTH.fullmatch(text):
        return RaisedWhen(text, When.IN, date(int(found[1]), int(found[2]), 1))
    before, is_before = text.removeprefix("before").strip(), text.startswith("before")
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", before):
        return RaisedWhen(text, When.BEFORE if is_before else When.ON, parse_day(before))
    raise PydanticCustomError(
        "raised",
        _("{found} does not say when an action was raised; expected here, a day like 2022-03-21, a month like 2022-03, "
          "'before 2022-03-21' or not known"), {"found": quoted(value)},
    )  # fmt: skip


RaisedField = Annotated[
    RaisedWhen | None, BeforeValidator(_raised),
    WithJsonSchema({
        "type": "string", "pattern": r"^(here|not known|(before )?\d{4}-\d{2}-\d{2}|\d{4}-\d{2})$",
        "examples": ["here", "2022-03-21", "2022-03", "before 2022-03-21", "not known"],
    }),
]  # fmt: skip
