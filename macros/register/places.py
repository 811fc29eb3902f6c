"""The addresses of the site: pages and places on pages, and which of them are permanent."""

from collections.abc import Iterator

from macros import offered
from macros.record.models import AgendaItem
from macros.register import addresses
from macros.register.decisions import decisions_of
from macros.register.items import placed_items
from macros.register.membership import has_attendance_over_time
from macros.register.register import Register

_BY_HAND = (addresses.HOME, addresses.ABOUT)
_ALWAYS = (
    addresses.MEETINGS, addresses.ACTIONS, addresses.PREPARING, addresses.TERMS, addresses.PEOPLE, addresses.GLOSSARY,
    addresses.CORRECTIONS, addresses.SEARCH, addresses.SITE_MAP,
)  # fmt: skip


def promised_addresses(register: Register) -> frozenset[str]:
    """The permanent addresses: every page, action, person and word of the glossary, the agenda items of
    published records, and every redirected address."""
    return frozenset((*_BY_HAND, *page_addresses(register), *_kept(register), *register.archive.redirects))


def existing_addresses(register: Register) -> frozenset[str]:
    """Every address that a redirect may lead to: those that the record itself makes."""
    return frozenset((*_BY_HAND, *page_addresses(register), *_kept(register), *_other(register)))


def page_addresses(register: Register) -> Iterator[str]:
    """The address of every page that the record itself makes, including those of the side features."""
    yield from _ALWAYS
    yield from map(addresses.meeting, register.archive.meeting_files)
    yield from map(addresses.actions_of, register.years)
    yield from register.addresses.values()
    yield from map(addresses.owner, register.archive.people.entries)
    if has_attendance_over_time(register):
        yield addresses.ATTENDANCE
    yield from map(addresses.terms, register.terms)
    yield from (addresses.terms_compared(*pair) for pair in register.comparable_terms)
    yield from (stub.address for pages in offered("PAGES") for stub in pages(register))


def _kept(register: Register) -> Iterator[str]:
    yield from (addresses.action_in_year(key, action.year) for key, action in register.actions.items())
    if addresses.DECISIONS in page_addresses(register):
        yield from map(addresses.decision, register.decided)
    for key in register.archive.people.entries:
        yield addresses.person(key)
    for words in register.archive.glossary:
        yield addresses.word(words)
    for stem in register.archive.meetings:
        if register.status(stem).public:
            yield from _agenda(register, stem)


def _other(register: Register) -> Iterator[str]:
    for stem in register.archive.meetings:
        yield from _agenda(register, stem)
        yield from (
            addresses.decision_at(stem, one.name) for one in decisions_of(stem, register.archive.meetings[stem])
        )
        yield from (addresses.entry(stem, action, nth) for action, nth in register.entries[stem])
    for action in register.actions.values():
        for line in action.recorded:
            yield addresses.mention(action.id, line.stem, line.nth)
            yield addresses.mention_in_year(action.id, action.year, line.stem, line.nth)


def _agenda(register: Register, stem: str) -> Iterator[str]:
    for placed in placed_items(register.archive.meetings[stem].agenda):
        yield addresses.agenda(stem, placed.name)
        if isinstance(placed.item, AgendaItem) and placed.item.is_minuted:
            yield addresses.minutes(stem, placed.name)
