"""The register: every action with its history and state, as of a day. Relations are computed only here."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain, groupby
from typing import TypeAlias

from macros.language import _, is_ordinary_word, wording
from macros.record import Archive, phrases
from macros.record.models import ActionStatus, Meeting, MeetingStatus, Names, Terms
from macros.register import addresses
from macros.register.abbreviations import Abbreviations
from macros.register.approvals import Approval, approvals
from macros.register.attendance import Listed, Presence, attendance_of, named_in
from macros.register.corrections import NO_HISTORY, Correction, Versions, corrections_of
from macros.register.decisions import Decided, decisions_of, superseded
from macros.register.edition import NO_EDITION, Edition
from macros.register.history import Action
from macros.register.initials import Initials, Meant
from macros.register.lifecycle import Month, Step
from macros.register.references import actions_of
from macros.register.statuses import kind_of
from macros.register.timeliness import Timeliness, approved_on, timeliness
from macros.register.versions import comparable
from macros.register.withheld import Kept, withheld_in

STATUSES: tuple[ActionStatus | None, ...] = (*ActionStatus, None)
Beside: TypeAlias = tuple[Action | None, Action | None]
_USUAL = (
    ActionStatus.OUTSTANDING, ActionStatus.IN_PROGRESS, ActionStatus.COMPLETED, ActionStatus.WITHDRAWN,
    ActionStatus.SUPERSEDED, None,
)  # fmt: skip


@dataclass(frozen=True)
class Register:
    """Every action by its id, as of a day, and the step of each held meeting by its stem, the earliest first.

    `present`: the day of the names on pages that speak of no day: the day asked for, or else the end of time, on which
    the latest name on record holds. The latest meeting says nothing of names that changed after it.
    `edition`: that of the files that the pages are built from; no page is read before its day. `site_address`: the web
    address of the site with a slash at its end; empty if it is not known.
    `versions`: those of the files, as far as their history is known.
    """

    archive: Archive
    as_of: date
    present: date
    actions: dict[str, Action]
    steps: dict[str, Step]
    edition: Edition = NO_EDITION
    site_address: str = ""
    versions: Versions = NO_HISTORY

    @cached_property
    def entries(self) -> dict[str, tuple[tuple[str, int], ...]]:
        """The id of the action of each entry of each meeting, and which of its entries there it is, counted from 1."""
        return {stem: self._entries(stem, meeting) for stem, meeting in self.archive.meetings.items()}

    def _entries(self, stem: str, meeting: Meeting) -> tuple[tuple[str, int], ...]:
        if stem in self.steps:
            return tuple((mention.id, mention.nth) for mention in self.steps[stem].mentions)
        ids, _named = actions_of(stem, meeting, self.called, self.archive.group.restarting_ids)
        return tuple((action, ids[: index + 1].count(action)) for index, action in enumerate(ids))

    @cached_property
    def corrections(self) -> tuple[Correction, ...]:
        """Every correction of what was published, the newest first."""
        return corrections_of(self.archive, self.versions)

    @cached_property
    def corrected(self) -> dict[str, tuple[Correction, ...]]:
        """The corrections of each file, the newest first."""
        out: dict[str, list[Correction]] = defaultdict(list)
        for one in self.corrections:
            out[one.file].append(one)
        return {file: tuple(found) for file, found in out.items()}

    @cached_property
    def called(self) -> dict[str, str]:
        """The action that each printed id, and each reference of this site, means after the latest meeting."""
        called: dict[str, str] = {}
        for step in self.steps.values():
            called |= step.named
        return called

    @cached_property
    def decided(self) -> dict[str, Decided]:
        """Every decision of the meetings that were held, by its reference, the earliest first."""
        return {
            one.reference: one
            for stem, meeting in self.archive.meetings.items() if meeting.status.held
            for one in decisions_of(stem, meeting)
        }  # fmt: skip

    @cached_property
    def withheld(self) -> dict[str, tuple[Kept, ...]]:
        """What the record of each meeting that withholds something withholds, by the stem of its file."""
        every = self.archive.meetings.items()
        found = {stem: withheld_in(stem, meeting, self.entries[stem]) for stem, meeting in every}
        return {stem: kept for stem, kept in found.items() if kept}

    @property
    def withholds(self) -> bool:
        """Whether anything is withheld: a part of a meeting's record, or somebody's name."""
        return bool(self.withheld) or any(one.withheld for one in self.archive.people.people.values())

    @cached_property
    def superseding(self) -> dict[str, tuple[Decided, ...]]:
        """The decisions that say that they supersede each decision, by the reference of that one."""
        out: dict[str, tuple[Decided, ...]] = {}
        for by in self.decided.values():
            for text in by.entry.supersedes:
                if found := superseded(text, by, self.decided):
                    out[found.reference] = (*out.get(found.reference, ()), by)
        return out

    @cached_property
    def open(self) -> tuple[Action, ...]:
        """The open actions in order of their ids."""
        return tuple(action for action in self.actions.values() if action.open)

    @cached_property
    def closed(self) -> tuple[Action, ...]:
        """The closed actions in order of their ids."""
        return tuple(action for action in self.actions.values() if not action.open)

    @cached_property
    def listed(self) -> tuple[Action, ...]:
        """Every action: first the open ones, then the closed ones from the latest month to the earliest."""
        return (*self.open, *sorted(self.closed, key=lambda action: action.raised, reverse=True))

    @cached_property
    def counts(self) -> dict[ActionStatus | None, int]:
        """The number of actions with each kind of status; the sum is the number of all actions."""
        by_status = [kind_of(action.status) for action in self.actions.values()]
        return {status: by_status.count(status) for status in STATUSES}

    @cached_property
    def statuses(self) -> tuple[ActionStatus | None, ...]:
        """The kinds of status that lists and filters offer: the usual ones, and any other that the record has."""
        found = {kind_of(mention.status) for action in self.actions.values() for mention in action.mentions}
        return tuple(kind for kind in STATUSES if kind in found or kind in _USUAL)

    @cached_property
    def years(self) -> dict[int, tuple[Action, ...]]:
        """The actions by the year in which they were raised, the latest year first."""
        by_year = sorted(self.actions.values(), key=lambda action: -action.year)
        return {year: tuple(group) for year, group in groupby(by_year, key=lambda action: action.year)}

    @cached_property
    def addresses(self) -> dict[str, str]:
        """The permanent address of each action."""
        return {key: addresses.action(key) for key in self.actions}

    @cached_property
    def actions_at(self) -> dict[str, Action]:
        """The action of each page of an action, by its address."""
        return {address: self.actions[key] for key, address in self.addresses.items()}

    @cached_property
    def meetings_at(self) -> dict[str, str]:
        """The stem of the meeting of each page of a meeting, by its address."""
        return {addresses.meeting(stem): stem for stem in self.archive.meetings}

    @cached_property
    def people_at(self) -> dict[str, str]:
        """The key of the person, post or organisation of each page of one, by its address."""
        return {addresses.owner(key): key for key in self.archive.people.entries}

    @cached_property
    def abbreviations(self) -> Abbreviations:
        """Finds the words of the glossary and the initials of organisations in text.

        Not those of people and posts: in a sentence the same letters may be a rank, a department or any other word.
        """
        return Abbreviations(self.abbreviated)

    @cached_property
    def abbreviated(self) -> frozenset[str]:
        """The words of the glossary, and all initials that only ever mean organisations; but none that may be an
        ordinary word in capitals."""
        organisations = set(self.archive.people.organisations)
        initials = self.initials
        known = (one for one in initials.abbreviations if organisations.issuperset(initials.ever(one)))
        return frozenset(key for key in (*self.archive.glossary, *known) if not is_ordinary_word(key))

    @cached_property
    def initials(self) -> Initials:
        """Whom initials mean on a day."""
        return Initials(self.archive.people)

    def meant(self, names: Names, day: date | None = None) -> Meant:
        """Names with whom they mean on a day; without one, at present."""
        return self.initials.meant(names, day or self.present)

    @cached_property
    def owned(self) -> dict[str, tuple[Action, ...]]:
        """The actions that each person, post or organisation owns."""
        out: dict[str, list[Action]] = defaultdict(list)
        for action in self.actions.values():
            for key in dict.fromkeys(action.owner.meant if action.owner else ()):
                out[key].append(action)
        return {key: tuple(actions) for key, actions in out.items()}

    @cached_property
    def beside_in_month(self) -> dict[Month, dict[str, Beside]]:
        """The actions before and after each, by its id, among those raised in a month."""
        return {month: _beside(actions) for month, actions in self.of_month.items()}

    @cached_property
    def beside_of_owner(self) -> dict[str, dict[str, Beside]]:
        """The actions before and after each, by its id, among those of an owner."""
        return {key: _beside(actions) for key, actions in self.owned.items()}

    @cached_property
    def once_owned(self) -> dict[str, tuple[Action, ...]]:
        """The actions that each person, post or organisation owned at some meeting and does not own now."""
        out: dict[str, list[Action]] = defaultdict(list)
        for action in self.actions.values():
            ever = [key for mention in action.mentions for key in (mention.owner.meant if mention.owner else ())]
            for key in dict.fromkeys(ever):
                if not action.owner or key not in action.owner.meant:
                    out[key].append(action)
        return {key: tuple(actions) for key, actions in out.items()}

    @cached_property
    def owners(self) -> frozenset[str]:
        """Everybody who owns an action, or owned one at some meeting."""
        return frozenset(self.owned) | frozenset(self.once_owned)

    @cached_property
    def members(self) -> dict[str, tuple[str, ...]]:
        """The people and posts of each organisation, by any role on record, in order of their initials."""
        people = self.archive.people
        held = [(role.organisation, key) for key, person in people.people.items() for role in person.roles]
        held += [(post.organisation, key) for key, post in people.posts.items()]
        out: dict[str, list[str]] = defaultdict(list)
        for organisation, key in sorted(set(held), key=lambda pair: pair[1].lower()):
            if organisation:
                out[organisation].append(key)
        return {key: tuple(members) for key, members in out.items()}

    @cached_property
    def of_month(self) -> dict[Month, tuple[Action, ...]]:
        """The actions by the month in which they were raised."""
        return {month: tuple(group) for month, group in groupby(self.actions.values(), key=lambda a: a.raised)}

    @cached_property
    def attended(self) -> dict[str, tuple[str, ...]]:
        """The stems of the held meetings that each person attended."""
        out: dict[str, list[str]] = defaultdict(list)
        for stem, named in self.named_at.items():
            for key, presence in named.items():
                if presence is Presence.PRESENT:
                    out[key].append(stem)
        return {key: tuple(stems) for key, stems in out.items()}

    @cached_property
    def named_at(self) -> dict[str, dict[str, Presence]]:
        """Everybody whose attendance each held meeting records."""
        return {stem: named_in(self.attendance[stem]) for stem in self.steps}

    @cached_property
    def attendance(self) -> dict[str, dict[Presence, tuple[Listed, ...]]]:
        """Each entry of each meeting about those who came, who sent apologies and who were absent."""
        return {stem: attendance_of(meeting, self.initials) for stem, meeting in self.archive.meetings.items()}

    @property
    def held(self) -> tuple[str, ...]:
        """The stems of the meetings that were held, the earliest first."""
        return tuple(self.steps)

    @property
    def latest(self) -> str | None:
        """The stem of the latest meeting that was held."""
        return self.held[-1] if self.held else None

    @property
    def planned(self) -> tuple[str, ...]:
        """The stems of the meetings that are planned after the latest one held, whether or not their day has gone by:
        a page is read on days of which it does not know."""
        meetings, latest = self.archive.meetings.items(), self.latest or ""
        return tuple(stem for stem, found in meetings if found.status is MeetingStatus.SCHEDULED and stem > latest)

    @cached_property
    def approvals(self) -> dict[str, tuple[Approval, ...]]:
        """Every approval of the minutes of each meeting; the earliest meeting that approved them first."""
        return approvals(self.archive.meetings)

    def status(self, stem: str) -> MeetingStatus:
        """The state of a meeting's record: approved if a later meeting approved it, or else what its file says."""
        return MeetingStatus.APPROVED if stem in self.approvals else self.archive.meetings[stem].status

    def timeliness(self, stem: str) -> Timeliness:
        """How long after a meeting its minutes were published and approved, and by when they are due."""
        meetings, found = self.archive.meetings, self.approvals.get(stem)
        by = meetings[found[0].by] if found else None
        day = approved_on(meetings[stem], by)
        return timeliness(meetings[stem], day, self.archive.group.minutes_due, self.built)

    @property
    def built(self) -> date:
        """The day to which pages count what is still to come, which they name: no page is read before it."""
        return max(self.as_of, self.edition.day or self.as_of)

    def has_no_record(self, meeting: Meeting) -> bool:
        """Whether no record of a meeting is held though its day has gone by, whenever its page is read."""
        gone_by = meeting.last_day < self.built
        return gone_by and meeting.status is MeetingStatus.SCHEDULED

    @cached_property
    def meeting_names(self) -> dict[str, str]:
        """What links to each meeting say: `21 March 2022`. Meetings of one day are told apart by their printed titles,
        and by the letters in the names of their files where these do not."""
        return {
            stem: name
            for _day, group in groupby(self.archive.meetings.items(), key=lambda item: str(item[1].date))
            for stem, name in _names_of_one_day(dict(group)).items()
        }

    @cached_property
    def terms(self) -> dict[str, Terms]:
        """The versions of the terms of reference, the latest first, and then those without a day of adoption."""
        files = {stem: filed.record for stem, filed in self.archive.terms_files.items() if filed.record.is_version}
        return dict(sorted(files.items(), key=lambda item: (item[1].day or date.min, item[0]), reverse=True))

    @property
    def terms_in_force(self) -> tuple[str, ...]:
        """The stems of the versions in force on the day: of each title the latest, or each without a day of adoption if
        none has one. The text without a title comes first."""
        by_title: dict[str, list[str]] = defaultdict(list)
        for stem, terms in self.terms.items():
            if not terms.day or terms.day <= self.as_of:
                by_title[terms.title or ""].append(stem)
        found = (stems[:1] if self.terms[stems[0]].day else stems for _title, stems in sorted(by_title.items()))
        return tuple(chain.from_iterable(found))

    @cached_property
    def comparable_terms(self) -> tuple[tuple[str, str], ...]:
        """The stems of each two versions of the terms that can be compared, the older first."""
        return comparable(self.terms)

    @property
    def about_terms(self) -> tuple[Action, ...]:
        """The actions whose wording names the terms of reference."""
        return tuple(a for a in self.actions.values() if _("terms of reference") in a.wording.lower())


def _beside(actions: tuple[Action, ...]) -> dict[str, Beside]:
    return {
        action.id: (before, after)
        for before, action, after in zip((None, *actions), actions, (*actions[1:], None), strict=False)
    }


def _names_of_one_day(meetings: dict[str, Meeting]) -> dict[str, str]:
    if len(meetings) == 1:
        return {stem: wording.meeting_day(phrases.days(meeting), stem) for stem, meeting in meetings.items()}
    titles = [meeting.title for meeting in meetings.values()]
    return {
        stem: wording.titled_day(phrases.days(meeting), meeting.title)
        if meeting.title and titles.count(meeting.title) == 1
        else wording.meeting_day(phrases.days(meeting), stem)
        for stem, meeting in meetings.items()
    }  # fmt: skip
