"""Features of Word documents that python-docx lacks: properties of tables, styles and documents for accessibility,
and reproducible output."""

import io
import zipfile
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Row

from macros.language import language_tag

_FONT = "Arial"
_EPOCH = (1980, 1, 1, 0, 0, 0)


def add_element(parent: Any, tag: str, **attributes: str) -> Any:
    """Add an element like `w:tblHeader` to an element of the document."""
    element = OxmlElement(tag)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    parent.append(element)
    return element


def keep_row_together(row: _Row) -> None:
    """Prevent a page break within a row."""
    add_element(row._tr.get_or_add_trPr(), "w:cantSplit")


def repeat_as_header(row: _Row) -> None:
    """Make a row the header of its table, repeated on each page."""
    add_element(row._tr.get_or_add_trPr(), "w:tblHeader")


def describe(table: Table, title: str, description: str) -> None:
    """Give a table the title and the description for screen readers."""
    add_element(table._tbl.tblPr, "w:tblCaption", val=title)
    add_element(table._tbl.tblPr, "w:tblDescription", val=description)


def pad_cells(table: Table) -> None:
    """Add padding to the cells of a table, and shade its first row."""
    room: Any = OxmlElement("w:tblCellMar")
    for side in ("top", "left", "bottom", "right"):
        add_element(room, f"w:{side}", w="85", type="dxa")
    table._tbl.tblPr.insert_element_before(room, "w:tblLook", "w:tblCaption")
    for cell in table.rows[0].cells:
        add_element(cell._tc.get_or_add_tcPr(), "w:shd", val="clear", color="auto", fill="EDEDED")


def field(paragraph: Any, instruction: str, shown: str) -> None:
    """Add a field that Word computes, such as PAGE, with the text to show until then."""
    run = add_element(add_element(paragraph._p, "w:fldSimple", instr=instruction), "w:r")
    add_element(run, "w:t").text = shown


def set_style(document: Document, name: str, size: int, bold: bool) -> None:
    """Give a paragraph style our font and size, black and without a border, instead of the theme's."""
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)
    font = style.font
    font.name, font.size, font.bold, font.italic = _FONT, Pt(size), bold, False
    font.color.rgb = RGBColor(0, 0, 0)
    for line in style.element.findall(f"{qn('w:pPr')}/{qn('w:pBdr')}"):
        line.getparent().remove(line)
    fonts = style.element.rPr.rFonts
    for key in list(fonts.attrib):
        if key.endswith("Theme"):
            del fonts.attrib[key]
    for script in ("eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), _FONT)


def set_language(document: Document) -> None:
    """Set the language of the document to the current locale."""
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), language_tag())
    for language in document.settings.element.iter(qn("w:themeFontLang")):
        language.set(qn("w:val"), language_tag())


def disable_compatibility_mode(document: Document) -> None:
    """Turn off Word's compatibility mode, in which it does not check accessibility."""
    for setting in document.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")


def remove_thumbnail(document: Document) -> None:
    """Remove the thumbnail of the template of python-docx."""
    relations = document.part.package.rels if document.part.package else {}
    for key in [key for key, found in relations.items() if found.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        del relations[key]


def reproducible_bytes(document: Document) -> bytes:
    """The bytes of the .docx file, independent of the time at which it is made."""
    made, out = io.BytesIO(), io.BytesIO()
    document.save(made)
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(zipfile.ZipInfo(name, _EPOCH), source.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
