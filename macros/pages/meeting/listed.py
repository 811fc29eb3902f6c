"""The action entries of a meeting, with what is known of each action besides."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from macros.pages.entries import Fact, facts_of, reasons_about
from macros.pages.page import Page
from macros.pages.prose import short_element
from macros.record.models import ActionEntry
from macros.register import Action, Meant, Mention, Status, is_arising, owned, status_kinds, status_of_entry

# How many letters fit into two lines of the table of reviewed actions.
_TWO_LINES = 80


@dataclass(frozen=True)
class Listed:
    """An action entry, with the latest wording and owners, recorded at this meeting or before.

    `id`: that of its action, and `nth`: which entry of the meeting about it, from 1. `reasons`: those of acknowledged
    warnings about it; `facts`: what else it records; `superseded_by`: the actions that it names as such;
    `owner_before`: the owners until this meeting named others.
    For a scheduled meeting, also the last mention and the last mention with an update, unless the entry has a status or
    an update itself.
    """

    id: str
    nth: int
    entry: ActionEntry
    wording: str | None
    owner: Meant | None
    status: Status | None
    facts: tuple[Fact, ...] = ()
    reasons: tuple[str, ...] = ()
    last: Mention | None = None
    updated: Mention | None = None
    superseded_by: tuple[str, ...] = ()
    owner_before: Meant | None = None

    @property
    def has_id(self) -> bool:
        """Whether the id of the action is one that documents print."""
        return self.entry.id == self.id

    @property
    def has_reference(self) -> bool:
        """Whether the id of the action is this site's reference, which begins with the day of a meeting."""
        return not self.has_id and bool(re.match(r"\d{4}-\d{2}[\w-]*/", self.id))

    @property
    def folds(self) -> bool:
        """Whether its wording is an earlier meeting's, longer than two lines of a table, and a single paragraph."""
        text = self.wording or ""
        return not self.entry.action and len(text) > _TWO_LINES and short_element(text, "span") == "span"

    @property
    def says_more(self) -> bool:
        """Whether anything is said behind the status: an update or a note."""
        return bool(self.entry.update or self.updated or self.entry.note or self.reasons)


@dataclass(frozen=True)
class Entries:
    """The action entries of a meeting by where their actions were raised: before it (`reviewed`), at it (`arising`), or
    nothing says where (`unplaced`); each in the order of the file."""

    reviewed: tuple[Listed, ...]
    arising: tuple[Listed, ...]
    unplaced: tuple[Listed, ...]

    @property
    def first_here(self) -> tuple[Listed, ...]:
        """The entries about actions that this meeting is the first to record."""
        return (*self.arising, *self.unplaced)

    @property
    def first_reference(self) -> str:
        """The first id that is this site's reference; empty if there is none."""
        every = (*self.reviewed, *self.first_here)
        return next((one.id for one in every if one.has_reference), "")


def entries_at(page: Page, stem: str) -> Entries:
    """The action entries of a meeting's file by where their actions were raised."""
    listed, arising, unplaced = listed_at(page, stem), _arising(page, stem), _unplaced(page, stem)
    return Entries(
        tuple(one for one in listed if one.id not in arising | unplaced),
        tuple(one for one in listed if one.id in arising),
        tuple(one for one in listed if one.id in unplaced),
    )


def listed_at(page: Page, stem: str) -> list[Listed]:
    """The action entries of a meeting's file, in its order."""
    register, meeting = page.register, page.register.archive.meetings[stem]
    step = register.steps.get(stem)
    if step:
        entries = [
            Listed(
                one.id,
                one.nth,
                one.entry,
                one.wording,
                one.owner,
                one.stated,
                superseded_by=one.superseded_by,
                owner_before=one.previous.owner if one.previous and one.reowned else None,
            )
            for one in step.mentions
        ]
    else:
        entries = [
            to_come(page, stem, action, nth, entry, register.actions)
            for (action, nth), entry in zip(register.entries[stem], meeting.actions, strict=True)
        ]
    return [
        replace(
            one, reasons=reasons_about(page, stem, one.id),
            facts=tuple(facts_of(page.on(meeting.date), stem, one.entry)),
        )
        for one in entries
    ]  # fmt: skip


def to_come(
    page: Page, stem: str, action_id: str, nth: int, entry: ActionEntry, known: Mapping[str, Action]
) -> Listed:  # fmt: skip
    """An entry of a scheduled meeting with the owners that it names, and what is known about its action so far."""
    archive = page.register.archive
    owner = owned(entry, archive.meetings[stem], page.register.initials)
    status = status_of_entry(entry, status_kinds(archive.group.statuses))
    by = tuple(page.register.called.get(one, one) for one in entry.superseded_by)
    if action_id not in known:
        return Listed(action_id, nth, entry, entry.action, owner, status, superseded_by=by)
    action = known[action_id]
    last = None if status else action.last
    updated = None if entry.update else action.update
    wording = entry.action or action.last.wording
    return Listed(action_id, nth, entry, wording, owner or action.owner, status, last=last, updated=updated,
                  superseded_by=by)  # fmt: skip


def _unplaced(page: Page, stem: str) -> frozenset[str]:
    step = page.register.steps.get(stem)
    return step.unplaced if step else frozenset()


def _arising(page: Page, stem: str) -> frozenset[str]:
    step = page.register.steps.get(stem)
    if step:
        return step.arising
    register, record = page.register, page.register.archive.meetings[stem]
    listed = zip(register.entries[stem], record.actions, strict=True)
    return frozenset(
        action for (action, _nth), entry in listed
        if action not in register.actions and is_arising(entry, record, register.archive.group)
    )  # fmt: skip
