"""Rules about minutes and terms, which are written in Markdown."""

import re
from collections.abc import Iterator
from html.entities import html5
from itertools import islice
from urllib.parse import unquote

from macros.language import _, is_language, marked
from macros.record import Archive, Filed, Place, Problem, Severity, Text, fences, markdown, nearest, signs, tables
from macros.record.models import Meeting, ProseMark, ShortProseMark, every_item, leaves
from macros.register import Register, page_addresses

_MOST = 20
# Not every word in angle brackets: minutes write "<name withheld>" too.
_TAGS = (
    "a|abbr|article|aside|b|big|blockquote|body|br|button|center|cite|code|col|dd|del|details|div|dl|dt|em|figure|font|form"
    "|h[1-6]|head|hr|html|i|iframe|img|input|ins|kbd|li|link|mark|meta|nav|ol|p|pre|q|s|samp|script|section|small|span"
    "|strike|strong|style|sub|summary|sup|svg|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|video|wbr"
)
_SIGNS = (
    (re.compile(r"!\[[^\[\]\n]{0,600}\][(\[]"),
     marked("'{found}' shows no picture, and appears as typed; write [words](https://...), or leave it as text")),
    (re.compile(r"<!--"),
     marked("'{found}' hides nothing: what stands behind it is published; delete the remark, or leave it as text")),
    (re.compile(rf"</?(?:{_TAGS})(?:\s[^<>\n]{{0,600}})?/?>", re.IGNORECASE),
     marked("'{found}' is HTML, and appears as typed; delete it, or leave it as text")),
)  # fmt: skip
_BLOCK_SIGNS = (
    (re.compile(r"^[ \t]{0,40}(?:-{2,200}|={3,200})[ \t]{0,40}$", re.MULTILINE),
     marked("'{found}' makes no heading and no line, and appears as typed; write '# ' before the heading, or leave it "
            "as text")),
    (re.compile(r"^[^|\n]{1,600}\|[^\n]{1,600}\n[ \t]{0,40}:?-[-:| \t]{0,600}\|[-:| \t]{0,600}$", re.MULTILINE),
     marked("'{found}' begins no table, and appears as typed; begin each line with '|', or leave it as text")),
)  # fmt: skip
_LINK_OR_NOTHING = re.compile(r"(?<!!)\[[^\[\]\n]{1,600}\]\(([^()\n]{0,600}[/.#:][^()\n]{0,600})\)")
_ATTRIBUTES = re.compile(r"\[[^\[\]\n]{1,600}\]\{[^{}\n]{0,200}\}")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_DEFINITION = re.compile(r"^\[[^\[\]\n]{1,200}\]:[ \t]+(?:https?://|/|\.)\S{0,600}", re.MULTILINE)
_NUMBERED_HEADING = re.compile(r"#[ \t]+\d+[ \t]+\S")
_MAY_BE_MINUS = re.compile(r"-[ \t]+\d")
_NEW_LINE = re.compile(rf"(?:[-{signs.BULLETS}]|\(?[0-9A-Za-z]{{1,5}}[.)])[ \t]+\S")
# In a short text, the last word of a sentence is more likely than an entry of a list.
_NEW_ENTRY = re.compile(rf"(?:[-{signs.BULLETS}]|\(?[0-9a-z]{{1,2}}\)|\d{{1,2}}\.)[ \t]+\S")


def marked_languages_are_known(archive: Archive) -> Iterator[Problem]:
    """Words marked as being in another language have the code of an existing language.

        'welsh' is not the code of a language; write it like cy, as in [Bwrdd Iechyd]{lang=cy}

    Use the code of two or three letters: `cy` is Welsh, `gd` Gaelic, `fr` French.
    """
    for text in _prose(archive):
        for found in markdown.LANGUAGE.finditer(fences.outside(text.value or "")):
            if not is_language(found[3]):
                message = _("'{tag}' is not the code of a language; write it like cy, as in {example}")
                said = message.format(tag=found[3], example="[Bwrdd Iechyd]{lang=cy}")
                yield Problem(text.place_of(found.start(3)), Severity.ERROR, said)


def what_is_typed_is_meant(archive: Archive) -> Iterator[Problem]:
    """Minutes and terms use only the marks that work here. Everything else appears as typed.

        warning: '![Map](' shows no picture, and appears as typed; write [words](https://...), or leave it as text
        warning: '<!--' hides nothing: what stands behind it is published; delete the remark, or leave it as text
        warning: '<br>' is HTML, and appears as typed; delete it, or leave it as text
        warning: '---' makes no heading and no line, and appears as typed; write '# ' before the heading, or leave it
          as text
        warning: '../terms/' is no address of a link, and appears as typed; begin it with https://, mailto: or / and
          write no space in it, or leave it as text
        warning: '[a]: https://example.org' belongs to no link, and appears as typed; write [words](https://...), or
          leave it as text
        warning: '[x]{.big}' appears as typed; only a language can be marked so, like [Bwrdd Iechyd]{lang=cy}
        warning: '&amp;' appears as typed; write the character itself, or leave it as text
        warning: this row has 5 cells and the first has 4, so the table appears as typed; give each row as many, or
          leave it as text
        warning: 'A | B' begins no table, and appears as typed; begin each line with '|', or leave it as text
        warning: this line is joined to the one above; write '|' behind the key to keep the lines, or leave it as it is

    The page "Words, and how a file is written" of this guide lists the marks. If the page should show what you typed,
    leave the warning: you can still publish.
    """
    for text, mark in _marked_prose(archive):
        typed = fences.outside(text.value or "")
        blocks = () if isinstance(mark, ShortProseMark) else _untaken_blocks(typed)
        found = sorted({*_untaken(typed), *blocks})
        for at, message in islice(found, _MOST):
            begun = (text.value or "")[at:].split()
            name = f"as typed {begun[0][:20] if begun else at}"
            yield Problem(text.place_of(at), Severity.WARNING, message, name)
        for place in _joined(text, _NEW_ENTRY if isinstance(mark, ShortProseMark) else _NEW_LINE):
            said = _(
                "this line is joined to the one above; write '|' behind the key to keep the lines, or leave it as it is"
            )
            yield Problem(place, Severity.WARNING, said, "joined lines")


def marks_are_meant(archive: Archive) -> Iterator[Problem]:
    """A sign that may be a mark or a part of the text is said to be taken for a mark.

        note: '# 3 Vehicles' is a heading; if the sign means a number, write it without the space, like #3, or leave it
        note: '- 4 degrees' is an entry of a list; if the sign is a minus, write it without the space, like -4, or leave
          it
        note: '*log*' appears in italics without the stars; if they belong to the text, put it in quotation marks, or
          leave it

    If the mark is meant, leave the note. A heading, a list or italics that can be nothing else is never noted.
    """
    for text, mark in _marked_prose(archive):
        find = doubtful_marks if isinstance(mark, ShortProseMark) else doubtful
        for at, message in islice(find(fences.outside(text.value or "")), _MOST):
            yield Problem(text.place_of(at), Severity.NOTE, message)


def doubtful(text: str) -> Iterator[tuple[int, str]]:
    """Each sign of a text that is taken for a mark and may be a part of the text: its position and the message."""
    yield from doubtful_marks(text)
    for above, line, _below, begins in _lines(text):
        if _NUMBERED_HEADING.match(line.strip()) and _goes_on(above) and not signs.means_number(line.strip()):
            said = _(
                "'{found}' is a heading; if the sign means a number, write it without the space, like #3, or leave it"
            )
            yield begins, said.format(found=_short(line))


def doubtful_marks(text: str) -> Iterator[tuple[int, str]]:
    """The same of a short text, which has no headings."""
    for above, line, below, begins in _lines(text):
        if _MAY_BE_MINUS.match(line.strip()) and not signs.means_minus(line, above, below):
            first = not above.strip().startswith("- ")
            if first and (_goes_on(above) or (not above.strip() and not below.strip().startswith("- "))):
                said = _("'{found}' is an entry of a list; if the sign is a minus, write it without the space, like "
                         "-4, or leave it")  # fmt: skip
                yield begins, said.format(found=_short(line))
    for found in markdown.starred_words(text):
        said = _("'{found}' appears in italics without the stars; if they belong to the text, put it in quotation "
                 "marks, or leave it")  # fmt: skip
        yield found.start(), said.format(found=found[0])


def _lines(text: str) -> Iterator[tuple[str, str, str, int]]:
    """Each line between the one above and the one below, and the position of its first sign that is no space."""
    lines, at = ["", *text.split("\n"), ""], 0
    for above, line, below in zip(lines, lines[1:], lines[2:], strict=False):
        yield above, line, below, at + len(line) - len(line.lstrip())
        at += len(line) + 1


def _goes_on(above: str) -> bool:
    """Whether a line is one of a sentence, which the next line may go on with."""
    return bool(above.strip()) and above.strip()[0] not in "#-|" and above.strip()[-1] not in ".:;!?"


def _short(line: str) -> str:
    return " ".join(line.split()[:3])


def links_lead_to_pages(register: Register) -> Iterator[Problem]:
    """A link of minutes, titles or terms to a meeting, an action, a person or the terms leads to a page of this site.

        the link to '/meetings/2022-03-12/' leads to no page; did you mean '/meetings/2022-03-21/'?
        the link to '/meetings/2022-03-12/' leads to no page; correct it, or write the words without a link

    Open the page that is meant, and copy its address from the browser, from the first slash after the name of the site.
    If this site has no such page, write the words without brackets and address.
    """
    pages = {*page_addresses(register), *register.archive.moved_pages}
    ours = {page.partition("/")[0] for page in page_addresses(register)}
    for text in (*_prose(register.archive), *_titles(register.archive)):
        for at, address in markdown.own_links(text.value or ""):
            page = unquote(re.split(r"[?#]", address[1:])[0]) if address[0] == "/" else ""
            is_file = "." in page.rpartition("/")[2]
            if page.partition("/")[0] in ours and not is_file and page not in pages:
                known = [f"/{known}" for known in pages]
                fix = nearest(f"/{page}", known) or _("; correct it, or write the words without a link")
                said = _("the link to '{address}' leads to no page{fix}")
                yield Problem(text.place_of(at), Severity.ERROR, said.format(address=address, fix=fix))


def _prose(archive: Archive) -> Iterator[Text]:
    """Each text in Markdown, as typed."""
    return (text for text, _mark in _marked_prose(archive))


def titles(filed: Filed[Meeting]) -> Iterator[Text]:
    """The title of each item of an agenda, in which words can be a link."""
    for path, item in every_item(filed.record.agenda):
        if item.title:
            yield filed.text_at((*path, "title"))


def _titles(archive: Archive) -> Iterator[Text]:
    return (text for filed in archive.meeting_files.values() for text in titles(filed))


def _marked_prose(archive: Archive) -> Iterator[tuple[Text, ProseMark]]:
    """Each with the mark of its Markdown."""
    for filed in archive.every_file:
        for path, _value, mark in leaves(filed.record):
            if mark:
                yield filed.text_at(path), mark


def _untaken_blocks(text: str) -> Iterator[tuple[int, str]]:
    """The same of headings and tables."""
    for pattern, sentence in _BLOCK_SIGNS:
        for found in pattern.finditer(text):
            yield _at(found), _(sentence).format(found=_shown(found))
    yield from _uneven_tables(text)


def _untaken(text: str) -> Iterator[tuple[int, str]]:
    """What looks like Markdown or HTML and appears as typed: the position and the message of each."""
    for pattern, sentence in _SIGNS:
        for found in pattern.finditer(text):
            yield _at(found), _(sentence).format(found=_shown(found))
    for found in _LINK_OR_NOTHING.finditer(text):
        taken = markdown.LINK.match(text, found.start())
        if not taken or not markdown.is_link(taken[2]):
            said = _("'{found}' is no address of a link, and appears as typed; begin it with https://, mailto: or / "
                     "and write no space in it, or leave it as text")  # fmt: skip
            yield found.start(1), said.format(found=found[1])
    for found in _ATTRIBUTES.finditer(text):
        if not markdown.LANGUAGE.match(text, found.start()):
            said = _("'{found}' appears as typed; only a language can be marked so, like {example}")
            yield found.start(), said.format(found=_shown(found), example="[Bwrdd Iechyd]{lang=cy}")
    for found in _ENTITY.finditer(text):
        if found[0][1] == "#" or found[0][1:] in html5:
            said = _("'{found}' appears as typed; write the character itself, or leave it as text")
            yield found.start(), said.format(found=found[0])
    for found in _DEFINITION.finditer(markdown.with_references(text)):
        said = _("'{found}' belongs to no link, and appears as typed; write [words](https://...), or leave it as text")
        yield text.index(found[0]), said.format(found=_shown(found))


def _uneven_tables(text: str) -> Iterator[tuple[int, str]]:
    lines, at = text.split("\n"), 0
    first: str | None = None
    for number, line in enumerate(lines):
        if not tables.is_row(line):
            first = None
        elif first is None and number + 1 < len(lines) and tables.is_row(lines[number + 1]):
            first = line if tables.is_under_headings(lines[number + 1]) else ""
        elif first and (cells := len(tables.cells_of(line))) != (expected := len(tables.cells_of(first))):
            said = _("this row has {number} cells and the first has {expected}, so the table appears as typed; give "
                     "each row as many, or leave it as text")  # fmt: skip
            yield at + len(line) - len(line.lstrip()), said.format(number=cells, expected=expected)
        at += len(line) + 1


def _joined(text: Text, begins: re.Pattern[str]) -> Iterator[Place]:
    """The lines that begin like a new one (`begins`) in the file and that YAML joins to the one above."""
    lines = {line.strip() for line in (text.value or "").split("\n")}
    for number, line in enumerate(text.written.split("\n")[1:], start=1):
        words = line.strip()
        if begins.match(words) and not lines & {words, words.rstrip("\"'")}:
            yield Place(text.place.file, text.place.line + number, len(line) - len(line.lstrip()) + 1)


def _at(found: re.Match[str]) -> int:
    return found.start() + len(found[0]) - len(found[0].lstrip())


def _shown(found: re.Match[str]) -> str:
    """What was found, as a message shows it: one line of at most 60 characters."""
    words = found[0].strip().split("\n")[0]
    return words if len(words) <= 60 else f"{words[:57]}..."
