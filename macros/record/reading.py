"""Reads the data files of a project folder into an archive, and collects every problem."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile
from pathlib import Path
from typing import Any, TypeVar

from macros import language
from macros.language import _, wording
from macros.record.archive import (
    ACCESSIBILITY,
    AUTOMATIC_TESTS,
    GLOSSARY,
    GROUP,
    MEETINGS,
    PAPERS,
    PEOPLE,
    REDIRECTS,
    TERMS,
    Archive,
    Filed,
)
from macros.record.catalogues import faults_of
from macros.record.characters import BREAK, fault_of_name, name_that_can_be_read
from macros.record.entries import Entry, Listing, Mapping, entry_at
from macros.record.faults import problems_of
from macros.record.fingerprint import fingerprint_of
from macros.record.models import (
    Accessibility,
    AutomaticTests,
    Fault,
    Glossary,
    Group,
    Meeting,
    People,
    Record,
    Redirects,
    Terms,
    first_key,
    parse_day_or_month,
    read,
)
from macros.record.problems import Place, Problem, Severity
from macros.record.recovery import recover
from macros.record.source import read_yaml
from macros.record.strays import strays
from macros.record.terms import read_terms
from macros.record.typed import typed_text

R = TypeVar("R", bound=Record)

# Faults in these keys of an action cannot hide what a meeting did to it; faults in the others can.
_HARMLESS_IN_ACTION = ("action", "owner", "update", "note")
_HARMFUL = ("not_mentioned", "date", "status", "action_id")


@dataclass(frozen=True)
class Reading:
    """The result of reading a folder: the archive (None if data/group.yml or data/people.yml cannot be read), the
    problems, and the number of files read. `broken`: the files and lines with faults of syntax, where any other problem
    may be a consequence. `doubtful`: those beside a value with an error, where a warning may be one."""

    archive: Archive | None
    problems: tuple[Problem, ...]
    files: int
    broken: frozenset[tuple[str, int]] = frozenset()
    doubtful: frozenset[tuple[str, int]] = frozenset()


def read_folder(folder: Path) -> Reading:
    """Read every file of `folder`/data.

    The faulty parts of a file are left out, so that the rest can be checked. If there are errors, the archive must not
    be published.
    """
    reader = _FolderReader(folder)
    archive = reader.archive()
    return Reading(archive, tuple(reader.problems), reader.files, frozenset(reader.broken), frozenset(reader.doubtful))


def read_what_is_left(folder: Path) -> Archive:
    """Read what can be read of `folder`/data. A group or people that cannot be read are empty: nothing is recorded."""
    empty = {name: field.default for name, field in Group.model_fields.items() if field.default in ((), {})}
    nothing: dict[str, Any] = dict.fromkeys(Group.model_fields) | {"locale": language.ENGLISH, **empty}
    group = Filed("group", GROUP, Group.model_construct(**nothing), Mapping(Place(GROUP)))
    archive = _FolderReader(folder).archive(group, Filed("people", PEOPLE, People(), Mapping(Place(PEOPLE))))
    assert archive is not None
    return archive


class _FolderReader:
    """Reads the files of one folder and collects problems. `hiding`: the files whose faults may hide an action."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems: list[Problem] = []
        self.misnamed = {stray.right: stray.name for stray in strays(folder) if stray.right}
        self.hiding: set[str] = set()
        self.broken: set[tuple[str, int]] = set()
        self.doubtful: set[tuple[str, int]] = set()
        self.files = 0

    def archive(self, group: Filed[Group] | None = None, people: Filed[People] | None = None) -> Archive | None:
        """The archive; None if the group or the people cannot be read and nothing is given in their place."""
        group = self.read_file(GROUP, Group) or group
        self.problems += [stray.problem for stray in strays(self.folder)]  # in the language of the group
        people = self.read_file(PEOPLE, People) or people
        stems = self.stems(MEETINGS, ".yml")
        meetings = {s: f for s in stems if (f := self.read_file(f"{MEETINGS}/{s}.yml", Meeting))}
        # A group without terms has no folder for them, since git keeps no empty folder.
        versions = self.stems(TERMS, ".md") if os.path.lexists(self.folder / self.named(TERMS)) else []
        terms = {s: t for s in versions if (t := self.read_file(f"{TERMS}/{s}.md", Terms))}
        glossary, redirects = self.read_if_present(GLOSSARY, Glossary), self.read_if_present(REDIRECTS, Redirects)
        accessibility = self.read_if_present(ACCESSIBILITY, Accessibility)
        automatic_tests = self.read_if_present(AUTOMATIC_TESTS, AutomaticTests)
        if group is None or people is None:
            return None
        clear = takewhile(lambda stem: self.named(f"{MEETINGS}/{stem}.yml") not in self.hiding, stems)
        followable = frozenset() if GROUP in self.hiding else frozenset(clear)
        return Archive(
            group, people, meetings, terms, followable, glossary, redirects, accessibility, automatic_tests,
            fingerprint_of(self.folder), faulty=frozenset(self.hiding), papers=frozenset(self.papers()),
        )  # fmt: skip

    def named(self, name: str) -> str:
        """The name that a file or folder really has: the right one, or one with a slip, which is reported."""
        folder, _slash, file = name.rpartition("/")
        return self.misnamed.get(name) or (f"{self.misnamed[folder]}/{file}" if folder in self.misnamed else name)

    def papers(self) -> Iterator[str]:
        """The files below docs/papers, but for hidden ones and for Markdown, which is a page."""
        folder = self.folder / PAPERS
        for path in folder.rglob("*"):
            name = path.relative_to(folder)
            if path.is_file() and path.suffix != ".md" and not any(part.startswith(".") for part in name.parts):
                yield name.as_posix()

    def add_error(self, file: str, message: str, line: int = 1) -> None:
        self.problems.append(Problem(Place(file, line), Severity.ERROR, message))

    def stems(self, folder: str, ending: str) -> list[str]:
        there = self.folder / self.named(folder)
        try:
            names = {path.name for path in there.iterdir() if not path.name.startswith(".")}
        except (FileNotFoundError, NotADirectoryError):
            self.add_error(folder, _("the folder is missing; create it, even if it stays empty"))
            return []
        except PermissionError:
            self.add_error(folder, _("there is no permission to read the folder; give yourself the right to read it"))
            return []
        for name in sorted(names):
            if fault := fault_of_name(name):
                self.add_error(f"{folder}/{name_that_can_be_read(name)}", fault)
        names = {name for name in names if not fault_of_name(name)}
        names |= {Path(right).name for right in self.misnamed if Path(right).parent.as_posix() == folder}
        return sorted(name.removesuffix(ending) for name in names if name.endswith(ending))

    def read_if_present(self, file: str, kind: type[R]) -> Filed[R] | None:
        return self.read_file(file, kind) if os.path.lexists(self.folder / self.named(file)) else None

    def read_file(self, right_name: str, kind: type[R]) -> Filed[R] | None:
        file = self.named(right_name)
        self.files += 1
        found = typed_text(self.folder, file)
        self.problems += found.problems
        if found.problems:
            self.broken |= {(file, line) for line in found.broken}
            self.hiding.add(file)
        text = found.text
        if text is None:
            return None
        if kind is Group:
            self.problems.extend(_set_language_of(read_yaml(text, file)[0]))
        entry, problems = read_terms(text, file) if kind is Terms else read_yaml(text, file, like=first_key(kind))
        self.problems += [problem for problem in problems if problem.place.line not in found.broken]
        if problems and not entry.keys:
            self.hiding.add(file)
            return None
        entry = replace(entry, broken=entry.broken | found.broken)
        entry = with_bare_names(entry) if kind is People else entry
        return self.filed(Path(right_name).stem, file, kind, entry, text)

    def filed(self, stem: str, file: str, kind: type[R], entry: Mapping, text: str) -> Filed[R] | None:
        lines = tuple(BREAK.split(text))
        self.broken |= {(file, line) for line in entry.broken}
        self.doubtful |= {(file, line) for line in _beside_broken(entry, entry.broken)}
        if _is_torn(entry):
            self.hiding.add(file)
        if kind is Meeting and not is_name_of_meeting(stem):  # nobody knows before which others it was
            self.hiding.add(file)
        found = read(kind, entry.plain)
        if isinstance(found, kind):
            return Filed(stem, file, found, entry, lines, text)
        assert isinstance(found, tuple)
        self.problems += problems_of(found, entry, lines)
        self.doubtful |= {(file, line) for fault in found for line in _beside(fault, entry)}
        if any(map(_hides, found)):
            self.hiding.add(file)
        recovered = recover(kind, entry, found, _day_in(stem) if kind is Meeting else "")
        if recovered is None:
            self.hiding.add(file)
        return Filed(stem, file, *recovered, lines, text) if recovered else None


def is_name_of_meeting(stem: str) -> bool:
    """Whether a file of a meeting may have a name: its day or its month, and a letter for a second meeting on it."""
    try:
        parse_day_or_month(_day_in(stem))
    except ValueError:
        return False
    return True


def _day_in(stem: str) -> str:
    """The day or the month in the name of a meeting's file."""
    return stem[:-2] if wording.letter_of(stem) else stem


def _set_language_of(group: Mapping) -> tuple[Problem, ...]:
    """Set the locale of the group, so that even the errors of its own file are in its language.

    If the catalogue of the language has errors, the language is English, and these errors are returned.
    """
    language.set_locale(language.ENGLISH)
    locale = group.plain.get("locale")
    if not isinstance(locale, str) or not language.is_supported(locale):
        return ()
    faults = faults_of(locale)
    if not faults:
        language.set_locale(locale)
    return faults


def _beside(fault: Fault, entry: Mapping) -> Iterator[int]:
    """The lines of the keys that stand beside a value with a fault in an entry, and of the entry itself. At the top of
    a file, too much stands beside each other."""
    around = [entry_at(entry, fault.path[:end]) for end in range(len(fault.path) + 1)]
    holder = next(found for found in reversed(around) if isinstance(found, Mapping))
    if holder is not entry:
        yield from (place.line for place in (holder.place, *holder.keys.values()))


def _beside_broken(entry: Entry, broken: frozenset[int]) -> Iterator[int]:
    """The lines of the keys that stand beside a line with a fault of syntax, here or further in."""
    if isinstance(entry, Mapping):
        lines = {place.line for place in (entry.place, *entry.keys.values())}
        yield from lines if lines & broken else ()
    inner = entry.items.values() if isinstance(entry, Mapping) else getattr(entry, "items", ())
    for item in inner:
        yield from _beside_broken(item, broken)


def _is_torn(entry: Entry) -> bool:
    """Whether lines of an entry cannot be read, here or further in."""
    match entry:
        case Mapping():
            return entry.torn or any(map(_is_torn, entry.items.values()))
        case Listing():
            return any(map(_is_torn, entry.items))
        case _:
            return False


def with_bare_names(entry: Mapping) -> Mapping:
    """The file of people, in which initials or a name with nothing behind are an entry too."""

    def whole(part: Entry) -> Entry:
        if not isinstance(part, Mapping):
            return part
        items = {key: Mapping(item.place) if item.plain is None else item for key, item in part.items.items()}
        return replace(part, items=items)

    return replace(entry, items={part: whole(found) for part, found in entry.items.items()})


def _hides(fault: Fault) -> bool:
    """Whether a fault may hide what a meeting did to an action."""
    match fault.path:
        case ("actions", int(), str(key), *_):
            return fault.on_key or key not in _HARMLESS_IN_ACTION
        case ("actions", *_):
            return True
        case path:
            return (path[0] if path else fault.missing) in _HARMFUL
