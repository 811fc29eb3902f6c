"""Lines between two lines of ``` or ~~~, such as a program: in them nothing is a mark of Markdown.

The second line has the sign of the first, at least as often, and nothing else. Without a second line, the first is text
like any other.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

_FENCE = re.compile(r"[ \t]*(?P<signs>`{3,}|~{3,})(?P<words>[^`~]*)")


def fences(text: str) -> dict[int, int]:
    """The number of the first line of each block, from 0, and that of its last; both are those with the signs."""
    found = {number: one for number, line in enumerate(text.split("\n")) if (one := _FENCE.fullmatch(line))}
    closing = [(number, one["signs"]) for number, one in found.items() if not one["words"].strip()]
    blocks: dict[int, int] = {}
    never: dict[str, int] = {}  # no line of so many of these signs or more follows
    last, ahead = -1, 0
    for number, one in found.items():
        signs = one["signs"]
        if number <= last or len(signs) >= never.get(signs[0], len(signs) + 1):
            continue
        while ahead < len(closing) and closing[ahead][0] <= number:
            ahead += 1
        for end, its in closing[ahead:]:
            if its.startswith(signs):
                blocks[number] = last = end
                break
        else:
            never[signs[0]] = len(signs)
    return blocks


def parts(text: str) -> Iterator[tuple[bool, str]]:
    """The text in parts: whether each is such a block, and its lines."""
    lines = re.findall(r"[^\n]*\n|[^\n]+$", text)
    edges = [0, *(edge for first, last in fences(text).items() for edge in (first, last + 1)), len(lines)]
    for number, (first, last) in enumerate(pairwise(edges)):
        yield number % 2 == 1, "".join(lines[first:last])


def outside(text: str) -> str:
    """The text with spaces in place of such blocks, so that everything else keeps its position."""
    if not may_have_fences(text):
        return text
    return "".join(re.sub(r"[^\n]", " ", part) if is_block else part for is_block, part in parts(text))


def may_have_fences(text: str) -> bool:
    """A look that is much faster than `fences`."""
    return "```" in text or "~~~" in text
