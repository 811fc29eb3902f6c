"""Where each value of the record has to be on the pages, for the audit."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from macros import offered
from macros.language import wording
from macros.pages.entries import continued, item_of, time_due, time_raised
from macros.pages.meeting.approved import item_of_approval, minutes_called
from macros.pages.state import state_said
from macros.record import markdown, phrases, placing
from macros.record.models import (
    AgendaItem,
    Attendees,
    Due,
    Meeting,
    MeetingStatus,
    Names,
    Owners,
    RaisedWhen,
    Record,
    every_item,
    leaves,
    name_on,
)
from macros.register import Register, addresses, decisions_of, placed_items, status_said

_Steps = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Expected:
    """A value of a data file, and the address where it has to be; `said`: the expected text, if not the usual one."""

    file: str
    path: _Steps
    value: Any
    is_prose: bool
    address: str
    said: str | None = None

    @property
    def field(self) -> str:
        """The `data-field` attribute of the value's element, like `agenda.title`."""
        steps = [step for step in self.path if isinstance(step, str)]
        if "decisions" in steps:
            steps = steps[steps.index("decisions") :]
        elif steps[0] == "agenda":
            steps = [step for step in steps if step != "items"]  # at any depth
        return ".".join(
            steps[:1] + steps[2:] if steps[0] in ("people", "posts", "organisations", "words", "statuses") else steps
        )


def expected_values(register: Register) -> Iterator[Expected]:
    """Every value of every file, once for each address where it has to be."""
    archive = register.archive
    for path, value, is_prose in for_readers(archive.group):
        sentences = {"source": phrases.original(), "actions_raised": phrases.raised_where_first_recorded()}
        said = sentences.get(str(path[0])) or _title_said(path, value)
        yield Expected(archive.group_file.file, path, value, is_prose, addresses.ABOUT, said)
    for expected in offered("EXPECTED"):
        yield from expected(register)
    yield from _of_corrections(register)
    for path, value, is_prose in for_readers(archive.people):
        if path[-1] == "not_printed" or (value == path[-1] and not _key_is_shown(register, str(value))):
            continue
        if path[-1] == "organisation":
            value = name_on(archive.people.organisations[value], register.present)
        address = addresses.PEOPLE if path[0] in ("changes", "acknowledged") else addresses.person(str(path[1]))
        yield Expected(archive.people_file.file, path, value, is_prose, address)
    if archive.glossary_file:
        for path, value, is_prose in for_readers(archive.glossary_file.record):
            address = addresses.GLOSSARY if path[0] in ("changes", "acknowledged") else addresses.word(str(path[1]))
            yield Expected(archive.glossary_file.file, path, value, is_prose, address)
    for stem, filed in archive.meeting_files.items():
        for path, value, is_prose in for_readers(filed.record):
            if (path[0], path[-1]) == ("actions", "follows") or path[-1] == "ref":
                continue  # the id of the action or decision says so
            for address in _places(register, stem, path):
                for part in _parts(filed.record, path, value):
                    yield Expected(filed.file, path, part, is_prose, address, _said(register, stem, path, part))
    for stem, terms in archive.terms_files.items():
        address = addresses.terms(stem) if terms.record.is_version else addresses.TERMS
        for path, value, is_prose in for_readers(terms.record):
            if path == ("adopted",) and not terms.record.is_version:
                continue  # the page says that none is held
            said = register.meeting_names.get(str(value)) if path == ("meeting",) else None
            yield Expected(terms.file, path, value, is_prose, address, said)


def _of_corrections(register: Register) -> Iterator[Expected]:
    """Every entry under `changes:` of every file, on the page of all corrections."""
    archive = register.archive
    always = (archive.group_file, archive.people_file, archive.glossary_file)
    for filed in (*filter(None, always), *archive.meeting_files.values(), *archive.terms_files.values()):
        for path, value, is_prose in for_readers(filed.record):
            if path[0] == "changes":
                yield Expected(filed.file, path, value, is_prose, addresses.CORRECTIONS)


def for_readers(record: Record) -> Iterator[tuple[_Steps, Any, bool]]:
    """The values of a record, without the names of acknowledged warnings: pages have the reasons alone."""
    return (
        (path, value, bool(prose)) for path, value, prose in leaves(record)
        if (path[0], path[-1]) != ("acknowledged", "warning")
    )  # fmt: skip


def _key_is_shown(register: Register, key: str) -> bool:
    """Whether the page of people shows a key, and not the name alone."""
    said = register.initials.said(key, register.present)
    return said == key != name_on(register.archive.people.entries[key], register.present)


def _said(register: Register, stem: str, path: _Steps, value: Any) -> str | None:
    """What a page says for a value of a meeting's file, if that is not the value as typed."""
    meeting = register.archive.meetings[stem]
    match value:
        case MeetingStatus():
            return state_said(register, stem)
        case str() if (path[0], path[-1]) == ("approves", "meeting"):
            return minutes_called(register, value)
        case str() if (path[0], path[-1]) == ("approves", "item"):
            under = item_of_approval(register, stem, meeting.approves[int(path[1])])
            return (under.item.number or under.item.title_words) if under else None
        case str() if path == ("postponed_to",):
            return minutes_called(register, value)
        case str() if path == ("source",):
            return phrases.original()
        case str() if path[-1] == "file":
            return addresses.paper(value)
        case Attendees() if value.nobody:
            return phrases.nobody(value)
        case Names():
            return register.meant(value, meeting.date).text
        case str() if path[0] in ("chair", "vice_chair", "secretary"):
            return register.meant(Owners(value, ()), meeting.date).text
        case RaisedWhen():
            return wording.sentence(time_raised(value))
        case Due():
            return time_due(value)
        case str() if _title_said(path, value):
            return _title_said(path, value)
        case str() if path[-1] == "continues":
            found = continued(register, value)
            return item_of(register, *found) if found else None
        case str() if (path[0], path[-1]) == ("actions", "status"):
            mention = register.steps[stem].mentions[int(path[1])] if stem in register.steps else None
            return wording.sentence(status_said(mention.stated)) if mention else None
    return None


def _parts(meeting: Meeting, path: _Steps, value: Any) -> Iterator[Any]:
    """A value; the minutes of an item in pieces, where decisions stand between them."""
    if (path[0], path[-1]) != ("agenda", "minutes"):
        yield value
        return
    item = next(item for steps, item in every_item(meeting.agenda) if steps == path[:-1])
    decisions = len(item.decisions) if isinstance(item, AgendaItem) else 0
    yield from (text for text, _number in placing.pieces(value, decisions) if text.strip())


def _title_said(path: _Steps, value: Any) -> str | None:
    """The title of an agenda item without the addresses of its links; None for another value."""
    is_title = path[0] in ("agenda", "standing_agenda") and path[-1] == "title" and "papers" not in path
    return markdown.words_of_links(value) if is_title else None


def _places(register: Register, stem: str, path: _Steps) -> Iterator[str]:
    """The addresses where a value of a meeting's file has to be."""
    page, record = addresses.meeting(stem), register.archive.meetings[stem]
    match path:
        case (*_, "decisions", int(), _) | (*_, "decisions", int(), _, _) | (*_, "decisions", int(), _, _, _):
            [name] = [one.name for one in decisions_of(stem, record) if path[: len(one.path)] == one.path]
            yield addresses.decision_at(stem, name)
        case ("agenda", *_, field):
            address = addresses.minutes if field == "minutes" else addresses.agenda
            placed = [one for one in placed_items(record.agenda) if path[: len(one.path)] == one.path]
            yield address(stem, placed[-1].name)
        case ("actions", int(index), *_):
            action, nth = register.entries[stem][index]
            yield addresses.entry(stem, action, nth)
            if record.status.held:
                whole = path[-1] in ("id", "action", "owner")
                yield addresses.action(action) if whole else addresses.mention(action, stem, nth)
        case ("approves", int(index), *_, field):
            under = item_of_approval(register, stem, record.approves[index]) if field == "item" else None
            yield addresses.agenda(stem, under.name) if under else addresses.approval(stem, index + 1)
        case ("sources", int(index), *_):
            yield f"{page}#{addresses.source_anchor(index)}"
        case _:
            yield page
