"""A time of day, or a range of it, as written in a data file: `10:00-12:00`."""

import re
from dataclasses import dataclass
from datetime import time
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from macros.language import _
from macros.record.models.record import quoted

_RANGE = re.compile(r"(\d{1,2}):(\d{2})(?:\s*[-–]\s*(\d{1,2}):(\d{2}))?")


@dataclass(frozen=True)
class TimeRange:
    """From `start` to `end` on one day; `end` is None if only the start was recorded."""

    start: time
    end: time | None

    @property
    def typed(self) -> str:
        """The time as written in a data file: `10:00-12:00` or `10:00`."""
        return f"{self.start:%H:%M}-{self.end:%H:%M}" if self.end else f"{self.start:%H:%M}"


def parse_times(value: Any) -> TimeRange:
    """Read `10:00-12:00` or `10:00` (24-hour clock, hyphen or en dash).

    Raises PydanticCustomError with a message for the reader for anything else.
    """
    if isinstance(value, TimeRange):
        return value
    found = _RANGE.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise PydanticCustomError(
            "times", _("{found} is not a time; write it on the 24-hour clock, like 10:00-12:00"),
            {"found": quoted(value)},
        )  # fmt: skip
    hour, minute, end_hour, end_minute = found.groups()
    try:
        start = time(int(hour), int(minute))
        end = time(int(end_hour), int(end_minute)) if end_hour else None
    except ValueError:
        raise PydanticCustomError(
            "times", _("{found} is not a time; the 24-hour clock goes from 00:00 to 23:59"), {"found": quoted(value)}
        ) from None
    if end is not None and end <= start:
        raise PydanticCustomError(
            "times", _("{found} does not end after it starts; write the earlier time first"), {"found": quoted(value)}
        )
    return TimeRange(start, end)


Times = Annotated[
    TimeRange, BeforeValidator(parse_times),
    WithJsonSchema({
        "type": "string",
        "pattern": r"^\d{1,2}:\d{2}(\s*[-–]\s*\d{1,2}:\d{2})?$",
        "examples": ["10:00-12:00"],
    }),
]  # fmt: skip
