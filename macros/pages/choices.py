"""The choices of filters."""

from collections.abc import Container, Set
from dataclasses import dataclass

from macros.language import _, wording
from macros.pages.page import Page
from macros.record import phrases
from macros.record.models import DecisionResult
from macros.register import Register, addresses


@dataclass(frozen=True)
class Choice:
    """A choice of a filter: its value in the address, and its label."""

    value: str
    words: str


def status_choices(register: Register) -> list[Choice]:
    """The choices for every status of an action, and for no status recorded."""
    return [
        Choice(addresses.status(status), wording.sentence(phrases.action_status(status)))
        for status in register.statuses
    ]


def people_choices(page: Page, keys: Set[str]) -> list[tuple[str, list[Choice]]]:
    """The choices for the initials in `keys`, in groups: people, posts and organisations."""
    people = page.register.archive.people
    kinds = ((_("People"), people.people), (_("Posts"), people.posts), (_("Organisations"), people.organisations))
    return [
        (kind, [Choice(key, page.who(key).listed) for key in sorted(known, key=str.lower) if key in keys])
        for kind, known in kinds
        if keys & set(known)
    ]


def result_choices(found: Container[DecisionResult | None]) -> list[Choice]:
    """The kinds of results that decisions on record have."""
    return [Choice(addresses.slug(kind), wording.sentence(_(kind.value))) for kind in DecisionResult if kind in found]
