"""The paper as a Word document that passes Word's own accessibility rules."""

import re
from collections.abc import Iterable
from datetime import datetime, time
from itertools import zip_longest

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from macros.language import _, language_tag, marked
from macros.office.paper import parts
from macros.office.paper.content import ActionRow, DatedText, Paper

_AGENDA = ((marked("No."), 1.4), (marked("Time"), 3.4), (marked("Agenda title"), 9.0), (marked("Lead"), 3.2))
_ACTIONS = ((marked("ID"), 2.9), (marked("Action"), 5.6), (marked("Owner"), 2.3), (marked("Update"), 6.2))
_FIELDS = re.compile(r"\{(page|pages)\}")
_STYLES = (("Normal", 11, False), ("Title", 20, True), ("Heading 1", 15, True), ("Caption", 10, True))


def word_document(paper: Paper) -> bytes:
    """The bytes of the .docx file; the same paper gives the same bytes."""
    document = _empty(paper)
    document.add_paragraph(paper.title, style="Title")
    for name, value in paper.facts:
        line = document.add_paragraph()
        line.paragraph_format.space_after = Cm(0.1)
        line.add_run(f"{name}: ").bold = True
        line.add_run(value)
    document.add_heading(_("Agenda"), 1)
    _agenda(document, paper)
    document.add_heading(_("Actions"), 1)
    _actions(document, paper)
    if paper.initials:
        document.add_heading(_("Initials"), 1)
        _initials(document, paper.initials)
    return parts.reproducible_bytes(document)


def _empty(paper: Paper) -> Document:
    document = docx.Document()
    for name, size, bold in _STYLES:
        parts.set_style(document, name, size, bold)
    parts.set_language(document)
    parts.disable_compatibility_mode(document)
    parts.remove_thumbnail(document)
    _describe(document, paper)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)
    _foot(section.footer.paragraphs[0], paper.publisher)
    return document


def _foot(foot: Paragraph, publisher: str) -> None:
    """Write the footer: the publisher, and page numbers, which Word computes."""
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    instructions = {"page": "PAGE", "pages": "NUMPAGES"}
    for text, name in _in_pairs(_FIELDS.split(_("{publisher}, page {page} of {pages}"))):
        if text:
            foot.add_run(text.replace("{publisher}", publisher))
        if name:
            parts.field(foot, instructions[name], "1")


def _in_pairs(texts: list[str]) -> Iterable[tuple[str, str]]:
    return zip_longest(texts[::2], texts[1::2], fillvalue="")


def _describe(document: Document, paper: Paper) -> None:
    properties = document.core_properties
    properties.title = paper.title[:255]
    properties.author = properties.last_modified_by = paper.publisher[:255]
    properties.subject = properties.comments = properties.keywords = ""
    properties.language = language_tag()
    properties.revision = 1
    properties.created = properties.modified = datetime.combine(paper.day, time())


def _agenda(document: Document, paper: Paper) -> None:
    rows = paper.agenda
    if not rows:
        document.add_paragraph(f"{paper.unknown}.")
        return
    said = _("Each row is an item: its number, time, title and lead.")
    cells = _table(document, 1, _("Agenda"), said, _AGENDA, len(rows))
    for row, (number, time_, title, lead) in zip(rows, cells, strict=True):
        for cell, text in zip((number, time_, title, lead), (row.number, row.time, row.title, row.lead), strict=True):
            cell.text = text


def _actions(document: Document, paper: Paper) -> None:
    if not paper.actions:
        document.add_paragraph(_("No action is listed."))
        return
    number = 2 if paper.agenda else 1
    said = _("Each row is an action: its id, wording, owner, and status with the update.")
    cells = _table(document, number, paper.about_actions, said, _ACTIONS, len(paper.actions))
    for row, (key, action, owner, update) in zip(paper.actions, cells, strict=True):
        key.text, owner.text = row.id, row.owner
        action.text = f"{row.heading}: {row.wording}" if row.heading else row.wording
        if row.due:
            action.add_paragraph(_("Due: {time}").format(time=row.due))
        _update(update, row)


def _update(cell: _Cell, row: ActionRow) -> None:
    first = cell.paragraphs[0]
    _say(first, row.status, bold=row.has_status)
    if row.update.text:
        _say(cell.add_paragraph(), row.update)
    if row.note:
        _say(cell.add_paragraph(), DatedText(_("Publisher’s note: {note}").format(note=row.note)))


def _say(paragraph: Paragraph, said: DatedText, bold: bool = False) -> None:
    paragraph.add_run(said.text).bold = bold
    if said.on:
        paragraph.add_run(f" ({said.on})")


def _table(
    document: Document, number: int, title: str, said: str, columns: tuple[tuple[str, float], ...], rows: int
) -> Iterable[tuple[_Cell, ...]]:
    """Add a table below its caption, with its header row filled in. Returns the cells of the other rows."""
    said_number = _("Table {number}: {title}").format(number=number, title=title)
    caption = document.add_paragraph(said_number, style="Caption")
    caption.paragraph_format.keep_with_next = True
    table = document.add_table(rows + 1, len(columns), style="Table Grid")
    table.autofit = False
    parts.describe(table, title, said)
    cells = [tuple(row.cells) for row in table.rows]
    for row in table.rows:
        parts.keep_row_together(row)
    parts.repeat_as_header(table.rows[0])
    for index, (head, width) in enumerate(columns):
        table.columns[index].width = Cm(width)
        for row_cells in cells:
            row_cells[index].width = Cm(width)
        cells[0][index].paragraphs[0].add_run(_(head)).bold = True
    parts.pad_cells(table)
    return cells[1:]


def _initials(document: Document, initials: tuple[tuple[str, str], ...]) -> None:
    for key, explained in initials:
        line = document.add_paragraph(style="List Bullet")
        line.add_run(f"{key}: ").bold = True
        line.add_run(explained)
