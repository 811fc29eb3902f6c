"""`minutes new`: the file of a meeting to come holds the standing agenda and every open action, and nothing is lost."""

import json
import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from folders import DATA
from hypothesis import given
from hypothesis import strategies as st

from macros.cli import main
from macros.office.drafting import agenda_lines, meeting_file
from macros.record.characters import UNPRINTABLE
from macros.record.models import ActionStatus, Meeting, MeetingStatus, StandingItem, read
from macros.record.source import read_yaml
from macros.register.following import follow_before
from macros.register.register import Register
from macros.register.statuses import Status

HOSTILE = 'No: "x" #1\n- id: TOY0330-09\n\tstatus: approved\u2028\u2029é 日本'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the toy archive."""
    shutil.copytree(DATA / "toy" / "data", tmp_path / "data")
    return tmp_path


def minutes(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--project", str(folder), *arguments])


def written(folder: Path, stem: str) -> Meeting:
    text = (folder / f"data/meetings/{stem}.yml").read_text(encoding="utf-8")
    return meeting_of(text)


def meeting_of(text: str) -> Meeting:
    entry, problems = read_yaml(text, "new.yml")
    assert [str(problem) for problem in problems] == []
    found = read(Meeting, entry.plain)
    assert isinstance(found, Meeting), found
    return found


def test_the_new_file_holds_the_standing_agenda_and_what_is_open(folder: Path) -> None:
    done = minutes(folder, "new", "2030-12-12")
    assert (done.exit_code, done.stdout) == (
        0,
        "data/meetings/2030-12-12.yml is written, with 2 items of the standing agenda and 4 open actions. "
        "Open it and fill it in.\n",
    )
    meeting = written(folder, "2030-12-12")
    assert meeting.status is MeetingStatus.SCHEDULED
    assert meeting.date == date(2030, 12, 12)
    assert [(item.number, item.title, item.lead and item.lead.text) for item in meeting.agenda] == [
        ("1", "Welcome", "AB"),
        (None, "Any other business: #1", "AB / CD"),
    ]
    assert [(entry.id, entry.owner and entry.owner.text, entry.update, entry.status) for entry in meeting.actions] == [
        ("TOY0130-02", None, None, None),
        ("TOY0130-03", None, None, None),
        ("TOY0330-01", None, None, None),
        ("TOY0330-02", None, None, None),
    ]


def test_the_last_update_stands_above_the_empty_one(folder: Path) -> None:
    minutes(folder, "new", "2030-12-12")
    assert """
  - id: TOY0130-02
    # Complete this and open it again.
    # Owner so far: CD. It stays if you leave this empty.
    owner:
    # Status so far: in progress
    status:
    # Last update, recorded on 20 June 2030: It was not done after all.
    update:
""" in (folder / "data/meetings/2030-12-12.yml").read_text(encoding="utf-8")


def offered(text: str) -> list[str]:
    return [key for key in Meeting.model_fields if f"\n{key}:" in text]


FIRST = [
    "date", "time", "location", "status", "published", "chair", "attendees", "apologies", "approves", "agenda",
    "actions",
]  # fmt: skip


def test_a_first_file_offers_what_most_groups_need_and_names_the_rest(folder: Path) -> None:
    shutil.rmtree(folder / "data/meetings")
    (folder / "data/redirects.yml").unlink()
    (folder / "data/terms-of-reference/2030-06-20.md").unlink()  # it links to a meeting
    (folder / "data/meetings").mkdir()
    minutes(folder, "new", "2030-12-12")
    text = (folder / "data/meetings/2030-12-12.yml").read_text(encoding="utf-8")
    assert offered(text) == FIRST
    named = re.search(r"There are also: ([^.]*)\.", text.replace("\n# ", " "))
    assert named
    assert {*named[1].split(", "), *FIRST} == {*Meeting.model_fields}


def test_a_later_file_offers_what_a_meeting_on_record_has(folder: Path) -> None:
    def keys() -> list[str]:
        minutes(folder, "new", "2030-12-12")
        file = folder / "data/meetings/2030-12-12.yml"
        text = file.read_text(encoding="utf-8")
        file.unlink()
        return offered(text) + re.findall(r"(?m)^#   (quorum|due|votes):", text)

    assert keys() == [
        key
        for key in Meeting.model_fields
        if key in {*FIRST, "approved", "decisions", "not_mentioned", "withheld", "changes"}
    ] + ["votes"]
    file = folder / "data/meetings/2030-06-20.yml"
    text = file.read_text(encoding="utf-8").replace(
        "actions:\n", "quorum: 3\nactions:\n  - {action: Go., due: 2031-01}\n"
    )
    file.write_text(text, encoding="utf-8")
    assert {"quorum", "due"} < {*keys()}


def test_each_key_is_explained_in_the_words_of_the_models(folder: Path) -> None:
    minutes(folder, "new", "2030-12-12")
    text = (folder / "data/meetings/2030-12-12.yml").read_text(encoding="utf-8")
    said = " ".join(line.strip().removeprefix("#").strip() for line in text.splitlines() if line.strip()[:1] == "#")
    for key in offered(text):
        assert " ".join(str(Meeting.model_fields[key].description).split()) in said
    for field in StandingItem.model_fields.values():
        assert " ".join(str(field.description).split()) in said


def test_an_action_without_a_printed_id_comes_with_its_reference(folder: Path) -> None:
    file = folder / "data/meetings/2030-06-20.yml"
    text = file.read_text(encoding="utf-8").replace("actions:\n", "actions:\n  - CD to write to AB\n")
    file.write_text(text, encoding="utf-8")
    minutes(folder, "new", "2030-12-12")
    assert """
  - follows: 2030-06-20/1
    # CD to write to AB
    # No owner is recorded.
    owner:
""" in (folder / "data/meetings/2030-12-12.yml").read_text(encoding="utf-8")
    assert minutes(folder, "check").exit_code == 0


def test_the_new_file_passes_the_check_as_it_is(folder: Path) -> None:
    before = minutes(folder, "check").stdout
    minutes(folder, "new", "2030-12-12")
    after = minutes(folder, "check")
    assert after.exit_code == 0
    assert after.stdout.splitlines()[:-1] == before.splitlines()[:-1]


def test_a_draft_of_the_new_file_that_forgets_nothing_passes_the_check(folder: Path) -> None:
    minutes(folder, "new", "2030-12-12")
    file = folder / "data/meetings/2030-12-12.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("status: scheduled", "status: draft"), encoding="utf-8")
    assert minutes(folder, "check").exit_code == 0


def test_a_second_meeting_of_the_day_has_a_letter(folder: Path) -> None:
    assert minutes(folder, "new", "2030-12-12").exit_code == 0
    assert minutes(folder, "new", "2030-12-12-b").exit_code == 0
    assert written(folder, "2030-12-12-b").date == date(2030, 12, 12)


def test_a_meeting_recorded_late_begins_with_what_was_open_then(folder: Path) -> None:
    assert minutes(folder, "new", "2030-02-07").exit_code == 0
    assert [entry.id for entry in written(folder, "2030-02-07").actions] == [f"TOY0130-0{n}" for n in range(1, 6)]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("10.12.2030", "'10.12.2030' is not a date; write year, month and day like 2022-03-21\n"),
        ("2030-02-30", "'2030-02-30' is not a day of the calendar; that month has 28 days\n"),
        ("../2030-02-20", "'../2030-02-20' is not a date; write year, month and day like 2022-03-21\n"),
        (
            "2030-12-12b",
            "'2030-12-12b' is not the name of a meeting; write its day, like 2030-12-12, or 2030-12-12-b for a "
            "second one\n",
        ),
        (
            "2030-06-20",
            "data/meetings/2030-06-20.yml exists already, and nothing is overwritten; '--refresh' brings its actions "
            "up to date, and a second meeting on that day is '2030-06-20-b'\n",
        ),
        (
            "2030-03-14-b",
            "data/meetings/2030-03-14-b.yml exists already, and nothing is overwritten; '--refresh' brings its actions "
            "up to date, and a second meeting on that day is '2030-03-14-c'\n",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_begun_is_one_sentence_and_nothing_is_written(folder: Path, name: str, sentence: str) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*.yml")}
    done = minutes(folder, "new", name)
    assert (done.exit_code, done.stderr) == (1, sentence)
    assert {path: path.read_bytes() for path in folder.rglob("*.yml")} == before


def test_a_faulty_record_begins_no_meeting(folder: Path) -> None:
    (folder / "data/people.yml").write_text("people: {}\n", encoding="utf-8")
    done = minutes(folder, "new", "2030-12-12")
    assert done.exit_code == 1
    assert "lead 'AB' is not in data/people.yml" in done.stdout
    assert not (folder / "data/meetings/2030-12-12.yml").exists()


@pytest.mark.parametrize(
    ("standing", "sentence"),
    [
        (
            "- title: A\n    lead: ZZ",
            "data/group.yml:12:11: warning: lead 'ZZ' is not in data/people.yml; add it there (or acknowledge "
            "'unknown lead ZZ')",
        ),
        (
            "- title: A\n    number: 1\n  - title: B\n    number: 1",
            "data/group.yml:14:13: warning: number '1' is that of the item 'A' too; check both (or acknowledge 'number "
            "again agenda-1-2')",
        ),
        (
            "- title: A\n    minutes: Said.",
            "data/group.yml:12:5: 'minutes' is not a known key; the known keys are lead, number, time, title",
        ),
    ],
)
def test_the_standing_agenda_is_checked_like_any_other(folder: Path, standing: str, sentence: str) -> None:
    file = folder / "data/group.yml"
    text = file.read_text(encoding="utf-8").partition("standing_agenda:")[0]
    file.write_text(f"{text}standing_agenda:\n  {standing}\n", encoding="utf-8")
    assert sentence in minutes(folder, "check").stdout.splitlines()


def test_an_archive_without_meetings_begins_its_first(folder: Path) -> None:
    shutil.rmtree(folder / "data/meetings")
    (folder / "data/redirects.yml").unlink()
    (folder / "data/terms-of-reference/2030-06-20.md").unlink()  # it links to a meeting
    (folder / "data/meetings").mkdir()
    assert minutes(folder, "new", "2030-12-12").exit_code == 0
    text = (folder / "data/meetings/2030-12-12.yml").read_text(encoding="utf-8")
    assert (
        """
# No earlier meeting is on record, so no action is open. Add below what arises at the meeting, with ids from
# TOY1230-01 on.
actions:
"""
        in text
    )
    assert minutes(folder, "check").exit_code == 0


def test_hostile_text_of_the_record_stays_in_its_comments(folder: Path) -> None:
    file = folder / "data/meetings/2030-06-20.yml"
    text = file.read_text(encoding="utf-8").replace("It was not done after all.", json.dumps(HOSTILE))
    file.write_text(text.replace("update: Mentioned again, without a status.", f"action: {json.dumps(HOSTILE)}"))
    assert minutes(folder, "new", "2030-12-12").exit_code == 0
    meeting = written(folder, "2030-12-12")
    assert [entry.id for entry in meeting.actions] == ["TOY0130-02", "TOY0130-03", "TOY0330-01", "TOY0330-02"]
    assert all(entry.update is None and entry.status is None and entry.action is None for entry in meeting.actions)
    written_text = (folder / "data/meetings/2030-12-12.yml").read_text(encoding="utf-8")
    assert "    # - id: TOY0330-09\n" in written_text


TEXTS = st.text(min_size=1).filter(
    lambda value: value.strip() and not UNPRINTABLE.search(value) and "\x85" not in value
)
ITEMS = st.fixed_dictionaries(
    {"title": TEXTS},
    optional={
        "number": TEXTS | st.sampled_from(["1", "2.10", "No"]),
        "time": st.sampled_from(["10:00-10:05", "9:05"]),
        "lead": st.sampled_from(["AB", "AB / CD", ["AB", "CD"], "AB & CD"]),
    },
)


@given(st.lists(ITEMS, max_size=4))
def test_the_standing_agenda_is_read_back_exactly(raw: list[dict[str, object]]) -> None:
    items = tuple(StandingItem.model_validate(item) for item in raw)
    found = meeting_of("\n".join(["date: 2030-12-12", "status: scheduled", "agenda:", *agenda_lines(items)]))
    kept = set(StandingItem.model_fields)
    assert [item.model_dump(include=kept) for item in found.agenda] == [item.model_dump() for item in items]


def test_what_an_earlier_meeting_recorded_is_known_before_a_later_one(toy_register: Register) -> None:
    before = follow_before(toy_register.archive, "2030-06-20")
    assert before.latest == "2030-03-14-b"
    assert before.actions["TOY0130-01"].status == Status("in progress", ActionStatus.IN_PROGRESS)
    assert toy_register.actions["TOY0130-01"].status == Status("completed", ActionStatus.COMPLETED)


def test_a_group_without_a_standing_agenda_is_told_how_to_write_one(real_register: Register) -> None:
    assert """
# data/group.yml has no 'standing_agenda'; if it had one, it would be written here.
agenda:
""" in meeting_file(real_register, date(2030, 12, 12))
