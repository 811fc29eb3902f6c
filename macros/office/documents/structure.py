"""The structure tree of a PDF, put into the form that PDF/UA-1 (ISO 14289-1, 7.1 to 7.5 and 7.18.5) and ISO 32000-1
(14.8.4) ask for where WeasyPrint's own has another: lists, tables and links hold only what may be in them, each heading
of a table says what it is the heading of, and what is printed in the margins is an artifact."""

from collections.abc import Iterator
from typing import Any, TypeAlias

Element: TypeAlias = Any  # a dictionary of pydyf, which has no types of its own
Kid: TypeAlias = bytes | int  # a reference to an element or an annotation, or the number of marked content

_AROUND_KIDS = {("L", "Div"), ("L", "NonStruct"), ("Table", "Table")}
_SAY_NOTHING_EMPTY = ("Caption", "Div", "Link", "NonStruct", "Span", "Table")
_OF_ITEMS = ("Lbl", "LBody")
_NOTHING = b"null"
_PIXEL = 0.75  # points


def straighten(_document: object, pdf: Any) -> None:
    """Change a `pydyf.PDF` of WeasyPrint, before it is written."""
    tree = _Tree(pdf)
    tree.straighten(tree.top, None, is_in_head=False)
    tree.name_parents()
    tree.mark_margins()


class _Tree:
    def __init__(self, pdf: Any) -> None:
        self.pdf = pdf
        root = self._at(pdf.catalog["StructTreeRoot"])
        self.top, self.parents = self._at(root["K"][0]), self._at(root["ParentTree"])["Nums"]
        self.pages = [self._at(page) for page in pdf.page_references]

    def _at(self, reference: bytes) -> Element:
        return self.pdf.objects[int(reference.split()[0])]

    def straighten(self, element: Element, annotations: list[Kid] | None, is_in_head: bool) -> None:
        """Put an element and all below it in order. `annotations`: those of the link that it is in, if it is in one."""
        kind = _kind(element)
        if kind == "TH":
            element["A"]["Scope"] = "/Column" if is_in_head else "/Row"
        if kind == "Link" and annotations is not None:
            element["S"] = "/Span"
        within = [] if kind == "Link" and annotations is None else annotations
        kids: list[Kid] = []
        for kid in element["K"]:
            if isinstance(kid, int):
                kids.append(kid)
            elif "S" not in (child := self._at(kid)):
                (kids if within is None else within).append(kid)
            else:
                self.straighten(child, within, is_in_head or kind == "THead")
                kids += self._kept(element, kid)
        if within is not annotations:
            kids = [*(within or ()), *kids]
        if kind == "Table":
            kids.sort(key=lambda kid: _kind(self._at(kid)) != "Caption")  # type: ignore[arg-type]
        if kind == "LI":
            kids = [kid if _kind(self._at(kid)) in _OF_ITEMS else self._as_body(element, kid) for kid in kids]  # type: ignore[arg-type]
        element["K"][:] = kids

    def _as_body(self, item: Element, kid: bytes) -> bytes:
        body = type(item)({"Type": "/StructElem", "S": "/LBody", "Pg": item["Pg"], "P": item.reference})
        body["K"] = type(item["K"])([kid])
        self.pdf.add_object(body)
        self._at(kid)["P"] = body.reference
        return bytes(body.reference)

    def _kept(self, element: Element, kid: bytes) -> list[Kid]:
        """What an element keeps of one below it: that one, only what is in it, or nothing."""
        child = self._at(kid)
        if not child["K"] and _kind(child) in _SAY_NOTHING_EMPTY:
            return []
        if (_kind(element), _kind(child)) == ("L", "Span"):  # a space between its items: in HTML a list has no text
            return []
        if (_kind(element), _kind(child)) not in _AROUND_KIDS:
            return [kid]
        for one in child["K"]:
            self._at(one)["P"] = element.reference
        return list(child["K"])

    def name_parents(self) -> None:
        """Write anew in which element each marked content and each annotation is."""
        pages = {page.reference: page["StructParents"] for page in self.pages}
        found: dict[int, Any] = {nth: [_NOTHING] * len(self.parents[2 * nth + 1]) for nth in pages.values()}
        for element in self._elements(self.top):
            for kid in element["K"]:
                if isinstance(kid, int):
                    found[pages[element["Pg"]]][kid] = element.reference
                elif "S" not in (child := self._at(kid)):
                    found[self._at(child["Obj"])["StructParent"]] = element.reference
        for place in range(0, len(self.parents), 2):
            if isinstance(of_page := found.get(self.parents[place], _NOTHING), list):
                self.parents[place + 1][:] = of_page
            else:
                self.parents[place + 1] = of_page

    def _elements(self, element: Element) -> Iterator[Element]:
        yield element
        for kid in element["K"]:
            if not isinstance(kid, int) and "S" in (child := self._at(kid)):
                yield from self._elements(child)

    def mark_margins(self) -> None:
        """Mark what is in no element as an artifact: the header or the footer of a page, or a space in its layout (ISO
        14289-1, 7.8, and ISO 32000-1, 14.8.2.2)."""
        for page in self.pages:
            parents = self.parents[2 * page["StructParents"] + 1]
            drawn, middle = self._at(page["Contents"]).stream, page["MediaBox"][3] / _PIXEL / 2
            for place, properties in enumerate(drawn):
                if isinstance(properties, dict) and "MCID" in properties and parents[properties["MCID"]] is _NOTHING:
                    drawn[place - 1], drawn[place] = "/Artifact", _artifact(drawn[place:], middle)


def _artifact(drawn: list[Any], middle: float) -> str:
    """What an artifact is. `drawn`: the page from its beginning on; `middle`: that of the page, from its top."""
    for one in drawn:
        if isinstance(one, bytes) and one.endswith(b" Tm"):  # where a text stands, from the top
            place = "Header" if float(one.split()[5]) < middle else "Footer"
            return f"<</Type /Pagination /Subtype /{place}>>"
        if one == b"EMC":
            break
    return "<</Type /Layout>>"


def _kind(element: Element) -> str:
    return str(element["S"])[1:]
