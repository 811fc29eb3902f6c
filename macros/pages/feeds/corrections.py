"""The corrections of what was published, without the mistakes of typing, which are not announced."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator
from datetime import date
from functools import partial

from macros.language import _, wording
from macros.pages.corrections import place_of_file, shown_correction
from macros.pages.feeds.entries import Entry
from macros.pages.page import Page
from macros.register import Correction, Register, addresses


def corrections(register: Register) -> Iterator[Entry]:
    """An entry for each correction of which a day is known, the newest first."""
    yield from newest_first(corrections_of_files(register))


def corrections_of_files(register: Register, files: Container[str] | None = None) -> list[Entry]:
    """Those of some files, or of all."""
    names = _names(register.corrections)
    page = Page(register, addresses.CORRECTIONS)
    return [
        _entry(page, one, one.day, names[number])
        for number, one in enumerate(register.corrections)
        if one.day and not one.minor and (files is None or one.file in files)
    ]


def _names(found: tuple[Correction, ...]) -> dict[int, str]:
    """The permanent name of each, by its place: of one with a reason, its file and day, and which one of that day it
    is, from the earliest; of one without, its commit, which alone tells of it."""
    names, counted = dict[int, str](), Counter[str]()
    for number, one in reversed(list(enumerate(found))):
        name = f"{addresses.CORRECTIONS}{one.file}/{one.day if one.notes else one.commit}"
        counted[name] += 1
        names[number] = f"{name}/{counted[name]}" if counted[name] > 1 else name
    return names


def _entry(page: Page, one: Correction, day: date, name: str) -> Entry:
    record, address = place_of_file(page, one.file)
    said = _("Corrected: {record}, {day}")
    if any(note.removed for note in one.notes):
        said = _("Personal data removed: {record}, {day}")
    return Entry(name, said.format(record=record, day=wording.day(day)), day, address, partial(_html, one=one))


def _html(page: Page, one: Correction) -> str:
    return page.write("feed_correction.html", one=shown_correction(page, one, is_whole=True))


def newest_first(entries: Iterable[Entry]) -> list[Entry]:
    """By day; those of one day in their order."""
    return sorted(entries, key=lambda one: one.day, reverse=True)
