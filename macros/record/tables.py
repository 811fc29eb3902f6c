"""The lines of a table of Markdown."""

import re
from itertools import takewhile

_UNDER_HEADING = re.compile(r":?-+:?")


def cells_of(row: str) -> list[str]:
    """The cells of a row of a table, which begins with `|`."""
    return [cell.strip() for cell in row.strip().removeprefix("|").removesuffix("|").split("|")]


def table_at(lines: list[str]) -> int:
    """How many of these lines are a table that begins with the first: all up to the first that does not begin with
    `|`; 0 if they are not a table, or if its rows do not have the same number of cells."""
    rows = list(takewhile(is_row, lines))
    is_table = len(rows) > 1 and is_under_headings(rows[1]) and len({len(cells_of(row)) for row in rows}) == 1
    return len(rows) if is_table else 0


def is_row(line: str) -> bool:
    """Whether a line may be one of a table: it begins with `|`."""
    return line.lstrip().startswith("|")


def is_under_headings(row: str) -> bool:
    """Whether a row of a table is the line below its headings, like `| --- | --- |`."""
    return all(_UNDER_HEADING.fullmatch(cell) for cell in cells_of(row))
