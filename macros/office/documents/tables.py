"""Tables of an OpenDocument text, from those of HTML."""

from collections.abc import Callable

from macros.office.documents.content import Element
from macros.office.documents.flow import element

Write = Callable[[Element, Element, str], None]

# In letters: a column is at least and at most so wide.
_LEAST, _MOST = 6, 60
_EMPTY_SAID = ("agenda", "reviewed", "cards")


def table(one: Element, name: str, widths: list[float], write: Write) -> Element:
    """A table of HTML as `table:table`, with the rows of its head as its header rows.

    `widths`: one for each column. `write` writes a cell of HTML into one of the document, in paragraphs of a style.
    """
    found = element("table:table", table_name=name, table_style_name="Table")
    for nth in range(len(widths)):
        found.append(element("table:table-column", table_style_name=column_style(name, nth)))
    heads = element("table:table-header-rows")
    for row in one.iter("tr"):
        is_head = row.getparent().tag == "thead"
        if is_head and not len(heads):
            found.append(heads)
        (heads if is_head else found).append(_row(one, row, len(widths), write))
    return found


def column_style(table: str, nth: int) -> str:
    """The name of the style of a column."""
    return f"{table}.{nth + 1}"


def column_widths(one: Element, whole: float) -> list[float]:
    """The width of each column of a table of HTML, by the longest text in it, which together are the whole."""
    rows = [list(row.iterchildren("th", "td")) for row in one.iter("tr")]
    letters = [_letters(rows, nth) for nth in range(max(map(_wide, rows), default=1))]
    return [round(whole * found / sum(letters), 2) for found in letters]


def caption_of(one: Element) -> str:
    """The caption of a table of HTML as text; empty if it has none."""
    return " ".join("".join(text for caption in one.iterchildren("caption") for text in caption.itertext()).split())


def _row(one: Element, row: Element, columns: int, write: Write) -> Element:
    found = element("table:table-row", table_style_name="Table_Row")
    left = columns
    for cell in row.iterchildren("th", "td"):
        is_head = cell.tag == "th"
        span = min(_span(cell), left)
        attributes = {"table_number_columns_spanned": str(span)} if span > 1 else {}
        into = element("table:table-cell", table_style_name="Table_Cell", office_value_type="string", **attributes)
        found.append(into)
        found.extend(element("table:covered-table-cell") for _nth in range(span - 1))
        left -= span
        write(into, cell, "Table_20_Heading" if is_head else "Table_20_Contents")
        if cell.tag == "td" and _is_empty(cell) and set(_EMPTY_SAID) & set((one.get("class") or "").split()):
            into[0].text = "–"  # as the style sheets have it
    for _nth in range(left):
        found.append(element("table:table-cell", table_style_name="Table_Cell"))
        found[-1].append(element("text:p"))
    return found


def _is_empty(cell: Element) -> bool:
    return not len(cell) and not cell.text


def _wide(row: list[Element]) -> int:
    return sum(map(_span, row))


def _span(cell: Element) -> int:
    found = cell.get("colspan", "")
    return max(int(found), 1) if found.isdigit() else 1


def _letters(rows: list[list[Element]], nth: int) -> int:
    cells = [row[nth] for row in rows if nth < len(row)]
    longest = max((len(" ".join("".join(cell.itertext()).split())) for cell in cells), default=0)
    return min(max(longest, _LEAST), _MOST)
