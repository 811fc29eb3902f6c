"""The register of the toy archive is the text beside it; of the real record, what was printed."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from folders import DATA

from macros.pages import Page, home, meeting, meetings_index
from macros.record.archive import Archive
from macros.record.models import ActionStatus
from macros.register.edition import Edition
from macros.register.following import follow
from macros.register.history import Action
from macros.register.register import Register


def lines_of(action: Action) -> Iterator[str]:
    owner = action.owner.text if action.owner else "nobody"
    yield f"{action.id}: {action.wording}"
    yield f"  {'open' if action.open else 'closed'}, {action.status.said if action.status else None}, owner {owner}"
    yield f"  raised {action.raised} at {action.raised_at}, {action.age.months} months, {action.age.meetings} meetings"
    for mention in action.mentions:
        entry = mention.entry
        marks = [
            str(entry.status), "reworded" * mention.reworded, "reowned" * mention.reowned,
            "reopened" * entry.reopened, f"by {' and '.join(entry.superseded_by)}" * bool(entry.superseded_by),
            entry.update or "",
        ]  # fmt: skip
        yield f"  {mention.meeting}: {', '.join(mark for mark in marks if mark)}"
    for stem in action.passed_over.not_mentioned:
        yield f"  {stem}: not mentioned"
    for other in action.supersedes:
        yield f"  takes the place of {other}"


def test_the_toy_register_is_the_text_beside_it(toy_register: Register) -> None:
    text = "".join(f"{line}\n" for action in toy_register.actions.values() for line in lines_of(action))
    assert text == (DATA / "toy" / "register.txt").read_text(encoding="utf-8")


def test_counts_add_up_to_the_actions(toy_register: Register) -> None:
    assert sum(toy_register.counts.values()) == len(toy_register.actions) == 7
    assert toy_register.counts[ActionStatus.WITHDRAWN] == 1
    assert toy_register.counts[None] == 2
    assert len(toy_register.open) + len(toy_register.closed) == 7


def test_ages_are_counted_to_the_latest_held_meeting_or_the_day_given(toy: Archive) -> None:
    assert follow(toy).as_of == date(2030, 6, 20)
    later = follow(toy, date(2031, 1, 9))
    assert later.as_of == date(2031, 1, 9)
    assert (later.actions["TOY0130-02"].age.months, later.actions["TOY0130-01"].age.months) == (11, 5)


def test_a_scheduled_meeting_records_nothing_yet(toy_register: Register) -> None:
    assert toy_register.planned == ("2030-09-19",)
    assert toy_register.latest == "2030-06-20"
    assert [m.meeting for m in toy_register.actions["TOY0130-02"].mentions][-1] == "2030-06-20"


def test_the_terms_in_force_follow_the_day(toy: Archive) -> None:
    assert follow(toy, date(2030, 6, 19)).terms_in_force == ("2030-01-10",)
    assert follow(toy, date(2030, 6, 20)).terms_in_force == ("2030-06-20",)
    assert follow(toy, date(2029, 12, 31)).terms_in_force == ()


def test_who_attended_and_owns(toy_register: Register) -> None:
    assert toy_register.attended == {
        "AB": ("2030-01-10", "2030-03-14", "2030-06-20"), "CD": ("2030-01-10", "2030-06-20"), "XY": ("2030-06-20",),
    }  # fmt: skip
    assert [action.id for action in toy_register.owned["CD"]] == [
        "TOY0130-02", "TOY0130-03", "TOY0130-05", "TOY0330-02",
    ]  # fmt: skip


def test_the_real_record_has_sixteen_actions(real_register: Register) -> None:
    by_status = {str(status): number for status, number in real_register.counts.items() if number}
    assert by_status == {"outstanding": 4, "completed": 7, "None": 5}
    assert len(real_register.open) == 9
    misreads = real_register.actions["IAG0721-06"]
    assert (misreads.raised, misreads.raised_at) == ((2021, 7), None)
    assert (misreads.age.months, misreads.age.meetings) == (8, 1)
    assert misreads.owner is not None
    assert (misreads.owner.text, misreads.owner.keys) == ("FS OBSCC", ("FS", "OBSCC"))
    assert [a.id for a in real_register.about_terms] == ["IAG0721-01"]


@pytest.mark.parametrize(
    ("today", "built_on", "gone_by"),
    [
        (None, None, False), (date(2030, 9, 18), None, False), (date(2030, 9, 19), None, False),
        (date(2031, 1, 9), None, True), (None, date(2030, 9, 19), False), (None, date(2030, 9, 20), True),
    ],
)  # fmt: skip
def test_a_planned_meeting_is_never_called_next_and_what_is_said_of_it_stays_true(
    toy: Archive, today: date | None, built_on: date | None, gone_by: bool
) -> None:
    page = Page(replace(follow(toy, today), edition=Edition(built_on)), "")
    said = " ".join(re.sub(r"<[^>]*>", " ", home(page) + meeting(page, "2030-09-19") + meetings_index(page)).split())
    assert said.count("Planned for this day") == 1
    assert "Planned meetings on record 19 September 2030 10:00 to 12:00, Invented Hall" in said
    assert ("No record of it is held." in said) == gone_by
    assert f"Planned{'; no record of it is held' if gone_by else ''} , 10:00 to 12:00, Invented Hall" in said
    assert not re.search(r"(?i)is scheduled|next meeting|not been recorded yet", said)
