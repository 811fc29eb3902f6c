"""Names have time: each page says what held on its day. Records beside what the pages and `minutes changes` say."""

import html
import json
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.office import meeting_file
from macros.pages import Page, about_record, action_card, glossary, home, meeting, meetings_index, owner, people, stubs
from macros.pages.names import with_names
from macros.pages.search_records import search_records
from macros.pages.tracker import action_tracker
from macros.pages.tracker_files import tracker_files
from macros.record.models import Group, Organisation, People, Person, Post, name_on
from macros.record.problems import Problem, Severity, Unpublishable
from macros.register import Initials, Register, follow
from macros.review.comparison import compare
from macros.review.promises import broken_promises
from macros.review.summary import as_json, as_markdown
from macros.rules.loading import load

FORUM: dict[str, Any] = {
    "group.yml": {
        "name": "Invented Lighting Forum", "short_name": "ILF", "publisher": "ILO", "contact": "office@ilf.example",
        "licence": {"name": "Invented Licence", "url": "https://licence.example/"},
    },
    "people.yml": {
        "people": {
            "AB": {"name": "Ada Brook", "roles": [{"title": "Chair", "organisation": "ILO"}]},
            "CD": {"name": "Carys Evans", "roles": [{"organisation": "PORT"}]},
        },
        "organisations": {"ILO": {"name": "Invented Lighting Office"}, "PORT": {"name": "Port Authority"}},
    },
    "meetings/2023-03-06.yml": {
        "date": "2023-03-06", "status": "approved", "approved": "2023-06-05", "attendees": "AB, CD",
        "agenda": [{"title": "Lamps", "minutes": "PORT and CD reported."}],
        "actions": [{"id": "A1", "action": "Count the lamps with PORT.", "owner": "CD"}],
    },
    "meetings/2024-06-05.yml": {
        "date": "2024-06-05", "status": "draft", "attendees": "AB, CD", "apologies": "none",
        "actions": [{"id": "A1", "owner": "CD", "update": "PORT counted."}],
    },
}  # fmt: skip
MARRIED = {"name": "Carys Hughes", "names": [{"name": "Carys Evans", "until": "2024-05-01"}]}
CHANGED = {"date": "2025-01-09", "note": "A name was misspelt."}


class Plain(yaml.SafeDumper):
    """Writes each value where it stands, without anchors."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def record(folder: Path, changed: dict[str, Any]) -> Path:
    """The forum with some values changed, by paths like `people.yml/people/CD/name`, as a folder."""
    files = json.loads(json.dumps(FORUM))
    for path, value in changed.items():
        file = next((name for name in files if path.startswith(name)), path)
        steps = path.removeprefix(file).strip("/").split("/") if path != file else []
        at = files
        for step in [file, *steps][:-1]:
            at = at.setdefault(step, {})
        at[[file, *steps][-1]] = value
    shutil.rmtree(folder, ignore_errors=True)
    for name, values in files.items():
        place = folder / "data" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(
            yaml.dump(values, Dumper=Plain, allow_unicode=True, sort_keys=False).replace("'", ""), encoding="utf-8"
        )
    (folder / "data" / "terms-of-reference").mkdir()
    return folder


def loaded(folder: Path, today: date | None = None, **changed: Any) -> Register:
    return load(record(folder, changed), today)


def text(markup: str) -> str:
    """The words of a page, as a reader reads them."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", markup))


def read(write: Callable[..., str], register: Register, address: str, *about: str) -> str:
    """The words of what a function writes on a page, with the names and abbreviations at its end."""
    page = Page(register, address)
    return text(with_names(page, write(page, *about)))


def on_meeting(register: Register, stem: str) -> str:
    return read(meeting, register, f"meetings/{stem}/", stem)


def refused(folder: Path, **changed: Any) -> list[str]:
    with pytest.raises(Unpublishable) as stop:
        load(record(folder, changed))
    return [str(problem) for problem in stop.value.problems]


def reviewed(before: Register, after: Register) -> tuple[str, tuple[Problem, ...]]:
    """The summary of a change, and the problems with it; it is also written as JSON."""
    found = compare(before, after)
    problems = broken_promises(before, after, found)
    assert json.loads(as_json(found, problems))
    return as_markdown(found, problems), problems


# What held on a day, worked out by writing each period over a calendar, the later entry over the earlier.

FIRST = date(2023, 1, 1)
CALENDAR = [FIRST + timedelta(days=number) for number in range(12)]
DAYS = st.sampled_from(CALENDAR)


@st.composite
def periods(draw: st.DrawFn) -> dict[str, date | None]:
    since, until = draw(st.none() | DAYS), draw(st.none() | DAYS)
    if since and until and until < since:
        since, until = until, since
    return {"since": since, "until": until}


def painted(always: Any, dated: list[tuple[Any, dict[str, date | None]]]) -> dict[date, Any]:
    out = dict.fromkeys(CALENDAR, always)
    for value, period in dated:
        if period["since"] or period["until"]:
            out.update((day, value) for day in CALENDAR if within(day, period))
    return out


def within(day: date, period: dict[str, date | None]) -> bool:
    begins, ends = period["since"] or CALENDAR[0], period["until"] or CALENDAR[-1]
    return CALENDAR.index(begins) <= CALENDAR.index(day) <= CALENDAR.index(ends)


DATED = st.lists(st.tuples(st.sampled_from(["Evans", "Hughes", "Smith"]), periods()), max_size=4)


@settings(max_examples=500)
@given(DATED, DAYS)
def test_a_name_is_the_one_that_held_on_the_day(dated: list[tuple[str, dict[str, date | None]]], day: date) -> None:
    names = [{"name": name, **period} for name, period in dated]
    for kind in (Person, Post, Organisation):
        assert name_on(kind.model_validate({"name": "Now", "names": names}), day) == painted("Now", dated)[day]
    group = Group.model_validate({**FORUM["group.yml"], "names": [{**name, "short_name": "S"} for name in names]})
    assert group.called_on(day)[0] == painted(group.name, dated)[day]


@settings(max_examples=500)
@given(st.lists(st.tuples(st.sampled_from(["CD", "CE"]), st.sampled_from(["CD", "CD2", "CH"]), periods()), max_size=4))
def test_initials_mean_whom_the_record_says_on_the_day(
    dated: list[tuple[str, str, dict[str, date | None]]],
) -> None:
    entries: dict[str, Any] = {"CD": {}, "CD2": {}, "CH": {}}
    for printed, key, period in dated:
        entries[key].setdefault("printed_as", []).append({"printed": printed, **period})
    initials = Initials(People.model_validate({"people": entries}))
    for printed in ("CD", "CE", "CD2", "XX"):
        for day in CALENDAR:
            said = {key for other, key, period in dated if other == printed and within(day, period)}
            own = {printed} & set(entries)
            if any(key == printed and other == printed for other, key, _period in dated):
                own = set()
            assert set(initials.whom(printed, day)) == (said or own)


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Register:
    """A published and an approved meeting that CD came to."""
    folder = tmp_path_factory.mktemp("public")
    meetings = {
        f"meetings/{day}.yml": {"date": str(day), "attendees": "CD", "status": status}
        for day, status in ((CALENDAR[3], "published"), (CALENDAR[8], "approved"))
    }
    drafts = {file: {"date": file[9:19], "status": "draft"} for file in FORUM if file.startswith("meetings/")}
    return loaded(folder, **drafts, **meetings)


@settings(max_examples=500)
@given(DATED, DATED, st.sampled_from(["Now", "Other"]))
def test_a_change_asks_for_an_entry_just_where_a_public_page_would_say_otherwise(
    public: Register, before: list[tuple[str, dict[str, date | None]]], after: list[tuple[str, dict[str, date | None]]],
    now: str,
) -> None:  # fmt: skip
    registers = [called(public, "Now", before), called(public, now, after)]
    _summary, problems = reviewed(*registers)
    altered = [day for day in (CALENDAR[3], CALENDAR[8]) if painted("Now", before)[day] != painted(now, after)[day]]
    told = [problem.severity.word for problem in problems if "published pages would say otherwise" in problem.message]
    assert told == (["error" if CALENDAR[8] in altered else "warning"] if altered else [])
    for register, name, dated in zip(registers, ("Now", now), (before, after), strict=True):
        for day in (CALENDAR[3], CALENDAR[8]):
            assert f"{painted(name, dated)[day]} (CD)" in on_meeting(register, str(day))


def called(register: Register, name: str, dated: list[tuple[str, dict[str, date | None]]]) -> Register:
    """The register with other names of CD."""
    filed = register.archive.people_file
    person = Person.model_validate({"name": name, "names": [{"name": one, **period} for one, period in dated]})
    record = filed.record.model_copy(update={"people": {**filed.record.people, "CD": person}})
    return follow(replace(register.archive, people_file=replace(filed, record=record)))


# The cases of issue 13, and others of their kind.


def test_a_name_changes_on_a_day_and_each_page_says_what_held_then(tmp_path: Path) -> None:
    register = loaded(tmp_path, **{"people.yml/people/CD": {**MARRIED, "roles": [{"organisation": "PORT"}]}})
    early, late = on_meeting(register, "2023-03-06"), on_meeting(register, "2024-06-05")
    assert "Carys Evans (CD)" in early and "Hughes" not in early
    assert "Carys Hughes (CD)" in late and "Evans" not in late
    assert "Names Carys HughesCarys Evans, until 1 May 2024" in read(people, register, "people/")
    assert "Names Carys HughesCarys Evans, until 1 May 2024" in read(owner, register, "people/cd/", "CD")
    assert "CD Carys Hughes, Port Authority" in read(action_card, register, "actions/2023/", "A1")


@pytest.mark.parametrize(
    ("changed", "early", "late", "before_then"),
    [
        ({"people.yml/organisations/PORT": {"name": "Harbour Trust", "names": [
            {"name": "Port Authority", "until": "2024-05-01"}]}}, "Port Authority", "Harbour Trust", True),
        ({"people.yml/organisations/PORT": {"name": "Port Authority", "names": [
            {"name": "Harbour Trust", "since": "2024-05-02"}]}}, "Port Authority", "Harbour Trust", True),
        ({"people.yml/people/CD/roles": [
            {"title": "Pilot", "until": "2024-05-01"}, {"title": "Head pilot", "since": "2024-05-02"}]},
         "Carys Evans (CD), Pilot", "Carys Evans (CD), Head pilot", False),
    ],
)  # fmt: skip
def test_a_body_and_a_title_have_time(
    tmp_path: Path, changed: dict[str, Any], early: str, late: str, before_then: bool
) -> None:
    before, after = loaded(tmp_path / "before"), loaded(tmp_path / "after", **changed)
    assert early in on_meeting(after, "2023-03-06") and late not in on_meeting(after, "2023-03-06")
    assert late in on_meeting(after, "2024-06-05") and early not in on_meeting(after, "2024-06-05")
    assert ("on the pages of" in reviewed(before, after)[0]) is not before_then


def test_the_group_changes_its_name_and_old_pages_keep_the_old_one(tmp_path: Path) -> None:
    new = {
        "group.yml/name": "Invented Harbour Forum", "group.yml/short_name": "IHF",
        "group.yml/names": [{"name": "Invented Lighting Forum", "short_name": "ILF", "until": "2024-01-01"}],
    }  # fmt: skip
    before, after = loaded(tmp_path / "before"), loaded(tmp_path / "after", **new)
    assert "Group Invented Lighting Forum (ILF)" in on_meeting(after, "2023-03-06")
    assert "Lighting Forum" not in on_meeting(after, "2024-06-05")
    assert "Invented Harbour Forum (IHF)" in read(home, after, "")
    assert "Invented Lighting Forum (ILF), until 1 January 2024" in text(about_record(Page(after, "about/")))
    assert json.loads(tracker_files(after)["actions/facts.json"])["group"] == "IHF"
    assert reviewed(before, after)[1] == ()
    silent = loaded(tmp_path / "silent", **{"group.yml/name": "Invented Harbour Forum"})
    [problem] = reviewed(before, silent)[1]
    assert str(problem).startswith(
        "data/group.yml:1:7: published pages would say otherwise: The name of the group on the pages of 6 March 2023;"
    )


@pytest.mark.parametrize(
    ("file", "before", "after", "said", "shown"),
    [
        ("people.yml", {}, {"people.yml/people/CD/name": "Carys Hughes"},
         "- **CD on the pages of 6 March 2023**: Carys <del>Evans,</del> <ins>Hughes,</ins> Port Authority", people),
        ("people.yml", {}, {"people.yml/organisations/PORT/name": "Harbour Trust"},
         "- **PORT on the pages of 6 March 2023**: <del>Port Authority</del> <ins>Harbour Trust</ins>", people),
        ("group.yml", {}, {"group.yml/name": "Other Forum"},
         "- **The name of the group on the pages of 6 March 2023**: <del>Invented Lighting</del> <ins>Other</ins> "
         "Forum (ILF)", about_record),
        ("glossary.yml", {"glossary.yml": {"words": {"Lamps": {"means": "Lights"}}}},
         {"glossary.yml": {"words": {"Lamps": {"means": "Lanterns"}}}},
         "- **Lamps on the pages of 6 March 2023**: <del>Lights</del> <ins>Lanterns</ins>", glossary),
    ],
)  # fmt: skip
def test_what_an_approved_page_says_of_a_name_changes_with_an_entry(
    tmp_path: Path, file: str, before: dict[str, Any], after: dict[str, Any], said: str, shown: Any
) -> None:
    old = loaded(tmp_path / "before", **before)
    summary, problems = reviewed(old, loaded(tmp_path / "silent", **after))
    assert said in summary.splitlines()
    [problem] = problems
    assert problem.severity.word == "error" and problem.place.file == f"data/{file}"
    noted = dict(after)
    if file in noted:
        noted[file] = {**noted[file], "changes": [CHANGED]}
    else:
        noted[f"{file}/changes"] = [CHANGED]
    new = loaded(tmp_path / "noted", **noted)
    summary, problems = reviewed(old, new)
    assert problems == ()
    assert "- Its page will say: 9 January 2025: A name was misspelt." in summary
    assert "9 January 2025: A name was misspelt." in text(shown(Page(new, "people/")))
    [problem] = reviewed(new, loaded(tmp_path / "unsaid", **after))[1]
    assert "the change of 2025-01-09 was published and is removed or altered" in problem.message


MOVED: dict[str, dict[str, Any]] = {
    "to the posts": {"people.yml": {
        "people": {"AB": {"name": "Ada Brook"}}, "posts": {"CD": {"name": "Harbour Clerk"}},
        "organisations": FORUM["people.yml"]["organisations"],
    }},
    "to the organisations": {"people.yml": {
        "people": {"AB": {"name": "Ada Brook"}},
        "organisations": {**FORUM["people.yml"]["organisations"], "CD": {"name": "Coast District"}},
    }},
    "an organisation to the people": {"people.yml": {
        "people": {**FORUM["people.yml"]["people"], "PORT": {"name": "Percy Ort"}, "X1": {}},
        "organisations": {"ILO": {"name": "Invented Lighting Office"}},
    }, "people.yml/people/CD/roles": []},
    "printed for another, always": {"people.yml/people/AB/printed_as": [{"printed": "CD", "until": "2030-01-01"}]},
    "printed for a new one": {"people.yml/people/ZZ": {
        "name": "Zoe Zander", "printed_as": [{"printed": "CD", "until": "2023-12-31"}]}},
    "to the glossary": {"people.yml/organisations": {"ILO": {"name": "Invented Lighting Office"}},
                        "people.yml/people/CD/roles": [], "glossary.yml": {"words": {"PORT": {"means": "Left side"}}}},
    "hidden by a word": {"glossary.yml": {"words": {"PORT": {"means": "Left side"}}}},
    "hidden by a longer word": {"glossary.yml": {"words": {"PORT and CD": {"means": "Both"}}}},
}  # fmt: skip


@pytest.mark.parametrize("how", MOVED)
def test_what_initials_mean_on_an_approved_page_is_held_to_wherever_the_entry_stands(tmp_path: Path, how: str) -> None:
    before, after = loaded(tmp_path / "before"), loaded(tmp_path / "after", **MOVED[how])
    _summary, problems = reviewed(before, after)
    told = [one for one in problems if "published pages would say otherwise" in one.message]
    assert {one.severity for one in told} == {Severity.ERROR}, problems
    files = {one.place.file for one in told}
    noted = dict(MOVED[how])
    for file in (Path(name).name for name in files):
        noted[f"{file}/changes"] = [CHANGED]
    _summary, problems = reviewed(before, loaded(tmp_path / "noted", **noted))
    assert not [one for one in problems if "published pages" in one.message]


LAMPS = {"Lamps": {"means": "Lights"}, "reported": {"means": "Told"}}


@pytest.mark.parametrize(
    ("was", "now", "asked"),
    [
        (LAMPS, {"Lamps": {"means": "Beacons"}, "reported": {"means": "Told"}}, True),
        (LAMPS, {"reported": {"means": "Told"}}, True),
        (LAMPS, {}, True),
        ({"Lamps": {"means": "Lights"}}, LAMPS, False),
        ({}, LAMPS, False),
        ({"reported": {"means": "Told"}}, {"reported": {"means": "Told"}, "CD reported": {"means": "X"}}, True),
        ({"CD reported": {"means": "X"}}, {"reported": {"means": "Told"}}, True),
        ({"Quay": {"means": "No page has it"}}, {}, False),
    ],
)  # fmt: skip
def test_what_an_approved_page_explains_is_changed_or_taken_away_with_an_entry(
    tmp_path: Path, was: dict[str, Any], now: dict[str, Any], asked: bool
) -> None:
    redirects = {"redirects.yml": {"redirects": {
        f"/glossary/#{word.lower().replace(' ', '-')}": "/glossary/" for word in was.keys() - now.keys()
    }}}  # fmt: skip
    for changes in ([], [CHANGED]):
        before = loaded(tmp_path / "before", **{"glossary.yml": {"words": was}})
        more = redirects if redirects["redirects.yml"]["redirects"] else {}
        after = loaded(tmp_path / "after", **{"glossary.yml": {"words": now, "changes": changes}}, **more)
        _summary, problems = reviewed(before, after)
        told = [(one.severity, one.place.file) for one in problems if "say otherwise" in one.message]
        assert told == ([(Severity.ERROR, "data/glossary.yml")] if asked and not changes else []), problems


def test_a_word_that_a_record_prints_no_longer_asks_for_nothing_in_the_glossary(tmp_path: Path) -> None:
    before = loaded(tmp_path / "before", **{"glossary.yml": {"words": LAMPS}})
    after = loaded(tmp_path / "after", **{
        "glossary.yml": {"words": LAMPS}, "meetings/2023-03-06.yml/changes": [CHANGED],
        "meetings/2023-03-06.yml/agenda": [{"title": "Lamps", "minutes": "PORT and CD spoke."}],
    })  # fmt: skip
    assert reviewed(before, after)[1] == ()


TWO = {
    "people.yml/people/CD": {"name": "Carys Evans", "printed_as": [{"printed": "CD", "until": "2023-12-31"}]},
    "people.yml/people/CD2": {"name": "Colin Dee", "printed_as": [{"printed": "CD", "since": "2024-01-01"}]},
}


def test_the_same_initials_are_two_people_at_different_times(tmp_path: Path) -> None:
    register = loaded(tmp_path, **TWO)
    assert "Carys Evans (CD)" in on_meeting(register, "2023-03-06")
    assert "Colin Dee (CD)" in on_meeting(register, "2024-06-05")
    assert "Carys" not in on_meeting(register, "2024-06-05")
    action = register.actions["A1"]
    assert action.owner is not None
    assert (action.owner.text, action.owner.meant) == ("CD", ("CD2",))
    assert {key: [one.id for one in owned] for key, owned in register.owned.items()} == {"CD2": ["A1"]}
    assert {key: [one.id for one in owned] for key, owned in register.once_owned.items()} == {"CD": ["A1"]}
    assert register.attended["CD"] == ("2023-03-06",) and register.attended["CD2"] == ("2024-06-05",)
    card = read(action_card, register, "actions/2023/", "A1")
    assert "Owner changed. Before: CD (Carys Evans) Now: CD (Colin Dee)" in card
    assert "CD Carys Evans CD Colin Dee" in card  # the names at the end
    assert "CD Colin Dee" in read(action_tracker, register, "actions/")
    facts = json.loads(tracker_files(register)["actions/facts.json"])
    assert facts["printed"] == [[["", "CD"]], [["", "CD", "CD2"]]]
    assert "CD" not in facts["glossary"]
    assert any("A1" in record.title and "Colin Dee" in record.named for record in search_records(register, {}))


def test_an_owner_carried_over_is_the_person_whom_the_earlier_meeting_meant(tmp_path: Path) -> None:
    silent = {"id": "A1", "update": "Still counting."}
    register = loaded(tmp_path, **TWO, **{"meetings/2024-06-05.yml/actions": [silent]})
    page = on_meeting(register, "2024-06-05")
    assert "Earlier owner: CD." in page
    assert "CD Carys Evans CD Colin Dee" in page  # the initials on the page


def test_a_person_has_two_sets_of_initials_over_time(tmp_path: Path) -> None:
    register = loaded(tmp_path, **{
        "people.yml/people/CH": {**MARRIED, "printed_as": [{"printed": "CE", "until": "2024-05-01"}]},
        "meetings/2023-03-06.yml/attendees": "AB, CE",
        "meetings/2023-03-06.yml/actions": [{"id": "A1", "action": "Count with CE.", "owner": "CE"}],
        "meetings/2024-06-05.yml/attendees": "AB, CH",
        "meetings/2024-06-05.yml/actions": [{"id": "A1", "owner": "CH"}],
    })  # fmt: skip
    assert "Carys Evans (CE)" in on_meeting(register, "2023-03-06")
    assert "Carys Hughes (CH)" in on_meeting(register, "2024-06-05")
    assert list(register.owned) == ["CH"] and register.once_owned == {}
    assert "Owner changed" not in action_card(Page(register, "actions/2023/"), "A1")
    assert "Also printed as CE, until 1 May 2024" in read(people, register, "people/")


@pytest.mark.parametrize(
    ("changed", "drafted"),
    [
        ({}, "    # Owner so far: CD. It stays if you leave this empty.\n    owner:\n"),
        # It means Colin Dee on both days.
        (TWO, "    # Owner so far: CD. It stays if you leave this empty.\n    owner:\n"),
        ({**TWO, "meetings/2024-06-05.yml/actions": [{"id": "A1", "update": "Still."}]},
         "    # The owner so far is CD; on this day these initials mean somebody else, or nobody.\n    owner:\n"),
        ({**TWO, "meetings/2024-06-05.yml/actions": [{"id": "A1", "update": "Still."}],
          "people.yml/people/CD": {"name": "C", "printed_as": [
              {"printed": "CD", "until": "2023-12-31"}, {"printed": "CH", "since": "2024-01-01"}]}},
         "    # Owner so far: CH. It stays if you leave this empty.\n    owner:\n"),
    ],
)  # fmt: skip
def test_a_new_file_names_the_owner_as_a_document_of_its_day_would(
    tmp_path: Path, changed: dict[str, Any], drafted: str
) -> None:
    assert drafted in meeting_file(loaded(tmp_path, **changed), date(2024, 9, 4))


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"people.yml/people/CD2": TWO["people.yml/people/CD2"],
          "people.yml/people/CD": {"name": "C", "printed_as": [{"printed": "CD", "until": "2024-12-31"}]}},
         "'CD' are initials of CD and CD2 on 2024-06-05; in data/people.yml, let only one be printed so on that day"),
        ({"people.yml/people/CD": TWO["people.yml/people/CD"]},
         "'CD' are nobody's initials on 2024-06-05; in data/people.yml they are those of CD at other times"),
    ],
)  # fmt: skip
def test_initials_that_mean_two_or_nobody_on_a_day_are_refused(
    tmp_path: Path, changed: dict[str, Any], told: str
) -> None:
    errors = [line for line in refused(tmp_path, **changed) if ": warning:" not in line and ": note:" not in line]
    assert [line.partition(": ")[2] for line in errors] == [told]


def test_initials_that_would_be_ambiguous_but_are_not_used_then_get_a_warning(tmp_path: Path) -> None:
    both = [{"printed": "ZZ", "since": "2024-01-01"}]
    register = loaded(tmp_path, **{
        "people.yml/people/CD/printed_as": both, "people.yml/people/AB/printed_as": both,
    })  # fmt: skip
    [problem] = [found for found in register.archive.problems if "ZZ" in found.message]
    assert problem.severity.word == "warning"


def test_a_name_that_is_new_after_the_last_meeting_is_the_present_one(tmp_path: Path) -> None:
    names = {"name": "Carys Hughes", "names": [{"name": "Carys Evans", "until": "2024-12-31"}]}
    for today, called in (
        (None, "Carys Hughes"),
        (date(2024, 7, 1), "Carys Evans"),
        (date(2025, 1, 1), "Carys Hughes"),
    ):
        register = loaded(tmp_path, today, **{"people.yml/people/CD": names})
        assert f"CD: {called}" in read(people, register, "people/")
        assert "Carys Evans (CD)" in on_meeting(register, "2024-06-05")


def test_a_name_that_is_to_come_gets_a_warning(tmp_path: Path) -> None:
    names = {"name": "Carys Evans", "names": [{"name": "Carys Hughes", "since": "2025-01-01"}]}
    folder = record(tmp_path, {"people.yml/people/CD": names})

    def told(today: date) -> list[str]:
        return [str(found) for found in load(folder, checked_on=today).archive.problems if "to come" in found.message]

    assert told(date(2025, 1, 1)) == []
    assert told(date(2024, 12, 31)) == [
        "data/people.yml:11:14: warning: it begins on 2025-01-01, which is to come, and pages that speak of no day "
        "show it already; add it on that day (or acknowledge 'to come 2025-01-01')"
    ]


def test_a_meeting_of_a_day_gone_by_is_named_by_the_check(tmp_path: Path) -> None:
    planned = {"meetings/2025-06-05.yml": {"date": "2025-06-05", "status": "scheduled", "time": "10:00"}}
    folder = record(tmp_path, planned)

    def told(today: date | None) -> list[str]:
        found = load(folder, checked_on=today).archive.problems
        return [str(problem) for problem in found if "gone by" in problem.message]

    assert told(None) == told(date(2025, 6, 5)) == []
    assert told(date(2025, 6, 6)) == [
        "data/meetings/2025-06-05.yml:2:9: warning: the meeting is scheduled for 2025-06-05, which has gone by, and no "
        "record of it is held; if it was held, record it and change the status to 'draft' or 'published', or to "
        "'held' while it has no minutes, and if it was not, to 'cancelled' or 'postponed' (or acknowledge 'gone by')"
    ]


EXTRAORDINARY = "Extraordinary meeting on the east mole"


@pytest.mark.parametrize(
    ("titles", "names"),
    [
        ([None, EXTRAORDINARY], ["6 March 2023", f"6 March 2023 ({EXTRAORDINARY})"]),
        (["Spring meeting", EXTRAORDINARY], ["6 March 2023 (Spring meeting)", f"6 March 2023 ({EXTRAORDINARY})"]),
        ([None, None], ["6 March 2023", "6 March 2023 (b)"]),
        (["Minutes", "Minutes"], ["6 March 2023", "6 March 2023 (b)"]),
        (["Only one"], ["6 March 2023"]),
    ],
)
def test_meetings_of_one_day_are_told_apart_by_their_printed_titles(
    tmp_path: Path, titles: list[str | None], names: list[str]
) -> None:
    meetings = {
        f"meetings/2023-03-06{'-b' * number}.yml": {
            **FORUM["meetings/2023-03-06.yml"], "actions": [{"id": f"A{number + 1}", "action": "Do.", "owner": "CD"}],
            **({"title": title} if title else {}),
        }
        for number, title in enumerate(titles)
    }  # fmt: skip
    only = {"meetings/2024-06-05.yml": {"date": "2024-06-05", "status": "scheduled"}}
    register = loaded(tmp_path, **meetings, **only)
    assert [register.meeting_names[stem] for stem in register.held] == names
    pages = [meetings_index, home, action_tracker]
    for page in (text(write(Page(register, ""))) for write in pages):
        assert names[-1] in page
    assert f"The meeting before: {names[-1]}" in on_meeting(register, "2024-06-05")
    titles = [record.title for record in search_records(register, {})]
    assert all(f"Meeting of {name}" in titles for name in names)
    headings = {stub.title for stub in stubs.all_stubs(register)}
    assert all(f"Meeting of {name}" in headings for name in names)


def test_a_title_of_the_record_is_only_text_in_the_source_of_a_page() -> None:
    title = 'A <b>*b*</b> _c_ `d` {{ 1 }} {% e %} [f](g) &amp; "h" \\ #\n---\n{: .i }'
    made = stubs.stub("a/", title, title, "people()", "data/people.yml")
    front, page = made.text.removeprefix("---\n").split("\n---\n")
    heading = page.strip().splitlines()[0].removeprefix("# ")
    for written in (heading, *(json.loads(line.partition(": ")[2]) for line in front.splitlines()[:2])):
        assert not re.search(r"[<>*_`{}%\[\]\\\"]|&(?!#\d+;)", written)
        assert html.unescape(written) == made.title == " ".join(title.split())


def test_a_wording_of_an_earlier_meeting_is_not_explained_by_a_later_name(tmp_path: Path) -> None:
    trust = {"name": "Harbour Trust", "names": [{"name": "Port Authority", "until": "2024-05-01"}]}
    register = loaded(tmp_path, **{"people.yml/organisations/PORT": trust})
    page = Page(register, "meetings/2024-06-05/")
    update, wording = re.findall(r'<span class="typed"[^>]*>(.*?)</span>', meeting(page, "2024-06-05"))
    assert wording == "Count the lamps with PORT."
    assert 'title="Harbour Trust">PORT</a> counted.' in update
    card = action_card(Page(register, "actions/2023/"), "A1")
    assert re.search(r'Count the lamps with <a [^>]* title="Port Authority">PORT</a>', card)


@pytest.mark.parametrize("file", ["people.yml", "group.yml", "glossary.yml"])
def test_the_changes_of_a_file_of_names_stand_in_order(tmp_path: Path, file: str) -> None:
    changes = [{"date": f"2025-0{month}-01", "note": "A name."} for month in (2, 1)]
    words = {"glossary.yml": {"words": {"X1": {"means": "Y"}}}} if file == "glossary.yml" else {}
    problems = loaded(tmp_path, **words, **{f"{file}/changes": changes}).archive.problems
    assert [found.sentence for found in problems if found.severity is Severity.WARNING] == [
        "the change of 2025-01-01 is below that of 2025-02-01; put the oldest first (or acknowledge 'order 2025-01-01')"
    ]


def test_a_title_in_the_name_of_a_meeting_is_only_text_in_the_summary(tmp_path: Path) -> None:
    second = {"date": "2023-03-06", "status": "published", "title": "East *mole* [x]"}
    before = loaded(tmp_path / "before")
    after = loaded(tmp_path / "after", **{"meetings/2023-03-06-b.yml": second})
    assert "**6 March 2023 (East &#42;mole&#42; &#91;x&#93;)**: new, published." in reviewed(before, after)[0]


CHAIRED = People.model_validate({
    "people": {"AB": {"name": "Ada Brook"}, "CD": {}, "PC": {"name": "Petra Cole"}},
    "organisations": {"ILO": {"name": "Invented Lighting Office"}},
})  # fmt: skip


@pytest.mark.parametrize(
    ("printed", "linked"),
    [
        ("AB", ["AB"]),
        ("AB and CD", ["AB", "CD"]),
        ("AB, then CD", ["AB"]),  # of "then CD" nobody knows
        ("AB ILO", ["AB", "ILO"]),
        ("AB (acting) / CD", ["AB", "CD"]),
        ("Cllr Jane Smith", []),
        ("Cllr Jane Smith and CD", ["CD"]),
        ("PC Smith", []),
        ("PC 4021 Jones; AB", ["AB"]),
        ("ABX and AB", ["AB"]),
        ("Nobody", []),
    ],
)
def test_of_a_printed_chair_only_what_is_known_is_linked(printed: str, linked: list[str]) -> None:
    meant = Initials(CHAIRED).within(printed, date(2023, 3, 6))
    assert [key for _before, key in meant.pieces] == linked
    assert "".join(before + key for before, key in meant.pieces) + meant.rest == printed


@settings(max_examples=500)
@given(st.lists(st.sampled_from(["AB", "CD", "PC", "Smith", "and", " ", ", ", "/", "(", ")", "ABX", "."]), max_size=9))
def test_a_printed_chair_is_shown_whole_whatever_is_in_it(parts: list[str]) -> None:
    printed = "".join(parts)
    meant = Initials(CHAIRED).within(printed, date(2023, 3, 6))
    assert "".join(before + key for before, key in meant.pieces) + meant.rest == printed
    assert set(meant.keys) <= {"AB", "CD", "PC"}


@pytest.mark.parametrize(
    ("chair", "warned", "shown"),
    [
        ("AB", [], "Chair Ada Brook (AB), Invented Lighting Office"),
        ("AB and CD", [], "Chair AB and CD"),
        (["AB", "CD"], [], "Chair AB, CD"),
        ("Cllr Jane Smith", [], "Chair Cllr Jane Smith"),
        ("XY", ["chair 'XY' is not in data/people.yml; add it there"], "Chair XY"),
        ("AB adn CD", ["chair 'AB adn CD' may name 'AB' of data/people.yml, so the page shows it without a link"],
         "Chair AB adn CD"),
    ],
)  # fmt: skip
def test_a_chair_is_shown_as_printed(tmp_path: Path, chair: str | list[str], warned: list[str], shown: str) -> None:
    register = loaded(tmp_path, **{"meetings/2023-03-06.yml/chair": chair})
    problems = [one for one in register.archive.problems if one.name == "unknown chair"]
    assert [(one.severity, one.message) for one in problems] == [(Severity.WARNING, words) for words in warned]
    assert shown in " ".join(on_meeting(register, "2023-03-06").split())
