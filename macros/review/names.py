"""What public pages of meetings and terms say of people, words and the group, and where a change would alter it.

A name has time: one that is new from a day on changes no page of an earlier day, and needs no note to the public.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain

from macros.language import _, wording
from macros.pages import Page, Who, initials_of, listed_at
from macros.record import GLOSSARY, GROUP, PEOPLE, TERMS
from macros.record.models import Change, MeetingStatus, Names, Record, leaves
from macros.register import Register
from macros.review.differences import Difference, Path

PUBLIC = (MeetingStatus.PUBLISHED, MeetingStatus.APPROVED)


@dataclass(frozen=True)
class NamesChange:
    """What public pages would say otherwise because of one of the files of names.

    `differences`: what is said before and after, with the pages that say it. `approved`: whether one of them is of an
    approved record. `noted`: the new entries of the file's `changes:`; `unsaid`: the removed ones.
    """

    file: str
    differences: tuple[Difference, ...]
    approved: bool
    noted: tuple[Change, ...]
    unsaid: tuple[Change, ...]


@dataclass(frozen=True)
class _Said:
    """A text of a page on somebody, a word or the group: its file, the path of what it was made from, its label."""

    file: str
    path: Path
    label: str


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


def names_changes(
    before: Register, after: Register, renamed: Mapping[str, str], once: Collection[str]
) -> Iterator[NamesChange]:
    """What each file of names changes on public pages. `renamed`: the new names of files with the old ones; `once`:
    the files of what was approved once."""
    altered: dict[str, dict[tuple[_Said, str, str], list[_Public]]] = defaultdict(lambda: defaultdict(list))
    if names_of(before) != names_of(after):
        later = {renamed.get(public.file, public.file): public for public in _public(after, once)}
        for public in _public(before, once):
            if public.is_public and public.file in later:
                old, new = _said(before, public), _said(after, later[public.file])
                for said in new.keys() & old.keys():
                    if old[said] != new[said]:
                        altered[said.file][said, old[said], new[said]].append(public)
    for file in (PEOPLE, GROUP, GLOSSARY):
        was, now = Counter(_changes(before, file)), Counter(_changes(after, file))
        change = NamesChange(
            file, tuple(_differences(altered[file])),
            any(public.approved for public in chain(*altered[file].values())),
            noted=tuple((now - was).elements()),
            unsaid=tuple((was - now).elements()),
        )  # fmt: skip
        if change.differences or change.noted or change.unsaid:
            yield change


def _public(register: Register, once: Collection[str]) -> Iterator[_Public]:
    page = Page(register, "")
    for stem, filed in register.archive.meeting_files.items():
        meeting, approved_once = filed.record, filed.file in once
        listed = initials_of(page, meeting, listed_at(page, stem))
        yield _Public(
            filed.file, register.meeting_names[stem], meeting.date, meeting,
            meeting.status in PUBLIC or approved_once, meeting.status is MeetingStatus.APPROVED or approved_once,
            tuple(listed),
        )  # fmt: skip
    for stem, terms in register.terms.items():
        if terms.adopted:
            name = _("the terms of {day}").format(day=wording.day(terms.adopted))
            yield _Public(f"{TERMS}/{stem}.md", name, terms.adopted, terms, True, True, ())


def names_of(register: Register) -> tuple[object, ...]:
    """All that pages may say of people, words and the group."""
    archive = register.archive
    return archive.people, archive.glossary, archive.group.name, archive.group.short_name, archive.group.names


def _changes(register: Register, file: str) -> tuple[Change, ...]:
    archive = register.archive
    if file == GLOSSARY:
        return archive.glossary_file.record.changes if archive.glossary_file else ()
    return archive.people.changes if file == PEOPLE else archive.group.changes


def _differences(altered: Mapping[tuple[_Said, str, str], list[_Public]]) -> Iterator[Difference]:
    for (said, old, new), pages in sorted(altered.items(), key=lambda item: (item[0][0].label, item[1][0].day)):
        days = wording.listed(page.name for page in pages)
        label = _("{initials} on the pages of {days}").format(initials=said.label, days=days)
        yield Difference((label,), old or None, new or None, said.path)


def _said(register: Register, public: _Public) -> dict[_Said, str]:
    """What a page says of everybody, every word and the group."""
    page = Page(register, "", day=public.day)
    out = {_Said(GROUP, ("name",), _("The name of the group")): "{} ({})".format(*page.group)}
    explained: dict[str, list[str]] = defaultdict(list)
    for names in public.names:
        for _before, printed, key in register.meant(names, public.day).people:
            if (who := _who(page, key, printed)) and who.explained not in explained[printed]:
                explained[printed].append(who.explained)
    for printed in _in_text(register, public.record):
        if printed in register.archive.glossary:
            out[_Said(GLOSSARY, ("words", printed, "means"), printed)] = register.archive.glossary[printed].means
        elif printed not in explained and (meant := _stands_for(page, printed)):
            explained[printed].append(meant.explained)
    for printed, texts in explained.items():
        out[_Said(PEOPLE, _place(register, printed), printed)] = "; ".join(texts)
    return out


def _in_text(register: Register, record: Record) -> set[str]:
    texts = (value for _path, value, _is_prose in leaves(record) if isinstance(value, str))
    return {printed for text in texts for _at, printed in register.abbreviations.found_in(text)}


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


def _place(register: Register, printed: str) -> Path:
    people = register.archive.people
    parts = ("people", "posts", "organisations")
    return next(((part, printed) for part in parts if printed in getattr(people, part)), ())
