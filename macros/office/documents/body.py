"""The body of an OpenDocument text, from the HTML of a meeting's page."""

from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

from macros.office.documents.content import Element
from macros.office.documents.flow import Flow, element
from macros.office.documents.tables import caption_of, column_widths, table

WIDTH = 17.0  # of the text, in centimetres, as in odt_styles.xml
_BLOCKS = frozenset(
    (
        "address",
        "article",
        "aside",
        "blockquote",
        "div",
        "dd",
        "dt",
        "figure",
        "footer",
        "header",
        "p",
        "pre",
        "section",
    )
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_STYLES = {"blockquote": "Quotations", "pre": "Preformatted_20_Text", "dt": "Term", "dd": "Definition"}
_STYLES_BY_CLASS = {"document-group": "Subtitle"}
_MARKS = {"strong": "Strong", "b": "Strong", "em": "Emphasis", "i": "Emphasis", "code": "Code", "kbd": "Code",
          "del": "Deleted", "s": "Deleted", "ins": "Inserted", "sub": "Below", "sup": "Above"}  # fmt: skip
# Which classes look so on the page, and whether their lines or all their white space are kept.
_LOOKS = {"status": "Strong", "id": "Strong", "aside": "Aside", "printed-title": "Emphasis"}
_KEPT = {"typed": "pre-line", "indent": "pre-wrap"}
_SIGNS = {"ins": "+", "del": "−"}
_BLOCKS_IN_TYPED = ("ul", "ol", "pre")


class Body:
    """Writes the elements of HTML into the body of a document.

    `linked`: the ids that links within the page lead to.
    Afterwards, `languages` has the name of the style of each language, and `columns` the widths of those of each table.
    """

    def __init__(self, into: Element, linked: frozenset[str]) -> None:
        self.flow, self.linked = Flow(into), linked
        self.languages: dict[str, str] = {}
        self.columns: dict[str, list[float]] = {}

    def write(self, one: Element) -> None:
        """Write an element, and not what follows it."""
        if not isinstance(one.tag, str) or _is_for_screen_readers(one):
            return
        if one.get("id") in self.linked:
            self.flow.anchor(str(one.get("id")))
        with ExitStack() as ends:
            before = self.flow.keeps
            ends.callback(setattr, self.flow, "keeps", before)
            self.flow.keeps = _keeps(one, before)
            for name, attributes in self._marks(one):
                ends.enter_context(self.flow.marked(name, **attributes))
            self._written(one)

    def _written(self, one: Element) -> None:
        write = _ELEMENTS.get(one.tag)
        if write:
            write(self, one)
        elif one.tag in _HEADINGS:
            self.flow.begin(_HEADINGS[one.tag])
            self.inside(one)
            self.flow.end()
        elif one.tag in _BLOCKS:
            by_class = (style for name in _classes(one) if (style := _STYLES_BY_CLASS.get(name)))
            with self.flow.within(self.flow.into, next(by_class, _STYLES.get(one.tag, ""))):
                self.inside(one)
        else:
            if "status" in _classes(one) and self.flow.style == "Table_20_Heading":
                self.flow.line_break()  # as the style sheets have it
            self.flow.text(_SIGNS.get(one.tag))
            self.inside(one)

    def inside(self, one: Element) -> None:
        """Write what is in an element."""
        self.flow.text(one.text)
        for child in one:
            self.write(child)
            self.flow.text(child.tail)

    def _marks(self, one: Element) -> list[tuple[str, dict[str, str]]]:
        looks = [_MARKS.get(one.tag), *(_LOOKS.get(name) for name in _classes(one))]
        marks = [("text:span", {"text_style_name": look}) for look in dict.fromkeys(looks) if look]
        if spoken := one.get("lang"):
            style = self.languages.setdefault(spoken, f"Language_{len(self.languages) + 1}")
            marks.append(("text:span", {"text_style_name": style}))
        if one.tag == "a" and (there := one.get("href")):
            marks.append(("text:a", {"xlink_type": "simple", "xlink_href": there}))
        return marks

    def terms(self, one: Element) -> None:
        """Write a list of terms; what initials stand for is beside them."""
        if "initials" not in _classes(one):
            self.inside(one)
            return
        for pair in one:
            with self.flow.within(self.flow.into, "Names"):
                for term in pair.iterchildren("dt"):
                    with self.flow.marked("text:span", text_style_name="Strong"):
                        self.inside(term)
                self.flow.tab()
                for meant in pair.iterchildren("dd"):
                    self.inside(meant)

    def list(self, one: Element) -> None:
        """Write a list; people in running lines stay so."""
        if "people" in _classes(one):
            self.inside(one)
            return
        into = element("text:list", text_style_name=_style_of_list(one))
        self.flow.end()
        self.flow.into.append(into)
        for nth, item in enumerate(one.iterchildren("li")):
            start = {"text_start_value": one.get("start")} if not nth and one.get("start", "").isdigit() else {}
            inner = element("text:list-item", **start)
            into.append(inner)
            with self.flow.within(inner, "List_20_Contents"):
                self.write(item)
            if not len(inner):
                inner.append(element("text:p", text_style_name="List_20_Contents"))

    def table(self, one: Element) -> None:
        """Write a table."""
        self.flow.end()
        name = f"Table{len(self.columns) + 1}"
        self.columns[name] = column_widths(one, WIDTH)
        if caption := caption_of(one):
            with self.flow.within(self.flow.into, "Caption"):
                self.flow.text(caption)
        self.flow.into.append(table(one, name, self.columns[name], self._cell))

    def _cell(self, into: Element, cell: Element, style: str) -> None:
        row = cell.getparent()
        if cell is row[0] and row.get("id") in self.linked:
            self.flow.anchor(str(row.get("id")))
        with self.flow.within(into, style):
            self.write(cell)
        if not len(into):
            into.append(element("text:p", text_style_name=style))

    def line_break(self, one: Element) -> None:
        """Write a line break."""
        self.flow.line_break()

    def rule(self, one: Element) -> None:
        """Write a line across the page."""
        self.flow.end()
        self.flow.into.append(element("text:p", text_style_name="Horizontal_20_Line"))

    def image(self, one: Element) -> None:
        """Write what an image is said to show."""
        self.flow.text(one.get("alt"))


_ELEMENTS: dict[str, Callable[[Any, Element], None]] = {
    "dl": Body.terms, "ul": Body.list, "ol": Body.list, "table": Body.table, "br": Body.line_break, "hr": Body.rule,
    "img": Body.image,
}  # fmt: skip


def _classes(one: Element) -> list[str]:
    return (one.get("class") or "").split()


def _is_for_screen_readers(one: Element) -> bool:
    return "visually-hidden" in _classes(one)


def _style_of_list(one: Element) -> str:
    if "numbered" in _classes(one):  # the numbers or signs of its entries are in the text
        return "As_typed"
    return "Numbered" if one.tag == "ol" else "Bulleted"


def _keeps(one: Element, before: str) -> str:
    """What of the white space is kept, as the style sheets have it."""
    if one.tag in ("pre", "code", "kbd"):
        return "pre-wrap"
    found = [kept for name, kept in _KEPT.items() if name in _classes(one)]
    if found and any(child.tag in _BLOCKS_IN_TYPED for child in one):
        return ""
    return found[0] if found else before
