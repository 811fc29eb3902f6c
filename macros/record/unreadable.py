"""Explains why a YAML file cannot be read: what was found, and how to fix it.

The messages of libyaml are about tokens and block mappings. Readers never see them.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from macros.language import _, marked, ngettext
from macros.record.mending import begins_entry, begins_key, column, indentation, line_above

DEEPEST = 12
SECOND, OPEN_QUOTE, DEEP = "second document", "open quote", "too deep"
_CURLY = re.compile(r":\s+[“”„‘’]")
_TIGHT_DASH = re.compile(r"\s*-[^\s-]")
_BLOCK = re.compile(r"\s[|>][-+1-9]{0,2}$")
_KEY = re.compile(r"\s*(?:- +)*[\w-]+$")
_KEY_WITHOUT_SPACE = re.compile(r"\s*(?:- +)*[\w-]+:\S")
_NUMBER = re.compile(r"\\(?:u|U)([0-9a-fA-F]{8}|[0-9a-fA-F]{4})")
_ELSE = marked("the file cannot be read from here; check the indentation and the quotes, here and in the lines above")
_TIGHT = marked("a '-' without a space behind it; write a space between the dash and the entry")
_NO_DASH = marked(
    "a list entry without its dash; write '- ' before it, or begin it in the column of the keys around it"
)
_DISPLACED: re.Pattern[str] = re.compile("did not find expected (key|<|'-')|mapping values")
Spot = tuple[int, int]


@dataclass(frozen=True)
class Trouble:
    """Where reading stopped and why, and where the construct being read began. Lines and columns are from 0."""

    lines: list[str]
    at: Spot
    begun: Spot
    why: str
    reading: str

    @property
    def line(self) -> str:
        """The line where reading stopped."""
        return self.lines[self.at[0]] if self.at[0] < len(self.lines) else ""

    @property
    def before(self) -> str:
        """The text on that line before the spot."""
        return self.line[: self.at[1]]

    @property
    def may_begin_above(self) -> bool:
        """Whether the fault may be that a line above begins in the wrong place, so that this line seems wrong."""
        tabbed = "\t" in self.line[: indentation(self.line)]
        return not tabbed and bool(_DISPLACED.search(self.why))

    def sign(self, spot: Spot) -> str:
        """The character at a spot; empty beyond the end of a line."""
        line = self.lines[spot[0]] if spot[0] < len(self.lines) else ""
        return line[spot[1] : spot[1] + 1]


def explain(trouble: Trouble) -> tuple[Spot, str]:
    """The spot to report, and the message."""
    if "\t" in trouble.line[: len(trouble.line) - len(trouble.line.lstrip())] or "tab character" in trouble.why:
        return (trouble.at[0], 0), _("the line is indented with a tab; use spaces")
    for number, _column in (trouble.at, trouble.begun):
        if first := _text_further_right(trouble.lines, number):
            said = _("this line begins further left than the first line of the text above, so that text ends here; "
                     "begin this line in column {column}, or that one further left")  # fmt: skip
            return (number, indentation(trouble.lines[number])), said.format(column=first + 1)
    for pattern, explanation in _EXPLANATIONS:
        if re.search(pattern, f"{trouble.why} | {trouble.reading}"):
            return explanation(trouble)
    return trouble.at, _(_ELSE)


def _text_further_right(lines: list[str], number: int) -> int:
    """Where the first line of the text behind a `|` begins, if this text ends above a line because the line begins
    further left, but not as far left as the key of the text; else 0."""
    here = indentation(lines[number]) if number < len(lines) and lines[number].strip() else 0
    first = 0
    for line in reversed(lines[:number] if here else []):
        if line.strip() and indentation(line) <= here:
            begins = column(line) if begins_key(line) else indentation(line)
            return first if _BLOCK.search(line.rstrip()) and begins < here else 0
        first = indentation(line) if line.strip() else first
    return 0


def misplaced(line: str, right: str) -> str:
    """The message about a line whose text is right, but begins in the wrong place."""
    if _TIGHT_DASH.match(line):
        return _(_TIGHT)
    if begins_entry(right) and not begins_entry(line):
        return _(_NO_DASH)
    said = _("this line begins in another column than the lines that it belongs with; begin it in column {column}")
    return said.format(column=indentation(right) + 1)


def too_far_left(lines: int, first: int) -> str:
    """The message about the lines of a text that begin further left than its key."""
    said = ngettext(
        "the text begins further left than its key, so it does not belong to it; begin this line in column {column}",
        "the text begins further left than its key, so it does not belong to it; begin its {number} lines in column "
        "{column}", lines,
    )  # fmt: skip
    return said.format(number=lines, column=first + 1)


def _colon(trouble: Trouble) -> tuple[Spot, str]:
    number = line_above(trouble.lines, trouble.at[0])
    if number >= 0 and _begins_text(trouble.lines, number):
        before = trouble.lines[number]
        if _TIGHT_DASH.match(before):
            return (number, indentation(before)), _(_TIGHT)
        aligned = column(before) == column(trouble.line)
        if not begins_key(before) and (aligned or not begins_entry(before)):
            return _no_colon(replace(trouble, begun=(number, column(before))))
    if _CURLY.search(trouble.before):
        return trouble.at, _(
            "a colon and a space in text between curly quotes, which do not count here; use straight ones (' or \")"
        )
    if not _KEY.match(trouble.before):
        return trouble.at, _(
            "a colon and a space inside unquoted text; put the whole text in quotes, or check the indentation"
        )
    start = len(trouble.before) - len(trouble.before.lstrip())
    above = next((line for line in reversed(trouble.lines[: trouble.at[0]]) if line.strip()), "")
    deeper = start > len(above) - len(above.lstrip(" -"))
    fix = _("the key is indented further than the one above it; begin both in the same column")
    return (trouble.at[0], start), fix if deeper else _(
        "the text above runs into this key; begin the key further left, or give that text a key of its own"
    )


def _begins_text(lines: list[str], at: int) -> bool:
    """Whether a line begins something, rather than going on with the text above it."""
    number = line_above(lines, at)
    if number < 0 or begins_entry(lines[at]) or lines[number].rstrip().endswith(":"):
        return True
    return indentation(lines[at]) <= column(lines[number])


def _no_colon(trouble: Trouble) -> tuple[Spot, str]:
    if _KEY_WITHOUT_SPACE.match(trouble.lines[trouble.begun[0]]):
        return trouble.begun, _(
            "a colon without a space behind it; write a space between the key's colon and its value"
        )
    return trouble.begun, _("a line without a key; expected a colon after the key, or quotes around text that runs on")


def _out_of_place(trouble: Trouble) -> tuple[Spot, str]:
    """A key or a list entry was expected, but something else was found."""
    behind = trouble.before.rstrip()[-1:]
    if trouble.at[1] == trouble.begun[1] and not behind:
        if _TIGHT_DASH.match(trouble.line):
            return trouble.at, _(_TIGHT)
        if "collection" in trouble.reading:
            return trouble.at, _(_NO_DASH)
        if begins_entry(trouble.line):
            return trouble.begun, _(_NO_DASH)
    if behind == "'":
        return trouble.at, _(
            "the text goes on after its closing quote; put the whole text in quotes and write a ' within it twice"
        )
    if behind == '"':
        return trouble.at, _(
            'the text goes on after its closing quote; put the whole text in quotes and write a " within it as \\"'
        )
    if behind:
        return trouble.at, _("the text goes on after '{sign}'; put the whole text in quotes").format(sign=behind)
    rest, place = trouble.line[trouble.at[1] :], trouble.at[1] + 1
    if rest.startswith(":"):
        return trouble.at, _("a colon without a key before it; write the key, or put the text in quotes")
    if re.match(r"-(\s|$)", rest):
        return trouble.at, _(
            "a list entry begins in column {column}, where no list is open; begin it in the same column as the "
            "entries around it, below their key"
        ).format(column=place)
    if re.match(r"[^\s:]+:(\s|$)", rest):
        return trouble.at, _(
            "a key begins in column {column}, where no other key does; begin it in the same column as the keys "
            "that it belongs with"
        ).format(column=place)
    return trouble.at, _(
        "this text belongs to no key; begin it in the same column as the text above it, or write the text in quotes"
    )


def _dash(trouble: Trouble) -> tuple[Spot, str]:
    return trouble.at, _(
        "a '-' here begins a list, whose entries are on lines of their own below the key; "
        "put text that begins with '-' in quotes"
    )


def _bracket(trouble: Trouble) -> tuple[Spot, str]:
    opened = trouble.sign(trouble.begun)
    closing = "]" if opened == "[" else "}"
    return trouble.begun, _(
        "a '{opened}' is opened and not closed as it should be; close it with '{closing}' and put "
        "commas between the parts, or put text that begins with it in quotes"
    ).format(opened=opened, closing=closing)


def _quote(trouble: Trouble) -> tuple[Spot, str]:
    return trouble.begun, _("a quote is opened and never closed; close it, or write '|' and the text below it")


def _backslash(trouble: Trouble) -> tuple[Spot, str]:
    line, column = trouble.at[0], max(trouble.at[1] - 2, 0)
    if number := _NUMBER.match(trouble.line, column):
        said = _("'{found}' is no character, since text has no {code}; write the character itself")
        return (line, column), said.format(found=number[0], code=f"U+{number[1].lstrip('0')}".upper())
    return trouble.at, _(
        "a backslash in double quotes begins a special character; write it twice, or use single quotes"
    )


def _bar(trouble: Trouble) -> tuple[Spot, str]:
    sign = trouble.sign(trouble.begun)
    return trouble.begun, _(
        "a '{sign}' has to be alone after its key, with the text on the lines below; "
        "put text that begins with it in quotes"
    ).format(sign=sign)


def _sign(trouble: Trouble) -> tuple[Spot, str]:
    sign = trouble.sign(trouble.begun)
    said = _("unquoted text cannot begin with '{sign}'; put the whole text in quotes") if sign else _(_ELSE)
    return trouble.begun, said.format(sign=sign)


def _ended(trouble: Trouble) -> tuple[Spot, str]:
    above = range(min(trouble.at[0], len(trouble.lines)) - 1, -1, -1)
    line = next((number for number in above if trouble.lines[number].startswith("...")), trouble.at[0])
    return (line, 0), _("a line '...' ends the file here; delete it")


def _second(trouble: Trouble) -> tuple[Spot, str]:
    return trouble.at, _("a second document begins here; a file holds one, so delete the '---'")


def _deep(trouble: Trouble) -> tuple[Spot, str]:
    said = _("lists and keys are nested more than {number} deep; check the indentation")
    return trouble.at, said.format(number=DEEPEST)


def _percent(trouble: Trouble) -> tuple[Spot, str]:
    return (trouble.at[0], 0), _("a line that begins with '%' is not allowed; delete it")


_EXPLANATIONS: tuple[tuple[str, Callable[[Trouble], tuple[Spot, str]]], ...] = (
    (SECOND, _second),
    (DEEP, _deep),
    ("mapping values are not allowed", _colon),
    ("could not find expected ':'", _no_colon),
    ("block sequence entries are not allowed", _dash),
    ("escape|hexdecimal", _backslash),
    (f"quoted scalar|{OPEN_QUOTE}", _quote),
    ("expected ',' or", _bracket),
    ("block scalar", _bar),
    ("directive|%YAML|%TAG", _percent),
    ("<document start>", _ended),
    ("expected key$|expected key |expected '-' indicator", _out_of_place),
    ("cannot start any token|keys are not allowed|node content|anchor|alias|tag", _sign),
)
