"""The small chart: how many actions each meeting opened and closed, and how many were open after it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from macros.pages.life.columns import COLUMN, HEAD, Column, columns, time_of
from macros.pages.life.rows import in_parts
from macros.pages.page import Page
from macros.register import Step

_MEETINGS = 16  # of one chart, so that it fits on a printed page
_BAR = 16
_TALLEST = 56
_NUMBER = 22  # the room for a number above or below a bar


@dataclass(frozen=True)
class Scale:
    """The positions of the bars: one scale for all charts, so that they can be compared."""

    unit: float
    open_base: int
    axis: int
    height: int


@dataclass(frozen=True)
class Bar:
    """One meeting's numbers, with the y coordinate of each bar's end."""

    column: Column
    step: Step
    open_y: int
    opened_y: int
    closed_y: int


@dataclass(frozen=True)
class Chart:
    """The bars of some meetings; `open`, `opened` and `closed` are each the data of an SVG path."""

    bars: tuple[Bar, ...]
    time: str
    scale: Scale
    open: str
    opened: str
    closed: str

    @property
    def width(self) -> int:
        """The width of the columns together."""
        return COLUMN * len(self.bars)


def charts(page: Page) -> list[Chart]:
    """Every held meeting, in charts of the same scale, each narrow enough for a printed page."""
    steps = tuple(page.register.steps.values())
    if not steps:
        return []
    scale = _scale(steps)
    return [_chart(page, part, scale) for part in in_parts(steps, _MEETINGS)]


def _scale(steps: Iterable[Step]) -> Scale:
    opened, closed, open_after = (max(counts) for counts in zip(*(_counts(step) for step in steps), strict=True))
    unit = _TALLEST / max(opened, closed, open_after, 1)
    open_base = HEAD + _NUMBER + ceil(unit * open_after)
    axis = open_base + 2 * _NUMBER + ceil(unit * opened)
    return Scale(unit, open_base, axis, axis + ceil(unit * closed) + _NUMBER + 6)


def _counts(step: Step) -> tuple[int, int, int]:
    return len(step.opened), len(step.closed), len(step.open_after)


def _chart(page: Page, steps: Sequence[Step], scale: Scale) -> Chart:
    heads = columns(page, [step.stem for step in steps])
    bars = tuple(_bar(column, step, scale) for column, step in zip(heads, steps, strict=True))
    return Chart(
        bars, time_of(page, heads), scale,
        open="".join(_path(bar.column, scale.open_base, bar.open_y) for bar in bars),
        opened="".join(_path(bar.column, scale.axis, bar.opened_y) for bar in bars),
        closed="".join(_path(bar.column, scale.axis, bar.closed_y) for bar in bars),
    )  # fmt: skip


def _bar(column: Column, step: Step, scale: Scale) -> Bar:
    opened, closed, open_after = (ceil(scale.unit * count) for count in _counts(step))
    return Bar(column, step, scale.open_base - open_after, scale.axis - opened, scale.axis + closed)


def _path(column: Column, base: int, end: int) -> str:
    if base == end:
        return ""
    return f"M{column.x - _BAR // 2} {base}V{end}h{_BAR}V{base}z"
