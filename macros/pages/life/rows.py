"""The history of actions in rows over the meetings: the data of the picture and of its table."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from macros.language import wording
from macros.pages.prose import text_of_short_prose
from macros.register import Action, Mention, Recorded, Register

T = TypeVar("T")
_LETTERS = 60  # of a title


@dataclass(frozen=True)
class Life:
    """One action: what each meeting recorded, and the periods in which it was open.

    `title`: its heading, or the first words of its wording. A period is the stem of the meeting that opened the action
    and of the one that closed it (None: still open).
    """

    id: str
    title: str
    recorded: tuple[Recorded, ...]
    times_open: tuple[tuple[str, str | None], ...]

    @property
    def open(self) -> bool:
        """Whether the action is open after the latest meeting."""
        return self.times_open[-1][1] is None


@dataclass(frozen=True)
class Sheet:
    """The rows of some actions, with the meetings from the first to the last that concerns one of them."""

    meetings: tuple[str, ...]
    lives: tuple[Life, ...]


def sheets(register: Register, actions: Iterable[str], rows: int) -> list[Sheet]:
    """The rows of actions, by id and in this order, in sheets of at most `rows` rows.

    A small sheet can be read without scrolling its header out of view, fits on a printed page, and needs only the
    meetings of its actions.
    """
    held = register.held
    lives = [_life(register.actions[action]) for action in actions]
    return [Sheet(_meetings(held, part), tuple(part)) for part in in_parts(lives, rows)]


def in_parts(items: Sequence[T], at_most: int) -> list[Sequence[T]]:
    """The items in as few parts as possible with at most `at_most` items each, of about equal length."""
    size, parts = len(items), -(-len(items) // at_most)
    return [items[size * n // parts : size * (n + 1) // parts] for n in range(parts)]


def _life(action: Action) -> Life:
    recorded = tuple(one for one in action.recorded if one.mention or one.not_mentioned)
    title = wording.first_words(action.heading or text_of_short_prose(action.wording), _LETTERS)
    return Life(action.id, title, recorded, _times_open(action.mentions))


def _times_open(mentions: Iterable[Mention]) -> tuple[tuple[str, str | None], ...]:
    times: list[tuple[str, str | None]] = []
    for mention in mentions:
        if mention.opens:
            times.append((mention.meeting, None))
        if mention.closes:
            times[-1] = (times[-1][0], mention.meeting)
    return tuple(times)


def _meetings(held: Sequence[str], lives: Iterable[Life]) -> tuple[str, ...]:
    first = min(life.recorded[0].stem for life in lives)
    last = max(held[-1] if life.open else life.recorded[-1].stem for life in lives)
    return tuple(_from_to(held, first, last))


def _from_to(held: Sequence[str], first: str, last: str) -> Sequence[str]:
    return held[bisect_left(held, first) : bisect_right(held, last)]
