"""The columns of a picture: one for each meeting, headed by its day."""

from collections.abc import Iterable
from dataclasses import dataclass

from macros import wording
from macros.pages.page import Page

COLUMN = 32
HEAD = 54


@dataclass(frozen=True)
class Column:
    """A meeting's column: its middle, its day and month, and its year where that is a new one."""

    stem: str
    x: int
    year: str
    day: str
    month: str


def columns(page: Page, stems: Iterable[str]) -> tuple[Column, ...]:
    """A column for each meeting, side by side."""
    out: list[Column] = []
    for number, stem in enumerate(stems):
        date = page.register.archive.meetings[stem].date
        is_new = not out or page.register.archive.meetings[out[-1].stem].date.year != date.year
        year = str(date.year) if is_new else ""
        out.append(Column(stem, COLUMN * number + COLUMN // 2, year, *wording.short_day(date, stem)))
    return tuple(out)
