"""The archive: every record of the group, with its file and the places of its values."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Generic, TypeVar

from macros.record import entries
from macros.record.entries import Entry, Listing, Text, entry_at, line_with, place_at
from macros.record.models import (
    Accessibility,
    AutomaticTests,
    Glossary,
    Group,
    Meaning,
    Meeting,
    Names,
    People,
    Record,
    Redirects,
    Terms,
)
from macros.record.problems import Place, Problem, Severity, nearest_word

GROUP, PEOPLE, GLOSSARY = "data/group.yml", "data/people.yml", "data/glossary.yml"
REDIRECTS = "data/redirects.yml"
ACCESSIBILITY, AUTOMATIC_TESTS = "data/accessibility.yml", "data/accessibility-tests.yml"
MEETINGS, TERMS = "data/meetings", "data/terms-of-reference"
PAPERS = "docs/papers"
SINGLE_FILES: dict[str, type[Record]] = {
    GROUP: Group, PEOPLE: People, GLOSSARY: Glossary, REDIRECTS: Redirects, ACCESSIBILITY: Accessibility,
    AUTOMATIC_TESTS: AutomaticTests,
}  # fmt: skip
"""The data files of which a record has at most one, each with its model."""

R = TypeVar("R", bound=Record, covariant=True)
Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Filed(Generic[R]):
    """A record with its file (path from the project folder, and stem), the entries that it was made from, and the lines
    and the whole text of the file."""

    stem: str
    file: str
    record: R
    entry: Entry
    lines: tuple[str, ...] = ()
    text: str = ""

    def problem(self, severity: Severity, path: Path, message: str) -> Problem:
        """A problem at the value of a path of keys and list positions (from 0)."""
        return Problem(place_at(self.entry, path), severity, message)

    def text_at(self, path: Path) -> Text:
        """The text at a path of keys and list positions, as typed."""
        found = entry_at(self.entry, path)
        return found if isinstance(found, Text) else Text("", found.place)

    def warning(self, path: Path, message: str, name: str) -> Problem:
        """A warning at the value of a path, which the office can acknowledge by its name (see `Problem`)."""
        return Problem(place_at(self.entry, path), Severity.WARNING, message, name)

    def corrected(self, place: Place, found: str, instead: str) -> str:
        """The line of a place with another text instead of what is found there; empty if the line does not have it."""
        return line_with(self.lines, place, found, instead)

    def with_nearest(self, problem: Problem, found: str, known: Iterable[str]) -> Problem:
        """A problem about a word, with the line that has the known word nearest to it, if there is one."""
        near = nearest_word(found, known)
        return replace(problem, corrected=self.corrected(problem.place, found, near)) if near else problem

    def entry_key(self, path: Path) -> Place:
        """The place of the key of a path."""
        return place_at(self.entry, path, on_key=True)

    def keys_at(self, path: Path) -> frozenset[str]:
        """The keys written in the entry at a path, including those with faulty values."""
        found = entry_at(self.entry, path)
        return frozenset(found.keys) if isinstance(found, entries.Mapping) else frozenset()

    def names_at(self, path: Path, names: Names | None) -> Iterator[tuple[str, Place]]:
        """Each set of initials of a value, or of a part of a text, with its place, to the exact column if possible."""
        found, at = entry_at(self.entry, path), 0
        for index, key in enumerate(names.keys if names else ()):
            place = found.place
            if isinstance(found, Listing):
                place = found.items[min(index, len(found.items) - 1)].place
            elif names and isinstance(found, Text) and found.on_one_line:
                at = names.text.index(key, at)
                place = Place(place.file, place.line, place.column + max((found.plain or "").find(names.text), 0) + at)
                at += len(key)
            yield key, place


@dataclass(frozen=True)
class Archive:
    """Everything in `data/`: meetings and terms by file stem, in the order of their dates.

    `followable`: the stems of the meetings before the first file whose errors may hide what it did to actions. In an
    archive that can be published, these are all meetings.
    `problems`: the warnings and notes, which do not stop publication.
    `fingerprint`: that of the files that make the pages.
    `checked_on`: the day on which the record is checked, or None. The rules use it to report what is out of date.
    `faulty`: the files that cannot be read completely.
    `papers`: the path of each file below docs/papers that the site publishes.
    """

    group_file: Filed[Group]
    people_file: Filed[People]
    meeting_files: Mapping[str, Filed[Meeting]]
    terms_files: Mapping[str, Filed[Terms]]
    followable: frozenset[str]
    glossary_file: Filed[Glossary] | None = None
    redirects_file: Filed[Redirects] | None = None
    accessibility_file: Filed[Accessibility] | None = None
    automatic_tests_file: Filed[AutomaticTests] | None = None
    fingerprint: str = ""
    checked_on: date | None = None
    faulty: frozenset[str] = frozenset()
    papers: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()

    @property
    def group(self) -> Group:
        """The group whose record this is."""
        return self.group_file.record

    @property
    def people(self) -> People:
        """The register of people and organisations."""
        return self.people_file.record

    @property
    def glossary(self) -> dict[str, Meaning]:
        """The meaning of each word of the glossary."""
        return self.glossary_file.record.words if self.glossary_file else {}

    @property
    def accessibility(self) -> Accessibility | None:
        """The accessibility statement, if one is recorded."""
        return self.accessibility_file.record if self.accessibility_file else None

    @property
    def automatic_tests(self) -> AutomaticTests | None:
        """The last run of the automatic tests of accessibility, if one is recorded."""
        return self.automatic_tests_file.record if self.automatic_tests_file else None

    @cached_property
    def redirects(self) -> dict[str, str]:
        """Each old address with the new one, both without the leading slash."""
        redirects = self.redirects_file.record.redirects if self.redirects_file else {}
        return {old.removeprefix("/"): new.removeprefix("/") for old, new in redirects.items()}

    @cached_property
    def moved_pages(self) -> dict[str, str]:
        """The redirects of whole pages."""
        return {old: new for old, new in self.redirects.items() if "#" not in old}

    @property
    def every_file(self) -> Iterator[Filed[Record]]:
        """Each file of the record."""
        some = (self.glossary_file, self.redirects_file, self.accessibility_file, self.automatic_tests_file)
        yield from (self.group_file, self.people_file, *filter(None, some))
        yield from self.meeting_files.values()
        yield from self.terms_files.values()

    @cached_property
    def meetings(self) -> dict[str, Meeting]:
        """Every meeting by the stem of its file, the earliest first."""
        return {stem: filed.record for stem, filed in self.meeting_files.items()}

    @property
    def files(self) -> int:
        """How many files the record consists of."""
        may_be_absent = (
            self.glossary_file, self.redirects_file, self.accessibility_file, self.automatic_tests_file,
        )  # fmt: skip
        return 2 + len(self.meeting_files) + len(self.terms_files) + sum(file is not None for file in may_be_absent)
