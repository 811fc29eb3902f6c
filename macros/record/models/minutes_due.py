"""Within how long after a meeting its minutes are to be published, by the group's rule."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Annotated, Any

import holidays
from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from macros.language import _
from macros.record.models.record import Record, quoted

ENGLAND, WORKING_DAY = "GB-ENG", "working day"
_WITHIN = re.compile(r"([1-9]\d{0,2}) (working day|day|week)s?")


@dataclass(frozen=True)
class Within:
    """A time as typed: so many of a unit, `working day`, `day` or `week`."""

    text: str
    number: int
    unit: str


def _within(value: Any) -> Within:
    if isinstance(value, Within):
        return value
    found = _WITHIN.fullmatch(" ".join(value.split())) if isinstance(value, str) else None
    if not found:
        raise PydanticCustomError(
            "within",
            _("{found} is no time in which minutes are due; expected working days, days or weeks, like 15 working "
              "days"), {"found": quoted(value)},
        )  # fmt: skip
    return Within(found[0], int(found[1]), found[2])


def _calendar(value: Any) -> str:
    country, sign, part = value.partition("-") if isinstance(value, str) else ("", "", "")
    known = holidays.list_supported_countries()
    if country not in known or (sign and part not in known[country]):
        raise PydanticCustomError(
            "calendar",
            _("{found} is no country whose holidays are known; expected a code like DE, or with a part of the country "
              "like GB-SCT"), {"found": quoted(value)},
        )  # fmt: skip
    return str(value)


class MinutesDue(Record):
    """When minutes are due. A text alone is the time."""

    within: Annotated[
        Within, BeforeValidator(_within),
        WithJsonSchema({"type": "string", "pattern": rf"^{_WITHIN.pattern}$", "examples": ["15 working days"]}),
    ] = Field(
        title="Within",
        description="The time from the last day of the meeting: working days, days or weeks, like 15 working days.",
    )  # fmt: skip
    holidays: Annotated[
        str, BeforeValidator(_calendar),
        WithJsonSchema({"type": "string", "pattern": "^[A-Z]{2}(-[A-Z0-9]+)?$", "examples": ["GB-SCT"]}),
    ] | None = Field(
        None, title="Holidays",
        description="The country whose public holidays are no working days, like DE, or a part of it, like GB-SCT for "
        "Scotland.\n"
        "Without it, those of England and Wales.",
    )  # fmt: skip

    @model_validator(mode="before")
    @classmethod
    def _of_time(cls, value: Any) -> Any:
        return {"within": value} if isinstance(value, str) else value

    def last_day(self, met: date) -> date:
        """The last day on which the minutes of a meeting are not late; `met`: its last day, which is not counted.

        A working day is one that is neither of a weekend nor a public holiday, as in section 10(6) of the Freedom of
        Information Act 2000; the holidays are those that the library `holidays` knows.
        """
        if self.within.unit == WORKING_DAY:
            return _holidays(self.holidays or ENGLAND).get_nth_working_day(met, self.within.number)
        return met + timedelta(days=self.within.number * (7 if self.within.unit == "week" else 1))


@cache
def _holidays(name: str) -> holidays.HolidayBase:
    country, _sign, part = name.partition("-")
    return holidays.country_holidays(country, subdiv=part or None)
