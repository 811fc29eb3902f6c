"""A meeting and its group as their documents print them: each form beside the words of the page."""

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from macros.pages import Page, about_record, home, meeting, people, terms_of_reference
from macros.pages.foreseen import foreseen
from macros.pages.frame import published_by
from macros.pages.search_records import search_records
from macros.record.archive import Archive, Filed
from macros.record.models import Group, Meeting, People, Terms
from macros.record.problems import Place, Unpublishable
from macros.record.source import Mapping
from macros.register import Register, follow
from macros.rules.loading import load
from macros.site.built import squeezed

GROUP = {"name": "Invented Allotment Society"}
JUNE, SEPTEMBER = "2025-06-12", "2025-09-18"
EXAMPLES = int(os.environ.get("AS_PRINTED_EXAMPLES", "500"))


@pytest.fixture
def society(tmp_path: Path):
    """Writes the files of the group, each given by its path below data/ and its values, and reads them."""

    def read(group: dict[str, Any] = GROUP, **files: Any) -> Register:
        for name, values in {"group.yml": group, "people.yml": "people:\n", **files}.items():
            place = tmp_path / "data" / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(values if isinstance(values, str) else json.dumps(values), encoding="utf-8")
        (tmp_path / "data/meetings").mkdir(exist_ok=True)
        return load(tmp_path)

    return read


def held(date: str, **keys: Any) -> dict[str, Any]:
    """The file of a meeting of a day, or of a month."""
    return {f"meetings/{date}.yml": {"date": date, "status": "draft", **keys}}


def words(markup: str) -> str:
    """What a reader reads of a piece of a page, with a space between its elements."""
    said = squeezed(" ".join(html.fragment_fromstring(markup, create_parent="div").itertext()))
    return re.sub(r"## (.*?) \{#[^}]*\}", r"\1", said)  # headings, which the generator reads


def page_of(register: Register, stem: str) -> str:
    return words(meeting(Page(register, f"meetings/{stem}/"), stem))


@pytest.mark.parametrize(
    ("date", "keys", "group", "said"),
    [
        ("2025-06", {}, {}, "June 2025 This record is a draft"),
        (JUNE, {}, {}, "12 June 2025 This record is a draft"),
        (JUNE, {"end_date": "2025-06-14"}, {}, "12 June 2025 to 14 June 2025 This"),
        (JUNE, {"also_on": ["2025-06-17", "2025-06-24"]}, {}, "12 June 2025 , 17 June 2025 , 24 June 2025 This"),
        (JUNE, {"end_date": "2025-06-13", "also_on": ["2025-06-17"]}, {},
         "12 June 2025 to 13 June 2025 , 17 June 2025 This"),
        (JUNE, {"time": "10:00"}, {}, "12 June 2025 , 10:00 This"),
        (JUNE, {"time": "22:00-00:30"}, {}, "12 June 2025 , 22:00 to 00:30 This"),
        (JUNE, {"time": "14:00-15:00", "time_zone": "UTC"}, {}, ", 14:00 to 15:00 UTC This"),
        (JUNE, {"time": "14:00-15:00"}, {"time_zone": "CET"}, ", 14:00 to 15:00 CET This"),
        (JUNE, {"time": "14:00-15:00", "time_zone": "BST"}, {"time_zone": "CET"}, ", 14:00 to 15:00 BST This"),
        (JUNE, {}, {"time_zone": "CET"}, "12 June 2025 This record is a draft"),
        (JUNE, {"time": "14:00", "time_zone": "UTC", "time_elsewhere": "10:00 EDT (16:00 CEST)"}, {},
         ", 14:00 UTC ( 10:00 EDT (16:00 CEST) ) This"),
        (JUNE, {"location": "The shed", "links": ["https://meet.example/1", {"title": "Map", "url": "https://m.example"}]},
         {}, ", The shed , https://meet.example/1 , Map This"),
        (JUNE, {"next_meeting": "2025-09-18"}, {}, "Next meeting 18 September 2025 Not"),
        (JUNE, {"next_meeting": "2025-09"}, {}, "Next meeting September 2025 Not"),
        (JUNE, {"next_meeting": "TBC, in the *new* hall"}, {}, "Next meeting TBC, in the *new* hall Not"),
        (JUNE, {"next_meeting": {"date": "2025-09-18", "time": "10:00", "location": "Hall"}}, {},
         "Next meeting 18 September 2025 , 10:00 , Hall Not"),
        (JUNE, {"source": "this site"}, {}, "Sources This site holds the original of the record. All meetings"),
        (JUNE, {}, {"source": "this site"}, "Sources This site holds the original of the record. All meetings"),
        (JUNE, {"sources": [{"title": "Minutes"}]}, {"source": "this site"}, "Sources Minutes . All meetings"),
        (JUNE, {}, {}, "actions reviewed from earlier meetings , source document All meetings"),
        (JUNE, {"papers": ["Accounts", {"number": "P1", "title": "Plan", "url": "https://p.example"}]}, {},
         "Papers Accounts P1 Plan All meetings"),
        (JUNE, {"papers": [{"title": "Staffing", "not_published": "true", "reason": "Personal"}]}, {},
         "Papers Staffing . Not published : Personal All meetings"),
        (JUNE, {"agenda": [{"title": "Money", "papers": [{"number": "P2"}]}]}, {}, "Agenda title Money P2"),
    ],
)  # fmt: skip
def test_a_form_beside_the_words_of_the_page(society, date: str, keys: Any, group: Any, said: str) -> None:
    register = society(GROUP | group, **held(date, **keys))
    assert said in page_of(register, date)
    assert [problem for problem in register.archive.problems if problem.name] == []


@pytest.mark.parametrize(
    ("june", "september", "said"),
    [
        (SEPTEMBER, {}, "Next meeting 18 September 2025 On record: 18 September 2025 Not"),
        ("2025-09", {}, "Next meeting September 2025 On record: 18 September 2025 Not"),
        ("2025-09-11", {"time": "10:00", "location": "Hall"},
         "Next meeting 11 September 2025 The next meeting on record: 18 September 2025 , 10:00, Hall Not"),
        ({"date": SEPTEMBER, "time": "10:00"}, {"time": "11:00"},
         "Next meeting 18 September 2025 , 10:00 The next meeting on record: 18 September 2025 , 11:00 Not"),
        ("TBC", {}, "Next meeting TBC The next meeting on record: 18 September 2025 Not"),
    ],
)  # fmt: skip
def test_what_was_said_of_the_next_meeting_stays_beside_what_came(
    society, june: Any, september: Any, said: str
) -> None:
    register = society(**held(JUNE, next_meeting=june), **held(SEPTEMBER, **september))
    assert said in page_of(register, JUNE)
    assert "As recorded on" not in words(home(Page(register, "")))


def test_home_has_it_while_no_later_meeting_is_on_record(society) -> None:
    said = words(home(Page(society(**held(JUNE, next_meeting={"date": "2025-09-18", "location": "Hall"})), "")))
    assert "Planned meetings on record 18 September 2025 , Hall As recorded on 12 June 2025" in said


PARTS = st.fixed_dictionaries(
    {"date": st.sampled_from([SEPTEMBER, "2025-10-02"])},
    optional={"time": st.sampled_from(["10:00", "11:00-12:00"]), "location": st.sampled_from(["Hall", "Shed"])},
)


@settings(max_examples=EXAMPLES)
@given(PARTS, PARTS)
def test_the_page_says_so_exactly_if_what_was_printed_is_not_what_the_file_says(said: Any, came: Any) -> None:
    first = Meeting.model_validate({"date": JUNE, "status": "draft", "next_meeting": said})
    after = Meeting.model_validate({"status": "scheduled", **came})
    files = {str(one.date): Filed(str(one.date), "x.yml", one, Mapping(Place("x.yml"))) for one in (first, after)}
    group, nobody = (Filed("x", "x.yml", one, Mapping(Place("x.yml"))) for one in (Group(name="I"), People()))
    archive = Archive(group, nobody, files, {}, frozenset(files))
    found = foreseen(Page(follow(archive), ""), JUNE)
    assert found and found.on_record == came["date"]
    assert found.differs == any(came.get(key) != value for key, value in said.items())


@pytest.mark.parametrize(
    ("file", "error"),
    [
        ("budget.pdf", None),
        ("2025/plan (b).pdf", None),
        ("bugdet.pdf", "'bugdet.pdf' is not in docs/papers; did you mean 'budget.pdf'?"),
        ("../mkdocs.yml", "'../mkdocs.yml' is not in docs/papers; put the file there, or write where it can be read as "
                          "'url:'"),
        (".hidden", "'.hidden' is not in docs/papers; put the file there, or write where it can be read as 'url:'"),
    ],
)  # fmt: skip
def test_a_paper_of_this_site_is_there(society, tmp_path: Path, file: str, error: str | None) -> None:
    for name in ("budget.pdf", "2025/plan (b).pdf", ".hidden"):
        (tmp_path / "docs/papers" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs/papers" / name).touch()
    paper = {"title": "Budget", "file": file}
    within = {"title": "Money", "items": [{"title": "Next year", "papers": [paper]}]}
    try:
        register = society(**held(JUNE, papers=[paper], agenda=[within]))
    except Unpublishable as found:
        assert [problem.message for problem in found.problems if "papers" in problem.message] == [error, error]
    else:
        assert error is None
        assert 'data-field="papers.file">Budget</a>' in meeting(Page(register, f"meetings/{JUNE}/"), JUNE)


@pytest.mark.parametrize(
    ("group", "said"),
    [
        ({}, "The published minutes of the <bdi>Invented Allotment Society</bdi>. No licence is stated."),
        ({"publisher": "Shed Press"}, "Published by the <bdi>Shed Press</bdi>. No licence is stated."),
        ({"licence": {"name": "All rights kept"}},
         "The published minutes of the <bdi>Invented Allotment Society</bdi>. Licence: All rights kept."),
        ({"publisher": "Shed Press", "licence": {"name": "Open Licence", "url": "https://o.example/"}},
         'Published by the <bdi>Shed Press</bdi>. '
         'Content under the <a href="https://o.example/" rel="license">Open Licence</a>.'),
    ],
)  # fmt: skip
def test_the_footer_says_what_is_known(society, group: Any, said: str) -> None:
    assert published_by(Page(society(GROUP | group), "")) == said


def test_about_has_the_words_of_the_group(society) -> None:
    group = {"about": "We *grow*.\n\n- Beans", "organisation": "Federation", "website": "https://allot.example/"}
    said = words(about_record(Page(society(GROUP | group), "about/")))
    assert said.startswith("We grow . Beans Group Invented Allotment Society Organisation Federation Website https://")


def test_a_minimal_group_has_no_word_about_what_it_does_not_use(society) -> None:
    register = society(**held(JUNE, actions=["Ann to mend the gate"]))
    said = " ".join(words(one(Page(register, "x/"))) for one in (home, about_record, people))
    for absent in (
        "None None",
        "()",
        "Short name",
        "Publisher",
        "Action ids",
        "Organisations People",
        "Website",
        "Zone",
    ):
        assert absent not in said.removeprefix("Publisher")
    for absent in ("Papers", "Links", "Next meeting", "Time elsewhere"):
        assert absent not in page_of(register, JUNE)


TERMS = {
    "terms-of-reference/2025-01-02.md": "---\nadopted: 2025-01-02\n---\nTo grow.\n",
    "terms-of-reference/2024-01-02.md": "---\nadopted: 2024-01-02\n---\nTo dig.\n",
    "terms-of-reference/orders.md": "---\ntitle: Standing orders\n---\nThree are a quorum.\n",
    "terms-of-reference/2025-01-02-code.md":
        "---\nadopted: 2025-01-02\ntitle: Code of conduct\nurl: https://code.example/\n---\n",
    "terms-of-reference/fees.md": f"---\ntitle: Fees\nmeeting: {JUNE}\nitem: Money\n---\n",
}  # fmt: skip


def test_several_terms_are_in_force_with_and_without_a_day_and_a_text(society) -> None:
    register = society(**held(JUNE, agenda=[{"title": "Money", "minutes": "The fee is three beans."}]), **TERMS)
    said = words(terms_of_reference(Page(register, "terms-of-reference/")))
    assert said.startswith(
        "In force since 2 January 2025 . This version at its own address . To grow. "
        "Code of conduct In force since 2 January 2025 . This version at its own address . The text: "
        "https://code.example/ "
        "Fees The day of its adoption is not recorded. This version at its own address . "
        "In the minutes of 12 June 2025 , item Money "
        "Standing orders The day of its adoption is not recorded. This version at its own address . Three are a quorum."
    )
    assert "Standing orders Adopted" not in said and "Adopted on 2 January 2024 " in said
    assert [problem.message for problem in register.archive.problems if problem.name] == []


def test_terms_without_a_text_say_where_it_is(society) -> None:
    with pytest.raises(Unpublishable, match="'text' is empty"):
        society(**{"terms-of-reference/orders.md": "---\ntitle: Standing orders\n---\n"})
    assert Terms.model_validate({"adopted": "not recorded", "text": "x"}).is_version is False


def test_terms_of_which_nothing_else_is_known_have_nothing_between_the_lines(society) -> None:
    register = society(**{"terms-of-reference/rules.md": "---\n---\nTo grow.\n"})
    assert "To grow." in words(terms_of_reference(Page(register, "terms-of-reference/")))


def test_no_full_stop_follows_printed_punctuation(society) -> None:
    register = society(**held(
        JUNE,
        agenda=[
            {"number": "3.", "title": "Plots.", "minutes": "All let.", "lead": "Joan Brook Jr.",
             "decisions": [{"decision": "Dig.", "proposer": "Joan Brook Jr.", "result": "Agreed."}],
             "items": [{"number": "a)", "title": "Paths", "minutes": "Wet.", "reason": "Why?"}]},
            {"number": "4.", "minutes": "None."},
        ],
        actions=[{"id": "A1", "action": "Dig.", "owner": "Joan Brook Jr.", "item": "3."}],
        sources=[{"title": "Minutes of 12 June.", "supplies": ["agenda"]}],
        location="The Hall, High St.", time="10:00",
    ))  # fmt: skip
    said = page_of(register, JUNE)
    for shown in (
        "3. Plots.",
        "a) Paths",
        "Reason: Why?",
        "Agenda item: 3.",
        "Minutes of 12 June. Source of: agenda",
        "Proposer: Joan Brook Jr.",
    ):
        assert shown in said
    texts = [said, *(f"{one.title} {one.about}" for one in search_records(register, {}))]
    doubled = [re.findall(r".{30}[.?!]\.", text.replace(" .", ".")) for text in texts]
    assert [found for found in doubled if found] == []
    assert any(text.endswith("Lead: Joan Brook Jr.") for text in texts)
