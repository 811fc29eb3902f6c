"""The Markdown of minutes and terms: a few marks, and everything else is the text that was typed.

    # words             a heading, with up to six signs
    - words             an entry of a list
    4. words, * words   an entry that keeps its number, bullet or, where it is indented, its letter; see `record.lists`
    | cell | cell |     a table: its second line is | --- | --- |, and all rows have the same number of cells
    **words**, *words*  bold and italic; see `_are_words`
    [words](address)    a link to http, https or mailto, or from the site's root, like /meetings/2022-03-21/
    [words][name]       a link to the address of the line `[name]: address`, which is not shown
    [words]{lang=cy}    words in another language, for screen readers (WCAG 3.1.2)
    [withheld: words]   why something that stood here is not published, as typed
    ```                 begins and ends lines in which nothing is a mark; see `record.fences`

A sign is text as typed where it cannot be meant as a mark: `# 1 berth` (number one), a minus at the beginning of a line
within a paragraph, and words in stars one after the other (`*log* and *abc*`) or in quotation marks.

Line breaks and indentation stay. CommonMark's other rules are left out on purpose: they number lists anew, and drop
backslashes, stars, definitions of links, surplus cells and whatever looks like HTML.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from macros.record import fences, lists, signs, tables

# Every repetition has a limit, so that no text takes longer than its length allows.
_LABEL = r"\[((?:[^\[\]\n]|\[[^\[\]\n]{0,200}\]){1,600})\]"
LINK = re.compile(rf"(?<!!){_LABEL}\(((?:[^\s()]|\([^\s()]{{0,200}}\)){{1,2000}})\)")
LANGUAGE = re.compile(rf"{_LABEL}\{{lang=([\"']?)([^\s\"'{{}}]{{1,60}})\2\}}")
WITHHELD = re.compile(r"\[withheld:\s?([^\s\[\]][^\[\]\n]{0,600})\]", re.IGNORECASE)
_STARRED = re.compile(r"(\*{1,2})([\"'“‘(\[]?[^\W_](?:[^*\n]{0,1000}[^\s*,;(/\[{<])?)\1(?![\w*\\])")
_OPENING = "([\"'“‘«–—"
_HEADING = re.compile(r"(#{1,6})[ \t]+(\S.*)")
_DEFINITION = re.compile(r"^\[([^\[\]\n]{1,200})\]:[ \t]+(\S{1,2000})[ \t]*$", re.MULTILINE)
_REFERENCE = re.compile(rf"(?<!!){_LABEL}\[([^\[\]\n]{{1,200}})\]")
_SPACES = re.compile(" +")
_ALIGNED = {(True, True): "center", (False, True): "right", (True, False): "left"}
# Nearly all short texts have no mark, which is seen much faster than it is parsed.
_MAY_BE_MARKED = re.compile(rf"\*|\]|```|~~~|^(?:[ \t]|[-{signs.BULLETS}][ \t]|\d{{1,9}}[.)][ \t])", re.MULTILINE)


def is_link(address: str) -> bool:
    """Whether a link of the record may lead to an address: http, https, mailto, a page of this site, or `#anchor`."""
    own = re.match(r"/(?![/\\])|#", address)
    return bool(own or re.match(r"(?:https?://|mailto:)", address, re.IGNORECASE))


def parse(text: str) -> list[Token]:
    """The text as tokens of markdown-it. The number or sign that an entry keeps is text in a span at its beginning."""
    return list(lists.with_signs(MARKDOWN.parse(with_references(text))))


def parse_short(text: str) -> list[Token] | None:
    """The tokens of a short text, such as the wording of an action, in which headings and tables are text as typed.
    None if it has no mark at all: then it is plain text."""
    if not _MAY_BE_MARKED.search(text):
        return None
    tokens = list(lists.with_signs(_SHORT.parse(with_references(text))))
    kinds = {inner.type for token in tokens for inner in (token, *(token.children or ()))}
    return None if kinds <= {"paragraph_open", "paragraph_close", "inline", "text", "softbreak"} else tokens


def has_blocks(tokens: Iterable[Token]) -> bool:
    """Whether there is a list or code in a parsed text, which can stand in no sentence."""
    return any(token.type in ("bullet_list_open", "ordered_list_open", "code_open") for token in tokens)


def in_one_line(tokens: Iterable[Token]) -> list[Token]:
    """Parsed paragraphs as what may stand within a sentence, with their line breaks as text."""
    out: list[Token] = []
    for token in tokens:
        if token.children:
            out += [
                *([_text("\n\n")] if out else []),
                *(_text("\n") if one.type == "softbreak" else one for one in token.children),
            ]
    return [Token("inline", "", 0, children=out)] if out else []


def _text(words: str) -> Token:
    return Token("text", "", 0, content=words)


def linked_words(text: str) -> Iterator[tuple[str, str]]:
    """The words of a title in parts, each with the address that it links to, or an empty one. A title has no other
    mark than a link."""
    at = 0
    for found in LINK.finditer(text):
        if is_link(found[2]):
            yield text[at : found.start()], ""
            yield found[1], found[2]
            at = found.end()
    yield text[at:], ""


def words_of_links(text: str) -> str:
    """A title without the addresses of its links."""
    return "".join(words for words, _address in linked_words(text))


def with_references(text: str) -> str:
    """The text with each `[words][name]` as `[words](address)`, and without the lines `[name]: address` that say so.
    The line of a name that is not used stays."""
    known = _definitions(fences.outside(text))
    used: set[tuple[str, str]] = set()

    def link(found: re.Match[str]) -> str:
        name = found[2].lower()
        if name not in known:
            return found[0]
        used.add((name, known[name]))
        return f"[{found[1]}]({known[name]})"

    def without_used(part: str) -> str:
        return _DEFINITION.sub(lambda found: "" if (found[1].lower(), found[2]) in used else found[0], part)

    if not known:
        return text
    parts = [(is_code, part if is_code else _REFERENCE.sub(link, part)) for is_code, part in fences.parts(text)]
    return "".join(part if is_code else without_used(part) for is_code, part in parts)


def starred_words(text: str) -> Iterator[re.Match[str]]:
    """Each single word with one star on each side that appears in italics."""
    for found in re.finditer(rf"(?<![^\s{re.escape(_OPENING)}]){signs.STARRED_WORD}(?![\w*\\])", text):
        if _are_words(found[0].strip("*"), "*") and not signs.is_in_pattern(text, found.start()):
            yield found


def own_links(text: str) -> Iterator[tuple[int, str]]:
    """The links to pages of this site in a text: the position of each and its address, with `/` or `#` in front."""
    text = fences.outside(text)
    known = _definitions(text)
    for found in LINK.finditer(text):
        if is_link(found[2]) and found[2][0] in "/#":
            yield found.start(2), found[2]
    for found in _REFERENCE.finditer(text) if known else ():
        address = known.get(found[2].lower(), "")
        if address[:1] in ("/", "#"):
            yield found.start(), address


def _definitions(text: str) -> dict[str, str]:
    """The address of each name in lines `[name]: address`; the first line of a name counts."""
    return {found[1].lower(): found[2] for found in reversed([*_DEFINITION.finditer(text)]) if is_link(found[2])}


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]


def _heading(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    line = _line(state, start)
    found = None if signs.means_number(line) else _HEADING.fullmatch(line)
    if found and not silent:
        state.line = start + 1
        _push(state, f"h{len(found[1])}", "heading", found[2], start)
    return bool(found)


def _code(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Lines between two lines of signs, as typed, with these two."""
    if "fences" not in state.env:
        state.env["fences"] = fences.fences(state.src)
    blocks = state.env["fences"]
    if start not in blocks:
        return False
    if not silent:
        state.line = blocks[start] + 1
        lines = [state.src[state.bMarks[number] : state.eMarks[number]] for number in range(start, state.line)]
        around = len(lines[0]) - len(lines[0].lstrip())
        words = "\n".join(line[:around].lstrip() + line[around:] for line in lines)
        state.push("code_open", "pre", 1)
        state.push("inline", "", 0).children = [Token("code_inline", "code", 0, content=words)]
        state.push("code_close", "pre", -1)
    return True


def _paragraph(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """As in CommonMark, except that an indented line keeps its indentation."""
    around, state.parentType = state.parentType, "paragraph"
    rules = state.md.block.ruler.getRules("paragraph")

    def ends_at(line: int) -> bool:
        return state.isEmpty(line) or any(rule(state, line, state.lineMax, True) for rule in rules)

    after = next(filter(ends_at, range(start + 1, state.lineMax)), state.lineMax)
    state.parentType, state.line = around, after
    text_begins = max(state.listIndent, 0)
    lines = (" " * (state.sCount[number] - text_begins) + _line(state, number) for number in range(start, after))
    _push(state, "p", "paragraph", "\n".join(lines), start)
    return True


def _table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    # A look at two lines first, since this is asked of each line of a paragraph.
    if (
        start + 1 >= end
        or not _line(state, start).startswith("|")
        or not tables.is_under_headings(_line(state, start + 1))
    ):
        return False
    inside = takewhile(lambda number: state.sCount[number] >= state.blkIndent, range(start, end))
    lines = [_line(state, number) for number in inside]
    height = tables.table_at(lines)
    if height and not silent:
        state.line = start + height
        _push_table(state, lines[:height], start)
    return bool(height)


def _push_table(state: StateBlock, lines: list[str], start: int) -> None:
    sides = [(cell.startswith(":"), cell.endswith(":")) for cell in tables.cells_of(lines[1])]
    styles = [{"style": f"text-align:{_ALIGNED[side]}"} if any(side) else {} for side in sides]
    state.push("table_open", "table", 1).map = [start, start + len(lines)]
    for part, tag, rows in (("thead", "th", lines[:1]), ("tbody", "td", lines[2:])):
        if rows:
            state.push(f"{part}_open", part, 1)
            for row in rows:
                state.push("tr_open", "tr", 1)
                for cell, style in zip(tables.cells_of(row), styles, strict=True):
                    _push(state, tag, tag, cell, start).attrs.update(style)
                state.push("tr_close", "tr", -1)
            state.push(f"{part}_close", part, -1)
    state.push("table_close", "table", -1)


def _push(state: StateBlock, tag: str, kind: str, content: str, line: int) -> Token:
    """An element whose content is parsed further; returns its opening token."""
    opened = state.push(f"{kind}_open", tag, 1)
    inner = state.push("inline", "", 0)
    opened.map = inner.map = [line, line + 1]
    inner.content, inner.children = content.rstrip(), []
    state.push(f"{kind}_close", tag, -1)
    return opened


def _new_line(state: StateInline, silent: bool) -> bool:
    """As in CommonMark, except that the spaces at the beginning of the next line stay."""
    if state.src[state.pos] != "\n":
        return False
    if not silent:
        state.pending = state.pending.rstrip(" \t")
        state.push("softbreak", "br", 0)
    state.pos += 1
    return True


def _indentation(state: StateInline, silent: bool) -> bool:
    """The spaces at the beginning of a line, in an element that shows them."""
    found = _SPACES.match(state.src, state.pos) if state.src[state.pos] == " " else None
    if not found or state.src[state.pos - 1 : state.pos] not in ("", "\n"):
        return False
    if not silent:
        state.push("span_open", "span", 1).attrs = {"class": "indent"}
        state.push("text", "", 0).content = found[0]
        state.push("span_close", "span", -1)
    state.pos = found.end()
    return True


def _stars(state: StateInline, silent: bool) -> bool:
    before = state.src[state.pos - 1 : state.pos] if state.pos else ""
    found = _STARRED.match(state.src, state.pos, state.posMax) if state.src[state.pos] == "*" else None
    if not found or not (not before or before.isspace() or before in _OPENING) or not _are_words(found[2], found[1]):
        return False
    if signs.is_in_pattern(state.src, state.pos):
        return False
    kind, tag = ("strong", "strong") if found[1] == "**" else ("em", "em")
    return _wrap(state, found, 2, Token(f"{kind}_open", tag, 1), silent)


def _are_words(text: str, stars: str) -> bool:
    """Whether stars around a text mean emphasis, and do not belong to a plate or a sum (`*51ZZZ*`, `*51 and AB*`).

    In two stars: not if the first or last word mixes letters with digits, or if there are digits and no small letter.
    In one star: only if the first word has a small letter and no digit, and the last one too or digits only.
    """
    words = re.findall(r"[^\W_]+", text)
    if not words:
        return False
    first, last = words[0], words[-1]
    if stars == "*":
        return _is_spoken(first) and (_is_spoken(last) or last.isdigit())
    mixed = any(_has_digit(word) and not word.isdigit() for word in (first, last))
    return not mixed and any(map(str.isalpha, text)) and (_has_small(text) or not _has_digit(text))


def _is_spoken(word: str) -> bool:
    return _has_small(word) and not _has_digit(word)


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))


def _has_small(text: str) -> bool:
    return any(sign.isalpha() and not sign.isupper() for sign in text)


def _brackets(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "[":
        return False
    found = LINK.match(state.src, state.pos, state.posMax) if not state.linkLevel else None  # no link within a link
    if found and is_link(found[2]):
        opened = Token("link_open", "a", 1, attrs={"href": state.md.normalizeLink(found[2])})
        return _wrap(state, found, 1, opened, silent)
    if found := LANGUAGE.match(state.src, state.pos, state.posMax):
        return _wrap(state, found, 1, Token("span_open", "span", 1, attrs={"lang": found[3]}), silent)
    if found := WITHHELD.match(state.src, state.pos, state.posMax):
        if not silent:
            state.push("span_open", "span", 1).attrs = {"class": "withheld"}
            state.push("text", "", 0).content = found[0]
            state.push("span_close", "span", -1)
        state.pos = found.end()
        return True
    return False


def _wrap(state: StateInline, found: re.Match[str], group: int, opened: Token, silent: bool) -> bool:
    """Put the tokens of a group of the match into an element."""
    if not silent:
        outer = state.posMax
        state.push(opened.type, opened.tag, 1).attrs = opened.attrs
        state.pos, state.posMax = found.span(group)
        state.linkLevel += opened.tag == "a"
        state.md.inline.tokenize(state)
        state.linkLevel -= opened.tag == "a"
        state.push(opened.type.replace("_open", "_close"), opened.tag, -1)
        state.posMax = outer
    state.pos = found.end()
    return True


def _markdown(*blocks: str) -> MarkdownIt:
    """A reader of the marks in lines and of these in blocks."""
    made = MarkdownIt("zero", {"breaks": True})
    ends_paragraph: RuleOptionsType = {"alt": ["paragraph"]}
    for name, block in (("code", _code), ("heading", _heading), ("list", lists.rule), ("table", _table)):
        made.block.ruler.at(name, block, ends_paragraph)
    made.block.ruler.at("paragraph", _paragraph)
    for name, inline in (("newline", _new_line), ("emphasis", _stars), ("link", _brackets)):
        made.inline.ruler.at(name, inline)
    made.inline.ruler.before("text", "indentation", _indentation)
    made.block.ruler.enable(["code", "list", *blocks])
    made.inline.ruler.enable(["newline", "emphasis", "link"])
    return made


MARKDOWN, _SHORT = _markdown("heading", "table"), _markdown()
