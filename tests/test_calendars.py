"""Calendars (RFC 5545), as vobject reads them, which is not the library that wrote them."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
import vobject
from generated_records import archives, filed
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.pages.alternatives import alternatives
from macros.pages.calendars import FILES, MISSING
from macros.record.archive import Archive
from macros.record.models import Group, Meeting, People
from macros.register import Edition, Known, Register, Version, Versions
from macros.register.following import follow

SITE = "https://invented.example/minutes/"
MEETING: dict[str, Any] = {"date": "2030-06-10", "status": "scheduled"}
FILE = "data/meetings/2030-06-10.yml"
EVERY, OF_ONE = "calendar/meetings.ics", "meetings/2030-06-10/meeting.ics"


def register(*meetings: dict[str, Any], **group: Any) -> Register:
    files = {one["date"]: filed(Meeting, f"meetings/{one['date']}", one) for one in meetings}
    group_file = filed(Group, "group", {"name": "Invented Group", **group})
    people = {"people": {"AB": {"name": "Invented Person A"}, "CD": {"name": "Invented Person C"}}}
    archive = Archive(group_file, filed(People, "people", people), files, {}, frozenset(files))
    return replace(follow(archive), site_address=SITE, edition=Edition(date(2030, 5, 1)))


def read(calendar: bytes) -> Any:
    assert all(len(line) <= 75 for line in calendar.split(b"\r\n")), "a line is not folded (RFC 5545, 3.1)"
    assert b"\n" not in calendar.replace(b"\r\n", b"")
    [found] = vobject.readComponents(calendar.decode("utf-8"))
    found.validate(raiseException=True)
    return found


def events(found: Register, address: str = OF_ONE) -> list[Any]:
    return list(read(FILES(found)[address]).vevent_list)


def at(*when: int) -> datetime:
    return datetime(*when, tzinfo=UTC)  # type: ignore[arg-type]


@pytest.mark.parametrize(("given_", "start", "end"), [
    ({"time": "10:00-12:00"}, at(2030, 6, 10, 9), at(2030, 6, 10, 11)),  # British summer time, in no zone's name
    ({"time": "10:00-12:00", "date": "2030-01-10"}, at(2030, 1, 10, 10), at(2030, 1, 10, 12)),
    ({"time": "10:00"}, at(2030, 6, 10, 9), None),
    ({"time": "22:00-00:30", "time_zone": "UTC"}, at(2030, 6, 10, 22), at(2030, 6, 11, 0, 30)),
    ({"time": "20:00-24:00", "time_zone": "GMT"}, at(2030, 6, 10, 20), at(2030, 6, 11)),
    ({"time": "10:00", "time_zone": "BST"}, at(2030, 6, 10, 9), None),
    ({"time": "10:00", "time_zone": "America/New_York"}, at(2030, 6, 10, 14), None),
    ({"time": "10:00", "time_zone": "CET or so"}, datetime(2030, 6, 10, 10), None),  # at the place
    ({"time": "10:00", "time_zone": "../../etc/passwd"}, datetime(2030, 6, 10, 10), None),
    ({}, date(2030, 6, 10), date(2030, 6, 11)),
    ({"time": "10:00", "end_date": "2030-06-12"}, date(2030, 6, 10), date(2030, 6, 13)),
])  # fmt: skip
def test_when_a_meeting_is(given_: dict[str, Any], start: date, end: date | None) -> None:
    found = register({**MEETING, **given_})
    [event] = events(found, EVERY)
    for name, expected in (("dtstart", start), ("dtend", end)):
        value = getattr(event, name).value if hasattr(event, name) else None
        is_point = isinstance(expected, datetime) and expected.tzinfo
        assert (value.astimezone(UTC) if is_point else value) == expected


def test_the_zone_is_that_of_the_group_and_elsewhere_the_time_at_the_place() -> None:
    timed = {**MEETING, "time": "10:00"}
    [event] = events(register(timed, time_zone="Europe/Paris"))
    assert event.dtstart.value.astimezone(UTC) == at(2030, 6, 10, 8)
    assert b"BEGIN:VTIMEZONE\r\nTZID:Europe/Paris" in FILES(register(timed, time_zone="Europe/Paris"))[OF_ONE]
    [event] = events(register(timed, locale="en_IE"))
    assert event.dtstart.value == datetime(2030, 6, 10, 10)


def test_several_days_are_an_event_each() -> None:
    found = events(register({**MEETING, "time": "10:00", "also_on": ["2030-06-17"]}))
    assert [one.dtstart.value for one in found] == [date(2030, 6, 10), date(2030, 6, 17)]
    assert [one.uid.value.partition("@")[0] for one in found] == [
        "meetings/2030-06-10", "meetings/2030-06-10/on/2030-06-17",
    ]  # fmt: skip


def test_a_month_is_left_out_with_the_reason() -> None:
    found = FILES(register(MEETING, {**MEETING, "date": "2030-07"}))
    assert set(found) == {EVERY, OF_ONE}
    said = read(found[EVERY]).description.value
    assert said == "Not in this calendar, because no day is on record: July 2030."
    assert FILES(register({**MEETING, "date": "2030-07"})) == {}


def test_what_an_event_says() -> None:
    [event] = events(register({**MEETING, "time": "10:00-12:00", "title": "Annual", "location": "Hall; room 2, left"}))
    assert event.summary.value == "Invented Group: Annual"
    assert event.location.value == "Hall; room 2, left"
    assert event.description.value.split("\n") == [
        "10 June 2030, 10:00 to 12:00", "Planned", f"{SITE}meetings/2030-06-10/",
    ]  # fmt: skip
    assert (event.url.value, event.dtstamp.value) == (f"{SITE}meetings/2030-06-10/", at(2030, 5, 1))
    assert not hasattr(event, "status")


@pytest.mark.parametrize("status", ["cancelled", "postponed"])
def test_a_meeting_that_is_off_stays_as_cancelled(status: str) -> None:
    [event] = events(register({**MEETING, "status": status}))
    assert event.status.value == "CANCELLED"


def test_the_uid_stays_and_the_revision_counts_the_changes_of_the_record() -> None:
    versions = [MEETING, {**MEETING, "location": "Hall"}, {**MEETING, "status": "cancelled"}]
    known = tuple(
        Version(f"{number:040}", date(2030, 4, number + 1), Meeting.model_validate(one))
        for number, one in enumerate(versions)
    )
    before, after = register(versions[0]), register(versions[-1], short_name="Short")
    after = replace(after, versions=Versions({FILE: known}, Known.WHOLE, {}, 7), site_address="https://new.example/")
    [was], [now] = events(before), events(after)
    assert was.uid.value == now.uid.value == "meetings/2030-06-10@invented-group.published-minutes.invalid"
    assert (was.sequence.value, now.sequence.value) == ("0", "7")
    assert now.dtstamp.value == at(2030, 4, 3)


def test_held_meetings_keep_the_calendar_to_which_others_may_have_linked() -> None:
    assert FILES(register({**MEETING, "status": "published"})).keys() >= {OF_ONE, EVERY}


def test_a_long_record_is_cut_to_the_newest_and_says_so() -> None:
    days = [f"{year}-{month:02}-01" for year in range(2001, 2019) for month in range(1, 13)]
    found = FILES(register(*({**MEETING, "date": day} for day in days)))
    calendar = read(found[EVERY])
    assert [one.dtstart.value.isoformat() for one in calendar.vevent_list] == days[-200:]
    assert calendar.description.value == "These are the newest 200 meetings."
    assert len(found) == 201


ACTIONS = [
    {"id": "IG1", "action": "Write, then post; a *letter*.", "owner": "AB", "status": "outstanding",
     "due": "2030-08-01"},
    {"id": "IG2", "action": "Buy stamps.", "owner": "AB", "status": "completed", "due": "2030-09"},
    {"id": "IG3", "action": "Lick.", "owner": "AB", "status": "withdrawn", "due": "2030-09-02"},
    {"id": "IG4", "action": "Wait.", "owner": "AB", "status": "in progress", "due": "next meeting"},
    {"id": "IG5", "action": "Sleep.", "owner": "CD", "status": "in progress"},
]  # fmt: skip


def test_due_actions_of_an_owner_are_tasks() -> None:
    found = FILES(register({**MEETING, "status": "published", "actions": ACTIONS}))
    tasks = read(found["people/ab/actions.ics"]).vtodo_list
    assert [(one.summary.value, one.due.value, one.status.value) for one in tasks] == [
        ("IG1: Write, then post; a letter.", date(2030, 8, 1), "NEEDS-ACTION"),
        ("IG2: Buy stamps.", date(2030, 9, 30), "COMPLETED"),
        ("IG3: Lick.", date(2030, 9, 2), "CANCELLED"),
    ]
    assert "Due: September 2030\nStatus: completed (10 June 2030)" in tasks[1].description.value
    assert "people/cd/actions.ics" not in found


def test_a_task_stays_with_an_earlier_owner_as_cancelled_and_without_its_day() -> None:
    met = {**MEETING, "status": "published", "actions": ACTIONS[:1]}
    later = {"date": "2030-07-10", "status": "published",
             "actions": [{"id": "IG1", "owner": "CD", "status": "outstanding", "due": "when ready"}]}  # fmt: skip
    found = FILES(register(met, later))
    [was], [now] = (read(found[f"people/{key}/actions.ics"]).vtodo_list for key in ("ab", "cd"))
    assert (was.uid.value, was.status.value) == (now.uid.value, "CANCELLED")
    assert "This is no longer recorded as an action of AB." in was.description.value
    assert (now.status.value, hasattr(now, "due")) == ("NEEDS-ACTION", False)
    assert "Due: when ready" in now.description.value


FORBIDDEN = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 127, 0xFFFE, 0xFFFF], "\ufffd")
ENDS = ["\r\n", "\r", "\x85", "\u2028", "\u2029"]
ODD = st.text(st.characters(exclude_categories=["Cs"]), min_size=1) | st.sampled_from(
    ["a\r\nEND:VEVENT", "a\nBEGIN:VALARM", "a\\nb", "a;b,c:d\\", "a\u2028ATTENDEE:x", "a\x0bb", "x" * 200, "\\" * 90]
)


@settings(max_examples=200)
@given(ODD.filter(lambda text: text.strip()))
def test_a_text_stays_text(text: str) -> None:
    found = register({**MEETING, "location": text, "title": text}, short_name=text)
    [event] = events(found)
    shown = found.archive.meetings["2030-06-10"].location or ""  # without spaces around it
    for end in ENDS:
        shown = shown.replace(end, "\n")
    assert event.location.value == shown.translate(FORBIDDEN)
    assert [one.name for one in read(FILES(found)[EVERY]).components()] == ["VEVENT"]
    names = {line.name for line in event.lines()}
    assert names == {"SUMMARY", "DTSTART", "DTEND", "DTSTAMP", "UID", "SEQUENCE", "DESCRIPTION", "LOCATION", "URL"}


@settings(max_examples=60)
@given(archives())
def test_each_meeting_with_a_day_is_an_event_under_a_uid_of_its_own(archive: Archive) -> None:
    found = follow(archive)
    made = FILES(found)
    uids = [one.uid.value for one in read(made[EVERY]).vevent_list] if EVERY in made else []
    assert len(set(uids)) == len(uids) >= len(archive.meetings)
    for calendar in made.values():
        read(calendar)


def test_without_the_address_of_the_site_there_are_calendars_without_links() -> None:
    found = replace(register(MEETING), site_address="")
    assert b"URL" not in FILES(found)[OF_ONE] and b"http" not in FILES(found)[OF_ONE]
    assert list(MISSING(found)) == ["Without the address of the site, calendars do not link to its pages."]
    assert list(MISSING(register(MEETING))) == []
    [said] = MISSING(replace(register(MEETING), versions=Versions({}, Known.PART, {}, 1)))
    assert said.startswith("Only a part of the history of the files is here, so calendars count too few changes")


@pytest.mark.parametrize(("address", "expected"), [
    ("", [EVERY]), ("meetings/", [EVERY]), ("meetings/2030-06-10/", [OF_ONE]), ("meetings/2030-05-10/", []),
    ("people/ab/", ["people/ab/actions.ics"]), ("people/cd/", []), ("people/", []),
])  # fmt: skip
def test_pages_lead_to_their_calendars(address: str, expected: list[str]) -> None:
    held = {**MEETING, "date": "2030-05-10", "status": "published", "actions": ACTIONS}
    found = register(held, MEETING)
    calendars = [one.address for one in alternatives(found, address) if one.media_type == "text/calendar"]
    assert calendars == expected
    assert set(calendars) <= FILES(found).keys()
