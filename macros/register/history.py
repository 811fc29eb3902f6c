"""The history of one action over all meetings that were held, and how long it was open."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from macros.language import _, wording
from macros.record import Archive
from macros.record.models import ActionIds, When
from macros.register.initials import Meant
from macros.register.lifecycle import Mention, Month, Step, met_on
from macros.register.statuses import Status


@dataclass(frozen=True)
class Age:
    """How long an action is or was open: whole months, and meetings held since it was raised.

    `about`: only the month in which it was raised is known, so the number of months may be one too high.
    `at_least`: it was raised before the day from which this is counted, such as that of its first mention.
    """

    months: int
    meetings: int
    about: bool
    at_least: bool

    @property
    def said(self) -> str:
        """The age as text: `8 months, 1 meeting`."""
        return wording.age(self.months, self.meetings, self.about, self.at_least)


class Silence(Enum):
    """Why nothing is recorded about an open action at a meeting.

    NOT_MENTIONED: its file lists it under `not_mentioned:`. NOT_REVIEWED: nothing is recorded about any earlier action.
    LEFT_OUT: other actions were reviewed, and the file does not say that the meeting passed over this one.
    """

    NOT_MENTIONED = auto()
    NOT_REVIEWED = auto()
    LEFT_OUT = auto()


@dataclass(frozen=True)
class PassedOver:
    """The meetings at which nothing is recorded about an action while it was open, by their stems, and why."""

    meetings: tuple[tuple[str, Silence], ...] = ()

    @property
    def not_mentioned(self) -> tuple[str, ...]:
        """The stems of the meetings whose files list it under `not_mentioned:`."""
        return tuple(stem for stem, silence in self.meetings if silence is Silence.NOT_MENTIONED)

    def also_at(self, stem: str, silence: Silence) -> "PassedOver":
        """A copy with one more meeting."""
        return PassedOver((*self.meetings, (stem, silence)))


@dataclass(frozen=True)
class Recorded:
    """What one meeting recorded about an action: its mention, or None and the reason why there is none."""

    stem: str
    mention: Mention | None
    silence: Silence | None = None

    @property
    def nth(self) -> int:
        """Which of the meeting's entries about the action this is, from 1."""
        return self.mention.nth if self.mention else 1

    @property
    def not_mentioned(self) -> bool:
        """Whether the meeting's file says that it did not mention the action."""
        return self.silence is Silence.NOT_MENTIONED

    @property
    def left_out(self) -> bool:
        """Whether the meeting reviewed other actions, and nothing is recorded about this one."""
        return self.silence is Silence.LEFT_OUT

    @property
    def wording_before(self) -> str | None:
        """The previous wording, if this meeting changed it."""
        changed = self.mention and self.mention.reworded and self.mention.previous
        return changed.wording if changed else None

    @property
    def same_initials(self) -> bool:
        """Whether the previous owners, changed here, have initials that now mean others."""
        before, now = self.owner_before, self.mention and self.mention.owner
        were, are = (dict(zip(names.keys, names.meant, strict=True)) if names else {} for names in (before, now))
        return any(were[printed] != are[printed] for printed in were.keys() & are.keys())

    @property
    def owner_before(self) -> Meant | None:
        """The previous owners, if this meeting changed them."""
        changed = self.mention and self.mention.reowned and self.mention.previous
        return changed.owner if changed else None


class Raised(Enum):
    """What is known of when an action was raised.

    HERE: at a meeting on record. NOT_HELD: in a month of which no record is held. NOT_LISTED: in a month of which no
    record lists it. BEFORE: before a day. UNKNOWN: nothing says when; the month is that of its first mention.
    """

    HERE = auto()
    NOT_HELD = auto()
    NOT_LISTED = auto()
    BEFORE = auto()
    UNKNOWN = auto()


@dataclass(frozen=True)
class Action:
    """One action over all meetings that were held.

    `id`: as printed, or this site's reference (`macros.register.references`); `printed`: the id printed last, or None.
    `year`: that of its address, which later records do not change. `raised`: the month in which it was raised, or else
    of its first mention; `raised_on`: the entry that says so, if one does. `raised_at`: the stem of the meeting that
    raised it, or None if no record of that meeting lists it; `known`: what is known of that. `closed_at`: the stem of
    the meeting that recorded it closed, or None if it is open.
    """

    id: str
    printed: str | None
    year: int
    raised: Month
    raised_on: Mention | None
    raised_at: str | None
    known: Raised
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
        """The latest wording, or the words that none is recorded."""
        return self.last.wording or _("Wording not recorded")

    @property
    def owner(self) -> Meant | None:
        """The latest recorded owners."""
        return self.last.owner

    @property
    def status(self) -> Status | None:
        """The latest recorded status."""
        return self.last.status

    @property
    def open(self) -> bool:
        """Whether no meeting has recorded it completed, withdrawn or superseded since it was raised or reopened."""
        return self.last.open

    def overdue(self, day: date) -> bool:
        """Whether it is open on a day after the one, or the month, by which it was to be done; never if the record
        gives neither."""
        return bool(self.open and self.last.due and self.last.due.last and self.last.due.last < day)

    @property
    def recorded(self) -> tuple[Recorded, ...]:
        """What each meeting recorded about it, or that it was not mentioned; the earliest first."""
        lines = [Recorded(mention.meeting, mention) for mention in self.mentions]
        lines += [Recorded(stem, None, silence) for stem, silence in self.passed_over.meetings]
        return tuple(sorted(lines, key=lambda line: line.stem))  # several at one meeting stay in its order

    @property
    def heading(self) -> str | None:
        """The heading in the list of actions under which it was recorded last, if any is printed."""
        return next((mention.entry.heading for mention in reversed(self.mentions) if mention.entry.heading), None)

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
    day = archive.meetings[first.meeting].date
    month_of_id = _month_of_id(first, archive.group.action_id)
    raised_on = next((one for one in reversed(mentions) if one.entry.raised), None)
    raised, raised_at, known = _raised(archive, held, first, raised_on, month_of_id)
    counted_from = first.meeting if known is Raised.UNKNOWN else raised_at
    closed_at = None if last.open else _closing(mentions).meeting
    until = min(as_of, archive.meetings[closed_at].date) if closed_at else as_of
    age = Age(
        _months(archive.meetings[counted_from].date if counted_from else raised, until),
        _meetings_between(held, counted_from or raised, closed_at or as_of),
        about=counted_from is None,
        at_least=known in (Raised.UNKNOWN, Raised.BEFORE),
    )
    printed = next((one.entry.id for one in reversed(mentions) if one.entry.id), None)
    year = month_of_id[0] if month_of_id else day.year
    return Action(
        first.id, printed, year, raised, raised_on, raised_at, known, closed_at, mentions, passed_over, age, supersedes
    )


def _month_of_id(first: Mention, ids: ActionIds | None) -> Month | None:
    return ids.month(first.entry.id) if ids and first.entry.id == first.id else None


def _raised(
    archive: Archive, held: tuple[Step, ...], first: Mention, said: Mention | None, month_of_id: Month | None
) -> tuple[Month, str | None, Raised]:
    """The month in which an action was raised, the meeting that raised it, and what is known of that."""
    met = archive.meetings[first.meeting].date
    listed = (met.year, met.month)
    # An action is raised before it is mentioned, so a later month is a slip.
    month = min(month_of_id, listed) if month_of_id else None
    if said and said.entry.raised:
        when, day = said.entry.raised.when, said.entry.raised.day
        if when is When.HERE:
            met = archive.meetings[said.meeting].date
            return (met.year, met.month), said.meeting, Raised.HERE
        if when is When.NOT_KNOWN or day is None:
            return listed, None, Raised.UNKNOWN
        if when is When.BEFORE:
            return min((day.year, day.month), listed), None, Raised.BEFORE
        month = min((day.year, day.month), listed)
        if when is When.ON:
            at = next((step.stem for step in held if met_on(step.meeting, day)), None)
            return month, at, Raised.HERE if at else Raised.NOT_HELD
    if month is None and not archive.group.actions_raised:
        return listed, None, Raised.UNKNOWN
    if month is None or month == listed:
        return listed, first.meeting, Raised.HERE
    months = {(step.meeting.date.year, step.meeting.date.month) for step in held}
    return month, None, Raised.NOT_LISTED if month in months else Raised.NOT_HELD


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
