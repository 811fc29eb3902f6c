"""Every page and every place on a page that the site has, and those that it promises to keep."""

from collections.abc import Iterator

from macros.pages import pages_of_the_record
from macros.record.models import MeetingStatus
from macros.register import addresses
from macros.register.register import Register

_PUBLIC = (MeetingStatus.PUBLISHED, MeetingStatus.APPROVED)


def addresses_of(register: Register) -> frozenset[str]:
    """The addresses that are promises: every page, action, person and word of the glossary, the agenda items of
    published records, and every address that is redirected."""
    return frozenset((*_pages(register), *_kept(register), *register.archive.redirects))


def standing(register: Register) -> frozenset[str]:
    """Every address that a redirect may lead to: whatever the record itself makes."""
    return frozenset((*_pages(register), *_kept(register), *_other(register)))


def _pages(register: Register) -> Iterator[str]:
    yield from (addresses.HOME, addresses.ABOUT)
    for stub in pages_of_the_record(register):
        yield stub.address


def _kept(register: Register) -> Iterator[str]:
    yield from register.addresses.values()
    for key in register.archive.people.initials:
        yield addresses.person(key)
    for words in register.archive.glossary:
        yield addresses.word(words)
    for stem, meeting in register.archive.meetings.items():
        if meeting.status in _PUBLIC:
            yield from _agenda(register, stem)


def _other(register: Register) -> Iterator[str]:
    for stem, meeting in register.archive.meetings.items():
        yield from _agenda(register, stem)
        yield from (addresses.entry(stem, entry.id) for entry in meeting.actions)
    for action in register.actions.values():
        for line in action.recorded:
            yield addresses.mention(action.id, action.raised[0], line.stem)


def _agenda(register: Register, stem: str) -> Iterator[str]:
    page = addresses.meeting(stem)
    for item in register.archive.meetings[stem].agenda:
        yield f"{page}#{addresses.agenda_anchor(item.number, item.title)}"
        if item.minutes:
            yield f"{page}#{addresses.minutes_anchor(item.number, item.title)}"
