"""Takes the comments out of a data file."""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from macros.record.characters import BREAK
from macros.record.syntax import events

_FRONT = re.compile(r"\A(---[ \t]*\r?\n)(.*?)^(?=---[ \t]*\r?$)", re.DOTALL | re.MULTILINE)
_HASH = re.compile(r"(?:(?<=[ \t])|^)#")
_HEADER = re.compile(r"[|>][-+0-9]*")


def without_comments(text: str) -> str:
    """The text of a YAML file, or of one in Markdown with YAML at its top, without the comments of the YAML, and else
    letter for letter; lines that hold nothing else go. Raises Unreadable if the YAML cannot be read."""
    front = _FRONT.match(text)
    if not front:
        return _without(text)
    return front[1] + _without(front[2]) + text[front.end() :]


def _without(text: str) -> str:
    lines, ends = BREAK.split(text), [*BREAK.findall(text), ""]
    typed = list(_typed(lines))
    kept = []
    for number, (line, end) in enumerate(zip(lines, ends, strict=True)):
        begins = (found.start() for found in _HASH.finditer(line))
        cut = next((at for at in begins if not any(first <= (number, at) < last for first, last in typed)), None)
        if cut is None:
            kept.append(line + end)
        elif before := line[:cut].rstrip():
            kept.append(before + end)
    return "".join(kept)


def _typed(lines: list[str]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """From where to where each text of a file goes, by line and column; of a text below its key without `|` or `>` and
    what follows that."""
    for event in events(lines):
        if isinstance(event, yaml.ScalarEvent):
            begin: Any = event.start_mark
            end: Any = event.end_mark
            if event.style in ("|", ">"):
                header = _HEADER.match(lines[begin.line], begin.column)
                yield (begin.line, begin.column), (begin.line, header.end() if header else begin.column)
                yield (begin.line + 1, 0), (end.line, end.column)
            else:
                yield (begin.line, begin.column), (end.line, end.column)
