"""Check and build agree about every record of the tests: what the check calls an error is refused, and nothing else.

A record is made of folders, each laid over those before it. Each folder of data/cases holds one, with a README that
says what it shows; its group and people are those of data/harbour.
"""

import gc
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from string import ascii_lowercase

import pytest
from a_project import copy_project
from folders import DATA

from macros.language import set_locale
from macros.record import Severity, Stop, Unpublishable
from macros.site import open_register, publish

TODAY = date(2040, 1, 1)  # later than every record: what has grown old is never an error
REFUSED = {
    "awful", "broken-link-of-the-record", "syntax-faults-one-at-a-time",
}  # fmt: skip


THROWN_AWAY = {"2-an-owner-nobody-knows", "6-an-approved-record-edited-silently", "8-an-address-removed"}  # of the year


def records() -> Iterator[tuple[str, list[Path]]]:
    for name in ("anpr-iag", "as-printed", "awful", "harbour", "ranks", "toy", "typed"):
        yield name, [DATA / name]
    for case in sorted((DATA / "cases").iterdir()):
        yield case.name, [case]
    merged = []
    for step in sorted((DATA / "year").iterdir()):
        yield f"year to {step.name}", [*merged, step]
        if step.name not in THROWN_AWAY:
            merged.append(step)


RECORDS = dict(records())
LETTERS = ["", *(f"-{letter}" for letter in ascii_lowercase[1:])]  # of the meetings of a day


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    yield copy_project(tmp_path_factory.mktemp("agreement") / "project", record=None)
    set_locale("en_GB")


@pytest.fixture
def project(copied: Path) -> Iterator[Path]:
    yield copied
    shutil.rmtree(copied / "data")


def lay(project: Path, *folders: Path) -> None:
    """Put the record into the project. A record without its own group is that of the harbour."""
    data = project / "data"
    shutil.rmtree(data, ignore_errors=True)
    data.mkdir()
    for name in ("group.yml", "people.yml"):
        shutil.copy(DATA / "harbour/data" / name, data)
    for folder in folders:
        if (folder / "data").exists():
            shutil.copytree(folder / "data", data, dirs_exist_ok=True)
        removed = folder / "removed.txt"
        for file in removed.read_text(encoding="utf-8").split() if removed.exists() else ():
            (project / file).unlink()


def said(project: Path) -> list[str]:
    """The errors that the check reports."""
    try:
        open_register(project, checked_on=TODAY)
    except Unpublishable as found:
        return errors(found)
    return []


def errors(found: Unpublishable) -> list[str]:
    return [str(problem) for problem in found.problems if problem.severity is Severity.ERROR]


def refused(project: Path) -> list[str]:
    """Why the record is not published, by the check, the build or the audit."""
    try:
        publish(project, project / "site")
    except Unpublishable as found:
        return errors(found)
    except Stop as stop:
        return [repr(stop)]
    finally:
        gc.enable()  # which `publish` leaves off
        gc.collect()
    return []


@pytest.mark.parametrize("name", RECORDS)
def test_check_and_build_agree(project: Path, name: str) -> None:
    lay(project, *RECORDS[name])
    found = said(project)
    assert refused(project) == found
    assert bool(found) == (name in REFUSED), found


def test_check_and_build_agree_about_each_meeting_file_of_the_parser(project: Path) -> None:
    good = []
    for case in sorted((DATA / "parsing").iterdir()):
        lay_meetings(project, case)
        if found := said(project):
            assert refused(project) == found, case.name
        else:
            good.append(case)
    for first in range(0, len(good), len(LETTERS)):  # many in one build
        lay_meetings(project, *good[first : first + len(LETTERS)])
        assert (said(project), refused(project)) == ([], [])


def lay_meetings(project: Path, *cases: Path) -> None:
    """Put the meetings of the parser's cases into the project, all of one day, told apart by a letter."""
    lay(project)
    (project / "data/meetings").mkdir()
    for case, letter in zip(cases, LETTERS, strict=False):
        shutil.copy(case / "meeting.yml", project / f"data/meetings/2030-01-10{letter}.yml")
