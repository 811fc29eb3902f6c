"""What a feed consists of."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import islice

from macros.pages.page import Page
from macros.register import Register

MOST = 50  # entries of a feed


@dataclass(frozen=True)
class Entry:
    """Something that happened. `name`: in the form of an address, and never changed or given to another entry; `title`:
    what happened, as plain text; `day`: when, as recorded; `address`: the place of the site that shows it; `html`:
    a function from the page at that address to what is shown there of it."""

    name: str
    title: str
    day: date
    address: str
    html: Callable[[Page], str]


@dataclass(frozen=True)
class Feed:
    """A feed: its address, its title and one sentence about it, as plain text, and the address of the page that has the
    same and more. `found`: every entry, the newest first."""

    address: str
    title: str
    about: str
    page: str
    found: Callable[[Register], Iterable[Entry]]

    def newest(self, register: Register, most: int = MOST) -> tuple[tuple[Entry, ...], bool]:
        """The newest entries, and whether there are more."""
        entries = tuple(islice(self.found(register), most + 1))
        return entries[:most], len(entries) > most
