"""Each slip of a clerk's hand has one message, which shows the corrected line; `minutes check --fix` writes those that
can be meant in one way only, and nothing else."""

from pathlib import Path

import pytest
from broken_lines import SLIPS
from hypothesis import given, settings
from hypothesis import strategies as st
from repository import minutes, write
from test_syntax import RECORD

from macros.record import Problem, Unpublishable, corrected, read_yaml
from macros.record.models import Meeting, read
from macros.rules import load

ROOT = Path(__file__).parent.parent
FILE = "data/meetings/2030-03-14.yml"
MEETING = """date: 2030-03-14
time: 10:00-12:00
location: Old Hall
status: draft
chair: AB
attendees: AB, CH
apologies: CD
agenda:
  - number: 1
    title: Welcome
    minutes: AB welcomed everyone.
  - number: 2
    title: Lamps
    lead: CH
    minutes: |
      The lamps are out.

      They were mended.
actions:
  - id: IF0330-01
    action: Buy a lamp
    owner: CH
    raised: here
  - id: IF0330-02
    action: Buy a shade
    owner: AB
    raised: here
    status: in progress
    update: Half is done.
next_meeting: 2030-05-16
"""
OTHERS = {
    "data/group.yml": "name: Invented Forum\nshort_name: IF\naction_id: IF{month}{year}-{number}\ncontact: a@b.c\n",
    "data/people.yml": "people:\n  AB:\n    name: Ann Brown\n  CH:\n    name: Cleo Hart\n  CD:\n    name: Carl Dunn\n",
}
# What stands in the file, what somebody writes instead, what is said of it, the corrected line, and whether --fix
# writes it. An empty message: it is read as it is.
TABLE = [
    ("location: Old", "location:\u00a0Old", "U+00A0 looks like a space", "location: Old Hall", True),
    ("    title: W", "\u00a0\u00a0\u00a0\u00a0title: W", "U+00A0 looks like a space", "    title: Welcome", True),
    ("  - number: 1", "  -\u00a0number: 1", "U+00A0 looks like a space", "  - number: 1", True),
    ("location:", "location\u00a0:", "did you mean 'location'?", "location: Old Hall", True),
    ("location:", "loca\u200btion:", "did you mean 'location'?", "location: Old Hall", True),
    ("status: draft", "status: \u200bdraft", "did you mean 'draft'?", "status: draft", True),
    ("Old Hall", "Old\u200b Hall", "U+200B (zero width space) cannot be seen", "location: Old Hall", False),
    ("IF0330-01", "IF0330-01\u200b", "U+200B (zero width space) cannot be seen", "  - id: IF0330-01", False),
    ("in progress", "partly completed", "", "", False),
    ("in progress", "in pro\u00adgress", "is in no table", "    status: in progress", False),
    ("AB, CH", "AB, HC", "attendee 'HC' is not in data/people.yml; did you mean 'CH'?", "attendees: AB, CH", False),
    ("owner: CH", "owner: HC", "owner 'HC' is not in data/people.yml; did you mean 'CH'?", "    owner: CH", False),
    ("apologies: CD", "apologies: None", "", "", False),
    ("apologies: CD", "apologies: n/a", "", "", False),
    ("apologies: CD", "apologies: Nil received.", "", "", False),
    ("apologies: CD", "apologies: -", "put text that begins with '-' in quotes", "apologies: '-'", False),
    ("apologies: CD", "apologies: '-'", "", "", False),
    ("owner: CH", "owner: TBC", "", "", False),
    ("owner: CH", "owner: All", "", "", False),
    ("owner: CH", "owner: ALL", "", "", False),
    ("owner: CH", "owner: Cleo Hart", "", "", False),
    ("lead: CH", "lead: Cleo Hart", "", "", False),
    ("chair: AB", "chair: Ann Brown", "", "", False),
    ("next_meeting:", "due: 2030-05-01\nnext_meeting:", "it is a key of an entry under 'actions:'", "", False),
    ("    lead: CH", "    actions: none", "'actions:' is a key of the whole file", "", False),
    ("    lead: CH", "    decision: Go", "did you mean 'decisions'?", "    decisions:\n      - Go", False),
    ("next_meeting:", "decisions:\n  - Go\nnext_meeting:", "", "", False),
    ("attendees:", "Present:", "did you mean 'attendees'?", "attendees: AB, CH", False),
    ("attendees:", "Attendees:", "did you mean 'attendees'?", "attendees: AB, CH", True),
    ("    update:", "    comment:", "did you mean 'update' or 'note'?", "", False),
    ("next_meeting:", "comment: A word\nnext_meeting:", "did you mean 'notes'?", "notes:\n  - A word", False),
    ("agenda:", "matters arising: None\nagenda:", "it is the title of an item: write it under 'agenda:'", "", False),
    ("next_meeting:", "next meeting:", "did you mean 'next_meeting'?", "next_meeting: 2030-05-16", True),
    ("location: Old", "location:Old", "a colon without a space", "location: Old Hall", True),
    ("  - number: 1", "  -number: 1", "a '-' without a space", "  - number: 1", True),
    ("  - number: 1", "  – number: 1", "'–' begins no entry of a list", "  - number: 1", True),
    ("  - id: IF0330-01", "  — id: IF0330-01", "'—' begins no entry of a list", "  - id: IF0330-01", True),
    ("  - id: IF0330-01", "  • id: IF0330-01", "'•' begins no entry of a list", "  - id: IF0330-01", True),
    ("    title: W", "\ttitle: W", "indented with a tab", "    title: Welcome", True),
    ("  - number: 2", "\t- number: 2", "indented with a tab", "  - number: 2", True),
    ("  - number: 1", "  -\tnumber: 1", "a tab stands behind the '-'", "  - number: 1", True),
    ("      The lamps are out.\n\n      They", "The lamps are out.\n\nThey",
     "the text begins further left than its key, so it does not belong to it; begin its 3 lines in column 7",
     "      The lamps are out.", False),
    ("      They were", "Vote: they were", "begin this line in column 7", "      Vote: they were mended.", False),
    ("Old Hall", '"Old Hall', "a quote is opened and never closed", 'location: "Old Hall"', False),
    ("Old Hall", "'Old Hall", "a quote is opened and never closed", "location: 'Old Hall'", False),
    ("title: Welcome", "title: Welcome: news", "a colon and a space", "    title: 'Welcome: news'", False),
    ("title: Welcome", "title: Room #1", "YAML drops everything from ' #' on", "    title: 'Room #1'", False),
    (MEETING, MEETING + MEETING, "if the text is pasted twice, delete one of the two", "", False),
    ("chair: AB\n", "<<<<<<< main\nchair: AB\n=======\nchair: CH\n>>>>>>> new\n", "two people changed", "", False),
    ("chair: AB\n", "chair: AB\n=======\n>>>>>>> new\n", "a line of git is left", "", False),
    ("date: 2030-03-14", "date: “2030-03-14”", "is not a date", "date: 2030-03-14", True),
    ("title: Welcome", "title: “Welcome: news”", "between curly quotes", '    title: "Welcome: news"', False),
    ("date: 2030-03-14", "date: 14.03.2030", "is not a date", "date: 2030-03-14", True),
    ("date: 2030-03-14", "date: Thursday, 14th March 2030", "is not a date", "date: 2030-03-14", True),
    ("date: 2030-03-14", "date: Friday 14 March 2030", "is not a date", "date: 2030-03-14", False),
    ("status: draft", "published: 03/04/2030\nstatus: published", "is not a date", "published: 2030-04-03", False),
    ("date: 2030-03-14", "date: 2030–3–14", "is not a date", "date: 2030-03-14", True),
    ("    raised: here\n  -", "    due: 31.05.2030\n  -", "is read as words", "    due: 2030-05-31", False),
    ("attendees: AB, CH", "attendees:\n  – AB\n  – CH", "these lines begin with '–'", "  - AB", False),
    ("attendees: AB, CH", "attendees:\n  -AB\n  -CH", "these lines begin with '-'", "  - AB", False),
    ("date: 2030-03-14", "date: 31 June 2030", "that month has 30 days", "", False),
    ("date: 2030-03-14", "date: 2030-06-31", "that month has 30 days", "", False),
    ("10:00-12:00", "22:00-24:00", "", "", False),
    ("10:00-12:00", "24:00-01:00", "the 24-hour clock goes from 00:00 to 24:00", "", False),
    ("10:00-12:00", "10am to 2.30 p.m.", "write it on the 24-hour clock", "time: 10:00-14:30", True),
    ("10:00-12:00", "10am-12pm", "write it on the 24-hour clock", "time: 10:00-12:00", False),
    ("10:00-12:00", "11-1pm", "write it on the 24-hour clock", "time: 11:00-13:00", False),
    ("10:00-12:00", "10.00 – noon", "write it on the 24-hour clock", "time: 10:00-12:00", True),
    ("10:00-12:00", "1000-1200 hrs", "write it on the 24-hour clock", "time: 10:00-12:00", True),
]  # fmt: skip


def project(folder: Path, text: str, file: str = FILE) -> Path:
    write(folder, {**OTHERS, file: text})
    (folder / "data/terms-of-reference").mkdir(exist_ok=True)
    return folder


def problems(folder: Path) -> list[Problem]:
    try:
        found = load(folder).archive.problems
    except Unpublishable as stop:
        found = stop.problems
    return [problem for problem in found if problem.place.file.startswith("data/meetings")]


def test_the_meeting_has_no_slip(tmp_path: Path) -> None:
    assert problems(project(tmp_path, MEETING)) == []


@pytest.mark.parametrize(("right", "slip", "said", "line", "fixed"), TABLE, ids=[repr(row[1])[:40] for row in TABLE])
def test_a_slip_has_one_message_with_the_corrected_line(
    tmp_path: Path, right: str, slip: str, said: str, line: str, fixed: bool
) -> None:
    assert right in MEETING
    text = MEETING.replace(right, slip, 1)
    found = problems(project(tmp_path, text))
    assert [(said in one.message, one.corrected) for one in found] == ([(True, line)] if said else [])
    new = corrected(text, FILE)
    assert (new != text) == fixed
    if fixed:
        at = found[0].place.line - 1
        assert new.splitlines() == [*text.splitlines()[:at], line, *text.splitlines()[at + 1 :]]
        assert corrected(new, FILE) == new


def test_fix_writes_what_is_certain_and_shows_the_difference(tmp_path: Path) -> None:
    text = MEETING.replace("    title: W", "\ttitle: W").replace("AB, CH", "AB, HC").replace("\n", "\r\n")
    folder = project(tmp_path, "", "data/meetings/.gitkeep")
    (folder / "data/meetings/2030-03-14.yaml").write_bytes(text.encode())
    done = minutes(folder, "check", "--fix")
    assert done.stdout.splitlines()[:7] == [
        "--- data/meetings/2030-03-14.yaml", "+++ data/meetings/2030-03-14.yml", "@@ -9,3 +9,3 @@", "   - number: 1",
        "-\ttitle: Welcome", "+    title: Welcome", "     minutes: AB welcomed everyone.",
    ]  # fmt: skip
    assert "data/meetings/2030-03-14.yaml is renamed to data/meetings/2030-03-14.yml." in done.stdout
    assert (folder / FILE).read_bytes() == text.replace("\ttitle", "    title").encode()
    again = minutes(folder, "check", "--fix")
    assert "Nothing is corrected: no slip is found that can be meant in one way only." in again.stdout
    assert again.exit_code == 0


def test_fix_leaves_a_file_with_a_conflict(tmp_path: Path) -> None:
    text = MEETING.replace("chair: AB\n", "<<<<<<< a\nchair:AB\n=======\nchair:CH\n>>>>>>> b\n")
    minutes(project(tmp_path, text), "check", "--fix")
    assert (tmp_path / FILE).read_text(encoding="utf-8") == text


@pytest.mark.parametrize("name", ["examples/full", "examples/minimal", "tests/data/anpr-iag", "tests/data/toy"])
def test_nothing_is_certain_in_a_record_that_is_right(name: str) -> None:
    for path in sorted((ROOT / name / "data").rglob("*.*")):
        file = path.relative_to(ROOT / name).as_posix()
        if path.suffix in (".yml", ".md") and "accessibility" not in file:
            text = path.read_text(encoding="utf-8")
            assert corrected(text, file) == text


signs = st.text("ab:#-–—•*'\"“” \u00a0\u200b\t1.@[{|", min_size=1, max_size=12)


@given(st.dictionaries(st.integers(0, len(RECORD) - 1), signs, max_size=4), st.booleans())
@settings(max_examples=300, deadline=None)
def test_what_is_read_without_an_error_stays_as_it_is(values: dict[int, str], in_text: bool) -> None:
    lines = [f"{line.partition(':')[0]}: {values[n]}" if n in values else line for n, line in enumerate(RECORD)]
    lines += ["notes:", "  - |", *(f"    {value}" for value in values.values())] if in_text else []
    text = "".join(f"{line}\n" for line in lines)
    entry, errors = read_yaml(text, FILE)
    if not errors and isinstance(read(Meeting, entry.plain), Meeting):
        assert corrected(text, FILE) == text


CERTAIN = [
    "no space behind the colon", "a tab in place of the spaces", "no space behind the dash",
]  # fmt: skip


@given(st.dictionaries(st.integers(1, len(RECORD) - 1), st.sampled_from(CERTAIN), max_size=6))
@settings(max_examples=150, deadline=None)
def test_what_is_corrected_is_read_as_it_was_meant(slips: dict[int, str]) -> None:
    lines = [SLIPS[slips[n]](line) if n in slips else line for n, line in enumerate(RECORD)]
    meant, right = "".join(f"{line}\n" for line in RECORD), corrected("".join(f"{line}\n" for line in lines), FILE)
    for was, line in zip(RECORD, right.splitlines(), strict=True):
        assert line == was or line in lines  # corrected, or left
    entry, errors = read_yaml(right, FILE)
    assert errors or entry.plain == read_yaml(meant, FILE)[0].plain
