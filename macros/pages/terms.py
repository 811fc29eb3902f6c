"""The terms of reference."""

from macros.pages.page import Page


def terms_of_reference(page: Page) -> str:
    """The version in force with its date, all versions, and the actions that concern the terms."""
    register = page.register
    files = register.archive.terms_files
    known = {stem: filed.record for stem, filed in files.items() if filed.record.adopted is None}
    in_force = register.terms_in_force
    return page.write(
        "terms.html", stem=in_force, terms=register.terms[in_force] if in_force else None, known=known,
        versions=register.terms, actions=register.about_terms,
    )  # fmt: skip


def terms_version(page: Page, stem: str) -> str:
    """One adopted version of the terms of reference."""
    terms, in_force = page.register.terms[stem], page.register.terms_in_force
    page = page.on(terms.adopted) if terms.adopted else page
    return page.write(
        "terms_version.html", stem=stem, terms=terms, is_in_force=stem == in_force,
        changes=tuple(reversed(terms.changes)),
    )  # fmt: skip
