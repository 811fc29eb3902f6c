"""The site map for readers: every page of the record but those of single actions, which the pages of years list."""

from itertools import groupby

from macros.pages.page import Page
from macros.pages.stubs import Stub, pages_of_the_record
from macros.register import addresses

# The order of the navigation; what is not here comes behind.
_ORDER = (addresses.MEETINGS, addresses.ACTIONS, addresses.DECISIONS, addresses.TERMS, addresses.PEOPLE)


def site_map(page: Page) -> str:
    """Every page by the part of the site that it belongs to, the page of the part first."""
    without = {page.here, *page.register.actions_at}
    pages = [stub for stub in pages_of_the_record(page.register) if stub.address not in without]
    parts = [list(stubs) for _part, stubs in groupby(pages, key=_part)]
    return page.write("site_map.html", parts=sorted(parts, key=_place))


def _part(stub: Stub) -> str:
    return stub.address.partition("/")[0]


def _place(stubs: list[Stub]) -> int:
    first = stubs[0].address
    return _ORDER.index(first) if first in _ORDER else len(_ORDER)
