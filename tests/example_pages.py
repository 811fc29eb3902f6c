"""The invented examples in examples/, and what a reader reads of each of their pages as plain text.

`make examples` runs this file, which writes the pages of each example into its folder `pages/`.
"""

import re
import shutil
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from folders import leave_out_pdf
from lxml import html

from macros.pages import all_stubs
from macros.register import Register, addresses
from macros.rules import load
from macros.site.shortcodes import rendered

leave_out_pdf()
ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples"
NAMES = ("full", "minimal")
TODAY = date(2031, 10, 1)
_BY_HAND = (addresses.HOME, addresses.ABOUT)
_UNREAD = ("script", "style", "template", "link", "meta")
_BLOCKS = {
    "article", "aside", "blockquote", "body", "caption", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption",
    "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "legend", "li", "main", "nav", "ol",
    "option", "p", "pre", "search", "section", "select", "summary", "svg", "table", "tbody", "td", "text", "th",
    "thead", "title", "tr", "ul",
}  # fmt: skip


@cache
def example(name: str) -> Register:
    """The register of an example, checked and counted as of a fixed day."""
    return load(EXAMPLES / name, checked_on=TODAY)


@cache
def pages_of(name: str) -> dict[str, str]:
    """The text of every page that is made from the record of an example, by its path below `pages/`."""
    return {plain_path(address): as_text(markup) for address, markup in markup_of(name).items()}


@cache
def markup_of(name: str) -> dict[str, str]:
    """The HTML of every page that is made from the record of an example, by address."""
    register = example(name)
    by_hand = {address: ROOT / "docs" / addresses.page_file(address) for address in _BY_HAND}
    sources = {address: file.read_text(encoding="utf-8") for address, file in by_hand.items()}
    sources |= {stub.address: stub.text for stub in all_stubs(register) if stub.address != addresses.EDIT}
    return {address: rendered(register, address, source) for address, source in sources.items()}


def plain_path(address: str) -> str:
    """`meetings/2031-01.md` for the page at `meetings/2031-01/`."""
    return f"{address.rstrip('/') or 'home'}.md"


def as_text(markup: str) -> str:
    """What a reader reads: headings, entries of lists, the cells of a row with the names of their columns, and each
    link with where it leads."""
    return "\n".join(_lines(html.fragment_fromstring(markup, create_parent="body"))) + "\n"


def _lines(element: Any, mark: str = "") -> Iterator[str]:
    """The lines of an element, one for each paragraph, entry or row within it."""
    tag = element.tag
    if tag == "table":
        yield from _table(element)
        return
    if tag == "pre":
        yield from (f"    {line}".rstrip() for line in element.text_content().splitlines())
        return
    if re.fullmatch("h[1-6]", tag):
        yield from ("", "#" * int(tag[1]) + f" {_inline(element)}", "")
        return
    mark = {"li": f"{mark}- ", "dd": ": ", "option": "( ) ", "summary": "> "}.get(tag, mark)
    run = element.text or ""
    for child in element:
        if _is_unread(child):
            run += child.tail or ""
            continue
        if _holds_block(child):
            yield from _said(mark, run)
            yield from _lines(child, "  " * (tag == "li"))
            run = child.tail or ""
        else:
            run += _inline(child, squeezed=False) + (child.tail or "")
    yield from _said(mark, run)


def _said(mark: str, run: str) -> Iterator[str]:
    if said := " ".join(run.split()):
        yield mark + said


def _table(table: Any) -> Iterator[str]:
    columns = [_inline(cell) for cell in table.xpath("./thead/tr/th")]
    for caption in table.iter("caption"):
        yield f"Table: {_inline(caption)} ({', '.join(columns)})"
    for row in table.xpath("./tbody/tr | ./tr"):
        cells = [" / ".join(_lines(cell)) for cell in row]
        named = zip(columns, cells, strict=True) if len(columns) == len(cells) else (("", cell) for cell in cells)
        yield "| " + " | ".join(f"{column}: {cell}" if column else cell for column, cell in named if cell)


def _inline(element: Any, squeezed: bool = True) -> str:
    """The text of an element on one line, with the addresses of its links."""
    if _is_unread(element):
        return ""
    inner = (element.text or "") + "".join(
        (" " if child.tag in _BLOCKS else "") + _inline(child, squeezed=False) + (child.tail or "") for child in element
    )
    if element.tag == "a" and element.get("href"):
        inner = f"[{' '.join(inner.split())}]({element.get('href')})"
    elif element.tag in ("input", "textarea") and element.get("type") not in ("hidden", "checkbox"):
        inner = "[____]"
    elif element.tag in ("s", "del"):
        inner = f"~~{inner}~~"
    elif element.tag == "br":
        inner = "\n"
    return " ".join(inner.split()) if squeezed else inner


def _is_unread(element: Any) -> bool:
    return not isinstance(element.tag, str) or element.tag in _UNREAD or element.get("hidden") is not None


def _holds_block(element: Any) -> bool:
    return any(inner.tag in _BLOCKS for inner in element.iter())


def write_pages(name: str) -> None:
    """Write the golden pages of an example anew."""
    folder = EXAMPLES / name / "pages"
    shutil.rmtree(folder, ignore_errors=True)
    for path, text in pages_of(name).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    for each in NAMES:
        write_pages(each)
