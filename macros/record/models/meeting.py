"""A meeting: what one meeting recorded, and nothing derived from others."""

import datetime
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from macros.language import MonthOnly, marked
from macros.record.models.acknowledged import Acknowledged, about
from macros.record.models.action import ActionId, Entry
from macros.record.models.agenda import AgendaItem
from macros.record.models.approves import Approves
from macros.record.models.attendance import Attendance
from macros.record.models.change import Change
from macros.record.models.clock import Times
from macros.record.models.decision import Decisions
from macros.record.models.link import PrintedLink
from macros.record.models.names import Apologies, AttendeesField, PrintedNames
from macros.record.models.next_meeting import NextMeeting
from macros.record.models.paper import Papers
from macros.record.models.record import (
    Day,
    DayOrMonth,
    Original,
    OrText,
    Record,
    ShortProse,
    Text,
    WebAddress,
)
from macros.record.models.withheld import Withheld


class MeetingStatus(StrEnum):
    """The state of a meeting's record."""

    SCHEDULED = marked("scheduled")
    WITHOUT_MINUTES = marked("held")
    DRAFT = marked("draft")
    PUBLISHED = marked("published")
    APPROVED = marked("approved")
    CANCELLED = marked("cancelled")
    POSTPONED = marked("postponed")

    @property
    def held(self) -> bool:
        """Whether the meeting took place and minutes of it are on record, be they a draft."""
        return self in (MeetingStatus.DRAFT, MeetingStatus.PUBLISHED, MeetingStatus.APPROVED)

    @property
    def took_place(self) -> bool:
        """Whether the meeting took place, as far as recorded."""
        return self.held or self is MeetingStatus.WITHOUT_MINUTES

    @property
    def public(self) -> bool:
        """Whether the record is public as one to be relied on: published by the office, or approved by the group."""
        return self in (MeetingStatus.PUBLISHED, MeetingStatus.APPROVED)

    @property
    def is_off(self) -> bool:
        """Whether the meeting did not take place on its day."""
        return self in (MeetingStatus.CANCELLED, MeetingStatus.POSTPONED)


class Section(StrEnum):
    """The parts of a meeting's page that a source may supply."""

    DETAILS = marked("details")
    ATTENDANCE = marked("attendance")
    AGENDA = marked("agenda")
    MINUTES = marked("minutes")
    REVIEWED = marked("actions reviewed")
    ARISING = marked("actions arising")


class Source(Record):
    """A document that this record was made from."""

    title: Text = Field(title="Title", description="What the document is called.")
    url: WebAddress | None = Field(None, title="Address", description="Where the document can be read.")
    published: Day | None = Field(None, title="Published", description="The day the document was published.")
    supplies: tuple[Section, ...] = Field(
        (), title="Supplies", description="The parts of the page that come from this document.",
    )  # fmt: skip


class Meeting(Record):
    """One meeting of the group, in a file named after its date. Only what that meeting recorded."""

    date: DayOrMonth = Field(
        title="Date", description="The day of the meeting, like 2022-03-21; or its month, if no day is known.",
    )  # fmt: skip
    end_date: Day | None = Field(
        None, title="Last day", description="The last day of a meeting that lasted several days.",
    )  # fmt: skip
    also_on: tuple[Day, ...] = Field(
        (), title="Also on",
        description="The other days of a meeting that met on several, if it did not meet on all the days between.",
        examples=[["2025-06-12"]],
    )  # fmt: skip
    title: Text | None = Field(None, title="Title", description="The title as the document prints it.")
    time: Times | None = Field(
        None, title="Time",
        description="From when to when, like 10:00-12:00. An end before the start is on the next day: 22:00-00:30.",
    )  # fmt: skip
    time_zone: Text | None = Field(
        None, title="Time zone", description="The time zone of the time, as printed.", examples=["UTC"],
    )  # fmt: skip
    time_elsewhere: Text | None = Field(
        None, title="Time elsewhere", description="The same time in other zones, as printed.",
        examples=["10:00-12:00 EDT, 16:00-18:00 CEST"],
    )  # fmt: skip
    location: Text | None = Field(None, title="Location", description="Where the meeting was held.")
    links: tuple[Annotated[PrintedLink, OrText("url")], ...] = Field(
        (), title="Links", description="The links that the document prints for the meeting, as to join it or to a map.",
    )  # fmt: skip
    status: MeetingStatus = Field(
        title="Status",
        description="scheduled, held (no minutes are published), draft, published (by the office; approval by the "
        "group not recorded), approved (by the group), cancelled or postponed.",
    )
    postponed_to: Text | None = Field(
        None, title="Postponed to",
        description="Of a postponed meeting: the one that takes its place, by the name of its file, like 2022-11-24; "
        "or any words as printed.\n"
        "Leave it out if nothing is recorded of it. The pages of the two link to each other.",
        examples=["2022-11-24"],
    )  # fmt: skip
    published: Day | None = Field(None, title="Published", description="The day the office published the record.")
    approved: Day | None = Field(
        None, title="Approved",
        description="The day the group approved the record, if no meeting on record did, as by correspondence. A "
        "meeting that approved it says so in its own file.",
    )  # fmt: skip
    chair: PrintedNames | None = Field(
        None, title="Chair",
        description="Who chaired the meeting, as printed: initials, several like AB and CD, or a name like Cllr Jane "
        "Smith.",
    )  # fmt: skip
    vice_chair: PrintedNames | None = Field(
        None, title="Vice-chair", description="The vice-chair of the meeting, as printed.",
    )  # fmt: skip
    secretary: PrintedNames | None = Field(
        None, title="Secretary", description="Who took the minutes, as printed.",
    )  # fmt: skip
    quorum: Text | None = Field(
        None, title="Quorum", description="What the document says of the quorum, as printed.",
        examples=["7 members, reached"],
    )  # fmt: skip
    attendees: AttendeesField = Field(
        None, title="Present",
        description="Everyone who came, as printed, with commas between them: initials, names, or words like CD for "
        "EF.\n"
        "Leave it out if not recorded. A list like [AB, GH] means the same.",
        examples=[["AB", "GH"]],
    )  # fmt: skip
    apologies: Apologies = Field(
        None, title="Apologies",
        description="Who sent apologies, as printed; the word none if the record says that nobody did.\n"
        "Left out or empty if it does not say.",
        examples=[["AB", "GH"], "none"],
    )  # fmt: skip
    attendance: tuple[Attendance, ...] = Field(
        (), title="Groups",
        description="Who was there and who was not, if the document has groups such as Members and Observers, or "
        "says more of somebody than a name.",
    )  # fmt: skip
    approves: Approves = ()
    agenda: tuple[AgendaItem, ...] = Field(
        (), title="Agenda",
        description="The items in their order, with the minutes of each.",
    )  # fmt: skip
    papers: Papers = ()
    actions: tuple[Entry, ...] = Field(
        (), title="Actions",
        description="Actions reviewed at this meeting and actions arising from it.\n"
        "An entry may be its wording alone.",
    )  # fmt: skip
    decisions: Decisions = Field(
        (), title="Decisions",
        description="What the meeting decided under no item of the agenda.\n"
        "An entry may be its wording alone.",
    )  # fmt: skip
    not_mentioned: tuple[ActionId, ...] = Field(
        (), title="Not mentioned",
        description="The ids of open actions that this meeting did not mention though it reviewed actions.",
    )  # fmt: skip
    next_meeting: Annotated[NextMeeting, OrText("date")] | None = Field(
        None, title="Next meeting", description="What the document says of the next meeting.",
        examples=["2025-06-12", "TBC"],
    )  # fmt: skip
    sources: tuple[Source, ...] = Field(
        (), title="Sources", description="The documents that this record was made from.",
    )  # fmt: skip
    source: Original | None = Field(
        None, title="Source",
        description="The words this site if this is the original record, and was not copied from documents.",
        examples=["this site"],
    )  # fmt: skip
    notes: tuple[ShortProse, ...] = Field(
        (), title="Notes", description="The publisher's notes on this record, such as where documents differ.",
    )  # fmt: skip
    withheld: tuple[Withheld, ...] = Field(
        (), title="Withheld",
        description="What this record leaves out on purpose, each with the reason. Within a text, write the reason in "
        "its place, like [withheld: personal data].",
    )  # fmt: skip
    changes: tuple[Change, ...] = Field(
        (), title="Changes",
        description="Changes to this record since it was published, the oldest first. "
        "A change to an approved record needs an entry.",
    )  # fmt: skip
    acknowledged: Acknowledged = ()

    def reasons_about(self, *called: str) -> tuple[str, ...]:
        """The reasons of the acknowledged warnings about an action, by all that it is called."""
        known = {*(entry.id for entry in self.actions if entry.id), *self.not_mentioned}
        return tuple(dict.fromkeys(reason for one in called for reason in about(self.acknowledged, one, known)))

    @property
    def last_day(self) -> datetime.date:
        """The day on which the meeting ended, or on which its month does."""
        days = (self.end_date or self.date, *self.also_on)
        return self.date.last if isinstance(self.date, MonthOnly) and max(days) == self.date else max(days)
