"""The time for which something holds: from a first day to a last one, as far as they are recorded."""

from collections.abc import Iterable
from datetime import date
from typing import Protocol, TypeVar


class Period(Protocol):
    """Something that holds for a time."""

    @property
    def since(self) -> date | None:
        """The first day, or None if it is not recorded."""

    @property
    def until(self) -> date | None:
        """The last day, or None if it is not recorded."""


P = TypeVar("P", bound=Period)


def holds_on(period: Period, day: date) -> bool:
    """Whether it holds on a day; a day that is not recorded sets no limit."""
    return (period.since or day) <= day <= (period.until or day)


def is_dated(period: Period) -> bool:
    """Whether a first or a last day is recorded."""
    return period.since is not None or period.until is not None


def last_on(periods: Iterable[P], day: date) -> P | None:
    """The last of a list that holds on a day: what stands below goes before what stands above."""
    return next((period for period in reversed(tuple(periods)) if holds_on(period, day)), None)
