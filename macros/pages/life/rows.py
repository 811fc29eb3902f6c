"""The life of actions, laid out in rows over the meetings: what the picture and the table of them both say."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from macros.register.history import Action, Recorded
from macros.register.lifecycle import Mention
from macros.register.register import Register

T = TypeVar("T")


@dataclass(frozen=True)
class Life:
    """One action: what each meeting recorded, and from which meeting until which it was open (None: still)."""

    id: str
    recorded: tuple[Recorded, ...]
    times_open: tuple[tuple[str, str | None], ...]

    @property
    def open(self) -> bool:
        """Whether the action is open after the latest meeting."""
        return self.times_open[-1][1] is None


@dataclass(frozen=True)
class Sheet:
    """A few lives over the meetings from the first to the last that matters to one of them."""

    meetings: tuple[str, ...]
    lives: tuple[Life, ...]


def sheets(register: Register, actions: Iterable[str], rows: int) -> list[Sheet]:
    """The lives of actions, by id and in this order, in sheets of at most so many rows.

    A sheet of few rows can be read without scrolling away from its heads, is printed without a cut,
    and needs only the meetings of these actions' time.
    """
    held = register.held
    lives = [_life(register.actions[action]) for action in actions]
    return [Sheet(_meetings(held, part), tuple(part)) for part in in_parts(lives, rows)]


def in_parts(items: Sequence[T], at_most: int) -> list[Sequence[T]]:
    """The items in as few parts as hold at most that many each, all about equally long."""
    size, parts = len(items), -(-len(items) // at_most)
    return [items[size * n // parts : size * (n + 1) // parts] for n in range(parts)]


def _life(action: Action) -> Life:
    recorded = tuple(one for one in action.recorded if one.mention or one.reviewed)
    return Life(action.id, recorded, _times_open(action.mentions))


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
