"""An invented record with a slip of each usual kind: whoever does what the messages say is done in two rounds.

`data/slips/spoilt` has the slips, `data/slips/right` the same record without them, and `messages.txt` what the check
says of the slips.
"""

import re
import shutil
from difflib import SequenceMatcher
from pathlib import Path

from folders import DATA

from macros.record.problems import Place, Severity, Unpublishable
from macros.rules.loading import load

SPOILT, RIGHT, MESSAGES = DATA / "slips/spoilt", DATA / "slips/right", DATA / "slips/messages.txt"
ROUNDS = 2


def errors(folder: Path) -> list[tuple[Place, str]]:
    """The place and the message of every error of a record."""
    try:
        load(folder)
    except Unpublishable as found:
        return [(p.place, p.message) for p in found.problems if p.severity is Severity.ERROR]
    return []


def lines_of(file: Path) -> list[bytes]:
    return file.read_bytes().splitlines(keepends=True)


def hunks(file: Path, right: Path) -> list[tuple[int, int, list[bytes]]]:
    """Where a file differs from the right one: the first line and the line after the last, and what belongs there."""
    here, there = lines_of(file), lines_of(right)
    found = SequenceMatcher(None, here, there, autojunk=False).get_opcodes()
    split = []
    for kind, start, end, first, last in found:
        if kind == "replace" and end - start == last - first:  # neighbours are slips of their own
            split += [(start + n, start + n + 1, there[first + n : first + n + 1]) for n in range(end - start)]
        elif kind != "equal":
            split.append((start, end, there[first:last]))
    return split


def fix(folder: Path, found: list[tuple[Place, str]]) -> None:
    """Do what the messages say, and nothing else: rename a file, or put right what differs at or right below a line."""
    for place, message in found:
        if renamed := re.search("rename it to '(.+)'", message):
            (folder / place.file).rename(folder / renamed[1])
    for name in {place.file for place, _message in found if (folder / place.file).is_file()}:
        lines = {place.line - 1 for place, _message in found if place.file == name}
        rest = hunks(folder / name, RIGHT / name)
        chosen = {hunk[:2]: hunk for at in lines for hunk in rest if hunk[0] <= at < max(hunk[1], hunk[0] + 2)}
        text = lines_of(folder / name)
        for start, end, right in sorted(chosen.values(), reverse=True):
            text[start:end] = right
        (folder / name).write_bytes(b"".join(text))


def test_the_right_record_has_no_error() -> None:
    assert errors(RIGHT) == []


def test_every_slip_is_named_in_the_first_round() -> None:
    found = errors(SPOILT)
    assert [f"{place}: {message}" for place, message in found] == MESSAGES.read_text(encoding="utf-8").splitlines()


def test_two_rounds_are_enough(tmp_path: Path) -> None:
    folder = shutil.copytree(SPOILT, tmp_path / "record")
    rounds = 0
    while (found := errors(folder)) and rounds < 12:
        fix(folder, found)
        rounds += 1
    assert errors(folder) == []
    assert rounds <= ROUNDS
