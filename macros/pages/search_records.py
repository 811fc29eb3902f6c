"""The records of the search: one for each action, agenda item, meeting, section of the terms, person and page.

Each becomes a small HTML document for Pagefind, whose filters apply to whole documents.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from markupsafe import Markup

from macros import offered
from macros.language import _, wording
from macros.pages.handwritten import HandWritten
from macros.pages.page import Page
from macros.pages.prose import prose, sections
from macros.record import phrases
from macros.record.models import ActionStatus, Meeting, MeetingStatus, Names, TimeRange
from macros.register import Action, Register, addresses

# Every record contains this word, so that a search with filters but no words can search for it. (Without a word,
# Pagefind would load its whole index.)
EVERY_RECORD = "everyrecordofthissite"


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
    """One search result. `address`: its place on the site. `about`: a line of text about it. `text`: HTML to search."""

    kind: Kind
    title: str
    address: str
    about: str
    text: Markup
    owners: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    year: int | None = None


def search_documents(register: Register, by_hand: Mapping[str, HandWritten]) -> Iterator[tuple[str, str]]:
    """An HTML document for each record, with the name of its file. `by_hand`: the pages written by hand."""
    page = Page(register, addresses.SEARCH)
    for number, record in enumerate(_records(page, by_hand)):
        yield f"{number:06}.html", page.write("search_record.html", record=record, every_record=EVERY_RECORD)


def _records(page: Page, by_hand: Mapping[str, HandWritten]) -> Iterator[SearchRecord]:
    """Every record; those of each kind from the latest to the earliest."""
    register = page.register
    for action in reversed(register.actions.values()):
        yield _action(page, action)
    for stem, meeting in reversed(register.archive.meetings.items()):
        yield _meeting(page, stem, meeting)
        yield from _agenda_items(page, stem, meeting)
    yield from _terms(register)
    for key in register.archive.people.initials:
        yield _somebody(page, key)
    yield from (searched(page) for searched in offered("SEARCHED"))
    for words, known in register.archive.glossary.items():
        texts = paragraphs(*filter(None, (known.note, known.source)))
        yield SearchRecord(Kind.PAGE, f"{words}: {known.means}", addresses.word(words), _("Glossary"), texts)
    for address, written in by_hand.items():
        text = Markup("<p>{}</p>").format(written.description) + _html(written.text)
        yield SearchRecord(Kind.PAGE, written.title, address, written.description, text)


def _action(page: Page, action: Action) -> SearchRecord:
    texts = dict.fromkeys(text for m in action.mentions for text in (m.wording, m.entry.update, m.entry.note) if text)
    texts.pop(action.wording, None)  # it is the title
    owners = list(dict.fromkeys(key for m in action.mentions for key in _keys(m.owner)))
    about = about_action(
        action.status, action.owner.text if action.owner else None, action.raised,
        page.meeting_name(action.last.meeting), page.is_draft(action.last.meeting),
    )  # fmt: skip
    return SearchRecord(
        Kind.ACTION, f"{action.id}: {action.wording}", page.register.addresses[action.id], about,
        paragraphs(*texts, *(_named(page, key) for key in owners)),
        _keys(action.owner), ("open" if action.open else "closed", addresses.status(action.status)), action.raised[0],
    )  # fmt: skip


def _meeting(page: Page, stem: str, meeting: Meeting) -> SearchRecord:
    name = page.meeting_name(stem)
    came = sorted({*_keys(meeting.attendees), *_keys(meeting.apologies)}, key=str.lower)
    texts = [meeting.title, meeting.location, *meeting.notes, *(source.title for source in meeting.sources)]
    texts += [one.reason for one in meeting.acknowledged]
    text = paragraphs(*filter(None, texts), *(_named(page, key) for key in came))
    about = about_meeting(meeting.status, meeting.time, meeting.location)
    return SearchRecord(
        Kind.MEETING,
        _("Meeting of {day}").format(day=name),
        addresses.meeting(stem),
        about,
        text,
        year=meeting.date.year,
    )


def _agenda_items(page: Page, stem: str, meeting: Meeting) -> Iterator[SearchRecord]:
    for item, item_name in zip(meeting.agenda, addresses.item_names(meeting.agenda), strict=True):
        place = addresses.minutes if item.minutes else addresses.agenda
        about = about_agenda_item(item.number, page.meeting_name(stem), item.lead.text if item.lead else None)
        led = paragraphs(*(_named(page, key) for key in _keys(item.lead)))
        yield SearchRecord(
            Kind.AGENDA_ITEM, item.title, place(stem, item_name), about,
            _html(item.minutes or "", 4) + led, _keys(item.lead), year=meeting.date.year,
        )  # fmt: skip


def _terms(register: Register) -> Iterator[SearchRecord]:
    for stem, filed in register.archive.terms_files.items():
        terms = filed.record
        page = addresses.terms(stem) if terms.adopted else addresses.TERMS
        about = about_terms(terms.adopted)
        for section in sections(terms.text, stem):
            yield SearchRecord(
                Kind.TERMS, section.title or _("Terms of reference"), addresses.section(page, section.anchor), about,
                _html(section.text, 2), year=terms.adopted.year if terms.adopted else None,
            )  # fmt: skip


def _somebody(page: Page, key: str) -> SearchRecord:
    who = page.who(key)
    people = page.register.archive.people
    known = people.people.get(key) or people.posts.get(key) or people.organisations[key]
    text = paragraphs(*filter(None, (who.explained, known.note, known.source)))
    return SearchRecord(Kind.PEOPLE, f"{key}: {who.name}", addresses.owner(key), who.role, text)


def _keys(names: Names | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names.keys)) if names else ()


def _named(page: Page, key: str) -> str:
    return f"{key}: {page.who(key).name}"


def paragraphs(*texts: str) -> Markup:
    """Plain texts as paragraphs of HTML."""
    return Markup("").join(Markup("<p>{}</p>\n").format(text) for text in texts)


def _html(text: str, heading: int = 3) -> Markup:
    return prose(text, addresses.SEARCH, {}, heading)


def about_action(
    status: ActionStatus | None, owner: str | None, raised: tuple[int, int], last: str, is_draft: bool
) -> str:
    """`Outstanding. Owner: FS OBSCC. Raised in July 2021, last mentioned on 21 March 2022.`"""
    words = wording.sentence(phrases.action_status(status))
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
