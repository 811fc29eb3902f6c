"""The changed pages and the tracker in one HTML file, to be read before anything is published.

It contains the same pages as the site. Links between them become links within the file; a link to any other page
becomes plain text. The file requests nothing from the network.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from urllib.parse import urljoin, urlsplit

from markupsafe import Markup

from macros.pages import (
    Page,
    action_tracker,
    all_stubs,
    as_html,
    glossary,
    meeting,
    people,
    published_by,
    site_name,
    terms_compared,
    terms_of_reference,
    terms_version,
    with_names,
)
from macros.record import GLOSSARY, PEOPLE, TERMS
from macros.register import Register, addresses
from macros.review.preview.rebuilt import Rebuilt
from macros.site import is_external, rewritten


@dataclass(frozen=True)
class Part:
    """A page of the site as a part of the preview; `folded`: whether its reader unfolds it."""

    anchor: str
    title: str
    body: Markup
    folded: bool


def preview(
    register: Register, stems: Iterable[str], styles: str, program: Rebuilt | None = None, files: Iterable[str] = ()
) -> str:
    """The preview of these meetings, the newest first, of the pages that show other changed files, which are folded,
    and of the tracker, as one HTML file.

    `files`: the paths of the changed data files; `styles`: the style sheets of the site as one text; `program`: what a
    change of the program alone would do.
    """
    front = Page(register, addresses.HOME)
    texts = {}
    for stem in sorted(stems, reverse=True):
        page = Page(register, addresses.meeting(stem))
        texts[page.here] = with_names(page, meeting(page, stem))
    folded = dict(_of_files(register, set(files)))
    texts |= folded
    tracker = Page(register, addresses.ACTIONS)
    texts[tracker.here] = with_names(tracker, action_tracker(tracker))
    titles = {stub.address: stub.title for stub in all_stubs(register)}
    parts = [
        Part(_anchor(here), titles[here], _body(here, text, set(texts)), here in folded) for here, text in texts.items()
    ]
    return front.write(
        "preview.html", parts=parts, changed=len(parts) > 1, styles=Markup(styles),
        name=Markup(site_name(front)), footer=Markup(published_by(front)), program=program,
    )  # fmt: skip


def _of_files(register: Register, files: set[str]) -> Iterator[tuple[str, str]]:
    """The pages of terms, people and words that changed files make, by address."""
    changed = [stem for stem in reversed(register.terms) if register.archive.terms_files[stem].file in files]
    for stem in changed:
        yield _written(register, addresses.terms(stem), partial(terms_version, stem=stem))
    before = {newer: older for older, newer in sorted(register.comparable_terms)}  # the latest of the older ones
    for newer, older in before.items():
        if newer in changed:
            at = addresses.terms_compared(older, newer)
            yield _written(register, at, partial(terms_compared, older=older, newer=newer))
    if any(file.startswith(f"{TERMS}/") for file in files):
        yield _written(register, addresses.TERMS, terms_of_reference)
    if PEOPLE in files:
        yield _written(register, addresses.PEOPLE, people)
    if GLOSSARY in files:
        yield _written(register, addresses.GLOSSARY, glossary)


def _written(register: Register, address: str, write: Callable[[Page], str]) -> tuple[str, str]:
    page = Page(register, address)
    return address, with_names(page, write(page))


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
