"""The columns of a picture: one for each meeting, with its day as header."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from macros.language import wording
from macros.pages.page import Page

COLUMN = 44
HEAD = 64


@dataclass(frozen=True)
class Column:
    """A meeting's column: the x coordinate of its middle, and the lines of its header."""

    stem: str
    x: int
    head: tuple[str, ...]


def columns(page: Page, stems: Iterable[str]) -> tuple[Column, ...]:
    """A column for each meeting, side by side."""
    meetings = page.register.archive.meetings
    return tuple(
        Column(stem, COLUMN * number + COLUMN // 2, wording.short_day(meetings[stem].date, stem))
        for number, stem in enumerate(stems)
    )


def time_of(page: Page, columns: Sequence[Column]) -> str:
    """`10 January 2030 to 20 June 2030`: the period of the columns, as text."""
    return wording.from_to(page.meeting_name(columns[0].stem), page.meeting_name(columns[-1].stem))
