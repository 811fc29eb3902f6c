"""The actions as open data, each with its whole history."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict

from macros.pages.data import said
from macros.record.models import ActionStatus, When
from macros.register import Action, Raised, Recorded, Register, addresses, kind_of


class HistoryEntry(TypedDict):
    """What one meeting recorded about the action. What it did not record is null."""

    meeting: Annotated[str, Field(description="The id of the meeting.")]
    page: Annotated[str, Field(description="Where the page of the action shows this entry, relative to the site.")]
    date: Annotated[str, Field(description="The day of the meeting, its first day, or its month.")]
    printed_id: Annotated[str | None, Field(description="The id that this meeting printed.")]
    status: Annotated[str | None, Field(description="The status that this meeting recorded, as printed.")]
    status_kind: Annotated[ActionStatus | None, Field(
        description="The kind of that status, in words that are never translated.",
    )]  # fmt: skip
    open: Annotated[bool, Field(description="Whether the action was open after this entry.")]
    reopened: Annotated[bool, Field(description="Whether this meeting opened the closed action again.")]
    update: Annotated[str | None, Field(description="The update as printed, in Markdown without HTML.")]
    wording: Annotated[str | None, Field(description="The wording, if this meeting recorded one, in Markdown.")]
    wording_before: Annotated[str | None, Field(description="The earlier wording, if this meeting changed it.")]
    owner: Annotated[str | None, Field(description="The owners as printed, if this meeting recorded them.")]
    owner_ids: Annotated[list[str], Field(description="The ids of these owners in people.json.")]
    owner_before: Annotated[str | None, Field(description="The earlier owners, if this meeting changed them.")]
    due: Annotated[str | None, Field(description="When it is due as printed, if this meeting recorded it.")]
    heading: Annotated[str | None, Field(description="The heading in the list of actions that is printed above it.")]
    moved_to: Annotated[str | None, Field(description="The group or list to which it was moved, as printed.")]
    superseded_by: Annotated[list[str], Field(description="The actions that take its place, as printed.")]
    note: Annotated[str | None, Field(description="The publisher’s note on this entry.")]


class ActionData(TypedDict):
    """An action over all meetings that were held: its latest state, and its history."""

    id: Annotated[str, Field(description="The id as printed, or this site’s reference like 2025-09-18/3.")]
    page: Annotated[str, Field(description="The permanent address of its page, relative to the site.")]
    printed_id: Annotated[str | None, Field(description="The id that was printed last.")]
    wording: Annotated[str | None, Field(description="The latest wording, in Markdown without HTML.")]
    owner: Annotated[str | None, Field(description="The latest owners as printed.")]
    owner_ids: Annotated[list[str], Field(description="The ids of these owners in people.json.")]
    status: Annotated[str | None, Field(
        description="The latest status as printed; or moved, struck through or no longer listed where that is how the "
        "record closes it.",
    )]  # fmt: skip
    status_kind: Annotated[ActionStatus | None, Field(
        description="The kind of that status, in words that are never translated.",
    )]  # fmt: skip
    open: Annotated[bool, Field(description="Whether it is open: no meeting has recorded it closed since.")]
    raised: Annotated[str | None, Field(
        description="The day or the month in which it was raised; null if the record does not say.",
    )]  # fmt: skip
    raised_printed: Annotated[str | None, Field(
        description="What an entry says of that: here, a day, a month, before a day, or not known.",
    )]  # fmt: skip
    raised_at: Annotated[str | None, Field(description="The id of the meeting that raised it, if that is known.")]
    due: Annotated[str | None, Field(description="When it is due, as printed.")]
    due_by: Annotated[str | None, Field(
        description="The last day on which it is not overdue, if the record gives a day or a month.",
        json_schema_extra={"format": "date"},
    )]  # fmt: skip
    closed_at: Annotated[str | None, Field(description="The id of the meeting that closed it; null if it is open.")]
    first_recorded: Annotated[str, Field(description="The id of the first meeting that recorded it.")]
    last_recorded: Annotated[str, Field(description="The id of the latest meeting that recorded it.")]
    not_mentioned_at: Annotated[list[str], Field(
        description="The ids of the meetings of which the record says that they did not mention it.",
    )]  # fmt: skip
    supersedes: Annotated[list[str], Field(description="The ids of the actions whose place it takes.")]
    superseded_by: Annotated[list[str], Field(description="The ids of the actions that take its place.")]
    history: Annotated[list[HistoryEntry], Field(description="An entry for each mention, the earliest first.")]


def actions(register: Register) -> Iterator[ActionData]:
    """Every action, in the order of the ids."""
    return (_action(register, one) for one in register.actions.values())


def _action(register: Register, one: Action) -> ActionData:
    due, last = one.last.due, one.last
    return {
        "id": one.id, "page": addresses.action(one.id), "printed_id": one.printed, "wording": last.wording,
        "owner": one.owner.text if one.owner else None, "owner_ids": said.keys(one.owner),
        "status": one.status.printed if one.status else None, "status_kind": kind_of(one.status),
        "open": one.open, "raised": _raised(one),
        "raised_printed": one.raised_on.entry.raised.text if one.raised_on and one.raised_on.entry.raised else None,
        "raised_at": one.raised_at, "due": due.text if due else None,
        "due_by": due.last.isoformat() if due and due.last else None, "closed_at": one.closed_at,
        "first_recorded": one.mentions[0].meeting, "last_recorded": last.meeting,
        "not_mentioned_at": list(one.passed_over.not_mentioned), "supersedes": list(one.supersedes),
        "superseded_by": list(last.superseded_by),
        "history": [_entry(register, Recorded(mention.meeting, mention)) for mention in one.mentions],
    }  # fmt: skip


def _raised(one: Action) -> str | None:
    """The day on which it was raised, or else the month; None if the record gives neither."""
    if one.known in (Raised.UNKNOWN, Raised.BEFORE):
        return None
    when = one.raised_on.entry.raised if one.raised_on else None
    if when and when.when is When.ON and when.day:
        return when.day.isoformat()
    year, month = one.raised
    return f"{year:04}-{month:02}"


def _entry(register: Register, recorded: Recorded) -> HistoryEntry:
    mention = recorded.mention
    assert mention
    entry, meeting = mention.entry, register.archive.meetings[recorded.stem]
    owner, before = mention.owner if mention.entry.owner else None, recorded.owner_before
    return {
        "meeting": recorded.stem, "page": addresses.mention(mention.id, recorded.stem, mention.nth),
        "date": said.day(meeting), "printed_id": entry.id, "status": entry.status,
        "status_kind": kind_of(mention.stated), "open": mention.open, "reopened": entry.reopened,
        "update": entry.update, "wording": entry.action, "wording_before": recorded.wording_before,
        "owner": owner.text if owner else None, "owner_ids": said.keys(owner),
        "owner_before": before.text if before else None, "due": entry.due.text if entry.due else None,
        "heading": entry.heading, "moved_to": entry.moved_to, "superseded_by": list(entry.superseded_by),
        "note": entry.note,
    }  # fmt: skip
