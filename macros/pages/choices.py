"""The choices of a filter."""

from collections.abc import Set
from dataclasses import dataclass

from macros.pages.page import Page


@dataclass(frozen=True)
class Choice:
    """A choice of a filter: its value in the address, and its words."""

    value: str
    words: str


def somebody(page: Page, keys: Set[str]) -> list[tuple[str, list[Choice]]]:
    """Those of the register whose initials are among `keys`, by kind: people, posts and organisations."""
    people = page.register.archive.people
    kinds = (("People", people.people), ("Posts", people.posts), ("Organisations", people.organisations))
    return [
        (kind, [Choice(key, f"{key}: {page.who(key).name}") for key in sorted(known, key=str.lower) if key in keys])
        for kind, known in kinds
        if keys & set(known)
    ]
