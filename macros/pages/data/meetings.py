"""The meetings as open data, each with its whole record by the keys of the data files."""

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import Field
from typing_extensions import TypedDict

from macros.pages.data import said
from macros.pages.data.groups import GroupData, group_on
from macros.pages.data.plain import plain
from macros.record.models import Meeting, MeetingStatus
from macros.register import Register, addresses

# Pages give the reasons of acknowledged warnings, but not the names of the warnings.
_KEPT_BACK = ("acknowledged",)


class MeetingData(TypedDict):
    """A meeting: what follows from the whole record, and what its own file says."""

    id: Annotated[str, Field(description="The name of its file: its day or its month, with a letter for a second one.")]
    page: Annotated[str, Field(description="The permanent address of its page, relative to the site.")]
    group: Annotated[GroupData, Field(description="The group as it was called on the day of the meeting.")]
    name: Annotated[str | None, Field(description="The title as its document prints it.")]
    date: Annotated[str, Field(description="The day of the meeting, its first day, or its month.")]
    end_date: Annotated[str | None, Field(
        description="The last day of a meeting that lasted several.", json_schema_extra={"format": "date"},
    )]  # fmt: skip
    status: Annotated[MeetingStatus, Field(
        description="The state of the record. held: no minutes are published. approved: also if a later meeting "
        "approved the minutes.",
    )]  # fmt: skip
    approved_by: Annotated[list[str], Field(description="The ids of the meetings that approved its minutes.")]
    publisher_notes: Annotated[list[str], Field(
        description="What the publisher says of what looks wrong in the record and is right.",
    )]  # fmt: skip
    record: Annotated[Meeting, Field(
        description="The whole record of the meeting by the keys of its data file. What is not recorded is left out.",
    )]  # fmt: skip


def meetings(register: Register) -> Iterator[MeetingData]:
    """Every meeting, the earliest first."""
    return (_meeting(register, stem, meeting) for stem, meeting in register.archive.meetings.items())


def _meeting(register: Register, stem: str, meeting: Meeting) -> MeetingData:
    whole: Any = {key: value for key, value in plain(meeting).items() if key not in _KEPT_BACK}
    return {
        "id": stem, "page": addresses.meeting(stem),
        "group": group_on(register, meeting.date), "name": meeting.title, "date": said.day(meeting),
        "end_date": meeting.end_date.isoformat() if meeting.end_date else None,
        "status": register.status(stem),
        "approved_by": said.approved_by(register, stem),
        "publisher_notes": list(dict.fromkeys(one.reason for one in meeting.acknowledged)), "record": whole,
    }  # fmt: skip
