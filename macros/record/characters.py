"""The characters that no page can show: control characters, halves of characters, and what Unicode keeps from text."""

import re
from collections.abc import Iterator
from itertools import islice

from macros.language import _
from macros.record.problems import Place, Problem, Severity

_MOST = 20
_KEPT_FROM_TEXT = "".join(chr(plane | last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF))
# U+0085 is not among them: in a file it ends a line. Written as an escape it is a control character like the others.
UNPRINTABLE = re.compile(rf"[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef{_KEPT_FROM_TEXT}]")
RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
BREAK = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))", re.DOTALL)
_SHORT = {"0": 0, "a": 7, "b": 8, "v": 11, "f": 12, "e": 27, "N": 0x85}


def code_of(sign: str) -> str:
    """A character by its number, like `U+0007`."""
    return f"U+{ord(sign):04X}"


def place_behind(place: Place, text: str) -> Place:
    """The place at the end of a text that begins at a place."""
    lines = BREAK.split(text)
    column = len(lines[-1]) + (place.column if len(lines) == 1 else 1)
    return Place(place.file, place.line + len(lines) - 1, column)


def unprintable_in(text: str, file: str, first_line: int = 1) -> tuple[Problem, ...]:
    """An error for each of the first characters of a text that no page can show, at its place in the file."""
    if "\0" in text:
        place = place_behind(Place(file, first_line), text[: text.index("\0")])
        zero = _("a zero byte, which UTF-8 text does not contain; save the file again as UTF-8")
        return (Problem(place, Severity.ERROR, zero),)
    return tuple(
        Problem(place_behind(Place(file, first_line), text[: found.start()]), Severity.ERROR, _said(found[0]))
        for found in islice(UNPRINTABLE.finditer(text), _MOST)
    )


def escaped_in(quoted: str, place: Place) -> Iterator[Problem]:
    """The same for a text in double quotes as it stands in the file, whose characters may be written as `\\x07`."""
    for found in islice((one for one in _ESCAPE.finditer(quoted) if _is_unprintable(one)), _MOST):
        said = _("'{found}' is the character {code}, which cannot be printed; delete it")
        message = said.format(found=found[0], code=code_of(chr(_number(found))))
        yield Problem(place_behind(place, quoted[: found.start()]), Severity.ERROR, message)


def _is_unprintable(found: re.Match[str]) -> bool:
    number = _number(found)
    return number == _SHORT["N"] or (number >= 0 and bool(UNPRINTABLE.match(chr(number))))


def _number(found: re.Match[str]) -> int:
    digits = found[1] or found[2] or found[3]
    return int(digits, 16) if digits else _SHORT.get(found[4], -1)


def _said(sign: str) -> str:
    return _("the character {code} cannot be printed; delete it").format(code=code_of(sign))


def name_that_can_be_read(name: str) -> str:
    """The name of a file as text, with a replacement for each part that is none."""
    return UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", name)


def fault_of_name(name: str) -> str:
    """What keeps the name of a file from being text, as a message; empty if it is."""
    found = UNPRINTABLE.search(name)
    if not found:
        return ""
    if "\ud800" <= found[0] <= "\udfff":
        return _("the name of this file is not UTF-8 text; rename it")
    said = _("the name of this file has the character {code}, which cannot be printed; rename it")
    return said.format(code=code_of(found[0]))
