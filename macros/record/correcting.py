"""Corrects the slips of a data file that can be meant in one way only."""

from macros.record.archive import MEETINGS, SINGLE_FILES, TERMS
from macros.record.characters import BREAK
from macros.record.conflicts import conflicts_in
from macros.record.faults import problems_of
from macros.record.models import Meeting, People, Terms, read
from macros.record.problems import Problem
from macros.record.reading import with_bare_names
from macros.record.source import read_yaml
from macros.record.terms import read_terms

# A slip may hide others, which show in the next round.
_ROUNDS = 40


def corrected(text: str, file: str) -> str:
    """The text of a data file, in which each line with a slip is corrected that can be meant in one way only. All other
    lines are as they were, to the last character. A text without errors, or with a conflict of git, stays as it is.
    """
    if next(conflicts_in(text.split("\n")), None):
        return text
    for _round in range(_ROUNDS):
        certain = {one.place.line: one for one in _errors(text, file) if one.certain}
        new = _with_lines(text, certain)
        if new == text:
            break
        text = new
    return text


def _errors(text: str, file: str) -> tuple[Problem, ...]:
    """The errors of one file by itself."""
    kind = SINGLE_FILES.get(file) or (Terms if file.startswith(f"{TERMS}/") else Meeting)
    assert kind is not Meeting or file.startswith(f"{MEETINGS}/")
    entry, problems = read_terms(text, file) if kind is Terms else read_yaml(text, file)
    entry = with_bare_names(entry) if kind is People else entry
    found = read(kind, entry.plain)
    values = problems_of(found, entry, BREAK.split(text)) if isinstance(found, tuple) else ()
    return (*problems, *values)


def _with_lines(text: str, problems: dict[int, Problem]) -> str:
    """The text with the corrected lines."""
    lines, breaks = BREAK.split(text), BREAK.findall(text)
    new = [problems[number].corrected if number in problems else line for number, line in enumerate(lines, 1)]
    return "".join(line + end for line, end in zip(new, [*breaks, ""], strict=True))
