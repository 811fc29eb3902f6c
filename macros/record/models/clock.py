"""A time of day, or a range of it, as written in a data file: `10:00-12:00`."""

import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from macros.language import _
from macros.record.models.record import quoted

DAY = 24 * 60
_RANGE = re.compile(r"(\d{1,2}):(\d{2})(?:\s*[-–]\s*(\d{1,2}):(\d{2}))?")


@dataclass(frozen=True)
class TimeRange:
    """From `start` to `end`, each like `09:30`; `end` is None if only the start was recorded.

    An end before the start is on the next day. The end of a day is `24:00`.
    """

    start: str
    end: str | None

    @property
    def typed(self) -> str:
        """The time as written in a data file: `10:00-12:00` or `10:00`."""
        return f"{self.start}-{self.end}" if self.end else self.start

    @property
    def begins(self) -> int:
        """The minutes from the midnight before to the start."""
        return _minutes(self.start)

    @property
    def ends(self) -> int:
        """The minutes from the midnight before the start to the end; to the start if no end was recorded."""
        ends = _minutes(self.end or self.start)
        return ends + DAY if ends < self.begins else ends


def parse_times(value: Any) -> TimeRange:
    """Read `10:00-12:00` or `10:00` (24-hour clock, hyphen or en dash).

    An end before the start is on the next day: `22:00-00:30`. A day may end at `24:00`.
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
    start, end = _clock(hour, minute), _clock(end_hour, end_minute) if end_hour else None
    if (
        _minutes(start) >= DAY
        or (end and _minutes(end) > DAY)
        or any(int(part or 0) > 59 for part in (minute, end_minute))
    ):
        raise PydanticCustomError(
            "times", _("{found} is not a time; the 24-hour clock goes from 00:00 to 24:00"), {"found": quoted(value)}
        )
    return TimeRange(start, end)


def _clock(hour: str, minute: str) -> str:
    return f"{int(hour):02}:{minute}"


def _minutes(clock: str) -> int:
    return int(clock[:2]) * 60 + int(clock[3:])


Times = Annotated[
    TimeRange, BeforeValidator(parse_times),
    WithJsonSchema({
        "type": "string",
        "pattern": r"^\d{1,2}:\d{2}(\s*[-–]\s*\d{1,2}:\d{2})?$",
        "examples": ["10:00-12:00"],
    }),
]  # fmt: skip
