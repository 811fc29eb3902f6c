"""The lists in minutes and terms: a rule for markdown-it, in place of its own.

An entry begins with a sign and a space. A dash is not shown, because the page has a sign of its own. Every other sign
stays as typed: the page shows it as text. What is indented further than the sign of an entry, by two columns or more,
belongs to that entry.
"""

from collections.abc import Iterator
from typing import NamedTuple

from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from macros.record import signs

# MarkdownIt drops what is nested deeper than its own limit of 20; each list counts for two.
_DEEPEST = 14
_WIDEST_GAP = 4
_TAB = 4


class Entry(NamedTuple):
    """The beginning of an entry. `kind`: the same for signs of one list. `column`, `text`: where its sign and its text
    begin, in columns; `at`: where its text begins in the source."""

    sign: str
    kind: str
    column: int
    text: int
    at: int

    @property
    def is_bullet(self) -> bool:
        """Whether the sign is no number and no letter."""
        return len(self.kind) == 1

    @property
    def is_first(self) -> bool:
        """Whether the sign is the first of its kind, like `1.` and `(i)`."""
        return self.sign.strip("().") in ("1", "a", "i", "A")


def entry_at(state: StateBlock, line: int) -> Entry | None:
    """The entry that a line begins."""
    begins, ends, column = state.bMarks[line] + state.tShift[line], state.eMarks[line], state.sCount[line]
    found = signs.ENTRY.match(state.src, begins, ends)
    if not found and column > 0:
        found = signs.LETTERED.match(state.src, begins, ends)
    if not found:
        return None
    sign = found[0]
    text, at = column + len(sign), found.end()
    while state.src[at] in " \t":
        text += _TAB - (text + state.bsCount[line]) % _TAB if state.src[at] == "\t" else 1
        at += 1
    return Entry(sign, signs.kind_of(sign), column, text, at)


def rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A list that begins in a line. `silent`: only whether it would end the paragraph above."""
    first = entry_at(state, start)
    if not first or state.level >= _DEEPEST:
        return False
    if silent:
        return _ends_paragraph(state, first, start)
    opened = _push(state, first, "list_open", 1)
    opened.attrs = {} if first.sign == "-" else {"class": "numbered"}
    begun, level, around = len(state.tokens), state.level, state.parentType
    state.parentType = "list"
    is_loose = ends_empty = False
    entry: Entry | None = first
    while entry:
        begins = state.line = start
        is_tight = _push_entry(state, entry, start, end)
        is_loose = is_loose or not is_tight or ends_empty
        start = state.line
        ends_empty = start - begins > 1 and state.isEmpty(start - 1)
        is_inside = start < end and state.sCount[start] >= state.blkIndent
        entry = entry_at(state, start) if is_inside else None
        entry = entry if entry and entry.kind == first.kind else None
    for token in () if is_loose else state.tokens[begun:]:
        token.hidden = token.hidden or (token.level == level + 1 and token.type.startswith("paragraph"))
    _push(state, first, "list_close", -1)
    state.parentType = around
    return True


def _push(state: StateBlock, first: Entry, kind: str, nesting: int) -> Token:
    of, tag = ("bullet", "ul") if first.is_bullet else ("ordered", "ol")
    return state.push(f"{of}_{kind}", tag, nesting)  # type: ignore[arg-type]


def _push_entry(state: StateBlock, entry: Entry, line: int, end: int) -> bool:
    """Push an entry with what belongs to it. Returns whether no empty line is within it."""
    state.push("list_item_open", "li", 1).info = "" if entry.sign == "-" else entry.sign
    around = state.tight, state.blkIndent, state.listIndent, state.tShift[line], state.sCount[line]
    inner = _inner_column(state, entry, line, end)
    state.tight, state.blkIndent, state.listIndent = True, inner, entry.text
    state.tShift[line], state.sCount[line] = entry.at - state.bMarks[line], entry.text
    state.md.block.tokenize(state, line, end)
    is_tight = state.tight
    state.tight, state.blkIndent, state.listIndent, state.tShift[line], state.sCount[line] = around
    state.push("list_item_close", "li", -1)
    return is_tight


def _inner_column(state: StateBlock, entry: Entry, line: int, end: int) -> int:
    """The column from which on a line belongs to an entry. The next number may stand further right than the one above,
    so it is within that entry only if it stands below its text, or begins anew with `1.` or `a.`."""
    least = entry.column + 2
    if entry.is_bullet:
        return least
    behind = entry.column + len(entry.sign)
    inner = entry.text if entry.text - behind <= _WIDEST_GAP else behind + 1
    for number in range(line + 1, end):
        if not state.isEmpty(number):
            if state.sCount[number] < least:
                break
            other = entry_at(state, number) if state.sCount[number] < inner else None
            if other and (other.kind != entry.kind or other.is_first):
                inner = other.column
    return inner


def _ends_paragraph(state: StateBlock, entry: Entry, line: int) -> bool:
    """Whether an entry ends the paragraph above: no minus, and at the same indentation no number except 1."""
    if entry.sign == "-":
        return not signs.means_minus(*(_whole_line(state, number) for number in (line, line - 1, line + 1)))
    number = entry.sign[:-1]
    return not number.isdigit() or int(number) == 1 or entry.column < state.blkIndent


def _whole_line(state: StateBlock, number: int) -> str:
    """A line with the signs of the entries in which it stands; empty behind the last."""
    return state.src[state.bMarks[number] : state.eMarks[number]] if number < state.lineMax else ""


def with_signs(tokens: list[Token]) -> Iterator[Token]:
    """The tokens with the sign of each entry that keeps it, as text in a span at its beginning."""
    sign = ""
    for token in tokens:
        if sign and token.type not in ("paragraph_open", "inline"):
            yield Token("inline", "", 0, children=_sign(sign))
            sign = ""
        if sign and token.type == "inline":
            token.children = [*_sign(sign), *(token.children or ())]
            sign = ""
        if token.type == "list_item_open":
            sign = token.info
        yield token


def _sign(sign: str) -> list[Token]:
    opened = Token("span_open", "span", 1, attrs={"class": "number"})
    texts = [Token("text", "", 0, content=words) for words in (sign, " ")]
    return [opened, texts[0], Token("span_close", "span", -1), texts[1]]
