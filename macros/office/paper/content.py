"""The content of a meeting paper as plain text, without formatting."""

from dataclasses import dataclass
from datetime import date

from macros.language import _, wording
from macros.pages import Listed, Page, initials_of, listed_at, state_in_text, text_of_short_prose, time_due, to_come
from macros.record import phrases
from macros.record.models import ActionEntry, Meeting, MeetingStatus
from macros.register import Mention, Placed, Register, follow_before, placed_items, status_said

_NOT_ON_PAPER = {"attendees": None, "apologies": None, "attendance": ()}


@dataclass(frozen=True)
class AgendaRow:
    """One row of the agenda; empty texts if nothing is recorded."""

    number: str
    time: str
    title: str
    lead: str


@dataclass(frozen=True)
class DatedText:
    """A text, and the day of the meeting that recorded it, unless that is this meeting or the one before."""

    text: str
    on: str = ""


@dataclass(frozen=True)
class ActionRow:
    """One action; `heading`, `due`, `update` and `note` are empty if none is recorded.

    `has_status`: whether a status is recorded.
    """

    id: str
    heading: str
    wording: str
    due: str
    owner: str
    status: DatedText
    has_status: bool
    update: DatedText
    note: str


@dataclass(frozen=True)
class Paper:
    """Everything on the paper, in its order."""

    title: str
    publisher: str
    day: date
    facts: tuple[tuple[str, str], ...]
    agenda: tuple[AgendaRow, ...]
    actions: tuple[ActionRow, ...]
    about_actions: str
    unknown: str
    initials: tuple[tuple[str, str], ...]


def paper_of(register: Register, stem: str) -> Paper:
    """The paper of the meeting in the file `stem`.yml.

    For a meeting that was held: the actions that it listed, as it recorded them. For a scheduled meeting: the
    actions open before it, with what its file says about them, or else with what was last recorded.
    """
    archive = register.archive
    meeting = archive.meetings[stem]
    page = Page(register, "")
    before = follow_before(archive, stem)
    listed = listed_at(page, stem) if meeting.status.held else _to_review(page, stem, before)
    people = page.everyone(initials_of(page, meeting.model_copy(update=_NOT_ON_PAPER), listed), meeting.date)
    return Paper(
        title=meeting.title or _("Meeting Paper – {group}").format(group=archive.group.called_on(meeting.date)[0]),
        publisher=page.on(meeting.date).publisher or archive.group.called_on(meeting.date)[0],
        day=meeting.date,
        facts=_facts(page, meeting, stem),
        agenda=tuple(_agenda_row(page, meeting, placed) for placed in placed_items(meeting.agenda)),
        actions=tuple(_action_row(page, meeting, item, before) for item in listed),
        unknown=_unknown(meeting),
        about_actions=_about_actions(page, meeting, before),
        initials=tuple((who.initials, who.explained) for who in people if not who.says_itself),
    )


def _to_review(page: Page, stem: str, before: Register) -> list[Listed]:
    """The actions open before a scheduled meeting, and those that its file lists besides."""
    meeting = page.register.archive.meetings[stem]
    listed = zip(page.register.entries[stem], meeting.actions, strict=True)
    entries = {(action.id, 1): ActionEntry(id=action.id) for action in before.open} | dict(listed)
    return [to_come(page, stem, action, nth, entry, before.actions) for (action, nth), entry in entries.items()]


def _facts(page: Page, meeting: Meeting, stem: str) -> tuple[tuple[str, str], ...]:
    unknown = _unknown(meeting)
    facts = {
        _("Date"): page.meeting_name(stem),
        _("Time"): phrases.times_of(meeting, page.register.archive.group) or unknown,
        _("Location"): meeting.location or unknown,
        _("Chair"): _officer(page, meeting, meeting.chair) or unknown,
        _("Vice-chair"): _officer(page, meeting, meeting.vice_chair),
        _("Secretary"): _officer(page, meeting, meeting.secretary),
        _("Quorum"): meeting.quorum or "",
        _("Record"): state_in_text(page.register, stem),
    }
    return tuple((name, words) for name, words in facts.items() if words)


def _officer(page: Page, meeting: Meeting, names: str | None) -> str:
    """Whoever has an office at the meeting, as printed; of one set of initials with the name."""
    printed = page.printed(names, meeting.date)
    whole = page.names(printed, meeting.date) if printed and printed.keys == (printed.text,) else []
    if not whole:
        return printed.text if printed else ""
    [(_before, who)] = whole
    return f"{who.shown if who.is_named else who.name}{who.beside_shown}"


def _unknown(meeting: Meeting) -> str:
    return _("Not recorded yet") if meeting.status is MeetingStatus.SCHEDULED else wording.not_recorded()


def _agenda_row(page: Page, meeting: Meeting, placed: Placed) -> AgendaRow:
    item = placed.item
    return AgendaRow(
        item.number or "",
        phrases.times(item.time) if item.time else "",
        item.title_words,
        page.register.meant(item.lead, meeting.date).text if item.lead else "",
    )


def _action_row(page: Page, meeting: Meeting, item: Listed, before: Register) -> ActionRow:
    entry = item.last.entry if item.last else item.entry
    status = item.last.status if item.last else item.status
    words = phrases.recorded(status_said(status), entry.superseded_by, item.entry.reopened)
    updated = item.updated.entry if item.updated else item.entry
    # What is known by now is no part of what a meeting recorded then.
    known = None if meeting.status.held else page.register.actions.get(item.id)
    due = item.entry.due or (known.last.due if known else None)
    return ActionRow(
        id=item.id,
        heading=item.entry.heading or (known.heading if known else None) or "",
        due=time_due(due) if due else "",
        wording=text_of_short_prose(item.wording) if item.wording else wording.not_recorded(),
        owner=item.owner.text if item.owner else wording.not_recorded(),
        status=DatedText(wording.sentence(words), _recorded_on(page, item.last, before)),
        has_status=status is not None,
        update=DatedText(text_of_short_prose(updated.update or ""), _recorded_on(page, item.updated, before)),
        note=text_of_short_prose(item.entry.note or ""),
    )


def _recorded_on(page: Page, mention: Mention | None, before: Register) -> str:
    return page.meeting_name(mention.meeting) if mention and mention.meeting != before.latest else ""


def _about_actions(page: Page, meeting: Meeting, before: Register) -> str:
    if meeting.status.held:
        return _("Actions, as this meeting recorded them")
    if not before.latest:
        return _("Actions to review")
    said = _("Actions open after the meeting of {day}, with the latest on each")
    return said.format(day=page.meeting_name(before.latest))
