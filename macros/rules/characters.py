"""Rules about characters that nobody sees in a text."""

import re
import unicodedata
from collections.abc import Iterator

from macros.language import _, marked
from macros.record import RIGHT_TO_LEFT, Archive, Problem, Severity, code_of, texts_in

# What Unicode lets a page show as nothing, without the variation selectors, which choose the shape of a letter.
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    "\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]"
)
_ORDER = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_ORDER_OR_LINE = re.compile(f"{_ORDER.pattern}|\n")
_END_OF_ISOLATE = "\u2069"
_OVERRIDES = "\u202d\u202e"
_CLOSED_BY = dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c") | dict.fromkeys("\u2066\u2067\u2068", _END_OF_ISOLATE)
# Behind what a character is part of the spelling: joiners in Arabic, Indic and similar scripts and between parts of one
# picture, breaks in scripts without spaces, shapes of Mongolian letters, and the letters of a flag.
_JOINED = (
    "\u0600-\u109f\u1780-\u18af\u1900-\u1cff\u2d30-\u2d7f\ua800-\uabff\ufb50-\ufdff\ufe70-\ufefc\U00010a00-\U00011fff"
)
_SPELT_WITH = (
    re.compile(rf"[{_JOINED}][\u200c\u200d]"),
    re.compile("[\u2600-\u27bf\ufe0f\U0001f000-\U0001faff]\u200d"),
    re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]\u200b"),
    re.compile("[\u1800-\u18af][\u180b-\u180f]"),
    re.compile("[\U0001f3f4\U000e0020-\U000e007e][\U000e0020-\U000e007f]"),
)
_RIGHT_TO_LEFT = re.compile(f"[{RIGHT_TO_LEFT}]")
_HIDDEN = marked("the character {code} ({name}) cannot be seen; delete it, or leave it if it belongs there")
_REORDERS = marked(
    "the character {code} ({name}) changes the order in which the text is shown; delete it, or leave it if it belongs "
    "there"
)
_OPEN = marked(
    "the character {code} ({name}) changes the order of the rest of the line; write {closing} behind the words that it "
    "is for, or delete it"
)


def characters_can_be_seen(archive: Archive) -> Iterator[Problem]:
    """No text has a character that nobody sees, or that changes the order in which the text is shown, unless the
    script needs it.

        warning: the character U+200B (zero width space) cannot be seen; delete it, or leave it if it belongs there
        warning: the character U+202E (right-to-left override) changes the order in which the text is shown; delete it,
          or leave it if it belongs there
        warning: the character U+202E (right-to-left override) changes the order of the rest of the line; write U+202C
          behind the words that it is for, or delete it

    It came from another program with a copied text. Delete it with the letters on both sides of it, and type these
    again. If the document has it there for a reason, acknowledge the warning.
    """
    for filed in archive.every_file:
        is_acknowledged_there = "acknowledged" in type(filed.record).model_fields
        for text in texts_in(filed.entry):
            for at, message, code in _unseen(text.value or ""):
                name = f"character {code}" if is_acknowledged_there else ""
                place, sign = text.place_of(at), (text.value or "")[at]
                right = "" if _ORDER.match(sign) else filed.corrected(place, sign, "")
                yield Problem(place, Severity.WARNING, message, name, right)


def _unseen(text: str) -> Iterator[tuple[int, str, str]]:
    """The first place of each such character in a text, with the message and the character's number."""
    if not _UNSEEN.search(text):
        return
    said: set[str] = set()
    never_closed = _never_closed(text)
    is_right_to_left = bool(_RIGHT_TO_LEFT.search(_ORDER.sub("", text)))
    for found in _UNSEEN.finditer(text):
        sign, at = found[0], found.start()
        is_open = at in never_closed
        if sign not in said and (is_open or not _is_needed(text, at, is_right_to_left)):
            said.add(sign)
            sentence = _OPEN if is_open else _REORDERS if _ORDER.match(sign) else _HIDDEN
            name = unicodedata.name(sign, _("no name")).lower()
            closing = code_of(_CLOSED_BY.get(sign, sign))
            yield at, _(sentence).format(code=code_of(sign), name=name, closing=closing), code_of(sign)


def _is_needed(text: str, at: int, is_right_to_left: bool) -> bool:
    """Whether the script of the text around a character needs it."""
    if _ORDER.match(text, at) and text[at] not in _OVERRIDES:
        return is_right_to_left
    return any(pattern.match(text, at - 1) for pattern in _SPELT_WITH) if at else False


def _never_closed(text: str) -> set[int]:
    """Where a character changes the order of what stands behind it, and nothing on its line ends that. As in the
    bidirectional algorithm of Unicode, the end of an isolate also ends what was opened within it."""
    never: set[int] = set()
    opened: list[tuple[int, str]] = []
    isolates = 0
    for found in _ORDER_OR_LINE.finditer(text):
        if found[0] == "\n":
            never.update(at for at, _closing in opened)
            opened, isolates = [], 0
        elif closing := _CLOSED_BY.get(found[0]):
            opened.append((found.start(), closing))
            isolates += closing == _END_OF_ISOLATE
        elif found[0] == _END_OF_ISOLATE and isolates:
            while opened.pop()[1] != _END_OF_ISOLATE:
                pass
            isolates -= 1
        elif opened and found[0] == opened[-1][1] != _END_OF_ISOLATE:
            opened.pop()
    return never.union(at for at, _closing in opened)
