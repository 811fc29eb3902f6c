"""Other forms of a page, which side features offer: files to download, feeds to subscribe to, ways to cite it."""

from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from markupsafe import Markup

from macros import offered
from macros.language import _, marked
from macros.pages.page import Page
from macros.register import Register, addresses

# The line is on nearly every page, and a template would take most of the time for it.
_LINES = Markup('<div class="other-forms on-screen">\n{}\n</div>\n')
_LINE = Markup("<p>{}: {}</p>")


class Use(StrEnum):
    """What a reader does with another form of a page."""

    DOWNLOAD = marked("Download")
    SUBSCRIBE = marked("Subscribe")
    CITE = marked("Cite")

    @property
    def said(self) -> str:
        """The use in the language of the site."""
        return _(self.value)


@dataclass(frozen=True)
class Alternative:
    """The same content as that of a page, in another form or at another place.

    `name`: what the link says, such as `PDF`, as plain text. `address`: where it is, on this site. `media_type`: that
    of a file, such as `application/pdf`, by which programs find it; empty for a page. `about`: one sentence for the
    page that lists those of the whole record.
    """

    use: Use
    name: str
    address: str
    media_type: str = ""
    about: str = ""


def alternatives(register: Register, address: str) -> tuple[Alternative, ...]:
    """The other forms of the page at an address, and of the whole record for the home page, in the order of `Use`."""
    found = chain.from_iterable(offer(register, address) for offer in offered("ALTERNATIVES"))
    return tuple(sorted(found, key=lambda one: list(Use).index(one.use)))


def for_programs(register: Register, address: str) -> list[dict[str, str]]:
    """Those that are files, as attributes of `<link rel="alternate">` (HTML, 4.6.7.1), with links from the page."""
    return [
        {"type": one.media_type, "title": one.name, "href": addresses.link(address, one.address)}
        for one in alternatives(register, address)
        if one.media_type
    ]


def other_forms(page: Page) -> str:
    """The line at the end of a page that links to its other forms; empty if it has none."""
    found = by_use(alternatives(page.register, page.here))
    lines = (
        _LINE.format(use.said, Markup(" ").join(_linked(page, one) for one in those)) for use, those in found.items()
    )
    return _LINES.format(Markup("\n").join(lines)) if found else ""


def _linked(page: Page, one: Alternative) -> Markup:
    kind = Markup(' type="{}"').format(one.media_type) if one.media_type else ""
    return Markup('<a href="{}"{}>{}</a>').format(page.link(one.address), kind, one.name)


def by_use(found: tuple[Alternative, ...]) -> dict[Use, list[Alternative]]:
    """Those of each use that has any, in the order of `Use`."""
    return {use: those for use in Use if (those := [one for one in found if one.use is use])}
