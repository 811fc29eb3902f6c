"""The table of recipes in the guide: what the minutes say, and what to write."""

import re
from collections.abc import Iterator

from markupsafe import Markup, escape

from macros.office.recipes import FILES, parts
from macros.pages import Page


def recipes(page: Page, minutes_say: str, write: str) -> str:
    """Every recipe in a table for each part, as HTML, with these two headings."""
    headings = {"minutes_say": minutes_say, "write": write}
    return page.write("recipes.html", parts=parts(), files=FILES, with_code=with_code, lines=lines, **headings)


def lines(text: str) -> Iterator[tuple[int, str]]:
    """Each line of YAML, and how deep its words stand in steps of two spaces, so that what is wrapped stands deeper."""
    for line in text.splitlines():
        yield (len(line) - len(line.lstrip(" -"))) // 2, line


def with_code(text: str) -> Markup:
    """Text as HTML, with what stands between backticks as code."""
    return Markup(re.sub(r"`([^`]+)`", r"<code>\1</code>", str(escape(text))))
