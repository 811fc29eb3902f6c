"""The list at the end of a page of the names and abbreviations on it."""

from macros.pages.page import Page


def with_names(page: Page, written: str) -> str:
    """What was written on a page, as HTML, and behind it the list of what the initials and abbreviations in it mean, if
    there are any."""
    listed = page.explanations.listed()
    return written + page.write("names.html", listed=listed) if listed else written
