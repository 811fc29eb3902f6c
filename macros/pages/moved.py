"""Where an address was public once: a page that leads on to the new one, or a line on the page that is left."""

from macros.pages.page import Page
from macros.register import addresses
from macros.register.register import Register


def moved(page: Page) -> str:
    """What stands at the old address of a page that has moved."""
    new = page.register.archive.moved_pages[page.here]
    return page.write("moved.html", new=new) + moved_parts(page)


def moved_parts(page: Page) -> str:
    """The anchors that were on this page once, each leading on without script; nothing where there are none."""
    parts = parts_moved_from(page.register, page.here)
    return page.write("moved_parts.html", parts=parts) if parts else ""


def parts_moved_from(register: Register, address: str) -> dict[str, str]:
    """The anchors that are redirected from a page, with the address of each now."""
    return {
        old.partition("#")[2]: new
        for old, new in register.archive.redirects.items()
        if "#" in old and old.partition("#")[0] == address
    }


def leads_on_at_once(register: Register, address: str) -> str | None:
    """The link that a browser follows at once from the old address of a page.

    None where parts of it are redirected on their own, which only a reader can choose between.
    """
    if parts_moved_from(register, address):
        return None
    return addresses.link(address, register.archive.moved_pages[address])
