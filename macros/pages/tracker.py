"""The action tracker: every action in a table, with filters that need JavaScript."""

from macros.language import wording
from macros.pages.actions import as_of
from macros.pages.choices import Choice, people_choices, status_choices
from macros.pages.page import Page
from macros.register import Raised, Register

# Up to WHOLE actions are all on one page. With more, the page has the first FIRST rows, beginning with the open
# actions; without JavaScript, the rest is on the pages by year.
WHOLE, FIRST = 600, 200


def action_tracker(page: Page) -> str:
    """Every action once, the open ones first, with counts that add up to all of them."""
    register = page.register
    everything = register.listed
    held = [Choice(stem, page.meeting_name(stem)) for stem in reversed(register.held)]
    return page.write(
        "tracker.html", actions=everything if len(everything) <= WHOLE else everything[:FIRST],
        at_a_time=WHOLE if len(everything) <= WHOLE else FIRST,
        counts=[(status, number) for status, number in register.counts.items() if number], as_of=as_of(page),
        owners=people_choices(page, register.owners | _whose_people_own(register)), held=held,
        statuses=status_choices(register), not_at=_not_at(),
        unknown=Raised.UNKNOWN, has_unknown=any(action.known is Raised.UNKNOWN for action in everything),
    )  # fmt: skip


def _not_at() -> dict[str, str]:
    """What is said after the month of an action that no meeting on record is known to have raised."""
    said = {
        Raised.NOT_HELD: wording.not_held(), Raised.NOT_LISTED: wording.not_listed(),
        Raised.BEFORE: wording.raised_before(),
    }  # fmt: skip
    return {known.name: words for known, words in said.items()}


def _whose_people_own(register: Register) -> set[str]:
    return {key for key, members in register.members.items() if register.owners & set(members)}
