"""The command `minutes`, run as the office runs it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from folders import ANPR_IAG, DATA


def minutes(*arguments: str | Path, at: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from macros.cli import main; main()", *map(str, arguments)]
    return subprocess.run(command, cwd=at, capture_output=True, text=True, check=False)


def test_check_says_what_it_looked_at() -> None:
    done = minutes("check", "--today", "2026-12-01", at=ANPR_IAG)
    assert done.returncode == 0
    *problems, counted, looked_at = done.stdout.splitlines()
    assert problems[-1] == (
        "data/meetings/2022-03-21.yml:52:9: note: ids 'IAG0721-01', 'IAG0721-02', 'IAG0721-03', 'IAG0721-04', "
        "'IAG0721-05', 'IAG0721-06', 'IAG0721-07', 'IAG0721-08', 'IAG0721-09', 'IAG0721-10', 'IAG0721-11', "
        "'IAG0721-12' and 'IAG0721-13' say July 2021; the record of that meeting is not held, and the site says so"
    )
    assert counted == "No errors, no warnings and 2 notes."
    assert looked_at == (
        "Looked at 6 files: 1 meeting, 16 actions (4 outstanding, 7 completed and 5 no status recorded)."
    )


def test_check_of_a_faulty_record_tells_everything_and_exits_1() -> None:
    done = minutes("--project", DATA / "awful", "check", "--today", "2026-12-01", at=DATA)
    assert done.returncode == 1
    assert done.stdout == (DATA / "awful" / "messages.txt").read_text(encoding="utf-8")
    assert done.stderr == "Looked at 23 files. Nothing is published until every error is fixed.\n"


@pytest.mark.parametrize("command", [["pages", "--out", "out"], ["build"], ["audit", "."]])
def test_no_command_goes_on_with_a_faulty_record(tmp_path: Path, command: list[str]) -> None:
    done = minutes("--project", DATA / "awful", *command, at=tmp_path)
    assert done.returncode == 1
    assert "Traceback" not in done.stdout + done.stderr
    assert list(tmp_path.iterdir()) == []
    assert not (DATA / "awful" / "build").exists()


def test_pages_writes_what_changed_and_removes_what_is_no_longer_made(tmp_path: Path) -> None:
    out = tmp_path / "out"
    for folder in ("data", "docs"):
        (tmp_path / folder).symlink_to(DATA / "toy" / "data" if folder == "data" else DATA)
    assert minutes("pages", "--out", out, at=tmp_path).returncode == 0
    meeting = out / "meetings" / "2030-01-10" / "index.md"
    front, _line, body = meeting.read_text().removeprefix("---\n").partition("---\n")
    assert body.startswith('\n# Meeting of 10 January 2030\n\n{{ meeting("2030-01-10") }}\n')
    assert [line for line in front.splitlines() if not line.startswith("alternates: ")] == [
        'about_page: {"type": "Event", "startDate": "2030-01-10"}',
        'title: "Meeting of 10 January 2030"',
        'description: "Record of the meeting of 10 January 2030: 3 agenda items, 4 decisions and 5 actions."',
        'made_from: "data/meetings/2030-01-10.yml"',
        'styles: ["meeting", "contents", "corrections"]',
    ]
    os.utime(meeting, (0, 0))
    (out / "mine.md").write_text("Mine.\n")
    (out / ".generated-pages").write_text((out / ".generated-pages").read_text() + "meetings/gone/index.md\n")
    (out / "meetings" / "gone").mkdir()
    (out / "meetings" / "gone" / "index.md").write_text("old")
    assert minutes("pages", "--out", out, at=tmp_path).returncode == 0
    assert meeting.stat().st_mtime == 0
    assert (out / "mine.md").exists()
    assert not (out / "meetings" / "gone" / "index.md").exists()


def test_pages_never_overwrites_a_file_that_it_did_not_make(tmp_path: Path) -> None:
    (tmp_path / "data").symlink_to(DATA / "toy" / "data")
    (tmp_path / "out" / "people").mkdir(parents=True)
    (tmp_path / "out" / "people" / "index.md").write_text("By hand.\n")
    done = minutes("pages", "--out", tmp_path / "out", at=tmp_path)
    assert done.returncode == 1
    assert "people/index.md was not made by this command; move it away" in done.stderr
    assert (tmp_path / "out" / "people" / "index.md").read_text() == "By hand.\n"


def test_the_present_folder_need_not_be_the_project(tmp_path: Path, project: Path) -> None:
    assert minutes("--project", project, "check", at=tmp_path).returncode == 0
    assert minutes("check", "--project", project, at=tmp_path).returncode == 0
    assert minutes("--project", DATA / "awful", "check", "--project", project, at=tmp_path).returncode == 0


def test_a_folder_that_is_no_project_is_reported(tmp_path: Path) -> None:
    done = minutes("check", at=tmp_path)
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert "data/group.yml:1:1: the file is missing" in done.stdout


def test_the_pages_written_by_hand_are_no_place_for_generated_ones(tmp_path: Path) -> None:
    (tmp_path / "data").symlink_to(DATA / "toy" / "data")
    (tmp_path / "docs").mkdir()
    done = minutes("pages", "--out", "docs", at=tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith("docs/ holds the pages written by hand")
    assert list((tmp_path / "docs").iterdir()) == []
