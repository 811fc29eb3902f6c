"""A summary that a host takes: not too large."""

import re

from macros.language import _, for_markdown

# A host refuses a summary of more than 1 MiB, and this one is followed by the problems of the whole record.
_MOST = 900_000
_FOLDED = re.compile(r"\n<details>.*?\n</details>\n", re.DOTALL)


def shortened(whole: str, always: int) -> str:
    """The Markdown of a summary; of a large one without the folded values, and if it still is too large, without the
    end. It then says so. The first `always` characters stay, however many they are.
    """
    if _size(whole) <= _MOST:
        return whole
    first, rest = whole[:always], _FOLDED.sub("\n", whole[always:])
    said = _("Every value is left out here, because there are too many. 'minutes changes BASE > file' shows them.")
    short = f"{first}{rest}\n{for_markdown(said)}\n"
    if _size(short) <= _MOST:
        return short
    said = _("The rest is left out here, because it is too long. 'minutes changes BASE > file' shows all of it.")
    end = f"\n{for_markdown(said)}\n"
    room = _MOST - _size(first) - _size(end)
    return f"{first}{_whole_lines(rest, room)}{end}"


def _whole_lines(text: str, room: int) -> str:
    """As many of the first lines of a text as there is room for, in bytes."""
    cut = text.encode("utf-8")[: max(room, 0)]
    return cut[: cut.rfind(b"\n") + 1].decode("utf-8")


def _size(text: str) -> int:
    return len(text.encode("utf-8"))
