"""Finds text behind `|` that is typed from the left margin on, where only keys begin."""

import re
from collections.abc import Iterator

from macros.record.mending import Lines, begins_entry, begins_key, below, column, indentation
from macros.record.models import is_like_a_key

_BLOCK = re.compile(r":[ \t]+[|>][-+1-9]{0,2}[ \t]*$")
_WORDS_BEFORE_COLON = re.compile(r"[ \t]*([A-Za-z_][A-Za-z_ ]*):(?:\s|$)")


def texts_too_far_left(lines: Lines) -> Iterator[tuple[range, int]]:
    """The lines of each text behind `|` or `>` that begin in column 1, and where they should begin: all up to the next
    line with a key or a dash."""
    at = 0
    while at < len(lines):
        if not _BLOCK.search(lines[at]) or not begins_key(lines[at]):
            at += 1
            continue
        text = below(lines, at)
        begun = next((number for number in range(at + 1, len(lines)) if number in text and lines[number].strip()), at)
        first = indentation(lines[begun]) if begun > at else column(lines[at]) + 2
        end = text.stop
        while end < len(lines) and not _ends_text(lines[end]):
            end += 1
        start = next((number for number in range(text.stop, end) if lines[number].strip()), end)
        stop = next((number + 1 for number in range(end - 1, start, -1) if lines[number].strip()), start + 1)
        if start < end and lines[start][0] not in " \t#":
            yield range(start, stop), first
        at = max(end, at + 1)


def _ends_text(line: str) -> bool:
    words = _WORDS_BEFORE_COLON.match(line)
    return begins_entry(line) or (words is not None and is_like_a_key(words[1]))
