"""The action tracker: every action in a table, with filters for those who have script."""

from dataclasses import dataclass

from macros import wording
from macros.addresses import slug
from macros.pages.actions import as_of
from macros.pages.page import Page
from macros.register import STATUSES

# The whole tracker of a group of the usual size is on one page. Of a bigger one the page draws the
# first rows, the open actions before all, and the pages by year hold the rest for a reader without script.
WHOLE, FIRST = 600, 200


@dataclass(frozen=True)
class Choice:
    """A choice of a filter: its value in the address, and its words."""

    value: str
    words: str


def action_tracker(page: Page) -> str:
    """Every action once, the open ones first, with counts that add up to all of them."""
    register = page.register
    everything = register.listed
    return page.write(
        "tracker.html", actions=everything if len(everything) <= WHOLE else everything[:FIRST],
        at_a_time=WHOLE if len(everything) <= WHOLE else FIRST,
        counts=[(status, number) for status, number in register.counts.items() if number], as_of=as_of(page),
        owners=_owners(page), held=[Choice(stem, page.meeting_name(stem)) for stem in reversed(register.held)],
        statuses=[Choice(slug(words), wording.sentence(words)) for words in map(wording.action_status, STATUSES)],
    )  # fmt: skip


def _owners(page: Page) -> list[tuple[str, list[Choice]]]:
    """Whoever owned an action at any meeting, by kind."""
    people, owners = page.register.archive.people, page.register.owners
    kinds = (("People", people.people), ("Posts", people.posts), ("Organisations", people.organisations))
    return [
        (kind, [Choice(key, f"{key}: {page.who(key).name}") for key in sorted(known, key=str.lower) if key in owners])
        for kind, known in kinds
        if owners & set(known)
    ]
