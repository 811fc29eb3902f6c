"""What public pages of meetings and terms say of people, words and the group, and where a change would alter it.

A name has time: one that is new from a day on changes no page of an earlier day, and needs no note to the public. Nor
does a word that pages explain for the first time.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain

from macros.language import _, wording
from macros.pages import Page, Who, initials_of, listed_at
from macros.record import GLOSSARY, GROUP, PEOPLE, TERMS
from macros.record.models import Change, MeetingStatus, Names, Record, leaves
from macros.register import Difference, Register, ValuePath, hidden, noted


@dataclass(frozen=True)
class NamesChange:
    """What public pages would say otherwise because of one of the files of names.

    `differences`: what is said before and after, with the pages that say it. `approved`: whether one of them is of an
    approved record. `noted`: the new entries of the file's `changes:`; `unsaid`: the removed ones;
    `explained`: whether a new one tells readers something.
    """

    file: str
    differences: tuple[Difference, ...]
    approved: bool
    noted: tuple[Change, ...]
    unsaid: tuple[Change, ...]
    explained: bool


@dataclass(frozen=True)
class _Said:
    """A text of a page on somebody, a word or the group: the file and the path of what it was made from."""

    file: str
    path: ValuePath
    text: str


@dataclass(frozen=True)
class _Public:
    """A page that has a day: of a meeting or of a version of the terms; `names`: the initials that it lists."""

    file: str
    name: str
    day: date
    record: Record
    is_public: bool
    approved: bool
    names: tuple[Names, ...]


_Altered = dict[tuple[str, _Said, _Said | None], list[_Public]]
"""What is said otherwise: the printed word, what was said of it and what is said now, with the pages that say it."""


def names_changes(
    before: Register, after: Register, renamed: Mapping[str, str], once: Collection[str]
) -> Iterator[NamesChange]:
    """What each file of names changes on public pages. `renamed`: the new names of files with the old ones; `once`:
    the files of what was approved once."""
    altered: dict[str, _Altered] = defaultdict(lambda: defaultdict(list))
    if names_of(before) != names_of(after):
        later = {renamed.get(public.file, public.file): public for public in _public(after, once)}
        for public in _public(before, once):
            if public.is_public and public.file in later:
                there = later[public.file]
                old, new = _said(before, public), _said(after, there)
                covered = _covered(before, after, there.record)
                # What the record itself prints no longer is a change of the record, and not of names.
                for printed in old.keys() & (new.keys() | _printed(before, there)):
                    for now in (new.get(word) for word in (printed, *covered[printed])):
                        if now is None or old[printed].text != now.text:
                            altered[(now or old[printed]).file][printed, old[printed], now].append(public)
    for file in (PEOPLE, GROUP, GLOSSARY):
        said, found = noted(_changes(before, file), _changes(after, file)), tuple(_differences(altered[file], after))
        change = NamesChange(
            file, hidden() if found and said.removes else found,
            any(public.approved for public in chain(*altered[file].values())),
            noted=said.new, unsaid=said.gone, explained=said.explained,
        )  # fmt: skip
        if change.differences or change.noted or change.unsaid:
            yield change


def _public(register: Register, once: Collection[str]) -> Iterator[_Public]:
    page = Page(register, "")
    for stem, filed in register.archive.meeting_files.items():
        meeting, status, approved_once = filed.record, register.status(stem), filed.file in once
        listed = initials_of(page, meeting, listed_at(page, stem))
        yield _Public(
            filed.file, register.meeting_names[stem], meeting.date, meeting,
            status.public or approved_once, status is MeetingStatus.APPROVED or approved_once,
            tuple(listed),
        )  # fmt: skip
    for stem, terms in register.terms.items():
        if terms.day:
            name = _("the terms of {day}").format(day=wording.day(terms.day))
            yield _Public(f"{TERMS}/{stem}.md", name, terms.day, terms, True, True, ())


def names_of(register: Register) -> tuple[object, ...]:
    """All that pages may say of people, words and the group."""
    archive = register.archive
    return archive.people, archive.glossary, archive.group.name, archive.group.short_name, archive.group.names


def _changes(register: Register, file: str) -> tuple[Change, ...]:
    archive = register.archive
    if file == GLOSSARY:
        return archive.glossary_file.record.changes if archive.glossary_file else ()
    return archive.people.changes if file == PEOPLE else archive.group.changes


def _differences(altered: _Altered, after: Register) -> Iterator[Difference]:
    """Each change, without the earlier text of somebody whose name is withheld now."""
    withheld = {("people", key) for key, person in after.archive.people.people.items() if person.withheld}
    for (printed, old, new), pages in sorted(altered.items(), key=lambda item: (item[0][0], item[1][0].day)):
        days = wording.listed(dict.fromkeys(page.name for page in pages))
        label = _("{initials} on the pages of {days}").format(
            initials=printed or _("The name of the group"), days=days
        )  # fmt: skip
        earlier = None if (new or old).path in withheld else old.text or None
        yield Difference((label,), earlier, new.text if new else None, new.path if new else ())


def _said(register: Register, public: _Public) -> dict[str, _Said]:
    """What a page says of everything printed on it that it explains, whoever is meant by it; and, at "", of the
    group."""
    page = Page(register, "", day=public.day)
    explained: dict[str, list[str]] = defaultdict(list)
    for names in public.names:
        for _before, printed, key in register.meant(names, public.day).people:
            if (who := _who(page, key, printed)) and who.explained not in explained[printed]:
                explained[printed].append(who.explained)
    files = {printed: (PEOPLE, _place(register, printed, public.day)) for printed in explained}
    for printed in _in_text(register, public.record):
        if (meant := _stands_for(page, printed)) and meant.explained not in explained[printed]:
            explained[printed].append(meant.explained)
            if printed in register.archive.glossary:
                files[printed] = GLOSSARY, ("words", printed, "means")
            files.setdefault(printed, (PEOPLE, _place(register, printed, public.day)))
    said = {printed: _Said(*files[printed], "; ".join(texts)) for printed, texts in explained.items() if texts}
    return said | {"": _Said(GROUP, ("name",), "{} ({})".format(*page.group))}


def _printed(register: Register, public: _Public) -> set[str]:
    """What a page prints of all that a register explains."""
    return {key for names in public.names for key in names.keys} | _in_text(register, public.record)


def _in_text(register: Register, record: Record) -> set[str]:
    return {printed for text in _texts(record) for _at, printed in register.abbreviations.found_in(text)}


def _texts(record: Record) -> Iterator[str]:
    return (value for _path, value, _is_prose in leaves(record) if isinstance(value, str))


def _covered(before: Register, after: Register, record: Record) -> dict[str, set[str]]:
    """Each word that was explained in a text, with the longer words that are explained there in its place."""
    out: dict[str, set[str]] = defaultdict(set)
    for text in _texts(record):
        now = list(after.abbreviations.found_in(text))
        for at, was in before.abbreviations.found_in(text):
            longer = {word for start, word in now if start < at + len(was) and at < start + len(word)}
            out[was] |= longer - {was}
    return out


def _who(page: Page, key: str, printed: str) -> Who | None:
    """The explanation of somebody, or None in an earlier state with errors that says nothing of them."""
    try:
        return page.who(key, page.day, printed)
    except KeyError:
        return None


def _stands_for(page: Page, printed: str) -> Who | None:
    try:
        return page.stands_for(printed)
    except KeyError:
        return None


def _place(register: Register, printed: str, day: date) -> ValuePath:
    """The path of the entry that initials mean on a day."""
    people = register.archive.people
    [key, *_others] = register.initials.whom(printed, day) or (printed,)
    parts = ("people", "posts", "organisations")
    return next(((part, key) for part in parts if key in getattr(people, part)), ())
