"""The changed meetings and the tracker in one HTML file, to be read before anything is published.

It contains the same pages as the site. Links between them become links within the file; a link to any other page
becomes plain text. The file requests nothing from the network.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from markupsafe import Markup

from macros.pages import Page, action_tracker, all_stubs, as_html, meeting, published_by, site_name, with_names
from macros.register import Register, addresses
from macros.review.preview.rebuilt import Rebuilt
from macros.site import is_external, rewritten


@dataclass(frozen=True)
class Part:
    """A page of the site as a part of the preview."""

    anchor: str
    title: str
    body: Markup


def preview(register: Register, stems: Iterable[str], styles: str, program: Rebuilt | None = None) -> str:
    """The preview of these meetings, the newest first, and of the tracker, as one HTML file.

    `styles` are the style sheets of the site as one text; `program`: what a change of the program alone would do.
    """
    front = Page(register, addresses.HOME)
    texts = {}
    for stem in sorted(stems, reverse=True):
        page = Page(register, addresses.meeting(stem))
        texts[page.here] = with_names(page, meeting(page, stem))
    tracker = Page(register, addresses.ACTIONS)
    texts[tracker.here] = with_names(tracker, action_tracker(tracker))
    titles = {stub.address: stub.title for stub in all_stubs(register)}
    parts = [Part(_anchor(here), titles[here], _body(here, text, set(texts))) for here, text in texts.items()]
    return front.write(
        "preview.html", parts=parts, meetings=len(parts) - 1, styles=Markup(styles),
        name=Markup(site_name(front)), footer=Markup(published_by(front)), program=program,
    )  # fmt: skip


def _anchor(address: str, inside: str = "") -> str:
    """The anchor in the preview of a page, or of an anchor on it. Slugs have no two hyphens in a row."""
    return f"{addresses.slug(address)}--{inside}" if inside else addresses.slug(address)


def _body(here: str, text: str, held: set[str]) -> Markup:
    def link(address: str) -> str:
        if is_external(address):
            return address
        there = urlsplit(urljoin(f"/{here}", address))
        page = addresses.page_at(there.path)
        return f"#{_anchor(page, there.fragment)}" if page in held else ""

    return Markup(rewritten(as_html(text), lambda inside: _anchor(here, inside), link))
