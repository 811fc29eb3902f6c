"""The records of the search: one for each action, agenda item, meeting, section of the terms, person and page.

What is searched are words of the record, not labels of ours such as "Action" or "Lead".
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from macros import offered
from macros.language import _, wording
from macros.pages.decided import decision_address
from macros.pages.entries import time_due
from macros.pages.handwritten import HandWritten
from macros.pages.page import Page
from macros.pages.prose import sections, text_of_prose, text_of_short_prose
from macros.record import phrases, placing
from macros.record.models import AgendaItem, Due, Meeting, MeetingStatus, Names, Terms, TimeRange, leaves
from macros.register import (
    Action,
    Decided,
    Meant,
    Raised,
    Register,
    addresses,
    decisions_of,
    kind_of,
    placed_items,
    status_said,
)


class Kind(StrEnum):
    """The kinds of records, as in the address of a search, in the order of the choices."""

    ACTION = "action"
    DECISION = "decision"
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
        yield from (_decision(page, one) for one in decisions_of(stem, meeting))
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
    recorded = (text for m in action.mentions for text in (m.wording, m.entry.update, m.entry.note) if text)
    texts = dict.fromkeys(map(text_of_short_prose, recorded))
    texts |= dict.fromkeys(mention.entry.heading for mention in action.mentions if mention.entry.heading)
    title = text_of_short_prose(action.wording)
    texts.pop(title, None)
    statuses = dict.fromkeys(mention.status.said for mention in action.mentions if mention.status)
    printed = dict.fromkeys(mention.owner for mention in action.mentions if mention.owner)
    about = about_action(page, action)
    return SearchRecord(
        Kind.ACTION, f"{action.id}: {title}", page.register.addresses[action.id], about, tuple(texts),
        (*statuses, *_named(page, *printed)), owners=_meant(action.owner),
        statuses=(addresses.status(kind_of(action.status)), "open" if action.open else "closed"), year=action.year,
    )  # fmt: skip


def _meeting(page: Page, stem: str, meeting: Meeting) -> SearchRecord:
    name = page.meeting_name(stem)
    values = [
        text_of_short_prose(value) if prose else value for (field, *_path), value, prose in leaves(meeting)
        if field not in ("agenda", "actions", "decisions", "date")
    ]  # fmt: skip
    texts = [value for value in values if isinstance(value, str) and not isinstance(value, StrEnum)]
    texts += [phrases.times(value) for value in values if isinstance(value, TimeRange)]
    texts += [time_due(value) for value in values if isinstance(value, Due)]
    texts += [wording.day(value) for value in values if isinstance(value, date)]
    names = [page.register.meant(value, meeting.date) for value in values if isinstance(value, Names)]
    names += filter(
        None, (page.printed(one, meeting.date) for one in (meeting.chair, meeting.vice_chair, meeting.secretary))
    )
    return SearchRecord(
        Kind.MEETING, _("Meeting of {day}").format(day=name), addresses.meeting(stem),
        about_meeting(page.register.status(stem), page.where(stem)), tuple(texts),
        (phrases.meeting_status(page.register.status(stem)), *_named(page, *names)), searched_title=name,
        year=meeting.date.year, meeting=stem,
    )  # fmt: skip


def _agenda_items(page: Page, stem: str, meeting: Meeting) -> Iterator[SearchRecord]:
    for placed in placed_items(meeting.agenda):
        item, item_name = placed.item, placed.name
        if not isinstance(item, AgendaItem):
            continue
        place = addresses.minutes if item.is_minuted else addresses.agenda
        lead = page.register.meant(item.lead, meeting.date) if item.lead else None
        about = about_agenda_item(
            placed.called if item.number else None, page.meeting_name(stem), lead.text if lead else None
        )
        words = placing.only_words(item.minutes or "", len(item.decisions))
        minutes = text_of_prose(words, 4 + len(placed.within)) if words else ""
        yield SearchRecord(
            Kind.AGENDA_ITEM, item.title_words or about, place(stem, item_name), about if item.title else "",
            tuple(filter(None, [minutes, item.reason, *_of_papers(item)])), _named(page, *filter(None, [lead])),
            searched_title=item.title_words or item.number or "", owners=_meant(lead), year=meeting.date.year,
            meeting=stem,
        )  # fmt: skip


def _of_papers(item: AgendaItem) -> Iterator[str]:
    """What an agenda item says of its papers."""
    return (value for paper in item.papers for _path, value, _prose in leaves(paper) if isinstance(value, str))


def _decision(page: Page, one: Decided) -> SearchRecord:
    entry, day = one.entry, page.day_of(one.stem)
    words = text_of_short_prose(entry.decision) if entry.decision else ""
    votes = entry.votes
    who = (entry.proposer, entry.seconder, *((votes.in_favour, votes.against, votes.abstained) if votes else ()))
    names = [page.register.initials.within(printed, day) for printed in who if printed]
    others = (entry.result, votes.how if votes else None, text_of_short_prose(entry.note) if entry.note else None)
    moved = [key for printed in who[:2] if printed for key in page.register.initials.within(printed, day).meant]
    return SearchRecord(
        Kind.DECISION, f"{one.called}: {words}" if words else one.called, decision_address(page, one),
        about_decision(one, page.meeting_name(one.stem)), tuple(filter(None, others)), _named(page, *names),
        owners=tuple(dict.fromkeys(moved)), statuses=(addresses.slug(one.kind.value),) if one.kind else (),
        year=day.year, meeting=one.stem,
    )  # fmt: skip


def _terms(register: Register) -> Iterator[SearchRecord]:
    for stem, filed in register.archive.terms_files.items():
        terms = filed.record
        page = addresses.terms(stem) if terms.is_version else addresses.TERMS
        about = about_terms(terms)
        if not terms.text:
            yield SearchRecord(Kind.TERMS, phrases.terms_called(terms), page, about, tuple(filter(None, [terms.note])))
        for section in sections(terms.text or "", stem):
            yield SearchRecord(
                Kind.TERMS, section.title or terms.title or _("Terms of reference"),
                addresses.section(page, section.anchor), about, (text_of_prose(section.text, 2),),
                tuple(filter(None, [terms.title])), searched_title=section.title,
                year=terms.day.year if terms.day else None,
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
    texts = tuple(
        str(value) for _path, value, prose in leaves(page.register.archive.group) if type(value) is str and not prose
    )
    about = page.register.archive.group.about
    told = (text_of_prose(about),) if about else ()
    title = phrases.group_called(page.group)
    return SearchRecord(Kind.PAGE, title, addresses.ABOUT, _("About this record"), (*texts, *told))


def _meant(names: Meant | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names.meant)) if names else ()


def _named(page: Page, *printed: Meant) -> tuple[str, ...]:
    """Names as printed, and every full name of those meant, so that each finds what holds another."""
    entries = page.register.archive.people.entries
    keys = dict.fromkeys(key for names in printed for key in names.meant)
    full = dict.fromkeys(name.name for key in keys for name in page.names_of(entries[key]))
    return (*(names.text for names in printed), *full)


def about_action(page: Page, action: Action) -> str:
    """`Outstanding. Owner: AB CDE. Raised in July 2021, last mentioned at the meeting of 21 March 2022.`"""
    words, last = wording.sentence(status_said(action.status)), action.last.meeting
    said = {
        Raised.UNKNOWN: _(
            "{status}. Owner: {owner}. First recorded in {month}, last mentioned at the meeting of {day}."
        ),
        Raised.BEFORE: _(
            "{status}. Owner: {owner}. Raised in {month} or before, last mentioned at the meeting of {day}."
        ),
    }.get(action.known, _("{status}. Owner: {owner}. Raised in {month}, last mentioned at the meeting of {day}."))
    return wording.filled(
        said,
        status=f"{words} {wording.in_a_draft()}" if page.is_draft(last) else words,
        owner=action.owner.text if action.owner else _("not recorded"), month=wording.month(*action.raised),
        day=page.meeting_name(last),
    )  # fmt: skip


def about_meeting(status: MeetingStatus, where: list[str]) -> str:
    """`Published. 10:00 to 12:00, Town Hall.`, as far as recorded."""
    said = [phrases.meeting_status(status), *([", ".join(where)] if where else [])]
    return " ".join(words + wording.full_stop(words) for words in said)


def about_agenda_item(number: str | None, meeting: str, lead: str | None) -> str:
    """`Item 5 of the agenda of 21 March 2022. Lead: CD.`"""
    said = _("An item without a number on the agenda of {meeting}. Lead: {lead}.")
    if number:
        said = _("Item {number} of the agenda of {meeting}. Lead: {lead}.")
    return wording.filled(said, number=number or "", meeting=meeting, lead=lead or _("not recorded"))


def about_decision(one: Decided, meeting: str) -> str:
    """`Decision of 21 March 2022 under item 5. Agreed.`, as far as recorded."""
    under = one.under.said if one.under and one.under.called else ""
    said = _("Decision of {meeting} under item {item}.") if under else _("Decision of {meeting}.")
    about, result = wording.filled(said, meeting=meeting, item=under), wording.sentence(one.entry.result or "")
    return f"{about} {result}{wording.full_stop(result)}" if result else about


def about_terms(terms: Terms) -> str:
    """The version of the terms that a section belongs to, as text."""
    called = phrases.terms_called(terms)
    return called + wording.full_stop(called) if terms.is_version else _("No term: what the public record says.")
