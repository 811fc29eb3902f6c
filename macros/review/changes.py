"""A change between two states of the record, as the public will see it."""

from dataclasses import dataclass, fields
from enum import StrEnum

from macros.record.models import Change, MeetingStatus
from macros.register import Difference, Status
from macros.review.names import NamesChange


class Turn(StrEnum):
    """What happened to an action."""

    RAISED = "raised"
    UPDATED = "updated"
    CLOSED = "closed"
    REOPENED = "reopened"
    NOT_MENTIONED = "not mentioned"
    GONE = "gone"


class Fate(StrEnum):
    """What happened to an entry, such as a person."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True)
class MeetingChange:
    """A meeting whose record was added, changed or removed.

    `before` and `after`: its status, None if there is no record. `differences`: the changed values, except the status,
    the days that come with it (`days`) and the list `changes:`. `noted`: the new entries of that list; `unsaid`: the
    removed ones. `whole`: every value of a record that was added or removed. `approved_in`: the commit with its last
    approved text, if it was approved once and no longer is; `unexplained`: what was changed since without an entry.
    `explained`: whether a new entry tells readers something. `approval`: how it was approved, if a later meeting did.
    `decisions`: the wordings of those of a record that is new.
    """

    stem: str
    name: str
    renamed_from: str | None
    before: MeetingStatus | None
    after: MeetingStatus | None
    differences: tuple[Difference, ...]
    noted: tuple[Change, ...]
    unsaid: tuple[Change, ...]
    days: tuple[Difference, ...] = ()
    whole: tuple[Difference, ...] = ()
    approved_in: str = ""
    unexplained: tuple[Difference, ...] = ()
    explained: bool = False
    approval: str = ""
    decisions: tuple[str, ...] = ()

    @property
    def minutes_are_new(self) -> bool:
        """Whether nothing that the meeting recorded was there before."""
        return self.after is not None and (self.before is None or (self.after.held and not self.before.held))

    @property
    def corrects(self) -> bool:
        """Whether the content of a public record is changed."""
        return self.before is not None and self.before.held and bool(self.differences)


@dataclass(frozen=True)
class ActionChange:
    """What happened to an action, with its wording, owner and status (`after`) and its earlier status (`before`).

    `meetings`: the stems of the meetings that changed it; `named`: what they are called.
    """

    id: str
    turn: Turn
    wording: str
    owner: str | None
    before: Status | None
    after: Status | None
    meetings: tuple[str, ...]
    named: tuple[str, ...]


@dataclass(frozen=True)
class EntryChange:
    """A changed entry, such as a person or a version of the terms, by its key."""

    kind: str
    key: str
    name: str
    fate: Fate
    differences: tuple[Difference, ...]


@dataclass(frozen=True)
class Changes:
    """All changes between two states of the record. `layout`: the files that say the same in other lines."""

    meetings: tuple[MeetingChange, ...]
    actions: tuple[ActionChange, ...]
    people: tuple[EntryChange, ...]
    glossary: tuple[EntryChange, ...]
    names: tuple[NamesChange, ...]
    terms: tuple[EntryChange, ...]
    group: tuple[Difference, ...]
    redirects: tuple[Difference, ...]
    accessibility: tuple[Difference, ...]
    layout: tuple[str, ...] = ()

    @property
    def none(self) -> bool:
        """Whether the two states are the same."""
        return not any(getattr(self, field.name) for field in fields(self))
