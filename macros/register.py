"""The register: the dated history and the state of every action, as of a day. Relations live here."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby

from macros import addresses
from macros.archive import Archive
from macros.lifecycle import Mention, Month, Step
from macros.models import ActionStatus, MeetingStatus, Names, Terms

STATUSES: tuple[ActionStatus | None, ...] = (*ActionStatus, None)


@dataclass(frozen=True)
class Age:
    """How long an action is or was open: whole months, and meetings held since it was raised."""

    months: int
    meetings: int


@dataclass(frozen=True)
class Action:
    """One action over all meetings that were held.

    `raised_at` is the stem of the meeting that raised it, or None where its record is not held.
    `not_mentioned` holds the stems of meetings that acknowledge having passed over it.
    """

    id: str
    raised: Month
    raised_at: str | None
    mentions: tuple[Mention, ...]
    not_mentioned: tuple[str, ...]
    age: Age
    supersedes: tuple[str, ...] = ()

    @property
    def last(self) -> Mention:
        """The latest mention, which holds the state."""
        return self.mentions[-1]

    @property
    def wording(self) -> str:
        """The latest wording."""
        return self.last.wording or ""

    @property
    def owner(self) -> Names | None:
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
    def update(self) -> Mention | None:
        """The latest mention with an update."""
        return next((mention for mention in reversed(self.mentions) if mention.entry.update), None)


@dataclass(frozen=True)
class Register:
    """Every action by id, and who attended what, as of a day."""

    archive: Archive
    as_of: date
    actions: dict[str, Action]

    @cached_property
    def open(self) -> tuple[Action, ...]:
        """The open actions in order of their ids."""
        return tuple(action for action in self.actions.values() if action.open)

    @cached_property
    def closed(self) -> tuple[Action, ...]:
        """The closed actions in order of their ids."""
        return tuple(action for action in self.actions.values() if not action.open)

    @cached_property
    def counts(self) -> dict[ActionStatus | None, int]:
        """How many actions stand at each status; they add up to all actions."""
        by_status = [action.status for action in self.actions.values()]
        return {status: by_status.count(status) for status in STATUSES}

    @cached_property
    def years(self) -> dict[int, tuple[Action, ...]]:
        """The actions by the year in which they were raised, the latest year first."""
        by_year = sorted(self.actions.values(), key=lambda action: -action.raised[0])
        return {year: tuple(group) for year, group in groupby(by_year, key=lambda action: action.raised[0])}

    @cached_property
    def addresses(self) -> dict[str, str]:
        """The permanent address of each action's history."""
        return {key: addresses.action(key, action.raised[0]) for key, action in self.actions.items()}

    @cached_property
    def owned(self) -> dict[str, tuple[Action, ...]]:
        """The actions that each set of initials owns."""
        out: dict[str, list[Action]] = defaultdict(list)
        for action in self.actions.values():
            for key in dict.fromkeys(action.owner.keys if action.owner else ()):
                out[key].append(action)
        return {key: tuple(actions) for key, actions in out.items()}

    @cached_property
    def attended(self) -> dict[str, tuple[str, ...]]:
        """The stems of the held meetings that each person attended."""
        out: dict[str, list[str]] = defaultdict(list)
        for step in self.archive.steps:
            for key in step.meeting.attendees.keys if step.meeting.attendees else ():
                out[key].append(step.stem)
        return {key: tuple(stems) for key, stems in out.items()}

    @cached_property
    def steps(self) -> dict[str, Step]:
        """Each held meeting by its stem, with what it did to the actions."""
        return {step.stem: step for step in self.archive.steps}

    @property
    def held(self) -> tuple[str, ...]:
        """The stems of the meetings that were held, the earliest first."""
        return tuple(step.stem for step in self.archive.steps)

    @property
    def latest(self) -> str | None:
        """The stem of the latest meeting that was held."""
        return self.held[-1] if self.held else None

    @property
    def next(self) -> str | None:
        """The stem of the first scheduled meeting after the latest one held, if any."""
        latest = self.latest or ""
        for stem, meeting in self.archive.meetings.items():
            if meeting.status is MeetingStatus.SCHEDULED and stem > latest and meeting.date >= self.as_of:
                return stem
        return None

    @cached_property
    def terms(self) -> dict[str, Terms]:
        """The adopted versions of the terms of reference, the latest first."""
        files = self.archive.terms_files
        return {stem: files[stem].record for stem in sorted(files, reverse=True) if files[stem].record.adopted}

    @property
    def terms_in_force(self) -> str | None:
        """The stem of the version in force on the day, or None where none is held."""
        return next((s for s, t in self.terms.items() if t.adopted and t.adopted <= self.as_of), None)

    @property
    def about_terms(self) -> tuple[Action, ...]:
        """The actions whose wording names the terms of reference."""
        return tuple(a for a in self.actions.values() if "terms of reference" in a.wording.lower())


def follow(archive: Archive, today: date | None = None) -> Register:
    """Derive the register as of `today`, or of the latest held meeting's date where none is given."""
    steps = archive.steps
    as_of = today or (steps[-1].meeting.date if steps else date(1970, 1, 1))
    mentions, not_mentioned = _histories(steps)
    supersedes: dict[str, list[str]] = defaultdict(list)
    for history in mentions.values():
        if by := history[-1].entry.superseded_by:
            supersedes[by].append(history[-1].entry.id)
    actions = (
        _action(archive, history, not_mentioned[key], supersedes[key], as_of) for key, history in mentions.items()
    )
    return Register(archive, as_of, {action.id: action for action in sorted(actions, key=_order)})


def _histories(steps: Iterable[Step]) -> tuple[dict[str, list[Mention]], dict[str, list[str]]]:
    mentions: dict[str, list[Mention]] = defaultdict(list)
    passed_over: dict[str, list[str]] = defaultdict(list)
    for step in steps:
        for mention in step.mentions:
            mentions[mention.entry.id].append(mention)
        for action in step.meeting.not_mentioned:
            passed_over[action].append(step.stem)
    return mentions, passed_over


def _action(
    archive: Archive, history: list[Mention], not_mentioned: list[str], supersedes: list[str], as_of: date
) -> Action:
    first, last = history[0], history[-1]
    meeting = archive.meetings[first.meeting]
    ids = archive.group.action_id
    first_month = (meeting.date.year, meeting.date.month)
    raised = (ids.month(first.entry.id) if ids else None) or first_month
    raised_at = first.meeting if raised == first_month else None
    closed_at = None if last.open else _closing(history).meeting
    until = min(as_of, archive.meetings[closed_at].date) if closed_at else as_of
    age = Age(
        _months(archive.meetings[raised_at].date if raised_at else raised, until),
        _meetings_between(archive.steps, raised_at or raised, closed_at or as_of),
    )
    return Action(first.entry.id, raised, raised_at, tuple(history), tuple(not_mentioned), age, tuple(supersedes))


def _closing(history: list[Mention]) -> Mention:
    """The mention that closed a closed action: the first after the last one that left it open."""
    closing = history[-1]
    for mention in reversed(history):
        if mention.open:
            break
        closing = mention
    return closing


def _meetings_between(held: tuple[Step, ...], since: str | Month, until: str | date) -> int:
    """How many meetings came after the one (or the month) `since`, up to the one (or the day) `until`."""
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


def _order(action: Action) -> tuple[Month, tuple[tuple[int, str], ...]]:
    parts = re.findall(r"\d+|\D+", action.id)
    return action.raised, tuple((int(part), "") if part.isdigit() else (0, part) for part in parts)
