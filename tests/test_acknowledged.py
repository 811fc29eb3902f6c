"""Warnings that the record acknowledges, on an invented series whose minutes print what real minutes print."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from folders import DATA

from macros.record.models import Meeting
from macros.record.problems import Severity
from macros.rules.loading import load

SERIES = DATA / "as-printed"
ENTRY = re.compile(r"  - warning: \"?(.+?)\"?\n    reason: .+\n")
ACKNOWLEDGED = [
    pytest.param(file.relative_to(SERIES), entry.group(), entry.group(1), id=f"{file.stem}: {entry.group(1)}")
    for file in sorted([*SERIES.rglob("*.yml"), *SERIES.rglob("*.md")])
    for entry in ENTRY.finditer(file.read_text(encoding="utf-8"))
]


def warnings(folder: Path) -> list[tuple[str, str]]:
    return [(one.place.file, one.name) for one in load(folder).archive.problems if one.severity is Severity.WARNING]


def series_with(folder: Path, file: Path, old: str, new: str) -> Path:
    shutil.copytree(SERIES, folder, dirs_exist_ok=True)
    text = (folder / file).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (folder / file).write_text(text.replace(old, new), encoding="utf-8")
    return folder


def test_what_real_minutes_print_is_published_without_a_warning() -> None:
    assert warnings(SERIES) == []


@pytest.mark.parametrize(("file", "entry", "name"), ACKNOWLEDGED)
def test_each_warning_comes_until_it_is_acknowledged(tmp_path: Path, file: Path, entry: str, name: str) -> None:
    assert set(warnings(series_with(tmp_path, file, entry, ""))) == {(file.as_posix(), name)}


def test_the_message_ends_with_the_name_to_acknowledge(tmp_path: Path) -> None:
    file = Path("data/meetings/2023-06-05.yml")
    entry = "  - warning: chair\n    reason: The minutes name the chair, who had sent apologies.\n"
    [warning] = [
        str(one) for one in load(series_with(tmp_path, file, entry, "")).archive.problems
        if one.severity is Severity.WARNING
    ]  # fmt: skip
    assert warning == (
        "data/meetings/2023-06-05.yml:4:8: warning: 'AB' is recorded as the chair but not among the attendees "
        "(or acknowledge 'chair')"
    )


def test_an_acknowledged_warning_that_does_not_come_is_noted(tmp_path: Path) -> None:
    folder = series_with(tmp_path, Path("data/meetings/2023-06-05.yml"), "warning: chair", "warning: choir")
    notes = [str(one) for one in load(folder).archive.problems if "acknowledged" in one.message]
    assert notes == [
        "data/meetings/2023-06-05.yml:44:14: note: 'choir' is acknowledged, but the check does not warn of it in this "
        "file; delete the entry"
    ]


@pytest.mark.parametrize(
    ("day", "name"),
    [(date(2026, 1, 1), "review after 2024-01-15"), (date(2024, 7, 1), "late 2024-06-30"),
     (date(2024, 1, 1), "to come 2024-01-15")],
)  # fmt: skip
def test_what_is_out_of_date_on_a_day_can_be_acknowledged(tmp_path: Path, day: date, name: str) -> None:
    found = {one.name for one in load(SERIES, checked_on=day).archive.problems if one.severity is Severity.WARNING}
    assert name in found
    entry = f"acknowledged:\n  - warning: {name}\n    reason: Because.\n"
    folder = series_with(tmp_path, Path("data/accessibility.yml"), "acknowledged:\n", entry)
    left = {one.name for one in load(folder, checked_on=day).archive.problems if one.severity is Severity.WARNING}
    assert found - left == {name}


def test_a_reason_stands_beside_the_action_whose_id_it_ends_with_and_no_shorter_one() -> None:
    meeting = Meeting.model_validate({
        "date": "2023-03-06", "status": "published", "actions": [{"id": "12"}, {"id": "ANPR 12"}],
        "acknowledged": [
            {"warning": "no owner ANPR 12", "reason": "One."}, {"warning": "no owner 12", "reason": "Two."},
        ],
    })  # fmt: skip
    assert meeting.reasons_about("ANPR 12") == ("One.",)
    assert meeting.reasons_about("12") == ("Two.",)
