"""Every fault in the syntax of a file is named in one run, and none that follows from another."""

import os

import pytest
from broken_lines import SLIPS
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.record.faults import problems_of
from macros.record.models import Meeting, read
from macros.record.source import read_yaml

ENTRIES = 12
EXAMPLES = int(os.environ.get("SYNTAX_EXAMPLES", "300"))
# Each entry has five lines, of which the last is a text of its own.
HEAD = ["date: 2030-01-10", "status: draft", "title: An invented meeting", "agenda:"]
RECORD = HEAD + [
    line
    for number in range(1, ENTRIES + 1)
    for line in (
        f"  - number: {number}", f"    title: Item {number} of an invented meeting", "    lead: AB",
        "    time: 10:00-10:30", f"    minutes: What was said of item {number}.",
    )
]  # fmt: skip


def lines_named(lines: list[str]) -> list[int]:
    """The number of each line that a message names, from 0."""
    entry, problems = read_yaml("".join(f"{line}\n" for line in lines), "meeting.yml")
    found = read(Meeting, entry.plain)
    faults = problems_of(found, entry) if isinstance(found, tuple) else ()
    return sorted(problem.place.line - 1 for problem in (*problems, *faults))


def entry_of(line: int) -> int:
    return (line - len(HEAD)) // 5 if line >= len(HEAD) else -1 - line


def test_the_record_has_no_fault() -> None:
    assert lines_named(RECORD) == []


def test_every_line_but_the_keys_above_lists_can_be_broken() -> None:
    for name, slip in SLIPS.items():
        assert sum(slip(line) != line for line in RECORD) >= ENTRIES, name


@pytest.mark.parametrize("name", SLIPS)
def test_a_broken_line_is_named_once_and_alone(name: str) -> None:
    for at, line in enumerate(RECORD):
        broken = SLIPS[name](line)
        if broken != line and at not in (0, len(HEAD) - 1):
            assert lines_named([*RECORD[:at], broken, *RECORD[at + 1 :]]) == [at], (at, broken)


broken_lines = st.dictionaries(
    st.integers(0, ENTRIES - 1), st.tuples(st.integers(0, 4), st.sampled_from(list(SLIPS))), min_size=1, max_size=8
)


@given(broken_lines)
@settings(max_examples=EXAMPLES, deadline=None)
def test_the_faults_of_many_entries_are_named_in_one_run(slips: dict[int, tuple[int, str]]) -> None:
    lines, broken = [*RECORD], set()
    for entry, (line, name) in slips.items():
        at = len(HEAD) + 5 * entry + line
        lines[at] = SLIPS[name](lines[at])
        broken |= {at} if lines[at] != RECORD[at] else set()
    named = lines_named(lines)
    assert {entry_of(at) for at in named} == {entry_of(at) for at in broken}
    assert len(named) == len(broken)
