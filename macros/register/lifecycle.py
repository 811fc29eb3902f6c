"""Follows the actions from meeting to meeting: what each meeting recorded, and which actions were open before it.

One pass over the meetings in the order of their dates. The rules about actions and the register both use it, so that
they agree.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from macros.record.models import ActionEntry, ActionIds, ActionStatus, Meeting
from macros.register.initials import Initials, Meant

Month = tuple[int, int]


@dataclass(frozen=True)
class Mention:
    """What one meeting recorded about an action, and the state of the action after it.

    `wording`, `owner` and `status` are this meeting's, or the last ones recorded before it;
    reopening clears the status that closed the action. The owners are those whom the meeting that recorded them meant.
    `superseded_by`: the actions that take its place, as far as recorded while its status is superseded. `index` is the
    entry's place in its file.
    """

    meeting: str
    index: int
    entry: ActionEntry
    previous: "Mention | None"
    wording: str | None
    owner: Meant | None
    status: ActionStatus | None
    superseded_by: tuple[str, ...]

    @property
    def worded_at(self) -> str:
        """The stem of the meeting that recorded the wording."""
        mention = self
        while mention.previous and not mention.entry.action:
            mention = mention.previous
        return mention.meeting

    @property
    def open(self) -> bool:
        """Whether the action is open after this meeting."""
        return not (self.status and self.status.closes)

    @property
    def opens(self) -> bool:
        """Whether this meeting recorded the action for the first time, or opened it after it was closed."""
        return self.previous is None or (not self.previous.open and (self.entry.reopened or self.open))

    @property
    def closes(self) -> bool:
        """Whether this meeting closed the action, which was open before or first recorded here."""
        return not self.open and (self.opens or (self.previous is not None and self.previous.open))

    @property
    def reworded(self) -> bool:
        """Whether the wording here differs from the one recorded before."""
        before = self.previous.wording if self.previous else None
        return before is not None and self.wording != before

    @property
    def reowned(self) -> bool:
        """Whether the owners here differ from those recorded before."""
        before = self.previous.owner if self.previous else None
        return before is not None and self.owner is not None and set(before.meant) != set(self.owner.meant)


@dataclass(frozen=True)
class Step:
    """One meeting that was held: what it mentioned, and the ids of the actions open before it.

    `arising`: the ids of the actions that it raised; `unplaced`: of those first mentioned here of which nothing says
    where they were raised.
    """

    stem: str
    meeting: Meeting
    mentions: tuple[Mention, ...]
    open_before: frozenset[str]
    arising: frozenset[str]
    unplaced: frozenset[str]

    @property
    def reviewed_actions(self) -> bool:
        """Whether this meeting reviewed actions of earlier meetings."""
        new = self.arising | self.unplaced
        return bool(self.meeting.not_mentioned) or any(m.entry.id not in new for m in self.mentions)

    @property
    def reviewed(self) -> int:
        """How many actions of earlier meetings this meeting reviewed."""
        return len({m.entry.id for m in self.mentions} - self.arising - self.unplaced)

    @cached_property
    def opened(self) -> tuple[str, ...]:
        """The actions first recorded or reopened at this meeting."""
        return tuple(m.entry.id for m in self.mentions if m.opens)

    @cached_property
    def closed(self) -> tuple[str, ...]:
        """The actions that this meeting closed."""
        return tuple(m.entry.id for m in self.mentions if m.closes)

    @cached_property
    def open_after(self) -> frozenset[str]:
        """The actions open after this meeting."""
        mentioned = {m.entry.id for m in self.mentions}
        return (self.open_before - mentioned) | {m.entry.id for m in self.mentions if m.open}

    @property
    def dropped(self) -> frozenset[str]:
        """The open actions that this meeting neither recorded nor listed as not mentioned."""
        if not self.reviewed_actions:
            return frozenset()
        return self.open_before - {m.entry.id for m in self.mentions} - set(self.meeting.not_mentioned)


def follow_meetings(meetings: Mapping[str, Meeting], ids: ActionIds | None, initials: Initials) -> Iterator[Step]:
    """Yield a step for each meeting that was held, in the order of `meetings` (stem to record)."""
    latest: dict[str, Mention] = {}
    still_open: frozenset[str] = frozenset()
    for stem, meeting in meetings.items():
        if not meeting.status.held:
            continue
        mentions = tuple(
            _mention(stem, index, entry, latest.get(entry.id), owned(entry, meeting, initials))
            for index, entry in enumerate(meeting.actions)
        )
        arising = frozenset(m.entry.id for m in mentions if is_arising(m.entry.id, meeting, m.previous, ids))
        new = frozenset(m.entry.id for m in mentions if m.previous is None) - arising
        unplaced = frozenset(action for action in new if ids and ids.month(action) is None)
        step = Step(stem, meeting, mentions, still_open, arising, unplaced)
        yield step
        still_open = step.open_after
        latest.update((mention.entry.id, mention) for mention in mentions)


def is_arising(action: str, meeting: Meeting, previous: Mention | None, ids: ActionIds | None) -> bool:
    """Whether a meeting raised an action that it lists: it is new to the record, and its id has no earlier month.

    Of an id that does not have the month which the group's own ids have, nothing says that this meeting raised it.
    """
    if previous is not None or not ids or not ids.dated:
        return previous is None
    month = ids.month(action)
    return month is not None and month >= (meeting.date.year, meeting.date.month)


def owned(entry: ActionEntry, meeting: Meeting, initials: Initials) -> Meant | None:
    """The owners that a meeting recorded of an action, or None."""
    return initials.meant(entry.owner, meeting.date) if entry.owner else None


def _mention(stem: str, index: int, entry: ActionEntry, before: Mention | None, owner: Meant | None) -> Mention:
    status = entry.status
    if before and not status and not entry.reopened:
        status = before.status
    by = entry.superseded_by or (before.superseded_by if before and status is ActionStatus.SUPERSEDED else ())
    return Mention(
        stem, index, entry, before,
        wording=entry.action or (before.wording if before else None),
        owner=owner or (before.owner if before else None),
        status=status,
        superseded_by=by,
    )  # fmt: skip
