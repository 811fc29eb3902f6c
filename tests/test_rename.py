"""A wrong date, from first to last: `minutes rename` renames, refers and redirects, and the gate lets it through."""

from pathlib import Path

import pytest
from repository import MEETING, RECORD, change, commit, git, minutes, repository, write

LATER = "data/meetings/2022-06-20.yml"
FILES = {
    **RECORD,
    MEETING: RECORD[MEETING] + "  - action: Paint the shed\n    owner: KS\n    status: outstanding\n",
    LATER: "date: 2022-06-20\nstatus: draft\nagenda:\n  - title: Actions\n    minutes: |\n"
    "      See [the last minutes](/meetings/2022-03-21/#agenda-1), and 2022-03-21 in the diary.\n"
    "actions:\n  - id: IF0322-01\n    update: On 2022-03-21 it was half done.\n  - follows: 2022-03-21/2\n"
    "    status: completed\n",
    "data/meetings/2022-02-14.yml": "date: 2022-02-14\nstatus: postponed\npostponed_to: 2022-03-21\n",
    "data/redirects.yml": "# Kept.\nredirects:\n    /meetings/2022-03-20/: /meetings/2022-03-21/\n",
    "docs/index.md": "# Home\n\n[The first](meetings/2022-03-21/) of them.\n",
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return repository(tmp_path / "group", FILES)


def text(folder: Path, file: str) -> str:
    return (folder / file).read_text(encoding="utf-8")


def test_a_wrong_date_ends_green(folder: Path) -> None:
    done = minutes(folder, "rename", "2022-03-21", "2022-03-22")
    assert done.exit_code == 0, done.output
    assert "data/meetings/2022-03-21.yml is renamed to data/meetings/2022-03-22.yml." in done.stdout
    assert "  /meetings/2022-03-21/: /meetings/2022-03-22/\n" in done.stdout
    meeting = text(folder, "data/meetings/2022-03-22.yml")
    assert meeting.startswith("date: 2022-03-22\nstatus: approved\n")
    assert "note: The date was given as 21 March 2022. It is 22 March 2022." in meeting
    later = text(folder, LATER)
    assert "(/meetings/2022-03-22/#agenda-1), and 2022-03-21 in the diary." in later  # what is printed stays
    assert "update: On 2022-03-21 it was half done." in later
    assert "  - follows: 2022-03-22/2\n" in later
    assert text(folder, "data/redirects.yml").splitlines()[:3] == [
        "# Kept.", "redirects:", "    /meetings/2022-03-20/: /meetings/2022-03-22/",
    ]  # fmt: skip
    assert "\npostponed_to: 2022-03-22\n" in text(folder, "data/meetings/2022-02-14.yml")
    assert text(folder, "docs/index.md") == "# Home\n\n[The first](meetings/2022-03-22/) of them.\n"
    assert "R" in git(folder, "status", "--short", "--", "data/meetings")
    commit(folder)
    for command in (["check", "--committed"], ["changes", "main"]):
        done = minutes(folder, *command)
        assert done.exit_code == 0, done.output


def test_back_to_the_old_date_takes_the_redirects_back(folder: Path) -> None:
    minutes(folder, "rename", "2022-03-21", "2022-03-22")
    commit(folder)
    minutes(folder, "rename", "2022-03-22", "2022-03-21")
    redirects = text(folder, "data/redirects.yml")
    assert "    /meetings/2022-03-21/:" not in redirects
    assert "    /meetings/2022-03-22/: /meetings/2022-03-21/\n" in redirects
    assert minutes(folder, "check").exit_code == 0


def test_another_year_a_second_meeting_and_no_git(tmp_path: Path) -> None:
    write(tmp_path, {name: FILES[name] for name in FILES if name != "data/redirects.yml"})
    assert minutes(tmp_path, "rename", "2022-03-21", "2021-12-14-b").exit_code == 0
    assert text(tmp_path, "data/meetings/2021-12-14-b.yml").startswith("date: 2021-12-14\n")
    assert "  /meetings/2022-03-21/: /meetings/2021-12-14-b/\n" in text(tmp_path, "data/redirects.yml")
    assert minutes(tmp_path, "check").exit_code == 0, minutes(tmp_path, "check").output


def test_a_date_that_is_right_in_the_file_already_is_kept(folder: Path) -> None:
    change(folder, MEETING, ("date: 2022-03-21", "date: 2022-03-22  # sic"))
    minutes(folder, "rename", "2022-03-21", "2022-03-22")
    assert text(folder, "data/meetings/2022-03-22.yml").startswith("date: 2022-03-22  # sic\n")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("2022-03-21", "2022-06-20", "data/meetings/2022-06-20.yml exists already, and nothing is overwritten"),
        ("2022-03-21", "22.03.2022", "'22.03.2022' is not a date; write year, month and day like 2022-03-21"),
        ("2022-03-21", "2022-03-22b", "'2022-03-22b' is not the name of a meeting"),
        ("2022-03-12", "2022-03-22", "there is no file data/meetings/2022-03-12.yml; did you mean '2022-03-21'?"),
        ("../people", "2022-03-22", "there is no file data/meetings/../people.yml"),
    ],
)
def test_what_cannot_be_renamed_is_one_sentence_and_nothing_is_written(
    folder: Path, old: str, new: str, said: str
) -> None:
    done = minutes(folder, "rename", old, new)
    assert (done.exit_code, done.stderr.count("\n"), said in done.stderr) == (1, 1, True), done.output
    assert git(folder, "status", "--short", "--", "data", "docs") == ""
