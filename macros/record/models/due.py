"""When an action is due, as printed."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from macros.language import _
from macros.record.models.record import parse_day, quoted

_DAY, _MONTH = re.compile(r"\d{4}-\d{2}-\d{2}"), re.compile(r"(\d{4})-(0[1-9]|1[0-2])")


@dataclass(frozen=True)
class Due:
    """A time as typed. `last`: the last day on which the action is not overdue; None if the words give no day.
    `is_month`: whether it is a whole month."""

    text: str
    last: date | None = None
    is_month: bool = False


def _due(value: Any) -> Due:
    """Read a day, a month like 2022-05, or any words. Raises PydanticCustomError for anything else."""
    if isinstance(value, Due):
        return value
    if not isinstance(value, str) or not value.strip():
        raise PydanticCustomError(
            "due", _("{found} is no time; expected a day like 2022-03-21, a month like 2022-03 or words as printed"),
            {"found": quoted(value)},
        )  # fmt: skip
    text = value.strip()
    if _DAY.fullmatch(text):
        return Due(text, parse_day(text))
    if found := _MONTH.fullmatch(text):
        year, month = int(found[1]), int(found[2])
        return Due(text, date(year, month, monthrange(year, month)[1]), is_month=True)
    return Due(text)


DueField = Annotated[
    Due | None, BeforeValidator(_due),
    WithJsonSchema({"type": "string", "examples": ["2022-05-31", "2022-05", "next meeting"]}),
]  # fmt: skip
