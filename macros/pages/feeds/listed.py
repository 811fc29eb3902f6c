"""The page that says what a feed is and lists them, each with its newest entries."""

from collections.abc import Iterator

from macros.language import _
from macros.pages.feeds.entries import MOST, MOST_OF_OWNER
from macros.pages.feeds.feeds import of_owners, of_the_record
from macros.pages.page import Page
from macros.pages.stubs import Stub, stub
from macros.register import Register, addresses

_SHOWN = 5  # entries of each feed


def pages(register: Register) -> Iterator[Stub]:
    """The page, also where no feed is written."""
    about = _("How to follow what is new in this record with a feed reader.")
    yield stub(addresses.FEEDS, _("Feeds"), about, "feeds()", "data")


def feeds(page: Page) -> str:
    """What a feed is, each with its newest entries, and those of the owners of actions."""
    shown = [(feed, *feed.newest(page.register, _SHOWN)) for feed in of_the_record(page.register)]
    owners = list(of_owners(page.register))
    return page.write("feeds.html", shown=shown, owners=owners, most=MOST, fewer=MOST_OF_OWNER)


PAGES, MACROS = pages, {"feeds": feeds}
