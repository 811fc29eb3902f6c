"""What public pages of meetings say of people, words and the group, and where a change would alter it.

A name has time: one that is new from a day on changes no page of an earlier day, and needs no note to the public.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from macros.language import _, wording
from macros.pages import Page, Who, initials_of, listed_at
from macros.record import GLOSSARY, GROUP, PEOPLE
from macros.record.models import Change, Meeting, MeetingStatus, leaves
from macros.register import Register, addresses
from macros.review.differences import Difference, Path

PUBLIC = (MeetingStatus.PUBLISHED, MeetingStatus.APPROVED)


@dataclass(frozen=True)
class NamesChange:
    """What public pages of meetings would say otherwise because of one of the files of names.

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


def names_changes(before: Register, after: Register, renamed: Mapping[str, str]) -> Iterator[NamesChange]:
    """What each file of names changes on public pages. `renamed`: the new stems of meetings with the old ones."""
    altered: dict[str, dict[tuple[_Said, str, str], list[str]]] = defaultdict(lambda: defaultdict(list))
    if _names(before) != _names(after):
        for stem in after.archive.meetings:
            was = renamed.get(stem, stem)
            if was in before.archive.meetings and before.archive.meetings[was].status in PUBLIC:
                old, new = _said(before, was), _said(after, stem)
                for said in new.keys() & old.keys():
                    if old[said] != new[said]:
                        altered[said.file][said, old[said], new[said]].append(was)
    for file in (PEOPLE, GROUP, GLOSSARY):
        earlier, later = _changes(before, file), _changes(after, file)
        change = NamesChange(
            file, tuple(_differences(before, altered[file])),
            any(before.archive.meetings[stem].status is MeetingStatus.APPROVED
                for stem in chain(*altered[file].values())),
            noted=tuple(entry for entry in later if entry not in earlier),
            unsaid=tuple(entry for entry in earlier if entry not in later),
        )  # fmt: skip
        if change.differences or change.noted or change.unsaid:
            yield change


def _names(register: Register) -> tuple[object, ...]:
    archive = register.archive
    return archive.people, archive.glossary, archive.group.name, archive.group.short_name, archive.group.names


def _changes(register: Register, file: str) -> tuple[Change, ...]:
    archive = register.archive
    if file == GLOSSARY:
        return archive.glossary_file.record.changes if archive.glossary_file else ()
    return archive.people.changes if file == PEOPLE else archive.group.changes


def _differences(before: Register, altered: Mapping[tuple[_Said, str, str], list[str]]) -> Iterator[Difference]:
    for (said, old, new), stems in sorted(altered.items(), key=lambda item: (item[0][0].label, item[1])):
        days = wording.listed(before.meeting_names[stem] for stem in stems)
        label = _("{initials} on the pages of {days}").format(initials=said.label, days=days)
        yield Difference((label,), old or None, new or None, said.path)


def _said(register: Register, stem: str) -> dict[_Said, str]:
    """What the page of a meeting says of everybody, every word and the group."""
    meeting = register.archive.meetings[stem]
    page = Page(register, addresses.meeting(stem), day=meeting.date)
    out = {_Said(GROUP, ("name",), _("The name of the group")): "{} ({})".format(*page.group)}
    structured: dict[str, list[str]] = defaultdict(list)
    for names in initials_of(meeting, listed_at(page, stem)):
        for _before, printed, key in register.meant(names, meeting.date).people:
            if (who := _who(page, key, printed)) and who.explained not in structured[printed]:
                structured[printed].append(who.explained)
    for printed in _in_text(register, meeting):
        if printed in register.archive.glossary:
            out[_Said(GLOSSARY, ("words", printed, "means"), printed)] = register.archive.glossary[printed].means
        elif printed not in structured and (meant := _stands_for(page, printed)):
            structured[printed].append(meant.explained)
    for printed, texts in structured.items():
        out[_Said(PEOPLE, _place(register, printed), printed)] = "; ".join(texts)
    return out


def _in_text(register: Register, meeting: Meeting) -> set[str]:
    texts = (value for _path, value, _is_prose in leaves(meeting) if isinstance(value, str))
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
