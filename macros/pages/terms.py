"""The terms of reference."""

from datetime import date
from functools import partial

from macros.pages.corrections import corrected
from macros.pages.page import Page
from macros.record.models import Terms
from macros.register import addresses


def terms_of_reference(page: Page) -> str:
    """The versions in force with their dates, all versions, and the actions that concern the terms."""
    register = page.register
    files = register.archive.terms_files
    known = {stem: filed.record for stem, filed in files.items() if not filed.record.is_version}
    return page.write(
        "terms.html", in_force={stem: register.terms[stem] for stem in register.terms_in_force}, known=known,
        changes={stem: corrected(page, files[stem].file) for stem in known}, versions=register.terms,
        others={stem: _compared(page, stem) for stem in register.terms},
        actions=register.about_terms, place=partial(item_place, page),
    )  # fmt: skip


def _compared(page: Page, stem: str, with_later: bool = False) -> list[tuple[str, date | None]]:
    """The comparisons of a version with those before it, the latest first, and `with_later` also with those after it:
    the link to each and the day of the other version."""
    terms = page.register.terms
    found = [(pair, pair[pair[0] == stem]) for pair in page.register.comparable_terms
             if pair[1] == stem or (with_later and pair[0] == stem)]  # fmt: skip
    return [(page.link(addresses.terms_compared(*pair)), terms[other].day) for pair, other in reversed(found)]


def item_place(page: Page, terms: Terms) -> str | None:
    """A link to the agenda item whose minutes hold the text; None if that is not on record."""
    meetings, stem = page.register.archive.meetings, terms.meeting or ""
    found = addresses.item_at(meetings[stem].agenda, terms.item) if terms.item and stem in meetings else None
    return page.link(addresses.agenda(stem, found)) if found else None


def terms_version(page: Page, stem: str) -> str:
    """One adopted version of the terms of reference."""
    terms, in_force = page.register.terms[stem], page.register.terms_in_force
    page = page.on(terms.day) if terms.day else page
    return page.write(
        "terms_version.html", stem=stem, terms=terms, is_in_force=stem in in_force, place=partial(item_place, page),
        changes=corrected(page, page.register.archive.terms_files[stem].file),
        others=_compared(page, stem, with_later=True),
    )  # fmt: skip
