"""A month whose day is not known, where a record has no more."""

from calendar import monthrange
from datetime import date


class MonthOnly(date):
    """A month, which sorts and counts as its first day, and is written like 2025-06."""

    def isoformat(self) -> str:
        """`2025-06`."""
        return f"{self:%Y-%m}"

    @property
    def last(self) -> date:
        """Its last day."""
        return date(self.year, self.month, monthrange(self.year, self.month)[1])

    def __str__(self) -> str:
        return self.isoformat()
