"""The personal-data guard, measured on the labelled set and tried with invented data."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from score_guard import score

from macros.record import Problem, Severity, read_folder
from macros.rules.personal_data.bank import is_iban, is_luhn
from macros.rules.personal_data.finding import find
from macros.rules.personal_data.found import Kind
from macros.rules.personal_data.guard import personal_data_is_let_through

GROUP = "name: Invented Group\ncontact: clerk@parish.example\n"
MEETING = "date: 2030-01-10\nstatus: published\n"
_LETTERS = "ABCDEFGHJKLMNOPRSTUVWXY"  # of a mark: no I, Q and Z


def problems(folder: Path, minutes: str, group: str = GROUP) -> list[Problem]:
    """What the guard says of a meeting with these minutes."""
    for name, text in (
        ("group.yml", group), ("people.yml", "people: {}\n"),
        ("meetings/2030-01-10.yml", f"{MEETING}agenda:\n  - title: Business\n    minutes: |\n      {minutes}\n"),
    ):  # fmt: skip
        (folder / "data" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "data" / name).write_text(text, encoding="utf-8")
    (folder / "data/terms-of-reference").mkdir(exist_ok=True)
    archive = read_folder(folder).archive
    assert archive
    return [*personal_data_is_let_through(archive)]


def test_recall_and_precision_on_the_labelled_set_are_at_least_98_percent() -> None:
    right, missed, wrong, lines = score()
    found, expected = right.total() + wrong.total(), right.total() + missed.total()
    assert right.total() >= 0.98 * expected and right.total() >= 0.98 * found, lines


def test_what_is_found_is_said_with_its_place_and_not_repeated(tmp_path: Path) -> None:
    [problem] = problems(tmp_path, "The camera read AB12 CDE twice.")
    assert str(problem) == (
        "data/meetings/2030-01-10.yml:6:23: a vehicle registration mark (A…, 7 letters and digits) is personal data; "
        "remove it, write [withheld: personal data] in its place, or let it through with a reason under 'allow:' in "
        "data/group.yml"
    )


@pytest.mark.parametrize(
    ("text", "left"),
    [("AB12 CDE", 0), ("ab12cde", 0), ("AB12 CDF", 2)],
)
def test_what_the_group_lets_through_is_no_error_and_noted_where_nothing_has_it(
    tmp_path: Path, text: str, left: int
) -> None:
    found = problems(tmp_path, "It read AB12 CDE.", f"{GROUP}allow:\n  - {{text: {text}, reason: The specimen.}}\n")
    assert [problem.severity for problem in found] == [Severity.ERROR, Severity.NOTE][:left]


def test_a_contact_and_the_postcode_of_a_place_are_meant_to_be_found(tmp_path: Path) -> None:
    meeting = f"{MEETING}location: Village Hall, Mill Lane, AB1 2XY"
    assert problems(tmp_path, "Nothing.") == []
    (tmp_path / "data/meetings/2030-01-10.yml").write_text(meeting, encoding="utf-8")
    archive = read_folder(tmp_path).archive
    assert archive and [*personal_data_is_let_through(archive)] == []


@given(st.text(_LETTERS, min_size=2, max_size=2), st.integers(51, 99), st.text("BCDFGHJK", min_size=3, max_size=3))
def test_every_mark_of_the_current_form_is_found_where_the_text_says_vehicle(place: str, age: int, rest: str) -> None:
    mark = f"{place}{age} {rest}"
    text = f"The vehicle {mark} was seen."
    assert [(found.kind, found.within(text)) for found in find(text)] == [(Kind.VEHICLE, mark)]


@given(st.text("0123456789", min_size=14, max_size=14))
def test_check_digits_are_those_of_the_standards(digits: str) -> None:
    """Only one last digit is right by Luhn, and only one pair of check digits of an IBAN (98 less the rest by 97)."""
    assert sum(is_luhn(digits + last) for last in "0123456789") == 1
    rest = int("".join(str(int(sign, 36)) for sign in f"WEST{digits}GB00")) % 97
    assert [pair for pair in range(2, 99) if is_iban(f"GB{pair:02}WEST{digits}")] == [98 - rest]


@given(st.text(max_size=60))
def test_what_is_found_stands_where_it_is_said(text: str) -> None:
    for found in find(f"jane@example.org {text} AB12 CDE"):
        assert re.search(r"\w", found.within(f"jane@example.org {text} AB12 CDE"))
