"""Each folder in data/parsing has a meeting.yml and the expected result: messages.txt or values.json."""

import json
from pathlib import Path

import pytest
from folders import DATA
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.record.entries import Mapping
from macros.record.faults import problems_of
from macros.record.models import Meeting, leaves, read
from macros.record.source import read_yaml

CASES = sorted(path for path in (DATA / "parsing").iterdir())


def outcome(case: Path) -> tuple[str, str]:
    """The name and the text of the file that the case's meeting.yml should have beside it."""
    text = (case / "meeting.yml").read_bytes().decode("utf-8-sig")
    entry, problems = read_yaml(text, "meeting.yml")
    messages = [str(problem) for problem in problems]
    meeting = read(Meeting, entry.plain) if entry.keys else ()
    if isinstance(meeting, tuple):
        messages += map(str, problems_of(meeting, entry))
    if messages or isinstance(meeting, tuple):
        return "messages.txt", "".join(f"{line}\n" for line in messages)
    values = {".".join(map(str, path)): str(value) for path, value, _ in leaves(meeting)}
    return "values.json", json.dumps(values, indent=2, ensure_ascii=False) + "\n"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_case_comes_out_as_written_beside_it(case: Path) -> None:
    name, text = outcome(case)
    assert [file.name for file in case.iterdir() if file.name != "meeting.yml"] == [name]
    assert text == (case / name).read_text(encoding="utf-8")


quotable = st.text(st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn"]), min_size=1)


@given(quotable)
def test_quoted_text_comes_back_as_it_was_typed(text: str) -> None:
    entry, problems = read_yaml(f"location: {json.dumps(text, ensure_ascii=False)}\n", "meeting.yml")
    assert problems == ()
    assert entry.plain == {"location": text}


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
@settings(max_examples=400)
def test_any_text_is_a_mapping_or_sentences_but_never_a_traceback(text: str) -> None:
    for whole in (text, f"date: 2030-01-10\nlocation: {text}\nnotes:\n  - {text}\n"):
        entry, problems = read_yaml(whole, "meeting.yml")
        assert isinstance(entry, Mapping)
        assert isinstance(read(Meeting, entry.plain), Meeting | tuple)
        for problem in problems:
            assert problem.place.line <= len(whole.splitlines()) + 1
