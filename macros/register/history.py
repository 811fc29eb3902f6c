"""The history of one action over all meetings that were held, and how long it was open."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date

from macros.record import Archive
from macros.record.models import ActionStatus
from macros.register.initials import Meant
from macros.register.lifecycle import Mention, Month, Step


@dataclass(frozen=True)
class Age:
    """How long an action is or was open: whole months, and meetings held since it was raised.

    `about`: only the month in which it was raised is known, so the number of months may be one too high.
    """

    months: int
    meetings: int
    about: bool


@dataclass(frozen=True)
class PassedOver:
    """The stems of the meetings that did not mention an action while it was open.

    `not_mentioned`: those whose files list it under `not_mentioned:`. `not_reviewed`: those that recorded nothing
    about earlier actions.
    """

    not_mentioned: tuple[str, ...] = ()
    not_reviewed: tuple[str, ...] = ()

    def also_at(self, stem: str) -> "PassedOver":
        """A copy with one more meeting that lists it under `not_mentioned:`."""
        return PassedOver((*self.not_mentioned, stem), self.not_reviewed)

    def also_unreviewed_at(self, stem: str) -> "PassedOver":
        """A copy with one more meeting that recorded nothing about earlier actions."""
        return PassedOver(self.not_mentioned, (*self.not_reviewed, stem))


@dataclass(frozen=True)
class Recorded:
    """What one meeting recorded about an action: its mention, or None if it did not mention the action;
    `reviewed`: whether it reviewed any action."""

    stem: str
    mention: Mention | None
    reviewed: bool = True

    @property
    def wording_before(self) -> str | None:
        """The previous wording, if this meeting changed it."""
        changed = self.mention and self.mention.reworded and self.mention.previous
        return changed.wording if changed else None

    @property
    def owner_before(self) -> Meant | None:
        """The previous owners, if this meeting changed them."""
        changed = self.mention and self.mention.reowned and self.mention.previous
        return changed.owner if changed else None


@dataclass(frozen=True)
class Action:
    """One action over all meetings that were held.

    `raised_at`: the stem of the meeting that raised it, or None if its record is not held. `closed_at`: the stem of the
    meeting that recorded it closed, or None if it is open.
    """

    id: str
    raised: Month
    raised_at: str | None
    closed_at: str | None
    mentions: tuple[Mention, ...]
    passed_over: PassedOver
    age: Age
    supersedes: tuple[str, ...]

    @property
    def last(self) -> Mention:
        """The latest mention, which holds the state."""
        return self.mentions[-1]

    @property
    def wording(self) -> str:
        """The latest wording."""
        return self.last.wording or ""

    @property
    def owner(self) -> Meant | None:
        """The latest recorded owners."""
        return self.last.owner

    @property
    def status(self) -> ActionStatus | None:
        """The latest recorded status."""
        return self.last.status

    @property
    def open(self) -> bool:
        """Whether no meeting has recorded it completed, withdrawn or superseded since it was raised or reopened."""
        return self.last.open

    @property
    def recorded(self) -> tuple[Recorded, ...]:
        """What each meeting recorded about it, or that it was not mentioned; the earliest first."""
        lines = [Recorded(mention.meeting, mention) for mention in self.mentions]
        lines += [Recorded(stem, None) for stem in self.passed_over.not_mentioned]
        lines += [Recorded(stem, None, reviewed=False) for stem in self.passed_over.not_reviewed]
        return tuple(sorted(lines, key=lambda line: line.stem))

    @property
    def update(self) -> Mention | None:
        """The latest mention with an update."""
        return next((mention for mention in reversed(self.mentions) if mention.entry.update), None)


def history_of(
    archive: Archive, held: tuple[Step, ...], mentions: tuple[Mention, ...], passed_over: PassedOver,
    supersedes: tuple[str, ...], as_of: date,
) -> Action:  # fmt: skip
    """The action with the given mentions of its id (the earliest first), with its age as of a day."""
    first, last = mentions[0], mentions[-1]
    meeting = archive.meetings[first.meeting]
    ids = archive.group.action_id
    first_month = (meeting.date.year, meeting.date.month)
    raised = (ids.month(first.entry.id) if ids else None) or first_month
    raised_at = first.meeting if raised == first_month else None
    closed_at = None if last.open else _closing(mentions).meeting
    until = min(as_of, archive.meetings[closed_at].date) if closed_at else as_of
    age = Age(
        _months(archive.meetings[raised_at].date if raised_at else raised, until),
        _meetings_between(held, raised_at or raised, closed_at or as_of),
        about=raised_at is None,
    )
    return Action(first.entry.id, raised, raised_at, closed_at, mentions, passed_over, age, supersedes)


def _closing(mentions: tuple[Mention, ...]) -> Mention:
    """The mention that closed a closed action: the first after the last one that left it open."""
    closing = mentions[-1]
    for mention in reversed(mentions):
        if mention.open:
            break
        closing = mention
    return closing


def _meetings_between(held: tuple[Step, ...], since: str | Month, until: str | date) -> int:
    """The number of meetings after the meeting (or month) `since`, up to the meeting (or day) `until`."""
    if isinstance(since, str):
        first = bisect_right(held, since, key=lambda step: step.stem)
    else:
        first = bisect_right(held, since, key=lambda step: (step.meeting.date.year, step.meeting.date.month))
    if isinstance(until, str):
        last = bisect_right(held, until, key=lambda step: step.stem)
    else:
        last = bisect_right(held, until, key=lambda step: step.meeting.date)
    return max(0, last - first)


def _months(since: date | Month, until: date) -> int:
    """Whole months between two days; from a month alone, the months between the two months."""
    year, month = (since.year, since.month) if isinstance(since, date) else since
    short = isinstance(since, date) and until.day < since.day
    return max(0, (until.year - year) * 12 + until.month - month - short)
