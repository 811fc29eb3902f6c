"""The action tracker: every action in a table, with tabs and filters that need JavaScript."""

from dataclasses import dataclass

from markupsafe import Markup

from macros.language import _, wording
from macros.pages.actions import as_of
from macros.pages.choices import people_choices, status_choices
from macros.pages.entries import due_of
from macros.pages.page import Page
from macros.pages.prose import text_of_short_prose
from macros.register import Action, Raised, Register

# The page has the first rows, beginning with the open actions; without JavaScript, the rest is on the pages by year.
# So many keep the first view of any archive below 20 KB over the wire. The script then draws more at a time.
FIRST, AT_A_TIME = 25, 50

# A longer text is folded to its first lines (docs/stylesheets/tracker.css); a shorter one fits into them.
LONG = 100


@dataclass(frozen=True)
class Row:
    """A row of the table. `due`: when the action is due, as last recorded. `long`: whether a text of it is folded."""

    action: Action
    due: Markup | None
    overdue: bool
    long: bool


@dataclass(frozen=True)
class Tab:
    """A choice of which actions are listed: its value in the address, its words and how many it lists."""

    value: str
    words: str
    number: int

    @property
    def address(self) -> str:
        """Its address, relative to the tracker."""
        return f"?status={self.value}" if self.value else "./"


def action_tracker(page: Page) -> str:
    """The first actions, the open ones first, with tabs and counts that add up to all actions."""
    register = page.register
    first = register.listed[:FIRST]
    return page.write(
        "tracker.html", rows=[_row(page, action) for action in first], at_a_time=AT_A_TIME, tabs=_tabs(register),
        left=len(register.listed) - len(first), as_of=as_of(page),
        counts=[(status, number) for status, number in register.counts.items() if number],
        owners=people_choices(page, register.owners | _whose_people_own(register)),
        through_people=_whose_people_own(register) - register.owners,
        statuses=status_choices(register), not_at=_not_at(), unknown=Raised.UNKNOWN,
        has_unknown=any(action.known is Raised.UNKNOWN for action in register.listed),
        has_due=any(mention.due and mention.due.last for action in register.listed for mention in action.mentions),
    )  # fmt: skip


def _row(page: Page, action: Action) -> Row:
    texts = (action.wording, action.update.entry.update if action.update else None)
    return Row(action, due_of(page, action.mentions), action.overdue(page.register.as_of), any(map(_is_long, texts)))


def _is_long(text: str | None) -> bool:
    plain = text_of_short_prose(text) if text else ""
    return len(plain) > LONG or "\n" in plain


def _tabs(register: Register) -> list[Tab]:
    return [
        Tab("open", _("Open"), len(register.open)), Tab("closed", _("Closed"), len(register.closed)),
        Tab("", _("All"), len(register.actions)),
    ]  # fmt: skip


def _not_at() -> dict[str, str]:
    """What is said after the month of an action that no meeting on record is known to have raised."""
    said = {
        Raised.NOT_HELD: wording.not_held(), Raised.NOT_LISTED: wording.not_listed(),
        Raised.BEFORE: wording.raised_before(),
    }  # fmt: skip
    return {known.name: words for known, words in said.items()}


def _whose_people_own(register: Register) -> set[str]:
    return {key for key, members in register.members.items() if register.owners & set(members)}
