"""Takes the comments out of a data file."""

import re

from macros.record.characters import BREAK
from macros.record.syntax import texts

_FRONT = re.compile(r"\A(---[ \t]*\r?\n)(.*?)^(?=---[ \t]*\r?$)", re.DOTALL | re.MULTILINE)
_HASH = re.compile(r"(?:(?<=[ \t])|^)#")


def without_comments(text: str) -> str:
    """The text of a YAML file, or of one in Markdown with YAML at its top, without the comments of the YAML, and else
    letter for letter; lines that hold nothing else go. Raises Unreadable if the YAML cannot be read."""
    front = _FRONT.match(text)
    if not front:
        return _without(text)
    return front[1] + _without(front[2]) + text[front.end() :]


def _without(text: str) -> str:
    lines, ends = BREAK.split(text), [*BREAK.findall(text), ""]
    typed = list(texts(lines))
    kept = []
    for number, (line, end) in enumerate(zip(lines, ends, strict=True)):
        begins = (found.start() for found in _HASH.finditer(line))
        cut = next((at for at in begins if not any(first <= (number, at) < last for first, last in typed)), None)
        if cut is None:
            kept.append(line + end)
        elif before := line[:cut].rstrip():
            kept.append(before + end)
    return "".join(kept)
