"""`make pull-request`, run as the workflow runs it, on a copy of the project under git."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from a_project import ROOT, environment

BIN = Path(sys.executable).parent
MEETING = "data/meetings/2022-03-21.yml"


@pytest.fixture
def under_git(project):
    """A project of which the branch main is the base, with the environment of these tests as its own."""
    for file in ("Makefile", ".gitignore", "pyproject.toml", "requirements.txt"):
        shutil.copy(ROOT / file, project)
    (project / ".venv").mkdir()
    (project / ".venv" / "bin").symlink_to(BIN)
    for sign in ("python-ready", "site-ready"):
        (project / ".venv" / sign).touch()
    for command in (["init", "--initial-branch=main"], ["add", "."], ["commit", "--message=All"]):
        who = ("-c", "user.name=Invented", "-c", "user.email=invented@invented.example")
        subprocess.run(["git", *who, *command], cwd=project, check=True, capture_output=True)
    return project


def make(folder, *arguments):
    command = ["make", "BASE=main", *arguments]
    clean = {name: value for name, value in environment().items() if not name.startswith("MAKE")}
    return subprocess.run(command, cwd=folder, env=clean, capture_output=True, encoding="utf-8", check=False)


def change(file, before, after):
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), encoding="utf-8")


def test_a_good_change_is_annotated_summed_up_previewed_and_built(under_git):
    change(under_git / MEETING, "location: Microsoft Teams", "location: An invented hall")
    done = make(under_git, "pull-request")
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"::notice file={MEETING},line=" in done.stdout
    assert "An invented hall" in (under_git / "build/preview.html").read_text(encoding="utf-8")
    assert (under_git / "site/meetings/2022-03-21/index.html").is_file()
    summary = (under_git / "build/summary.md").read_text(encoding="utf-8")
    assert summary.startswith("# What merging will publish\n")
    assert "- **Location**: <del>Microsoft Teams</del> <ins>An invented hall</ins>" in summary
    assert f"- **Note** `{MEETING}" in summary


def test_a_change_that_breaks_a_promise_is_reported_and_stops_the_merge(under_git):
    meeting = under_git / MEETING
    meeting.rename(meeting.with_name("2022-03-22.yml"))
    change(meeting.with_name("2022-03-22.yml"), "date: 2022-03-21", "date: 2022-03-22")
    done = make(under_git, "pull-request")
    assert done.returncode != 0
    summary = (under_git / "build/summary.md").read_text(encoding="utf-8")
    assert "the address /meetings/2022-03-21/ was public and would lead to nothing" in summary


def test_a_fault_is_on_its_line_and_in_the_summary_and_nothing_is_built(under_git):
    change(under_git / MEETING, "apologies: [LW]", "apologeis: [LW]")
    done = make(under_git, "pull-request")
    assert done.returncode != 0
    assert f"::error file={MEETING},line=12,col=1," in done.stdout
    summary = (under_git / "build/summary.md").read_text(encoding="utf-8")
    assert f"- **Error** `{MEETING}:12:1`: 'apologeis' is not a known key" in summary
    assert "Nothing is published until every error is fixed." in summary
    assert not (under_git / "build/preview.html").exists()
    assert not (under_git / "site").exists()
