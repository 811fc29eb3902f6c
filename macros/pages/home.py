"""The home page: the group in its own words, what its latest meeting did, what is planned, and who owes what."""

from collections.abc import Iterable
from dataclasses import dataclass

from macros.language import _, wording
from macros.pages.alternatives import other_forms
from macros.pages.decided import decision_address
from macros.pages.foreseen import Foreseen, foreseen
from macros.pages.page import Page
from macros.pages.prose import text_of_short_prose
from macros.pages.purpose import in_own_words
from macros.pages.state import state_said
from macros.pages.who import Who
from macros.record.models import MeetingStatus
from macros.register import Decided, Register, addresses, decisions_of

_LETTERS = 160  # of the wording of a decision or action
_FIRST = 6  # of these in a list; the others are folded


@dataclass(frozen=True)
class Line:
    """A decision or an action in a list: its id, if one is printed or needed; the beginning of its wording; and what
    stands behind it, such as its owner."""

    link: str
    called: str
    words: str
    beside: str = ""


@dataclass(frozen=True)
class Lines:
    """Decisions or actions in a list: the first ones, and the others."""

    first: tuple[Line, ...]
    others: tuple[Line, ...]


@dataclass(frozen=True)
class Latest:
    """The latest meeting that was held: what it decided, the actions that it raised, and those first recorded there of
    which nothing says where they were raised. `state`: that of its record."""

    stem: str
    where: list[str]
    state: str
    decided: Lines
    arising: Lines
    first_recorded: Lines


def home(page: Page) -> str:
    """What the group is, the latest meeting, the planned ones, and the open actions by owner.

    What is not recorded has no place on it. Its sentences stay true when days have gone by, since nobody knows when
    the page is read.
    """
    page = page.without_explanations()
    return page.write(
        "home.html", called=page.group, own=in_own_words(page), latest=_latest(page),
        without_minutes=_without_minutes(page.register),
        planned=[(stem, page.where(stem)) for stem in page.register.planned], foreseen=_foreseen(page),
        open_actions=f"{page.link(addresses.ACTIONS)}?status=open", owing=_owing(page), other_forms=other_forms(page),
        without_owner=sum(not action.owner for action in page.register.open),
        shared=any(action.owner and len(set(action.owner.meant)) > 1 for action in page.register.open),
    )  # fmt: skip


def _latest(page: Page) -> Latest | None:
    stem = page.register.latest
    if stem is None:
        return None
    step = page.register.steps[stem]
    return Latest(
        stem, page.where(stem), state_said(page.register, stem),
        _in_parts(_decision(page, one) for one in decisions_of(stem, step.meeting)),
        _in_parts(_action(page, key) for key in page.register.actions if key in step.arising),
        _in_parts(_action(page, key) for key in page.register.actions if key in step.unplaced),
    )  # fmt: skip


def _without_minutes(register: Register) -> list[str]:
    """The stems of the meetings after the latest one on record that were held and have no minutes."""
    meetings, latest = register.archive.meetings.items(), register.latest or ""
    return [stem for stem, one in meetings if one.status is MeetingStatus.WITHOUT_MINUTES and stem > latest]


def _in_parts(lines: Iterable[Line]) -> Lines:
    every = tuple(lines)
    return Lines(every[:_FIRST], every[_FIRST:]) if len(every) > _FIRST + 1 else Lines(every, ())


def _decision(page: Page, one: Decided) -> Line:
    words = wording.first_words(text_of_short_prose(one.entry.decision or ""), _LETTERS)
    called = one.entry.id or ("" if words else one.reference)
    return Line(page.link(decision_address(page, one)), called, words, one.entry.result or "")


def _action(page: Page, key: str) -> Line:
    action = page.register.actions[key]
    words = wording.first_words(text_of_short_prose(action.wording), _LETTERS)
    owner = _("Owner: {owner}").format(owner=action.owner.text) if action.owner else ""
    return Line(page.action(key), key, words, owner)


def _foreseen(page: Page) -> Foreseen | None:
    """What the latest meeting recorded of the next one, if no later meeting is on record."""
    last = next(reversed(page.register.archive.meetings), None)
    return foreseen(page, last) if last and last == page.register.latest else None


def _owing(page: Page) -> list[tuple[Who, int]]:
    """Everybody who owns open actions, with the number of them, the highest first."""
    owned = page.register.owned.items()
    owing = [(page.who(key), sum(action.open for action in actions)) for key, actions in owned]
    return sorted(((who, open) for who, open in owing if open), key=lambda pair: (-pair[1], pair[0].name.lower()))
