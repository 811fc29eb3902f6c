"""Entries about actions as real minutes print them: without ids, with ids used again, with words for the status."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest

from macros.office.drafting import meeting_file
from macros.pages import Page, action_card, meeting
from macros.record.models import AgendaItem, Meeting, MeetingStatus
from macros.record.problems import Unpublishable
from macros.register import Raised, Register, follow, item_called, placed_items
from macros.rules.life import meetings_review_the_open_actions
from macros.rules.loading import load

GROUP = """\
name: Invented Parish Council
short_name: Parish
publisher: IPC
licence: {name: Invented Licence, url: "https://licence.example/"}
statuses: {Bingo: done, With Clerk: in progress}
"""
PEOPLE = """\
people:
  AB: {name: Ann Bee}
  CD: {name: Cee Dee, printed_as: [{printed: KH, since: 2025-01-01}]}
organisations:
  IPC: {name: Invented Parish Council}
"""
JUNE, SEPTEMBER, DECEMBER = "2025-06-12", "2025-09-18", "2025-12-11"


@pytest.fixture
def parish(tmp_path: Path):
    """Writes meetings, each a list of entries in YAML by the day, and reads them."""

    def read(group: str = GROUP, **meetings: str) -> Register:
        (tmp_path / "data/meetings").mkdir(parents=True, exist_ok=True)
        (tmp_path / "data/group.yml").write_text(group, encoding="utf-8")
        (tmp_path / "data/people.yml").write_text(PEOPLE, encoding="utf-8")
        for month, entries in meetings.items():
            day = {"june": JUNE, "september": SEPTEMBER, "december": DECEMBER}[month]
            agenda = "agenda:\n  - {number: 1, title: Welcome}\n  - {title: Roads, minutes: Roads were discussed.}\n"
            text = f"date: {day}\nstatus: draft\n{agenda}actions:\n{dedent(entries)}"
            (tmp_path / f"data/meetings/{day}.yml").write_text(text, encoding="utf-8")
        return load(tmp_path)

    return read


def lives(register: Register) -> list[str]:
    """Each action in a line: its id, whether it is open, its status, and the meetings that recorded it."""
    return [
        f"{a.id} {'open' if a.open else 'closed'} {a.status.said if a.status else '-'} "
        + " ".join(f"{m.meeting[5:7]}{'#' + str(m.nth) if m.nth > 1 else ''}" for m in a.mentions)
        for a in register.actions.values()
    ]


@pytest.mark.parametrize(
    ("june", "september", "expected"),
    [
        pytest.param(
            "- AB to write to CD\n", "- {follows: 2025-06-12/1, status: done}\n",
            ["2025-06-12/1 closed done 06 09"], id="an action without a printed id is followed by its reference",
        ),
        pytest.param(
            "- {action: Mend the gate, ref: gate}\n- Sweep\n",
            "- {follows: 2025-06-12/gate}\n- {follows: 2025-06-12/2}\n",
            ["2025-06-12/2 open - 06 09", "2025-06-12/gate open - 06 09"], id="a reference of its own",
        ),
        pytest.param(
            "- Mend the gate\n", "- {id: A7, follows: 2025-06-12/1}\n",
            ["2025-06-12/1 open - 06 09"], id="an id printed later keeps the address",
        ),
        pytest.param(
            "- {id: A1, action: Salt, status: done}\n", "- {id: A1, action: Grit, raised: here}\n",
            ["A1 closed done 06", "2025-09-18/1 open - 09"], id="an id used again for another action",
        ),
        pytest.param(
            "- {id: A1, action: Salt, status: open}\n- {id: A1, status: closed}\n", "- {id: A1, status: done}\n",
            ["A1 closed done 06 06#2 09"], id="an id twice in one meeting",
        ),
        pytest.param(
            "- {id: A1, action: Salt, status: On-going}\n", "- {id: A1, no_longer_listed: true}\n",
            ["A1 closed no longer listed 06 09"], id="a list that does not carry it any more",
        ),
        pytest.param(
            "- {id: A1, action: Salt, status: with clerk}\n", "- {id: A1, moved_to: Highways}\n",
            ["A1 closed moved to Highways 06 09"], id="words of the group, and moved to another group",
        ),
        pytest.param(
            "- {id: A1, action: Salt, struck_through: true}\n", "- {id: A2, action: Grit, status: Bingo}\n",
            ["A1 closed struck through 06", "A2 closed Bingo 09"], id="struck through",
        ),
        pytest.param(
            "- {id: A1, action: Salt, status: PARKED}\n", "- {id: A1, update: Nothing new.}\n",
            ["A1 open PARKED 06 09"], id="parked is not closed",
        ),
        pytest.param(
            "- {id: A1, action: Salt, status: Completed.}\n", "- {id: A2, action: Grit, status: With  clerk.}\n",
            ["A1 closed Completed. 06", "A2 open With  clerk. 09"], id="a full stop behind a status",
        ),
        pytest.param(
            "- x\n- {action: y, ref: 1}\n", "- {follows: 2025-06-12/1, status: done}\n",
            ["2025-06-12/1 closed done 06 09", "2025-06-12/1-2 open - 06"], id="before a kept place",
        ),
    ],
)  # fmt: skip
def test_which_action_an_entry_is_about(parish, june: str, september: str, expected: list[str]) -> None:
    assert lives(parish(june=june, september=september)) == expected


@pytest.mark.parametrize(
    ("entry", "raised", "age"),
    [
        ("{id: A1, action: x}", "Not recorded; first mentioned at the meeting of 18 September 2025",
         "at least 2 months, 1 meeting"),
        ("{id: A1, action: x, raised: here}", "18 September 2025", "2 months, 1 meeting"),
        ("{id: A1, action: x, raised: 2025-06-12}", "12 June 2025", "5 months, 2 meetings"),
        ("{id: A1, action: x, raised: 2025-03-04}", "4 March 2025, as recorded at the meeting of 18 September 2025",
         "about 9 months, 3 meetings on record"),
        ("{id: A1, action: x, raised: 2024-11}", "November 2024, as recorded at the meeting of 18 September 2025",
         "about 13 months, 3 meetings on record"),
        ("{id: A1, action: x, raised: before 2025-06-12}",
         "before 12 June 2025, as recorded at the meeting of 18 September 2025",
         "at least 6 months, 2 meetings"),
        ("{id: A1, action: x, raised: not known}", "Not recorded; first mentioned at the meeting of 18 September 2025",
         "at least 2 months, 1 meeting"),
    ],
)  # fmt: skip
def test_when_an_action_was_raised_is_what_the_record_says(parish, entry: str, raised: str, age: str) -> None:
    register = parish(june="- Sweep\n", september=f"- {entry}\n", december="- {id: A1}\n")
    card = action_card(Page(register, "actions/2025/"), "A1")
    assert f"<dt>Raised</dt> <dd>{raised}</dd>" in card
    assert register.actions["A1"].age.said == age


def test_an_action_is_overdue_only_after_a_day_that_the_record_gives(parish) -> None:
    entries = [f"- {{id: A{n}, action: x, due: {due}}}\n" for n, due in enumerate(("2025-12-10", "2025-12", "soon"))]
    register = parish(june="".join(entries), december="- {id: A0}\n- {id: A1}\n- {id: A2}\n")
    overdue = {action.id for action in register.actions.values() if action.overdue(register.as_of)}
    assert overdue == {"A0"}
    assert "overdue on 11 December 2025" in action_card(Page(register, "actions/2025/"), "A0")


def test_the_next_meeting_is_named_once_it_is_on_record(parish) -> None:
    due = "- {id: A1, action: x, due: Next meeting}\n"
    before = action_card(Page(parish(june=due), "actions/2025/"), "A1")
    after = action_card(Page(parish(june=due, september="- {id: A1}\n"), "actions/2025/"), "A1")
    assert "<dt>Due</dt> <dd>Next meeting</dd>" in before
    assert '<dt>Due</dt> <dd>Next meeting (<a href="../../meetings/2025-09-18/">18 September 2025</a>)</dd>' in after


def test_a_cancelled_meeting_is_not_the_next_one(parish) -> None:
    register = parish(
        june="- {id: A1, action: x, due: next meeting}\n", september="- {id: A1}\n", december="- {id: A1}\n"
    )
    files = register.archive.meeting_files
    cancelled = replace(files[SEPTEMBER], record=Meeting(date=SEPTEMBER, status=MeetingStatus.CANCELLED))
    archive = replace(register.archive, meeting_files=files | {SEPTEMBER: cancelled})
    card = action_card(Page(follow(archive), "actions/2025/"), "A1")
    assert 'next meeting (<a href="../../meetings/2025-12-11/">11 December 2025</a>)' in card


def test_an_action_stands_in_full_under_its_agenda_item_and_elsewhere_as_a_link(parish) -> None:
    register = parish(june="- {id: A1, action: x, item: Roads}\n- {id: A2, action: y, item: 1}\n")
    page = meeting(Page(register, f"meetings/{JUNE}/"), JUNE)
    assert page.count('<li id="a1">') == page.count('<li id="a2">') == 1
    assert page.index('id="agenda-roads"') < page.index('<li id="a1">') < page.index("Under their agenda items:")
    assert 'items: <a href="#a1">A1</a>, <a href="#a2">A2</a>' in page


@pytest.mark.parametrize(
    ("owner", "shown", "meant"),
    [
        ("AB / CD", '<a class="short" href="../../people/ab/" title="Ann Bee">AB</a> / '
                    '<a class="short" href="../../people/cd/" title="Cee Dee">CD</a>', ("AB", "CD")),
        ("All sites", "All sites", ()),
        ("??", "??", ()),
        ("AB (with the Clerk)",
         '<a class="short" href="../../people/ab/" title="Ann Bee">AB</a> (with the Clerk)', ("AB",)),
        ("Cllr Ann Bee", 'Cllr <a class="short" href="../../people/ab/" title="Ann Bee">Ann Bee</a>', ("AB",)),
        ("KH", '<a class="short" href="../../people/cd/" title="Cee Dee">KH</a>', ("CD",)),
        ("ABC", "ABC", ()),
    ],
)  # fmt: skip
def test_owners_are_shown_as_printed_and_linked_where_they_are_known(
    parish, owner: str, shown: str, meant: tuple[str, ...]
) -> None:
    register = parish(june=f"- {{id: A1, action: x, owner: '{owner}'}}\n")
    assert register.actions["A1"].owner.meant == meant
    assert f'data-field="actions.owner">{shown}</dd>' in action_card(Page(register, "actions/2025/"), "A1")


@pytest.mark.parametrize(
    ("june", "september", "explained"),
    [
        ("- Salt\n", "- {follows: 2025-06-12/1, status: open}\n", True),
        ("- Salt\n", "- {follows: 2025-06-12/1, id: A1, status: open}\n", True),
        ("- {id: A1, action: Salt}\n", "- {follows: A1, id: B1, status: open}\n", False),
    ],
)
def test_a_reference_of_this_site_is_explained_and_a_printed_id_is_not(parish, june, september, explained) -> None:
    page = meeting(Page(parish(june=june, september=september), f"meetings/{SEPTEMBER}/"), SEPTEMBER)
    assert ("it is this site’s reference" in page) is explained


@pytest.mark.parametrize(
    ("june", "september", "message"),
    [
        ("- x\n", "- {follows: 2025-06-12/2}\n",
         ":7:13: follows '2025-06-12/2', which is no action of an earlier meeting; did you mean '2025-06-12/1'?"),
        ("- {action: x, ref: 1}\n- {action: y, ref: 1}\n", "- z\n",
         ":8:20: reference '1' is that of the entry on line 7, too; change 'ref:'"),
        ("- {id: A1, action: x, status: Gone fishing}\n", "- z\n",
         ":7:31: status 'Gone fishing' is in no table; say what kind it is under 'statuses:' in data/group.yml, like "
         "'Gone fishing: open', or in progress, parked, done, withdrawn, superseded or closed"),
        ("- {id: A1, action: x, raised: yesterday}\n", "- z\n",
         ":7:31: 'yesterday' does not say when an action was raised; expected here, a day like 2022-03-21, a month "
         "like 2022-03, 'before 2022-03-21' or not known"),
    ],
)  # fmt: skip
def test_what_cannot_be_placed_is_an_error(parish, june: str, september: str, message: str) -> None:
    with pytest.raises(Unpublishable) as found:
        parish(june=june, september=september)
    assert message in "\n".join(map(str, found.value.problems))


@pytest.mark.parametrize(
    ("june", "message"),
    [
        ("- {id: A1, action: x, status: open}\n- {id: A1, status: done}\n",
         "warning: action 'A1' is open on line 7 and done here; the site shows both, and counts the last"),
        ("- {id: A1, action: x, item: 12}\n",
         "warning: item '12' is not on the agenda of this meeting; the site shows it as printed, and links it to "
         "nothing"),
        ("- {id: A1, action: x, owner: AX}\n", "note: owner 'AX' is not in data/people.yml; did you mean 'AB'?"),
    ],
)  # fmt: skip
def test_what_looks_odd_is_said_and_published(parish, june: str, message: str) -> None:
    assert message in "\n".join(map(str, parish(june=june).archive.problems))


@pytest.mark.parametrize(
    ("june", "september", "message"),
    [
        ("- Sweep\n- Mend\n- Dig\n", "- {follows: 2025-06-12/1, action: Mend}\n",
         "warning: '2025-06-12/1' has another wording; the words of this entry are those of '2025-06-12/2' (or "
         "acknowledge 'other wording 2025-06-12/1')"),
        ("- {id: Action 1, action: Sweep, owner: AB}\n", "- {id: Action 1, action: Mend, owner: CD}\n",
         "warning: 'Action 1' was another's action with other words on 2025-06-12; if this is another action, add "
         "'raised: here' (or acknowledge 'other action Action 1')"),
    ],
)  # fmt: skip
def test_what_is_probably_another_action_is_asked_about(parish, june: str, september: str, message: str) -> None:
    assert message in "\n".join(map(str, parish(june=june, september=september).archive.problems))


@pytest.mark.parametrize(
    "september",
    [
        "- {follows: 2025-06-12/1, action: Sweep, owner: CD}\n", "- {follows: 2025-06-12/1, action: Sweep twice}\n",
        "- {id: Action 1, action: Mend, owner: CD, status: open}\n", "- {id: Action 1, action: Mend, owner: AB}\n",
    ],
)  # fmt: skip
def test_the_same_action_is_not_asked_about(parish, september: str) -> None:
    june = "- {id: Action 1, action: Sweep, owner: AB}\n" if "Action 1" in september else "- Sweep\n- Mend\n"
    said = "\n".join(map(str, parish(june=june, september=september).archive.problems))
    assert "another" not in said


def test_a_text_with_a_colon_is_told_to_stand_in_quotes(parish) -> None:
    with pytest.raises(Unpublishable) as found:
        parish(june="- Cee Dee: sweep the hall\n")
    assert [str(problem) for problem in found.value.problems if "Cee" in str(problem)] == [
        "data/meetings/2025-06-12.yml:7:3: 'Cee Dee' is not a known key; if the line is the text of the entry, put the "
        "whole of it in quotes"
    ]


RESTARTING = GROUP + "restarting_ids: true\n"
RAISED_HERE = GROUP + "actions_raised: where first recorded\n"


def test_ids_that_begin_anew_name_other_actions(parish) -> None:
    june, september = "- {id: 'Action #1', action: Sweep}\n", "- {id: 'Action #1', action: Mend}\n"
    assert lives(parish(june=june, september=september)) == ["Action #1 open - 06 09"]
    assert lives(parish(RESTARTING, june=june, september=september)) == [
        "2025-06-12/1 open - 06", "2025-09-18/1 open - 09",
    ]  # fmt: skip
    follows = "- {id: 'Action #4', follows: 'Action #1', status: done}\n- {id: 'Action #1', action: Mend}\n"
    assert lives(parish(RESTARTING, june=june, september=follows)) == [
        "2025-06-12/1 closed done 06 09", "2025-09-18/2 open - 09",
    ]  # fmt: skip


def test_the_group_says_once_that_actions_are_raised_where_they_are_first_recorded(parish) -> None:
    for group, known, said in (
        (GROUP, Raised.UNKNOWN, "<strong>1 action</strong>"),
        (RAISED_HERE, Raised.HERE, "<strong>1 action arising</strong>"),
    ):
        register = parish(group, june="- Sweep\n", september="- {follows: 2025-06-12/1}\n")
        assert register.actions["2025-06-12/1"].known is known
        assert said in meeting(Page(register, f"meetings/{JUNE}/"), JUNE)
    not_known = parish(RAISED_HERE, june="- {action: Sweep, raised: not known}\n")
    assert not_known.actions["2025-06-12/1"].known is Raised.UNKNOWN


def test_nothing_is_said_to_be_none_where_it_is_not_known_what_arose(parish) -> None:
    page = meeting(Page(parish(june="- Sweep\n"), f"meetings/{JUNE}/"), JUNE)
    assert "arising" not in page
    assert "actions reviewed from earlier meetings" not in page
    assert "where they were raised is not recorded" in page


@pytest.mark.parametrize(("reviews", "warnings"), [("", 1), ("reviews_actions: false\n", 0)])
def test_a_group_that_does_not_review_actions_is_not_asked_about_them(parish, reviews: str, warnings: int) -> None:
    register = parish(GROUP + reviews, june="- Sweep\n", september="- Mend\n")
    found = [str(one) for rule in (meetings_review_the_open_actions,) for one in rule(register)]
    assert len(found) == warnings


@pytest.mark.parametrize(("item", "title"), [("13", "Bins"), ("13.", "Website"), ("4", "Cemetery")])
def test_the_item_whose_number_is_printed_so_is_meant(item: str, title: str) -> None:
    numbered = AgendaItem(number="4.", title="Cemetery", items=(AgendaItem(number="13", title="Bins"),))
    found = item_called(placed_items((numbered, AgendaItem(number="13.", title="Website"))), item)
    assert found and found.item.title == title


def test_a_wording_that_begins_with_its_owner_is_not_asked_for_one(parish) -> None:
    """`- AB to write to CD` is an entry beside others that have `owner:`."""
    entries = ("AB to write to CD", "{action: Ann Bee to phone, status: open}", "{action: Write to AB, status: open}",
               "{action: Sweep, owner: CD}")  # fmt: skip
    register = parish(june="".join(f"- {entry}\n" for entry in entries))
    asked = [problem.message for problem in register.archive.problems if "owner" in problem.message]
    assert asked == ["action '2025-06-12/3' has no recorded owner; the site says so"]


def test_a_reference_names_its_entry_even_where_an_id_is_printed(parish) -> None:
    june, september = "- {id: Action 1, action: Sweep}\n", "- {id: Action 1, action: Mend}\n"
    register = parish(RESTARTING, june=june, september=september, december="- {follows: 2025-06-12/1, status: done}\n")
    assert lives(register) == ["2025-06-12/1 closed done 06 12", "2025-09-18/1 open - 09"]
    two_open = parish(RESTARTING, june=june, september=september, december="- Dig\n")
    written = meeting_file(two_open, date(2026, 1, 8))
    assert "- follows: 2025-06-12/1\n    # Sweep\n" in written
    assert "- follows: 2025-09-18/1\n    # Mend\n" in written


def test_superseding_actions_are_those_that_the_ids_mean_there(parish) -> None:
    june = "- {id: Action 1, action: Sweep}\n- {id: Action 2, action: Rake}\n"
    september = "- {follows: Action 1, status: superseded, superseded_by: Action 2}\n- {id: Action 2, action: Dig}\n"
    register = parish(RESTARTING, june=june, september=september)
    link = '<a href="../../actions/2025-09-18-2/">Action 2</a>'
    assert link in meeting(Page(register, f"meetings/{SEPTEMBER}/"), SEPTEMBER)
    assert '<a href="../2025-09-18-2/">Action 2</a>' in action_card(Page(register, "actions/2025/"), "2025-06-12/1")


@pytest.mark.parametrize(("status", "shown"), [("done", "Done. Superseded by A2."), ("superseded", "Superseded by A2")])
def test_an_action_is_only_superseded_by_another(parish, status: str, shown: str) -> None:
    register = parish(june=f"- {{id: A1, action: x, status: {status}, superseded_by: A2}}\n- {{id: A2, action: y}}\n")
    card = re.sub(r"<[^>]*>", "", action_card(Page(register, "actions/2025/"), "A1"))
    assert shown in " ".join(card.split())


@pytest.mark.parametrize("raised", ["2025-06-12", "2025-06"])
def test_an_action_raised_in_the_month_of_its_meeting_arises_there(parish, raised: str) -> None:
    register = parish(june=f"- {{action: x, raised: {raised}}}\n")
    assert register.steps[JUNE].arising == {"2025-06-12/1"}


def test_a_reference_of_this_site_is_not_a_printed_id(parish) -> None:
    register = parish(june="- Sweep\n", september="- {id: 2025-06-12/1, status: done}\n")
    assert "'2025-06-12/1' is this site's reference; write 'follows: 2025-06-12/1'" in str(register.archive.problems)


def test_a_second_entry_of_a_meeting_says_that_the_wording_is_above(parish) -> None:
    register = parish(june="- {id: A1, action: Sweep, owner: AB}\n- {id: A1, status: done}\n")
    page = meeting(Page(register, f"meetings/{JUNE}/"), JUNE)
    assert page.count("Wording above:") == page.count("Owner above:") == 1
    assert "Earlier" not in page


def test_the_reason_for_a_printed_id_stands_beside_its_entry(parish) -> None:
    group = GROUP.replace("statuses:", 'action_id: "T{month}{year}-{number}"\nstatuses:')
    why = "acknowledged: [{warning: other pattern HM-1, reason: Of the harbour.}]\n"
    register = parish(group, june="- Sweep\n", september="- {follows: 2025-06-12/1, id: HM-1}\n" + why)
    page = meeting(Page(register, f"meetings/{SEPTEMBER}/"), SEPTEMBER)
    assert page.count("Of the harbour.") == 1
    assert "Of the harbour." in page.partition('id="2025-06-12-1"')[2]
    assert "Of the harbour." in action_card(Page(register, "actions/2025/"), "2025-06-12/1")
