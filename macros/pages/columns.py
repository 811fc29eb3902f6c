"""The columns of a picture: one for each meeting, headed by its day."""

from collections.abc import Iterable
from dataclasses import dataclass

from macros import wording
from macros.pages.page import Page

COLUMN = 36
HEAD = 54


@dataclass(frozen=True)
class Column:
    """A meeting's column: its middle, and the lines of its head."""

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
