"""Where each value of the record has to be on the pages, for the audit."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from macros import offered
from macros.language import wording
from macros.pages.entries import time_due, time_raised
from macros.record.models import Attendees, Due, Names, Owners, RaisedWhen, Record, leaves, name_on
from macros.register import Register, addresses, status_said

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
        return ".".join(
            steps[:1] + steps[2:] if steps[0] in ("people", "posts", "organisations", "words", "statuses") else steps
        )


def expected_values(register: Register) -> Iterator[Expected]:
    """Every value of every file, once for each address where it has to be."""
    archive = register.archive
    for path, value, is_prose in for_readers(archive.group):
        yield Expected(archive.group_file.file, path, value, is_prose, addresses.ABOUT)
    for expected in offered("EXPECTED"):
        yield from expected(register)
    for path, value, is_prose in for_readers(archive.people):
        if path[-1] == "not_printed" or (value in path and not _key_is_shown(register, str(value))):
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
            if (path[0], path[-1]) in (("actions", "follows"), ("actions", "ref")):
                continue  # the id of the action says so
            for address in _places(register, stem, path):
                yield Expected(filed.file, path, value, is_prose, address, _said(register, stem, path, value))
    for stem, terms in archive.terms_files.items():
        address = addresses.terms(stem) if terms.record.adopted else addresses.TERMS
        for path, value, is_prose in for_readers(terms.record):
            yield Expected(terms.file, path, value, is_prose, address)


def for_readers(record: Record) -> Iterator[tuple[_Steps, Any, bool]]:
    """The values of a record, without the names of acknowledged warnings: pages have the reasons alone."""
    return (leaf for leaf in leaves(record) if (leaf[0][0], leaf[0][-1]) != ("acknowledged", "warning"))


def _key_is_shown(register: Register, key: str) -> bool:
    """Whether the page of people shows a key, and not the name alone."""
    said = register.initials.said(key, register.present)
    return said == key != name_on(register.archive.people.entries[key], register.present)


def _said(register: Register, stem: str, path: _Steps, value: Any) -> str | None:
    """What a page says for a value of an entry about an action, if that is not the value as typed."""
    meeting = register.archive.meetings[stem]
    match value:
        case Attendees() if value.nobody:
            return wording.no_apologies()
        case Names():
            return register.meant(value, meeting.date).text
        case str() if path[0] in ("chair", "vice_chair", "secretary"):
            return register.meant(Owners(value, ()), meeting.date).text
        case RaisedWhen():
            return wording.sentence(time_raised(value))
        case Due():
            return time_due(value)
        case str() if (path[0], path[-1]) == ("actions", "status"):
            mention = register.steps[stem].mentions[int(path[1])] if stem in register.steps else None
            return wording.sentence(status_said(mention.stated)) if mention else None
    return None


def _places(register: Register, stem: str, path: _Steps) -> Iterator[str]:
    """The addresses where a value of a meeting's file has to be."""
    page, record = addresses.meeting(stem), register.archive.meetings[stem]
    match path:
        case ("agenda", int(index), *_, field):
            address = addresses.minutes if field == "minutes" else addresses.agenda
            yield address(stem, addresses.item_names(record.agenda)[index])
        case ("actions", int(index), *_):
            action, nth = register.entries[stem][index]
            yield addresses.entry(stem, action, nth)
            if record.status.held:
                year = register.actions[action].year
                whole = path[-1] in ("id", "action", "owner")
                yield addresses.action(action, year) if whole else addresses.mention(action, year, stem, nth)
        case ("sources", int(index), *_):
            yield f"{page}#{addresses.source_anchor(index)}"
        case _:
            yield page
