"""The terms of reference."""

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
        actions=register.about_terms, place=partial(item_place, page),
    )  # fmt: skip


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
    )  # fmt: skip
