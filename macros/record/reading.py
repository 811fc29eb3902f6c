"""Reads the data files of a project folder into an archive, and collects every problem."""

import os
from dataclasses import dataclass, replace
from itertools import takewhile
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import Any, TypeVar

from macros import language
from macros.language import _
from macros.record.archive import (
    ACCESSIBILITY,
    AUTOMATIC_TESTS,
    GLOSSARY,
    GROUP,
    MEETINGS,
    PEOPLE,
    REDIRECTS,
    TERMS,
    Archive,
    Filed,
)
from macros.record.catalogues import faults_of
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
    is_full_name,
    read,
)
from macros.record.problems import Place, Problem, Severity
from macros.record.recovery import recover
from macros.record.source import Entry, Mapping, Text, place_at, read_yaml, unprintable_in

R = TypeVar("R", bound=Record)

# Faults in these keys of an action cannot hide what a meeting did to it; faults in the others can.
_HARMLESS_IN_ACTION = ("action", "owner", "update", "note")
_HARMFUL = ("not_mentioned", "date", "status", "action_id")


@dataclass(frozen=True)
class Reading:
    """The result of reading a folder: the archive (None if data/group.yml or data/people.yml cannot be read), the
    problems, and the number of files read."""

    archive: Archive | None
    problems: tuple[Problem, ...]
    files: int


def read_folder(folder: Path) -> Reading:
    """Read every file of `folder`/data.

    The faulty parts of a file are left out, so that the rest can be checked. If there are errors, the archive must not
    be published.
    """
    reader = _FolderReader(folder)
    archive = reader.archive()
    return Reading(archive, tuple(reader.problems), reader.files)


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
        self.hiding: set[str] = set()
        self.files = 0

    def archive(self, group: Filed[Group] | None = None, people: Filed[People] | None = None) -> Archive | None:
        """The archive; None if the group or the people cannot be read and nothing is given in their place."""
        group = self.read_file(GROUP, Group) or group
        people = self.read_file(PEOPLE, People) or people
        stems = self.stems(MEETINGS, ".yml")
        meetings = {s: f for s in stems if (f := self.read_file(f"{MEETINGS}/{s}.yml", Meeting))}
        # A group without terms has no folder for them, since git keeps no empty folder.
        versions = self.stems(TERMS, ".md") if (self.folder / TERMS).exists() else []
        terms = {s: t for s in versions if (t := self.read_file(f"{TERMS}/{s}.md", Terms))}
        glossary, redirects = self.read_if_present(GLOSSARY, Glossary), self.read_if_present(REDIRECTS, Redirects)
        accessibility = self.read_if_present(ACCESSIBILITY, Accessibility)
        automatic_tests = self.read_if_present(AUTOMATIC_TESTS, AutomaticTests)
        if group is None or people is None:
            return None
        clear = takewhile(lambda stem: f"{MEETINGS}/{stem}.yml" not in self.hiding, stems)
        followable = frozenset() if GROUP in self.hiding else frozenset(clear)
        return Archive(
            group, people, meetings, terms, followable, glossary, redirects, accessibility, automatic_tests,
            fingerprint_of(self.folder), faulty=frozenset(self.hiding),
        )  # fmt: skip

    def add_error(self, file: str, message: str, line: int = 1) -> None:
        self.problems.append(Problem(Place(file, line), Severity.ERROR, message))

    def stems(self, folder: str, ending: str) -> list[str]:
        if not (self.folder / folder).is_dir():
            self.add_error(folder, _("the folder is missing; create it, even if it stays empty"))
            return []
        try:
            names = sorted(path.name for path in (self.folder / folder).iterdir() if not path.name.startswith("."))
        except PermissionError:
            self.add_error(folder, _("there is no permission to read the folder; give yourself the right to read it"))
            return []
        for name in names:
            if not name.endswith(ending):
                said = _("this is not read; expected a file like {example}")
                self.add_error(f"{folder}/{name}", said.format(example=f"2022-03-21{ending}"))
        return sorted(name.removesuffix(ending) for name in names if name.endswith(ending))

    def read_if_present(self, file: str, kind: type[R]) -> Filed[R] | None:
        return self.read_file(file, kind) if os.path.lexists(self.folder / file) else None

    def read_file(self, file: str, kind: type[R]) -> Filed[R] | None:
        text = self.text(file)
        if text is None:
            self.hiding.add(file)
            return None
        if kind is Group:
            self.problems.extend(_set_language_of(read_yaml(text, file)[0]))
        entry, problems = read_terms(text, file) if kind is Terms else read_yaml(text, file, like=first_key(kind))
        self.problems.extend(problems)
        if problems and not entry.keys:
            self.hiding.add(file)
            return None
        return self.filed(file, kind, with_bare_names(entry) if kind is People else entry)

    def text(self, file: str) -> str | None:
        self.files += 1
        if self.cannot_be_opened(file):
            return None
        try:
            return (self.folder / file).read_bytes().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            self.add_error(file, _("this line is not UTF-8 text; save the file again as UTF-8"), line)
        except FileNotFoundError:
            self.add_error(file, _("the file is missing"))
        except IsADirectoryError:
            self.add_error(file, _("this is a folder; expected a file"))
        except PermissionError:
            self.add_error(file, _("there is no permission to read the file; give yourself the right to read it"))
        except OSError:
            self.add_error(file, _("the file cannot be opened; put a file of plain text here"))
        return None

    def cannot_be_opened(self, file: str) -> bool:
        """Whether the path cannot be a file: a broken link, a device or a pipe. Adds the error."""
        place = self.folder / file
        try:
            kind = place.stat().st_mode
        except OSError:
            if not place.is_symlink():
                return False
            self.add_error(file, _("this is a link that leads to no file; put the file itself here"))
            return True
        if S_ISREG(kind) or S_ISDIR(kind):
            return False
        self.add_error(file, _("this is neither a file nor a folder, but a device or a pipe; put a file here"))
        return True

    def filed(self, file: str, kind: type[R], entry: Mapping) -> Filed[R] | None:
        stem = Path(file).stem
        found = read(kind, entry.plain)
        if isinstance(found, kind):
            return Filed(stem, file, found, entry)
        assert isinstance(found, tuple)
        for fault in found:
            place = place_at(entry, fault.path, fault.on_key)
            self.problems.append(Problem(place, Severity.ERROR, fault.message))
            if _hides(fault):
                self.hiding.add(file)
        recovered = recover(kind, entry, found, stem[:10] if kind is Meeting else "")
        if recovered is None:
            self.hiding.add(file)
        return Filed(stem, file, *recovered) if recovered else None


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


def _hides(fault: Fault) -> bool:
    """Whether a fault may hide what a meeting did to an action."""
    match fault.path:
        case ("actions", int(), str(key), *_):
            return fault.on_key or key not in _HARMLESS_IN_ACTION
        case ("actions", *_):
            return True
        case path:
            return (path[0] if path else fault.missing) in _HARMFUL


def with_bare_names(entry: Mapping) -> Mapping:
    """The file of people, in which a full name with nothing behind it is an entry too. Any other empty key counts as
    left out."""

    def whole(part: Entry) -> Entry:
        if not isinstance(part, Mapping):
            return part
        items = {
            key: Mapping(item.place) if item.plain is None and is_full_name(key) else item
            for key, item in part.items.items()
        }
        return replace(part, items=items)

    return replace(entry, items={part: whole(found) for part, found in entry.items.items()})


def read_terms(text: str, file: str) -> tuple[Mapping, tuple[Problem, ...]]:
    """Read Markdown that begins with YAML between two lines of `---`.

    Returns the front matter with the Markdown below it under the key `text`, and every problem.
    """
    if problems := unprintable_in(text, file):
        return Mapping(Place(file)), problems
    lines = text.splitlines()
    ends = [number for number, line in enumerate(lines) if line.rstrip() == "---"][:2]
    if len(ends) < 2 or ends[0] != 0:
        message = _("the file has to begin with a line '---', a line like 'adopted: 2022-01-31' and a line '---'")
        return Mapping(Place(file)), (Problem(Place(file), Severity.ERROR, message),)
    entry, problems = read_yaml("\n".join(lines[1 : ends[1]]) + "\n", file, first_line=2)
    below = Place(file, ends[1] + 2)
    if "text" in entry.keys:
        message = _("'text' is not a known key; write the text below the '---'")
        problems = (*problems, Problem(entry.keys["text"], Severity.ERROR, message))
    entry.keys["text"] = below
    markdown = "\n".join(lines[ends[1] + 1 :])
    entry.items["text"] = Text(markdown, below, on_one_line=False, written=markdown)
    return entry, problems
