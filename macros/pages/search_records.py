"""The records of the search: one for each action, agenda item, meeting, section of the terms, person and page.

What is searched are words of the record, not labels of ours such as "Action" or "Lead".
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from macros import offered
from macros.language import _, wording
from macros.pages.handwritten import HandWritten
from macros.pages.page import Page
from macros.pages.prose import sections, text_of_prose
from macros.record import phrases
from macros.record.models import Meeting, MeetingStatus, Names, TimeRange, leaves
from macros.register import Action, Meant, Register, Status, addresses, kind_of, status_said


class Kind(StrEnum):
    """The kinds of records, as in the address of a search, in the order of the choices."""

    ACTION = "action"
    AGENDA_ITEM = "agenda-item"
    MEETING = "meeting"
    TERMS = "terms"
    PEOPLE = "people"
    PAGE = "page"


@dataclass(frozen=True)
class SearchRecord:
    """One search result, as plain text.

    `address`: its place on the site. `about`: a line about it, which is not searched. `text`: what is searched and
    shown around the words found. `named`: what is searched beside it, such as the names of those whose initials it
    holds. `searched_title`: the words of the record in the title, if it also has words of ours. `owners`: initials;
    for an agenda item, those of its lead. `meeting`: the meeting that an agenda item or the record itself belongs to.
    """

    kind: Kind
    title: str
    address: str
    about: str
    text: tuple[str, ...]
    named: tuple[str, ...] = ()
    searched_title: str | None = None
    owners: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    year: int | None = None
    meeting: str | None = None


def search_records(register: Register, by_hand: Mapping[str, HandWritten]) -> Iterator[SearchRecord]:
    """Every record: the actions from the latest to the earliest, then the meetings likewise, each before its agenda
    items, the terms, people, the group and glossary, and last the pages about the record: those of side features, and
    `by_hand`."""
    page = Page(register, addresses.SEARCH)
    for action in reversed(register.actions.values()):
        yield _action(page, action)
    for stem, meeting in reversed(register.archive.meetings.items()):
        yield _meeting(page, stem, meeting)
        yield from _agenda_items(page, stem, meeting)
    yield from _terms(register)
    for key in register.archive.people.entries:
        yield _somebody(page, key)
    yield _group(page)
    for words, known in register.archive.glossary.items():
        texts = tuple(filter(None, (known.note, known.source)))
        yield SearchRecord(Kind.PAGE, f"{words}: {known.means}", addresses.word(words), _("Glossary"), texts)
    yield from (searched(page) for searched in offered("SEARCHED"))
    for address, written in by_hand.items():
        text = (written.description, text_of_prose(written.text))
        yield SearchRecord(Kind.PAGE, written.title, address, written.description, text)


def _action(page: Page, action: Action) -> SearchRecord:
    texts = dict.fromkeys(
        text for m in action.mentions for text in (m.wording, m.entry.update, m.entry.note) if text
    )  # fmt: skip
    texts.pop(action.wording, None)  # it is the title
    statuses = dict.fromkeys(mention.status.said for mention in action.mentions if mention.status)
    printed = dict.fromkeys(mention.owner for mention in action.mentions if mention.owner)
    about = about_action(
        action.status, action.owner.text if action.owner else None, action.raised,
        page.meeting_name(action.last.meeting), page.is_draft(action.last.meeting),
    )  # fmt: skip
    return SearchRecord(
        Kind.ACTION, f"{action.id}: {action.wording}", page.register.addresses[action.id], about, tuple(texts),
        (*statuses, *_named(page, *printed)), owners=_meant(action.owner),
        statuses=(addresses.status(kind_of(action.status)), "open" if action.open else "closed"), year=action.year,
    )  # fmt: skip


def _meeting(page: Page, stem: str, meeting: Meeting) -> SearchRecord:
    name = page.meeting_name(stem)
    values = [value for (field, *_path), value, _prose in leaves(meeting) if field not in ("agenda", "actions", "date")]
    texts = [value for value in values if isinstance(value, str) and not isinstance(value, StrEnum)]
    texts += [phrases.times(value) for value in values if isinstance(value, TimeRange)]
    texts += [wording.day(value) for value in values if isinstance(value, date)]
    names = [page.register.meant(value, meeting.date) for value in values if isinstance(value, Names)]
    names += filter(
        None, (page.printed(one, meeting.date) for one in (meeting.chair, meeting.vice_chair, meeting.secretary))
    )
    return SearchRecord(
        Kind.MEETING, _("Meeting of {day}").format(day=name), addresses.meeting(stem),
        about_meeting(meeting.status, meeting.time, meeting.location), tuple(texts),
        (phrases.meeting_status(meeting.status), *_named(page, *names)), searched_title=name,
        year=meeting.date.year, meeting=stem,
    )  # fmt: skip


def _agenda_items(page: Page, stem: str, meeting: Meeting) -> Iterator[SearchRecord]:
    for item, item_name in zip(meeting.agenda, addresses.item_names(meeting.agenda), strict=True):
        place = addresses.minutes if item.minutes else addresses.agenda
        lead = page.register.meant(item.lead, meeting.date) if item.lead else None
        about = about_agenda_item(item.number, page.meeting_name(stem), lead.text if lead else None)
        yield SearchRecord(
            Kind.AGENDA_ITEM, item.title or about, place(stem, item_name), about if item.title else "",
            (text_of_prose(item.minutes, 4),) if item.minutes else (), _named(page, *filter(None, [lead])),
            searched_title=item.title or item.number or "", owners=_meant(lead), year=meeting.date.year, meeting=stem,
        )  # fmt: skip


def _terms(register: Register) -> Iterator[SearchRecord]:
    for stem, filed in register.archive.terms_files.items():
        terms = filed.record
        page = addresses.terms(stem) if terms.adopted else addresses.TERMS
        about = about_terms(terms.adopted)
        for section in sections(terms.text, stem):
            yield SearchRecord(
                Kind.TERMS, section.title or _("Terms of reference"), addresses.section(page, section.anchor), about,
                (text_of_prose(section.text, 2),), searched_title=section.title,
                year=terms.adopted.year if terms.adopted else None,
            )  # fmt: skip


def _somebody(page: Page, key: str) -> SearchRecord:
    who = page.who(key)
    known = page.register.archive.people.entries[key]
    names = [name.name for name in page.names_of(known)[1:]]
    printed = [dated.printed for dated in known.printed_as]
    texts = tuple(filter(None, (who.role, *names, *printed, known.note, known.source)))
    days = (value for _path, value, _prose in leaves(known) if isinstance(value, date))
    searched = who.listed if who.is_named else key
    return SearchRecord(
        Kind.PEOPLE,
        who.listed,
        addresses.owner(key),
        who.role,
        texts,
        tuple(map(wording.day, days)),
        searched_title=searched,
    )


def _group(page: Page) -> SearchRecord:
    """What data/group.yml says, which the page about this record shows."""
    name, short_name = page.group
    texts = tuple(str(value) for _path, value, _prose in leaves(page.register.archive.group) if type(value) is str)
    title = f"{name} ({short_name})"
    return SearchRecord(Kind.PAGE, title, addresses.ABOUT, _("About this record"), texts)


def _meant(names: Meant | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names.meant)) if names else ()


def _named(page: Page, *printed: Meant) -> tuple[str, ...]:
    """Names as printed, and every full name of those meant, so that each finds what holds another."""
    entries = page.register.archive.people.entries
    keys = dict.fromkeys(key for names in printed for key in names.meant)
    full = dict.fromkeys(name.name for key in keys for name in page.names_of(entries[key]))
    return (*(names.text for names in printed), *full)


def about_action(status: Status | None, owner: str | None, raised: tuple[int, int], last: str, is_draft: bool) -> str:
    """`Outstanding. Owner: FS OBSCC. Raised in July 2021, last mentioned on 21 March 2022.`"""
    words = wording.sentence(status_said(status))
    return _("{status}. Owner: {owner}. Raised in {month}, last mentioned on {day}.").format(
        status=f"{words} {wording.in_a_draft()}" if is_draft else words,
        owner=owner or _("not recorded"), month=wording.month(*raised), day=last,
    )  # fmt: skip


def about_meeting(status: MeetingStatus, held: TimeRange | None, location: str | None) -> str:
    """`Published. 10:00 to 12:00, Microsoft Teams.`, as far as recorded."""
    where = ", ".join(filter(None, (phrases.times(held) if held else "", location)))
    return f"{phrases.meeting_status(status)}. {where}." if where else f"{phrases.meeting_status(status)}."


def about_agenda_item(number: str | None, meeting: str, lead: str | None) -> str:
    """`Item 5 of the agenda of 21 March 2022. Lead: HH.`"""
    said = _("An item without a number on the agenda of {meeting}. Lead: {lead}.")
    if number:
        said = _("Item {number} of the agenda of {meeting}. Lead: {lead}.")
    return said.format(number=number, meeting=meeting, lead=lead or _("not recorded"))


def about_terms(adopted: date | None) -> str:
    """The version of the terms that a section belongs to, as text."""
    if not adopted:
        return _("No term: what the public record says.")
    return _("Terms of reference adopted on {day}.").format(day=wording.day(adopted))
