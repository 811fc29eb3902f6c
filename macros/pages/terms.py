"""The terms of reference."""

from macros.pages.page import Page


def terms_of_reference(page: Page) -> str:
    """The version in force with its date, all versions, and the actions that concern the terms."""
    register = page.register
    files = register.archive.terms_files
    known = [filed.record for filed in files.values() if filed.record.adopted is None]
    in_force = register.terms_in_force
    return page.write(
        "terms.html", stem=in_force, terms=register.terms[in_force] if in_force else None, known=known,
        versions=register.terms, actions=register.about_terms,
    )  # fmt: skip


def terms_version(page: Page, stem: str) -> str:
    """One adopted version of the terms of reference."""
    register = page.register
    return page.write("terms_version.html", terms=register.terms[stem], is_in_force=stem == register.terms_in_force)
