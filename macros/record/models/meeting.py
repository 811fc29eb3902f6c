"""A meeting: what one meeting recorded, and nothing derived from others."""

import datetime
from enum import StrEnum

from pydantic import Field

from macros.language import marked
from macros.record.models.acknowledged import Acknowledged, about
from macros.record.models.action import ActionEntry, ActionId
from macros.record.models.agenda import AgendaItem
from macros.record.models.change import Change
from macros.record.models.clock import Times
from macros.record.models.names import Apologies, NamesField, PrintedNames
from macros.record.models.record import Day, Paragraph, Record, Text, WebAddress


class MeetingStatus(StrEnum):
    """The state of a meeting's record."""

    SCHEDULED = marked("scheduled")
    DRAFT = marked("draft")
    PUBLISHED = marked("published")
    APPROVED = marked("approved")
    CANCELLED = marked("cancelled")

    @property
    def held(self) -> bool:
        """Whether the meeting took place."""
        return self not in (MeetingStatus.SCHEDULED, MeetingStatus.CANCELLED)

    @property
    def public(self) -> bool:
        """Whether the record is public as one to be relied on: published by the office, or approved by the group."""
        return self in (MeetingStatus.PUBLISHED, MeetingStatus.APPROVED)


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

    date: Day = Field(title="Date", description="The day of the meeting, like 2022-03-21.")
    end_date: Day | None = Field(
        None, title="Last day", description="The last day of a meeting that lasted several days.",
    )  # fmt: skip
    title: Text | None = Field(None, title="Title", description="The title as the document prints it.")
    time: Times | None = Field(
        None, title="Time",
        description="From when to when, like 10:00-12:00. An end before the start is on the next day: 22:00-00:30.",
    )  # fmt: skip
    location: Text | None = Field(None, title="Location", description="Where the meeting was held.")
    status: MeetingStatus = Field(
        title="Status",
        description="scheduled, draft, published (by the office; approval by the group not recorded), "
        "approved (by the group) or cancelled.",
    )
    published: Day | None = Field(None, title="Published", description="The day the office published the record.")
    approved: Day | None = Field(None, title="Approved", description="The day the group approved the record.")
    chair: PrintedNames | None = Field(
        None, title="Chair",
        description="Who chaired the meeting, as printed: initials, several like AB and CD, or a name like Cllr Jane "
        "Smith.",
    )  # fmt: skip
    attendees: NamesField = Field(
        None, title="Attendees",
        description="Initials of everyone who came, like [FS, CH]. Leave it out if not recorded.",
        examples=[["FS", "CH"]],
    )  # fmt: skip
    apologies: Apologies = Field(
        None, title="Apologies",
        description="Initials of who sent apologies; the word none if the record says that nobody did; "
        "left out or empty if it does not say.",
        examples=[["FS", "CH"], "none"],
    )  # fmt: skip
    agenda: tuple[AgendaItem, ...] = Field((), title="Agenda", description="The agenda's rows in order.")
    actions: tuple[ActionEntry, ...] = Field(
        (), title="Actions", description="Actions reviewed at this meeting and actions arising from it.",
    )  # fmt: skip
    not_mentioned: tuple[ActionId, ...] = Field(
        (), title="Not mentioned",
        description="Ids of open actions that this meeting did not mention though it reviewed actions.",
    )  # fmt: skip
    sources: tuple[Source, ...] = Field(
        (), title="Sources", description="The documents that this record was made from.",
    )  # fmt: skip
    notes: tuple[Paragraph, ...] = Field(
        (), title="Notes", description="The publisher's notes on this record, such as where documents differ.",
    )  # fmt: skip
    changes: tuple[Change, ...] = Field(
        (), title="Changes",
        description="Changes to this record since it was published, the oldest first. "
        "A change to an approved record needs an entry.",
    )  # fmt: skip
    acknowledged: Acknowledged = ()

    def reasons_about(self, action: str) -> tuple[str, ...]:
        """The reasons of the acknowledged warnings about an action."""
        return about(self.acknowledged, action, {*(entry.id for entry in self.actions), *self.not_mentioned})

    @property
    def last_day(self) -> datetime.date:
        """The day on which the meeting ended."""
        return self.end_date or self.date
