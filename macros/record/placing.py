"""Lines of minutes that say where a decision of the item stands: `{decision 1}`.

The number is the place of the decision in the list `decisions:` of the item. A line that names no decision, or one that
stands above already, is text like any other.
"""

import re
from collections.abc import Iterator

_LINE = re.compile(r"[ \t]*\{decision ([1-9]\d{0,2})\}[ \t]*")


def pieces(text: str, decisions: int) -> Iterator[tuple[str, int | None]]:
    """The minutes of an item with so many decisions, cut at these lines: each piece, which may be empty, with the
    number of the decision that stands below it; None for the last piece."""
    lines: list[str] = []
    left = set(range(1, decisions + 1))
    for line in text.split("\n"):
        found = _LINE.fullmatch(line)
        if found and int(found[1]) in left:
            left.remove(int(found[1]))
            yield "\n".join(lines).strip("\n"), int(found[1])
            lines = []
        else:
            lines.append(line)
    yield "\n".join(lines).strip("\n"), None


def only_words(text: str, decisions: int) -> str:
    """The minutes without these lines."""
    return "\n\n".join(piece for piece, _number in pieces(text, decisions) if piece)


def not_placed(text: str, decisions: int) -> Iterator[str]:
    """Each line that looks like one of these and names no decision, or one that stands above."""
    return (line.strip() for line in only_words(text, decisions).split("\n") if _LINE.fullmatch(line))
