"""Writes lines plainly: with the spaces, dashes and colons that YAML reads, in place of signs that look like them."""

import re
from collections.abc import Iterator

from macros.language import _, marked
from macros.record.characters import code_of
from macros.record.mending import Lines, below, indentation, known_key
from macros.record.models import SPACES, UNSEEN

_DASHES = "–—−•"
_GAP = rf"[ \t{SPACES}{UNSEEN}]{{0,200}}"
_HEAD = re.compile(
    rf"(?P<indent>{_GAP})(?:(?P<dash>[-*{_DASHES}])(?P<gap>{_GAP}))?"
    rf"(?P<key>[A-Za-z_]{{1,50}}(?:[{UNSEEN}]{{1,9}}[A-Za-z_]{{1,50}}){{0,9}}){_GAP}:(?P<behind>{_GAP})"
)
_LOOKS_LIKE_SPACE = re.compile(f"[{SPACES}]")
_UNSEEN = re.compile(f"[{UNSEEN}]")
_SPACE = marked("the character {code} looks like a space here and is none; write a space")
_HIDDEN = marked("the character {code} cannot be seen here and is not part of the key; delete it")
_TAB = marked("a tab stands behind the '-'; write a space")
_DASH = marked("'{found}' begins no entry of a list; write a hyphen, '-'")
_NOT_LETTERS = re.compile(rf"[\s{SPACES}{UNSEEN}*{_DASHES}-]+")
_OPEN_QUOTE = re.compile(r""":[ \t]+(["'])(?!.*\1)""")
_CURLY = re.compile(r'([ \t]{0,200}(?:- )?[A-Za-z_]{1,50}:)[ \t]{1,9}[“”„]([^“”„"\\]*)[“”]')
_BEGINS_ENTRY = re.compile(rf"\s*[-*{_DASHES}]")
_TEXT = re.compile(r":[ \t]+[|>][-+1-9]{0,2}[ \t]*$")


def not_plain(lines: Lines) -> Iterator[tuple[int, str, str]]:
    """Each line with a key of ours around which a sign only looks like one of YAML: its number, the line as it is read,
    and what is said of it. The lines of a text behind `|` are as typed."""
    text_until = 0
    for at, line in enumerate(lines):
        if at < text_until:
            continue
        right = _plainly(line)
        if _TEXT.search(line):
            text_until = below([*lines[:at], right, *lines[at + 1 :]], at).stop
        elif quote := _OPEN_QUOTE.search(line):
            rest = range(at + 1, len(lines))
            text_until = next((number + 1 for number in rest if lines[number].rstrip().endswith(quote[1])), at)
        if right != line and known_key(right):
            yield at, right, _said(line)


def _plainly(line: str) -> str:
    found = _HEAD.match(line)
    if not found or not re.search(rf"[{SPACES}{UNSEEN}*{_DASHES}]|-[ ]*\t", found[0]):
        return line
    rest = line[found.end() :]
    dash = f"-{_spaces(found['gap']) or ' '}" if found["dash"] else ""
    behind = (_spaces(found["behind"]) or " ") if rest else ""
    return f"{_spaces(found['indent'])}{dash}{_UNSEEN.sub('', found['key'])}:{behind}{rest}"


def _spaces(text: str) -> str:
    return _LOOKS_LIKE_SPACE.sub(" ", _UNSEEN.sub("", text)).replace("\t", " ")


def _said(line: str) -> str:
    found = _HEAD.match(line)
    head = found[0] if found else line
    if sign := _LOOKS_LIKE_SPACE.search(head):
        return _(_SPACE).format(code=code_of(sign[0]))
    if sign := _UNSEEN.search(head):
        return _(_HIDDEN).format(code=code_of(sign[0]))
    if found and "\t" in (found["gap"] or ""):
        return _(_TAB)
    return _(_DASH).format(found=found["dash"] if found else "")


def in_quotes(line: str, start: int) -> str:
    """The line with the text from a column on in quotes."""
    text = line[start:].rstrip().replace("'", "''")
    return f"{line[:start]}'{text}'"


def with_straight_quotes(line: str) -> str:
    """The line with straight quotes in place of curly ones around its value; empty if it has none."""
    found = _CURLY.fullmatch(line.rstrip())
    return f'{found[1]} "{found[2]}"' if found else ""


def keeps_text(line: str, right: str) -> bool:
    """Whether a line as it should be has every letter of the line, but for spaces, dashes and quotes."""
    letters = iter(re.sub(r"[\s'\"]", "", right))
    kept = all(letter in letters for letter in _NOT_LETTERS.sub("", re.sub(r"['\"]", "", line)))
    adds_key = ":" in right and ":" not in line
    return bool(right.strip()) and kept and (not adds_key or known_key(right) != "")


def is_same_key(line: str, right: str) -> bool:
    """Whether a line as it should be begins with a key of ours, and differs from the line only in a tab before it, in
    spaces behind its dash or colon, or in signs that look like a space or a dash."""
    same_column = "\t" in line or indentation(line) == indentation(right)
    same_dash = _BEGINS_ENTRY.match(line) is not None or right.lstrip()[:1] != "-"
    same_letters = _NOT_LETTERS.sub("", line) == _NOT_LETTERS.sub("", right)
    return known_key(right) != "" and same_column and same_dash and same_letters
