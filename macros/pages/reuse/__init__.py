"""A side feature: the page that lists the other forms of the whole record, at /reuse/, if other features offer any."""

from collections.abc import Iterator

from macros.language import _
from macros.pages.alternatives import alternatives, by_use
from macros.pages.page import Page
from macros.pages.stubs import Stub, stub
from macros.register import Register, addresses

__all__ = ["MACROS", "PAGES"]


def pages(register: Register) -> Iterator[Stub]:
    """The page, if the whole record has another form."""
    if alternatives(register, addresses.HOME):
        about = _("The record as files, feeds and calendars, and how to cite it.")
        yield stub(addresses.REUSE, _("Download, subscribe, cite"), about, "other_forms_of_all()", "data")


def other_forms_of_all(page: Page) -> str:
    """The other forms of the whole record by what a reader does with them, and what each is for."""
    return page.write("reuse.html", uses=by_use(alternatives(page.register, addresses.HOME)))


PAGES = pages
MACROS = {"other_forms_of_all": other_forms_of_all}
