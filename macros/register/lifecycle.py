"""Follows the actions from meeting to meeting: what each meeting recorded, and which actions were open before it.

One pass over the meetings in the order of their dates. The rules about actions and the register both use it, so that
they agree.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from macros.language import MonthOnly
from macros.record.models import ActionEntry, ActionStatus, Due, Group, Meeting, When
from macros.register.initials import Initials, Meant
from macros.register.references import actions_of
from macros.register.statuses import Kinds, Status, kind_of, status_kinds, status_of_entry

Month = tuple[int, int]


@dataclass(frozen=True)
class Mention:
    """What one meeting recorded about an action, and the state of the action after it.

    `wording`, `owner`, `due` and `status` are this meeting's, or the last ones recorded before it;
    reopening clears the status that closed the action. The owners are those whom the meeting that recorded them meant.
    `superseded_by`: the actions that take its place, as far as recorded while its status is superseded. `index` is the
    entry's place in its file; `stated`: the status that it records, or None; `nth` counts the entries of this action in
    the file, from 1.
    """

    id: str
    meeting: str
    index: int
    nth: int
    entry: ActionEntry
    previous: "Mention | None"
    wording: str | None
    owner: Meant | None
    status: Status | None
    stated: Status | None
    due: Due | None
    superseded_by: tuple[str, ...]

    @property
    def is_first(self) -> bool:
        """Whether no earlier meeting has recorded the action."""
        return self.nth == 1 and self.previous is None

    @property
    def worded_at(self) -> str:
        """The stem of the meeting that recorded the wording."""
        mention = self
        while mention.previous and not mention.entry.action:
            mention = mention.previous
        return mention.meeting

    @property
    def open(self) -> bool:
        """Whether the action is open after this entry."""
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
        if before is None or self.owner is None:
            return False
        if before.meant and self.owner.meant:
            return set(before.meant) != set(self.owner.meant)
        return before.text != self.owner.text


@dataclass(frozen=True)
class Step:
    """One meeting that was held: what it mentioned, and the ids of the actions open before it.

    `arising`: the ids of the actions that it raised; `unplaced`: of those first mentioned here of which nothing says
    where they were raised; `not_mentioned`: of the open ones that its file lists as not mentioned; `named`: the actions
    that its printed ids and references mean from then on.
    """

    stem: str
    meeting: Meeting
    mentions: tuple[Mention, ...]
    open_before: frozenset[str]
    arising: frozenset[str]
    unplaced: frozenset[str]
    not_mentioned: tuple[str, ...]
    named: Mapping[str, str]

    @property
    def reviewed_actions(self) -> bool:
        """Whether this meeting reviewed actions of earlier meetings."""
        new = self.arising | self.unplaced
        return bool(self.not_mentioned) or any(m.id not in new for m in self.mentions)

    @property
    def reviewed(self) -> int:
        """How many actions of earlier meetings this meeting reviewed."""
        return len({m.id for m in self.mentions} - self.arising - self.unplaced)

    @cached_property
    def opened(self) -> tuple[str, ...]:
        """The actions first recorded or reopened at this meeting."""
        return tuple(dict.fromkeys(m.id for m in self.mentions if m.opens))

    @cached_property
    def closed(self) -> tuple[str, ...]:
        """The actions that this meeting closed."""
        return tuple(dict.fromkeys(m.id for m in self.mentions if m.closes))

    @cached_property
    def open_after(self) -> frozenset[str]:
        """The actions open after this meeting."""
        last = {m.id: m for m in self.mentions}  # of several entries of an action, the last one
        return (self.open_before - last.keys()) | {action for action, mention in last.items() if mention.open}

    @property
    def dropped(self) -> frozenset[str]:
        """The open actions that this meeting neither recorded nor listed as not mentioned."""
        if not self.reviewed_actions:
            return frozenset()
        return self.open_before - {m.id for m in self.mentions} - set(self.not_mentioned)


def follow_meetings(meetings: Mapping[str, Meeting], group: Group, initials: Initials) -> Iterator[Step]:
    """Yield a step for each meeting that was held, in the order of `meetings` (stem to record)."""
    kinds = status_kinds(group.statuses)
    latest: dict[str, Mention] = {}
    called: dict[str, str] = {}
    still_open: frozenset[str] = frozenset()
    for stem, meeting in meetings.items():
        if not meeting.status.held:
            continue
        actions, named = actions_of(stem, meeting, called, group.restarting_ids)
        called |= named
        mentions = []
        for index, (action, entry) in enumerate(zip(actions, meeting.actions, strict=True)):
            owner, by = owned(entry, meeting, initials), tuple(called.get(one, one) for one in entry.superseded_by)
            latest[action] = _mention(action, stem, index, entry, latest.get(action), owner, by, kinds)
            mentions.append(latest[action])
        new = {mention.id: mention for mention in reversed(mentions) if mention.is_first}
        arising = frozenset(action for action, mention in new.items() if is_arising(mention.entry, meeting, group))
        unplaced = frozenset(
            action for action, mention in new.items()
            if action not in arising and not _is_placed(mention.entry, group)
        )  # fmt: skip
        passed_over = tuple(called.get(one, one) for one in meeting.not_mentioned)
        step = Step(stem, meeting, tuple(mentions), still_open, arising, unplaced, passed_over, named)
        yield step
        still_open = step.open_after


def met_on(meeting: Meeting, day: date) -> bool:
    """Whether a day is one of a meeting's, or in its month if no more is known of it."""
    last = meeting.date.last if isinstance(meeting.date, MonthOnly) else meeting.date
    return meeting.date <= day <= (meeting.end_date or last) or day in meeting.also_on


def is_arising(entry: ActionEntry, meeting: Meeting, group: Group) -> bool:
    """Whether a meeting raised an action that is new to the record with this entry: the entry says so, or the month in
    its id is not an earlier one, or the group says so of all.

    Of any other entry, nothing says that this meeting raised it.
    """
    if entry.raised:
        match entry.raised.when:
            case When.HERE:
                return True
            case When.ON:
                return entry.raised.day is not None and met_on(meeting, entry.raised.day)
            case When.IN:
                day = entry.raised.day
                return day is not None and (day.year, day.month) == (meeting.date.year, meeting.date.month)
            case _:
                return False
    month = _month(entry, group)
    return month >= (meeting.date.year, meeting.date.month) if month else bool(group.actions_raised)


def _is_placed(entry: ActionEntry, group: Group) -> bool:
    """Whether something says when the action of an entry was raised."""
    if entry.raised:
        return entry.raised.when is not When.NOT_KNOWN
    return bool(_month(entry, group) or group.actions_raised)


def _month(entry: ActionEntry, group: Group) -> Month | None:
    """The month in the id of an entry, where the group's ids have one."""
    return group.action_id.month(entry.id) if group.action_id and entry.id else None


def owned(entry: ActionEntry, meeting: Meeting, initials: Initials) -> Meant | None:
    """The owners that a meeting recorded of an action, or None."""
    return initials.meant(entry.owner, meeting.date) if entry.owner else None


def _mention(
    action: str, stem: str, index: int, entry: ActionEntry, before: Mention | None, owner: Meant | None,
    superseded_by: tuple[str, ...], kinds: Kinds,
) -> Mention:  # fmt: skip
    status = stated = status_of_entry(entry, kinds)
    if before and not status and not entry.reopened:
        status = before.status
    by = superseded_by or (before.superseded_by if before and kind_of(status) is ActionStatus.SUPERSEDED else ())
    return Mention(
        action, stem, index, before.nth + 1 if before and before.meeting == stem else 1, entry, before,
        wording=entry.action or (before.wording if before else None),
        owner=owner or (before.owner if before else None),
        status=status,
        stated=stated,
        due=entry.due or (before.due if before else None),
        superseded_by=by,
    )  # fmt: skip
