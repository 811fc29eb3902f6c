"""What a feed consists of."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import islice

from macros.pages.page import Page
from macros.register import Register

MOST = 50  # entries of a feed
MOST_OF_OWNER = 20  # of that of one owner, since there are many of these


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
    same and more. `found`: every entry, the newest first; `most`: how many of them it has."""

    address: str
    title: str
    about: str
    page: str
    found: Callable[[Register], Iterable[Entry]]
    most: int = MOST

    def newest(self, register: Register, shown: int = MOST) -> tuple[tuple[Entry, ...], bool]:
        """The newest entries, and whether there are more."""
        most = min(shown, self.most)
        entries = tuple(islice(self.found(register), most + 1))
        return entries[:most], len(entries) > most
