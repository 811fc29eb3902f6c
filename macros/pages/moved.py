"""Redirects: a page at each old address, or a line for an old anchor on a page that still exists."""

from macros.pages.page import Page
from macros.register import Register, addresses


def moved(page: Page) -> str:
    """The page at the old address of a page that has moved, as HTML."""
    new = page.register.archive.moved_pages[page.here]
    return page.write("moved.html", new=new) + moved_parts(page)


def moved_parts(page: Page) -> str:
    """The old anchors of this page, each with a link to the new address, as HTML; empty if there are none."""
    parts = parts_moved_from(page.register, page.here)
    return page.write("moved_parts.html", parts=parts) if parts else ""


def parts_moved_from(register: Register, address: str) -> dict[str, str]:
    """The redirected anchors of a page, with the new address of each."""
    return {
        old.partition("#")[2]: new
        for old, new in register.archive.redirects.items()
        if "#" in old and old.partition("#")[0] == address
    }


def leads_on_at_once(register: Register, address: str) -> str | None:
    """The link that a browser follows at once from the old address of a page.

    None if parts of the page are redirected separately: then the reader has to choose.
    """
    if parts_moved_from(register, address):
        return None
    return addresses.link(address, register.archive.moved_pages[address])
