"""Whole folders: what is right is read, and every fault of every file is reported in one run."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from folders import DATA

from macros.record.archive import Archive
from macros.record.problems import Problem, Unpublishable
from macros.record.reading import read_folder
from macros.register.following import follow
from macros.rules import LIFE_RULES, every_rule
from macros.rules.loading import load


def messages(folder: Path, today: date | None = None) -> list[str]:
    with pytest.raises(Unpublishable) as stop:
        load(folder, checked_on=today)
    return [str(problem) for problem in stop.value.problems]


def test_every_complaint_about_the_awful_record_is_listed_beside_it() -> None:
    lines = (DATA / "awful" / "messages.txt").read_text(encoding="utf-8").splitlines()
    listed = [line.removesuffix(" – corrected:") for line in lines if line.startswith("data/")]
    assert messages(DATA / "awful", date(2026, 12, 1)) == listed


@pytest.mark.parametrize(
    ("file", "key"), [("glossary.yml", "words"), ("group.yml", "name"), ("meetings/2030-03-14.yml", "date")]
)
def test_the_message_about_an_empty_file_names_a_key(tmp_path: Path, file: str, key: str) -> None:
    shutil.copytree(DATA / "toy/data", tmp_path / "data")
    (tmp_path / "data" / file).write_text("", encoding="utf-8")
    assert f"data/{file}:1:1: the file holds no keys; expected lines like '{key}: ...'" in messages(tmp_path)


def test_the_toy_archive_has_only_warnings_and_notes(toy: Archive) -> None:
    assert [str(problem) for problem in toy.problems] == [
        "data/accessibility-tests.yml:2:7: note: the automatic tests ran on 2026-09-01, before the review of "
        "2026-09-14, and the site says so; 'make accessibility' runs them again",
        "data/accessibility-tests.yml:3:10: note: the automatic tests ran on another version of the pages, and the "
        "site says so; 'make accessibility' runs them again",
        "data/meetings/2030-03-14-b.yml:5:3: warning: 4 open actions are neither recorded nor listed under "
        "'not_mentioned:'; the site says so (or acknowledge 'not reviewed')",
        "data/meetings/2030-03-14.yml:16:13: note: the wording of 'TOY0130-05' differs from that of 2030-01-10",
        "data/meetings/2030-03-14.yml:17:12: note: the owner of 'TOY0130-05' was 'AB' on 2030-01-10, is 'CD' here",
    ]


def test_a_second_meeting_of_a_day_follows_the_first(toy: Archive) -> None:
    assert list(toy.meetings) == ["2030-01-10", "2030-03-14", "2030-03-14-b", "2030-06-20", "2030-09-19"]


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        (
            "meetings/2030-03-14.yml", "[TOY0130-03]", "[TOY0130-03, TOY0130-03]",
            "data/meetings/2030-03-14.yml:22:29: action 'TOY0130-03' is here again; keep one",
        ),
        (
            "group.yml", "publisher: INO", "publisher: INA",
            "data/group.yml:4:12: publisher 'INA' is not in the organisations of data/people.yml; did you mean 'INO'?",
        ),
        (
            "group.yml", "TOY{month}{year}-{number}", "TOY{month}-{nr}",
            "data/group.yml:5:12: 'TOY{month}-{nr}' is not a pattern of action ids; expected one to three "
            "{number}, at most one {month} and {year}, like ABC{month}{year}-{number}",
        ),
        (
            "group.yml", "publisher: INO\n", "publisher: INO\nlocale: en-GB\n",
            "data/group.yml:5:9: 'en-GB' is not how a language and its country are written; did you mean 'en_GB'?",
        ),
        (
            "group.yml", "publisher: INO\n", "publisher: INO\nlocale: english\n",
            "data/group.yml:5:9: 'english' is not a locale of this site; "
            "expected one of English (en) with a country, like en_GB",
        ),
        (
            "people.yml", "    name: Other Invented Body\n", "    title: Other\n",
            "data/people.yml:21:5: 'title' is not a known key; the known keys are name, names, not_printed, note, "
            "printed_as, source",
        ),
        (
            "redirects.yml", "/people/zz/", "/people/ab/",
            "data/redirects.yml:6:3: '/people/ab/' exists on this site, so it cannot be redirected; delete the line",
        ),
        (
            "redirects.yml", ": /people/xy/", ": /people/xx/",
            "data/redirects.yml:6:16: '/people/xx/' is not an address of this site; did you mean '/people/xy/'?",
        ),
        (
            "redirects.yml", "  /actions/2029/: /actions/2030/\n", "",
            "data/redirects.yml:3:3: there is no page '/actions/2029/' to lead on from '/actions/2029/#toy1229-01'; "
            "redirect '/actions/2029/' too",
        ),
    ],
)  # fmt: skip
def test_one_slip_in_the_toy_archive_is_one_sentence(
    tmp_path: Path, file: str, old: str, new: str, expected: str
) -> None:
    for source in (DATA / "toy").rglob("*.*"):
        target = tmp_path / source.relative_to(DATA / "toy")
        target.parent.mkdir(parents=True, exist_ok=True)
        text = source.read_text(encoding="utf-8")
        if source == DATA / "toy" / "data" / file:
            assert old in text
            text = text.replace(old, new)
        target.write_text(text, encoding="utf-8")
    errors = [line for line in messages(tmp_path) if ": warning: " not in line and ": note: " not in line]
    assert expected in errors
    assert len(errors) <= 2, errors


@pytest.mark.parametrize("status", ["approved", "published"])
def test_a_misspelt_status_costs_one_sentence(tmp_path: Path, status: str) -> None:
    shutil.copytree(DATA / "toy" / "data", tmp_path / "data")
    file = tmp_path / "data/meetings" / ("2030-01-10.yml" if status == "approved" else "2030-03-14.yml")
    file.write_text(file.read_text().replace(f"status: {status}", f"status: {status[:-2]}"))
    errors = [line for line in messages(tmp_path) if ": warning: " not in line and ": note: " not in line]
    assert len(errors) == 1 and f"did you mean '{status}'?" in errors[0], errors


def test_every_rule_has_a_case() -> None:
    """Each rule finds something in the awful record or the toy archive; those about the accessibility statement have
    their cases in test_accessibility.py, and that about the holidays of another country has its own in
    test_timeliness.py."""
    heard: set[str] = set()
    for folder in (DATA / "awful", DATA / "toy"):
        for name, _ in found(folder):
            heard.add(name)
    rules = [rule for rule in (*every_rule(), *LIFE_RULES) if rule.__module__ != "macros.pages.accessibility.rules"]
    assert {rule.__name__ for rule in rules} - heard == {"working_days_are_those_of_the_country"}


def found(folder: Path) -> list[tuple[str, Problem]]:
    archive = read_folder(folder).archive
    assert archive is not None
    archive = replace(archive, checked_on=date(2031, 1, 9))
    found = [(rule.__name__, problem) for rule in every_rule() for problem in rule(archive)]
    return found + [(rule.__name__, problem) for rule in LIFE_RULES for problem in rule(follow(archive))]


def test_a_missing_folder_is_a_sentence(tmp_path: Path) -> None:
    assert messages(tmp_path) == [
        "data/group.yml:1:1: the file is missing",
        "data/meetings:1:1: the folder is missing; create it, even if it stays empty",
        "data/people.yml:1:1: the file is missing",
    ]


def test_an_archive_without_meetings_is_publishable(tmp_path: Path) -> None:
    (tmp_path / "data/meetings").mkdir(parents=True)
    (tmp_path / "data/terms-of-reference").mkdir()
    for name in ("group.yml", "people.yml"):
        (tmp_path / "data" / name).write_bytes((DATA / "toy/data" / name).read_bytes())
    assert load(tmp_path).archive.meetings == {}
