"""A piece of personal data in a text: its kind, and where it stands."""

from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from macros.language import marked


class Kind(StrEnum):
    """A kind of personal data that the guard knows, by its name for readers."""

    VEHICLE = marked("a vehicle registration mark")
    TELEPHONE = marked("a telephone number")
    NATIONAL_INSURANCE = marked("a National Insurance number")
    EMAIL = marked("an email address")
    POSTCODE = marked("a postcode")
    BIRTH = marked("a date of birth")
    BANK = marked("the number of a bank account or card")


class Found(NamedTuple):
    """A piece of personal data, from one position of a text to another."""

    kind: Kind
    start: int
    end: int

    def within(self, text: str) -> str:
        """What was found."""
        return text[self.start : self.end]


# A finder takes a text and the country whose telephone numbers stand there without a code, like GB.
Finder: TypeAlias = Callable[[str, str], Iterator[Found]]
