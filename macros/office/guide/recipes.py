"""The table of recipes in the guide: what the minutes say, and what to write."""

import re

from markupsafe import Markup, escape

from macros.office.recipes import FILES, parts
from macros.pages import Page


def recipes(page: Page, minutes_say: str, write: str) -> str:
    """Every recipe in a table for each part, as HTML, with these two headings."""
    headings = {"minutes_say": minutes_say, "write": write}
    return page.write("recipes.html", parts=parts(), files=FILES, with_code=with_code, **headings)


def with_code(text: str) -> Markup:
    """Text as HTML, with what stands between backticks as code."""
    return Markup(re.sub(r"`([^`]+)`", r"<code>\1</code>", str(escape(text))))
