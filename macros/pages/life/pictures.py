"""The history of the actions as a picture: one row per action, one column per meeting, and a table of the same facts.

All lengths are in units of the picture, which are CSS pixels at the default text size.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from textwrap import wrap

from macros.language import _, wording
from macros.pages.choices import Choice, status_choices
from macros.pages.life.columns import COLUMN, HEAD, Column, columns, time_of
from macros.pages.life.flow import charts
from macros.pages.life.rows import Life, Sheet, sheets
from macros.pages.page import Page
from macros.pages.stubs import Stub, stub
from macros.record import phrases
from macros.register import Recorded, Register, addresses, kind_of, status_said

_ROWS = 14  # of one sheet, so that it fits on a printed page
_ROW = 62
_WIDE = 22 * COLUMN
_NOT_MENTIONED = "not-mentioned"
_LETTER = 11  # how wide a letter of an id is at most, on average
_LABEL = 150  # how wide the column of ids and titles is at least, so that meetings stay seen on a phone
_IN_LINE = 16  # letters of a title on a line


@dataclass(frozen=True)
class Mark:
    """One cell: the position, icon and link of its mark, and its text."""

    x: int
    sign: str
    link: str
    day: str
    said: str
    reopened: bool


@dataclass(frozen=True)
class Row:
    """One action's row; `title`: its title in at most two lines."""

    y: int
    life: Life
    marks: tuple[Mark, ...]
    title: tuple[str, ...]


@dataclass(frozen=True)
class Picture:
    """A picture of one sheet; `lines`: the periods in which the actions were open, as the data of an SVG path."""

    columns: tuple[Column, ...]
    time: str
    rows: tuple[Row, ...]
    lines: str
    label_width: int

    @property
    def width(self) -> int:
        """The width of the columns together."""
        return COLUMN * len(self.columns)

    @property
    def wide(self) -> bool:
        """Whether it has to be printed in landscape format."""
        return self.width > _WIDE

    @property
    def height(self) -> int:
        """The height with the heads of the columns."""
        return HEAD + _ROW * len(self.rows)

    @property
    def name(self) -> str:
        """`ABC0721-05 to ABC0322-03`: the first and last row, as text."""
        return wording.from_to(self.rows[0].life.id, self.rows[-1].life.id)


def life_of_actions(page: Page) -> str:
    """The picture of the actions that are open now, and how many were opened and closed at each meeting."""
    actions = [action.id for action in page.register.open]
    return page.write(
        "life.html", pictures=_pictures(page, actions), signs=_signs(page),
        steps=tuple(page.register.steps.values()), charts=charts(page),
    )  # fmt: skip


def life_of_actions_raised(page: Page, year: int) -> str:
    """The picture of the actions raised in a year."""
    actions = [action.id for action in page.register.years[year]]
    return page.write(
        "life_raised.html", pictures=_pictures(page, actions), signs=_signs(page), year=year,
    )  # fmt: skip


def _signs(page: Page) -> list[Choice]:
    """The icons with their labels."""
    return [*status_choices(page.register), Choice(_NOT_MENTIONED, wording.sentence(wording.not_mentioned()))]


def _pictures(page: Page, actions: Iterable[str]) -> list[Picture]:
    return [_picture(page, sheet) for sheet in sheets(page.register, actions, _ROWS)]


def _picture(page: Page, sheet: Sheet) -> Picture:
    heads = columns(page, sheet.meetings)
    at = {column.stem: column.x for column in heads}
    rows = tuple(_row(page, at, number, life) for number, life in enumerate(sheet.lives))
    longest = max(len(life.id) for life in sheet.lives)
    lines = "".join(_lines(at, row) for row in rows)
    return Picture(heads, time_of(page, heads), rows, lines, max(_LABEL, _LETTER * longest + 12))


def _row(page: Page, at: dict[str, int], number: int, life: Life) -> Row:
    marks = tuple(_mark(page, at[recorded.stem], life, recorded) for recorded in life.recorded)
    return Row(
        HEAD + _ROW * number + _ROW // 2, life, marks, tuple(wrap(life.title, _IN_LINE, max_lines=2, placeholder=" …"))
    )


def _mark(page: Page, x: int, life: Life, recorded: Recorded) -> Mark:
    day = page.meeting_name(recorded.stem)
    if not recorded.mention:
        link = page.link(addresses.not_mentioned(recorded.stem))
        return Mark(x, _NOT_MENTIONED, link, day, wording.not_mentioned(), reopened=False)
    mention, entry = recorded.mention, recorded.mention.entry
    said = phrases.recorded(status_said(mention.stated), entry.superseded_by, entry.reopened)
    link = page.entry(recorded.stem, life.id, recorded.nth)
    return Mark(x, addresses.status(kind_of(mention.stated)), link, day, said, entry.reopened)


def _lines(at: dict[str, int], row: Row) -> str:
    edge = COLUMN * len(at)
    return "".join(f"M{at[since]} {row.y}H{at[until] if until else edge}" for since, until in row.life.times_open)


def _pages(register: Register) -> Iterator[Stub]:
    yield stub(addresses.LIFE, _("The life of the actions"),
               _("What each meeting recorded about each action, as a picture."),
               "life_of_actions()", "data/meetings", ["life"])  # fmt: skip
    for year in register.years:
        name = _("The life of the actions of {year}").format(year=year)
        about = _("The life of the actions of {year}: what each meeting recorded about each of them, as a picture.")
        about = about.format(year=year)
        yield stub(addresses.life_of(year), name, about, f"life_of_actions_raised({year})", "data/meetings", ["life"])


PAGES = _pages
MACROS = {"life_of_actions": life_of_actions, "life_of_actions_raised": life_of_actions_raised}
