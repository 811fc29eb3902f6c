"""The rows of the tables: records of the JSON files with more columns, and what has no record of its own there."""

from collections.abc import Iterable, Iterator
from typing import Annotated, Any

from pydantic import Field
from typing_extensions import TypedDict

from macros.pages.data import said
from macros.pages.data.actions import ActionData
from macros.pages.data.decisions import DecisionData
from macros.record.models import AgendaItem, Attendee, Meeting, MeetingStatus
from macros.register import LISTS, Register, addresses, placed_items

_Meeting = Annotated[str, Field(description="The id of the meeting.")]
_Day = Annotated[str, Field(description="The day of the meeting, its first day, or its month.")]
_Url = Annotated[str | None, Field(
    description="The whole address of the page; empty if the address of the site is not known.",
)]  # fmt: skip


class ActionRow(ActionData):
    """An action with its latest state."""

    latest_update: Annotated[str | None, Field(
        description="The latest update that a meeting recorded, as printed, in Markdown without HTML.",
    )]  # fmt: skip
    latest_update_at: Annotated[str | None, Field(description="The id of the meeting that recorded this update.")]
    url: _Url


class DecisionRow(DecisionData):
    """A decision."""

    votes_how: Annotated[str | None, Field(description="How it was decided, such as unanimously.")]
    votes_in_favour: Annotated[str | None, Field(description="How many voted for it, or who, as printed.")]
    votes_against: Annotated[str | None, Field(description="How many voted against it, or who, as printed.")]
    votes_abstained: Annotated[str | None, Field(description="How many abstained, or who, as printed.")]
    url: _Url


class MeetingRow(TypedDict):
    """A meeting."""

    id: Annotated[str, Field(description="The name of its file: its day or its month, with a letter for a second one.")]
    page: Annotated[str, Field(description="The permanent address of its page, relative to the site.")]
    name: Annotated[str | None, Field(description="The title as its document prints it.")]
    date: _Day
    end_date: Annotated[str | None, Field(description="The last day of a meeting that lasted several.")]
    status: Annotated[MeetingStatus, Field(
        description="The state of the record. held: no minutes are published. approved: also if a later meeting "
        "approved the minutes.",
    )]  # fmt: skip
    time: Annotated[str | None, Field(description="From when to when, like 10:00-12:00.")]
    time_zone: Annotated[str | None, Field(description="The time zone of the time, as printed.")]
    location: Annotated[str | None, Field(description="Where the meeting was held.")]
    chair: Annotated[str | None, Field(description="Who chaired the meeting, as printed.")]
    secretary: Annotated[str | None, Field(description="Who took the minutes, as printed.")]
    also_on: Annotated[list[str], Field(
        description="The other days of a meeting that met on several, but not on all the days between.",
    )]  # fmt: skip
    published: Annotated[str | None, Field(
        description="The day the office published the record.", json_schema_extra={"format": "date"},
    )]  # fmt: skip
    approved: Annotated[str | None, Field(
        description="The day the group approved the record, if no meeting on record did.",
        json_schema_extra={"format": "date"},
    )]  # fmt: skip
    approved_by: Annotated[list[str], Field(description="The ids of the meetings that approved its minutes.")]
    url: _Url


class AgendaRow(TypedDict):
    """An item of the agenda of a meeting; those within others have rows of their own."""

    meeting: _Meeting
    date: _Day
    page: Annotated[str, Field(description="The address of the item, relative to the site.")]
    number: Annotated[str | None, Field(description="The number printed beside the item.")]
    within: Annotated[str | None, Field(description="The number, or else the title, of the item that it is within.")]
    title: Annotated[str | None, Field(description="The title as printed; words may lead to a web address.")]
    time: Annotated[str | None, Field(description="When the item was planned, like 10:00-10:05.")]
    lead: Annotated[str | None, Field(description="Who leads the item, as printed.")]
    lead_ids: Annotated[list[str], Field(description="The ids of those in people.json.")]
    private: Annotated[bool, Field(description="Whether the item was taken in private.")]
    reason: Annotated[str | None, Field(description="Why it was taken in private, as printed.")]
    minutes: Annotated[str | None, Field(description="What was said, in Markdown without HTML.")]
    url: _Url


class AttendanceRow(TypedDict):
    """An entry of the list of who was at a meeting, or was not."""

    meeting: _Meeting
    date: _Day
    group: Annotated[str | None, Field(description="The heading of the list, as printed.")]
    presence: Annotated[str, Field(
        description="The list that has the entry.",
        json_schema_extra={"enum": [presence.value for presence in LISTS]},
    )]  # fmt: skip
    printed: Annotated[str, Field(description="The entry as printed: initials, a name or other words.")]
    person_ids: Annotated[list[str], Field(description="The ids in people.json of those whom it is about.")]
    role: Annotated[str | None, Field(description="The role on that day, as printed.")]
    organisation: Annotated[str | None, Field(description="The organisation, as printed.")]
    deputy_for: Annotated[str | None, Field(description="Whom they stood in for, as printed.")]
    part: Annotated[str | None, Field(description="The part that they attended, as printed.")]
    how: Annotated[str | None, Field(description="How they took part, as printed.")]
    remark: Annotated[str | None, Field(description="Any other words printed beside the name.")]


def action_rows(register: Register, actions: Iterable[ActionData]) -> Iterator[ActionRow]:
    """A row for each of these actions."""
    for one in actions:
        update = register.actions[one["id"]].update
        yield {
            **one, "latest_update": update.entry.update if update else None,
            "latest_update_at": update.meeting if update else None, "url": said.url(register, one["page"]),
        }  # fmt: skip


def decision_rows(register: Register, decisions: Iterable[DecisionData]) -> Iterator[DecisionRow]:
    """A row for each of these decisions."""
    for one in decisions:
        votes = one["votes"]
        yield {
            **one, "votes_how": votes and votes["how"], "votes_in_favour": votes and votes["in_favour"],
            "votes_against": votes and votes["against"], "votes_abstained": votes and votes["abstained"],
            "url": said.url(register, one["page"]),
        }  # fmt: skip


def meeting_rows(register: Register) -> Iterator[MeetingRow]:
    """A row for each meeting, the earliest first."""
    for stem, one in register.archive.meetings.items():
        yield {
            "id": stem, "page": addresses.meeting(stem), "name": one.title, "date": said.day(one),
            "end_date": one.end_date.isoformat() if one.end_date else None, "status": register.status(stem),
            "time": one.time.typed if one.time else None, "time_zone": one.time_zone, "location": one.location,
            "chair": said.printed(register, one.chair, one),
            "secretary": said.printed(register, one.secretary, one),
            "also_on": [day.isoformat() for day in one.also_on],
            "published": one.published.isoformat() if one.published else None,
            "approved": one.approved.isoformat() if one.approved else None,
            "approved_by": said.approved_by(register, stem), "url": said.url(register, addresses.meeting(stem)),
        }  # fmt: skip


def agenda_rows(register: Register) -> Iterator[AgendaRow]:
    """A row for each item of each agenda, in the order of the documents."""
    for stem, meeting in register.archive.meetings.items():
        for placed in placed_items(meeting.agenda):
            item = placed.item
            assert isinstance(item, AgendaItem)
            lead = register.meant(item.lead, meeting.date) if item.lead else None
            address = addresses.agenda(stem, placed.name)
            yield {
                "meeting": stem, "date": said.day(meeting), "page": address,
                "number": item.number, "within": placed.within[-1].called if placed.within else None,
                "title": item.title, "time": item.time.typed if item.time else None,
                "lead": lead.text if lead else None, "lead_ids": said.keys(lead), "private": item.private,
                "reason": item.reason, "minutes": item.minutes, "url": said.url(register, address),
            }  # fmt: skip


def attendance_rows(register: Register) -> Iterator[AttendanceRow]:
    """A row for each entry of each list of who was there, who sent apologies and who was absent."""
    for stem, attendance in register.attendance.items():
        meeting = register.archive.meetings[stem]
        for presence, listed in attendance.items():
            for entry in listed:
                group, attendee = _at(meeting, entry.path)
                yield {
                    "meeting": stem, "date": said.day(meeting), "group": group, "presence": presence.value,
                    "printed": entry.meant.text, "person_ids": list(entry.who),
                    "role": attendee.role if attendee else None,
                    "organisation": _said(register, meeting, attendee and attendee.organisation),
                    "deputy_for": _said(register, meeting, attendee and attendee.deputy_for),
                    "part": attendee.part if attendee else None, "how": attendee.how if attendee else None,
                    "remark": attendee.remark if attendee else None,
                }  # fmt: skip


def _at(meeting: Meeting, path: tuple[str | int, ...]) -> tuple[str | None, Attendee | None]:
    """The heading and the entry at a path of a list with groups; neither of a list without."""
    match path:
        case ("attendance", int(index), str(field), int(number)):
            group = meeting.attendance[index]
            return group.group, getattr(group, field)[number]
    return None, None


def _said(register: Register, meeting: Meeting, names: Any) -> str | None:
    return register.meant(names, meeting.date).text if names else None
