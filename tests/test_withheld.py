"""What is withheld: marks in texts, entries of a meeting, and people who are shown by their role only."""

from datetime import date
from pathlib import Path

import pytest

from macros.pages import Page, about_record, search_files
from macros.pages.meeting import meeting
from macros.pages.people import people
from macros.pages.stubs import all_stubs
from macros.pages.tracker_files import tracker_files
from macros.pages.withheld.register import withheld
from macros.record import Unpublishable
from macros.register import Register
from macros.review import as_json, as_markdown, compare
from macros.review.promises import public_addresses_lead_somewhere
from macros.rules import load

GROUP = "name: Invented Group\ncontact: clerk@parish.example\n"
NOBODY = "people: {}\n"
BY_ROLE = """people:
  S1:
    withheld: junior staff, role only
    not_printed: true
    roles:
      - {title: Apprentice, until: 2029-12-31}
      - {title: Clerk of works, organisation: INV, since: 2030-01-01}
organisations:
  INV: {name: Invented Works}
"""
MEETING = "date: 2030-01-10\nstatus: published\n"


def register(folder: Path, meeting: str, people: str = NOBODY) -> Register:
    for name, text in (("group.yml", GROUP), ("people.yml", people), ("meetings/2030-01-10.yml", MEETING + meeting)):
        (folder / "data" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "data" / name).write_text(text, encoding="utf-8")
    return load(folder, checked_on=date(2030, 6, 1))


def test_a_mark_in_a_text_stays_as_typed_and_is_in_the_register(tmp_path: Path) -> None:
    found = register(tmp_path, "agenda:\n  - number: 3\n    title: Gates\n    minutes: |\n"
                               "      [withheld: personal data] complained.\n")  # fmt: skip
    mark = '<span class="withheld">[withheld: personal data]</span> complained.'
    assert mark in meeting(Page(found, "meetings/2030-01-10/"), "2030-01-10")
    written = withheld(Page(found, "withheld/"))
    assert '<a href="../meetings/2030-01-10/#agenda-3">A part of item 3</a>' in written
    assert "[Withheld: personal data]" in written


@pytest.mark.parametrize("typed", ["[withheld]", "[withheld: ]", "[withheld: [a]", "withheld: a"])
def test_what_is_no_mark_is_not_in_the_register(tmp_path: Path, typed: str) -> None:
    found = register(tmp_path, f'notes: ["{typed}"]\n')
    assert found.withheld == {} and not found.withholds
    assert "Nothing in this record is marked as withheld." in withheld(Page(found, "withheld/"))
    assert "withheld/" not in about_record(Page(found, "about/"))


def test_the_page_stays_when_its_last_entry_goes(tmp_path: Path) -> None:
    entry = "withheld:\n  - {what: Advice, reason: A lawyer's.}\n"
    before, after = register(tmp_path / "before", entry), register(tmp_path / "after", "")
    assert "../withheld/" in about_record(Page(before, "about/"))
    assert [*public_addresses_lead_somewhere(before, after)] == []


@pytest.mark.parametrize(
    ("review", "warned"), [("2030-05-31", ["review of Advice"]), ("2030-06-01", []), ("2030-06-02", [])]
)
def test_what_was_to_be_looked_at_again_is_a_warning_the_day_after(
    tmp_path: Path, review: str, warned: list[str]
) -> None:
    found = register(tmp_path, f"withheld:\n  - {{what: Advice, reason: A lawyer's., review: {review}}}\n")
    assert [one.name for one in found.archive.problems if one.name.startswith("review")] == warned


def everything(found: Register) -> str:
    """All that the pages, the search and the tracker say."""
    here = Page(found, "people/")
    stubs = [one.title + one.text for one in all_stubs(found)]
    texts = [*stubs, meeting(Page(found, "meetings/2030-01-10/"), "2030-01-10"), people(here)]
    return "\n".join([*texts, *search_files(found, {}).values(), *tracker_files(found).values()])


def test_somebody_is_shown_by_the_role_of_the_day_only(tmp_path: Path) -> None:
    found = register(tmp_path, "attendees: S1\nactions:\n  - {action: Mend the gate, owner: S1}\n", BY_ROLE)
    page = meeting(Page(found, "meetings/2030-01-10/"), "2030-01-10")
    assert "Clerk of works</a>" in page and "Invented Works, name withheld" in page
    assert "Apprentice" not in page
    assert "S1" not in "".join(part for part in everything(found).split('"') if "/s1/" not in part and part != "S1")


@pytest.mark.parametrize(
    ("person", "said"),
    [
        ("S1: {withheld: junior staff}", "no role has a title that pages could show"),
        ("S1: {withheld: junior staff, roles: [{organisation: INV}]}", "no role has a title that pages could show"),
        ("S1: {withheld: junior staff, name: Sam Example, roles: [{title: Clerk}]}", "yet stands in this file"),
        ("S1: {withheld: junior staff, printed_as: Sam Example, roles: [{title: Clerk}]}", "yet stands in this file"),
        ("Sam Example: {withheld: junior staff, roles: [{title: Clerk}]}", "yet stands in this file"),
    ],
)
def test_a_name_that_is_withheld_may_not_be_in_the_file(tmp_path: Path, person: str, said: str) -> None:
    with pytest.raises(Unpublishable) as found:
        register(tmp_path, "", f"people:\n  {person}\norganisations:\n  INV: {{name: Invented Works}}\n")
    [message] = [one.message for one in found.value.problems if "withheld" in one.message]
    assert said in message and "Sam" not in message


def test_a_key_typed_in_minutes_is_a_warning(tmp_path: Path) -> None:
    found = register(tmp_path, "notes: [S1 wrote it down.]\n", BY_ROLE)
    [warning] = [one for one in found.archive.problems if one.name == "withheld S1"]
    assert str(warning.place) == "data/meetings/2030-01-10.yml:3:9"


def test_a_name_that_is_withheld_later_is_not_printed_again(tmp_path: Path) -> None:
    met = "attendees: AB\n"
    before = register(tmp_path / "before", met, "people:\n  AB: {name: Ada Brook}\n")
    after = register(tmp_path / "after", met, "people:\n  AB: {withheld: junior staff, roles: [{title: Diver}]}\n")
    changes = compare(before, after)
    assert "Diver" in as_markdown(changes, []) and "Ada" not in as_markdown(changes, []) + as_json(changes, [])
