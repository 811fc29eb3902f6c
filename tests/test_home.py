"""The home page: what it takes from the record, and that it says nothing of what is not there."""

import re
from pathlib import Path
from textwrap import dedent

import pytest

from macros.language import wording
from macros.pages import Page, home, meetings_index
from macros.rules.loading import load

GROUP = "name: Invented Allotment Society\n"
TERMS = (
    "---\nadopted: 2030-01-01\n---\n# Membership\n\nAnybody.\n\n# 1. Purpose of the society\n\n- It *keeps* plots.\n"
)


@pytest.fixture
def page(tmp_path: Path):
    """Writes invented files below `data/` and gives the home page of the record."""

    def write(**files: str) -> Page:
        data = tmp_path / "data"
        for part in ("meetings", "terms-of-reference"):
            (data / part).mkdir(parents=True, exist_ok=True)
        for name, text in {"group": GROUP, "people": "people: {AB: {name: Ann Bee}}\n", **files}.items():
            folder = "meetings/" if name.startswith("m") else "terms-of-reference/" if name.startswith("t") else ""
            end = "md" if name.startswith("t") else "yml"
            (data / f"{folder}{name[1:].replace('_', '-') if folder else name}.{end}").write_text(dedent(text))
        return Page(load(tmp_path), "")

    return write


def words(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", html)).strip()


LATEST = """\
date: 2030-06-05
status: published
decisions:
  - Plots are let for a year.
  - {id: D7, decision: The shed is painted green., result: Agreed}
actions:
  - {id: A1, action: Old., status: completed}
  - {action: Paint the shed, raised: here, owner: AB}
"""


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"group": GROUP + "about: |\n  We *dig*.\n\n  And rest.\n", "t2030_01_01": TERMS}, "We dig ."),
        ({"t2030_01_01": TERMS}, "It keeps plots. Terms of reference adopted on 1 January 2030"),
        ({"t2030_01_01": TERMS.replace("Purpose", "Rules")}, "Terms of reference"),
        ({}, ""),
    ],
)
def test_what_the_group_is_stands_in_words_of_the_record(page, files, said) -> None:
    shown = home(page(m2030_06_05="date: 2030-06-05\nstatus: published\n", **files))
    assert words(shown).startswith(f"Invented Allotment Society {said}".strip())
    assert ("own-words" in shown) == (said not in ("", "Terms of reference"))


def test_a_record_without_anything_has_no_empty_box(page) -> None:
    said = words(home(page()).partition('<div class="other-forms')[0])
    assert said == "Invented Allotment Society Search the whole record Search"


def test_the_latest_meeting_shows_its_decisions_and_new_actions(page) -> None:
    shown = home(
        page(m2030_06_05=LATEST, m2030_03_06=LATEST.replace("2030-06-05", "2030-03-06").replace("the shed", "the hut"))
    )
    assert (
        "Meeting of 5 June 2030 Published by the office. Decided Plots are let for a year. "
        "D7 The shed is painted green. Agreed" in words(shown)
    )
    assert "Paint the shed" in shown
    assert "hut" not in shown


def test_many_decisions_are_all_there_the_others_folded(page) -> None:
    many = "date: 2030-06-05\nstatus: published\ndecisions:\n" + "".join(f"  - Number {n}.\n" for n in range(1, 10))
    shown = home(page(m2030_06_05=many))
    assert re.findall(r"Number \d\.", shown) == [f"Number {n}." for n in range(1, 10)]
    assert re.findall(r"Number \d\.", shown.partition("<details>")[2]) == ["Number 7.", "Number 8.", "Number 9."]
    assert "3 more" in words(shown)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Dig.", "Dig."),
        ("Dig the\nwhole plot", "Dig the …"),
        ("Dig, then rest", "Dig, then …"),
        ("Donaudampfschiff", "Donaudamp …"),
    ],
)
def test_a_long_wording_is_cut_between_words(text, shown) -> None:
    assert wording.first_words(text, 10 if len(text) > 4 else 4) == shown


def test_the_list_of_meetings_tells_kinds_apart_by_words(page) -> None:
    shown = words(meetings_index(page(
        m2029_01="date: 2029-01\nstatus: draft\n",
        m2030_01_09="date: 2030-01-09\nstatus: cancelled\n",
        m2030_02_06="date: 2030-02-06\ntitle: Extraordinary meeting\nstatus: approved\npapers: [{title: Plan}]\n"
                    "decisions: [Yes.]\n",
        m2030_03_06="date: 2030-03-06\ntitle: Minutes of a meeting\nstatus: scheduled\nlocation: Hall\n",
    )))  # fmt: skip
    assert shown == (
        "2030 3 meetings 6 March 2030 Planned , Hall 6 February 2030 Extraordinary meeting. Approved "
        "1 decision, 1 paper 9 January 2030 Cancelled 2029 January 2029 Draft"
    )
