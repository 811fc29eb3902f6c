"""What the group is in its own words: a paragraph of the record, never a sentence of ours."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from macros.language import _
from macros.pages.page import Page
from macros.pages.prose import Section, sections
from macros.record import markdown, phrases
from macros.register import addresses


@dataclass(frozen=True)
class OwnWords:
    """A paragraph of the record as HTML, and where it stands: the link, and what the link says."""

    words: Markup
    link: str
    source: str


def in_own_words(page: Page) -> OwnWords | None:
    """The first paragraph that says what the group is: under `about:` of its file, or else in the section of its terms
    of reference that is called its purpose; None if the record has neither."""
    if about := page.register.archive.group.about:
        return OwnWords(page.prose(_first_paragraph(about)), page.link(addresses.ABOUT), _("About this record"))
    for address, source, section in _of_purpose(page):
        if words := _first_paragraph(section.text):
            return OwnWords(page.prose(words), page.link(address), source)
    return None


def _of_purpose(page: Page) -> Iterator[tuple[str, str, Section]]:
    """The sections called the purpose of the group: of the terms in force, then of what is known without them."""
    register = page.register
    files = {stem: filed.record for stem, filed in register.archive.terms_files.items()}
    known = [stem for stem, terms in files.items() if not terms.is_version]
    called = [words.strip() for words in _("purpose, aim, aims, objectives, remit, what the group is").split(",")]
    for stem in (*register.terms_in_force, *known):
        where = addresses.terms(stem) if files[stem].is_version else addresses.TERMS
        for section in sections(files[stem].text or "", stem):
            if any(f" {words} " in f" {section.title.casefold()} " for words in called):
                source = phrases.terms_called(files[stem]) if files[stem].is_version else section.title
                yield addresses.section(where, section.anchor), source, section


def _first_paragraph(text: str) -> str:
    """The first paragraph of a text, or the first entry of its list, as Markdown."""
    tokens = markdown.parse(markdown.with_references(text))
    return next((inline.content for opening, inline in pairwise(tokens) if opening.type == "paragraph_open"), "")
