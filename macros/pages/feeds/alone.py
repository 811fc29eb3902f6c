"""HTML of our pages for another place, which has neither our style sheets nor the page around it."""

from typing import Any, TypeAlias
from urllib.parse import urljoin

from lxml import html

Element: TypeAlias = Any  # of lxml, which has no types of its own

_OF_PAGES = ("class", "title", "data-field")
_BLOCKS = ("ul", "ol", "pre", "p", "table")


def on_its_own(finished: str, base: str) -> str:
    """Finished HTML of ours with whole links, without what only a page of ours needs, and with the numbers and the line
    breaks that were typed. `base`: the whole address of the page."""
    whole = html.fragment_fromstring(finished, create_parent="div")
    for one in list(whole.iter(html.etree.Element)):
        _alone(one)
        if one.get("href"):
            one.set("href", urljoin(base, one.get("href")))
        for name in _OF_PAGES:
            one.attrib.pop(name, None)
    written = str(html.tostring(whole, encoding="unicode"))
    return written.removeprefix("<div>").removesuffix("</div>").strip()


def _alone(one: Element) -> None:
    """Say in HTML what the style sheets say of a class."""
    classes = set(one.classes)
    if "numbered" in classes:  # the number or sign of each entry is in its text
        one.tag = "div"
        for entry in one.iterchildren("li"):
            entry.tag = "div"
    if "indent" in classes:
        one.text = (one.text or "").replace(" ", "\u00a0")
    if "typed" in classes and not any(child.tag in _BLOCKS for child in one):
        for child in list(one):
            _break_lines(child, child.tail, after=True)
        _break_lines(one, one.text, after=False)


def _break_lines(one: Element, text: str | None, after: bool) -> None:
    """Break the lines of the text within an element before its first child, or after the element."""
    first, *lines = (text or "").split("\n")
    breaks = [html.Element("br") for _line in lines]
    for line, at in zip(lines, breaks, strict=True):
        at.tail = line
    if after:
        one.tail = first
        for at in reversed(breaks):
            _put_behind(one, at)
    else:
        one.text = first
        one[:0] = breaks


def _put_behind(one: Element, other: Element) -> None:
    above = one.getparent()
    above.insert(above.index(one) + 1, other)
