"""Finds what lies in `data/` and is not read: most often a file or folder whose name has a slip."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from macros.language import _
from macros.record.archive import MEETINGS, SINGLE_FILES, TERMS
from macros.record.problems import Place, Problem, Severity

DATA = "data"
_ENDINGS = {MEETINGS: ".yml", TERMS: ".md"}
_DAY = re.compile(r"(\d{4})[-_. ]?(\d{1,2})[-_. ]?(\d{1,2})(-[a-z])?")
_ABOUT_FILES = ("readme", "license", "licence", "copying")
_OF_DATA = (".yml", ".yaml", ".md", ".txt")


class Stray(NamedTuple):
    """Something in `data/` that is not read. `right`: the path that it seems to be meant for, or an empty text; nothing
    is there."""

    name: str
    right: str
    problem: Problem


def strays(folder: Path) -> Iterator[Stray]:
    """Everything in `folder`/data that is not read. The problem is an error with the right name if it has nearly that
    of a file or folder of the record, or lies among the meetings or the terms; else a note.

    Hidden files, and those that explain a folder or give its licence, belong in any folder.
    """
    if not (folder / DATA).is_dir():
        return
    for path in _inside(folder / DATA):
        name = f"{DATA}/{path.name}"
        if name in _ENDINGS and path.is_dir():
            yield from (
                _among(inner, name, _ENDINGS[name]) for inner in _inside(path) if inner.suffix != _ENDINGS[name]
            )
        elif name not in SINGLE_FILES and name not in _ENDINGS:
            yield _at_the_top(path, name)


def _inside(folder: Path) -> list[Path]:
    try:
        names = sorted(folder.iterdir())
    except PermissionError:
        return []  # which is reported where the folder is read
    return [path for path in names if not path.name.startswith(".") and path.stem.lower() not in _ABOUT_FILES]


def _among(path: Path, folder: str, ending: str) -> Stray:
    """Something that is not read in the folder of the meetings or of the terms."""
    right = f"{folder}/{dated}" if (dated := _dated(path, ending)) else ""
    if right:
        return _renamed(path, f"{folder}/{path.name}", right, path.parent / dated)
    said = _("this is not read; expected a file like {example}").format(example=f"2022-03-21{ending}")
    return Stray(f"{folder}/{path.name}", "", Problem(Place(f"{folder}/{path.name}"), Severity.ERROR, said))


def _at_the_top(path: Path, name: str) -> Stray:
    if right := _right_name(path):
        return _renamed(path, name, right, path.parent.parent / right)
    said = _("this is not read; it is no part of the record, so it may be deleted, or kept elsewhere")
    return Stray(name, "", Problem(Place(name), Severity.NOTE, said))


def _renamed(path: Path, name: str, right: str, there: Path) -> Stray:
    """Something with a slip in its name; `there`: where it belongs. A file system that ignores case sees no slip."""
    if not there.exists() or there.samefile(path):
        said = _("this is not read because of its name; rename it to '{right}'")
        return Stray(name, right, Problem(Place(name), Severity.ERROR, said.format(right=right)))
    said = _("this is not read, but '{right}' is; put what belongs there into that file, and delete this one")
    return Stray(name, "", Problem(Place(name), Severity.ERROR, said.format(right=right)))


def _right_name(path: Path) -> str:
    """The name that something at the top of `data/` should have; empty if it is like none."""
    if path.is_dir():
        folders = {Path(name).name: name for name in _ENDINGS}
        near = get_close_matches(path.name.lower(), folders, n=1, cutoff=0.5)
        near += [name for name in folders if name.startswith(path.name.lower()[:4])]
        return folders[near[0]] if near else ""
    if not path.name.lower().endswith(_OF_DATA):
        return ""
    for folder, ending in _ENDINGS.items():
        if (path.suffix == ".md") == (ending == ".md") and (right := _dated(path, ending)):
            return f"{folder}/{right}"
    stems = {Path(name).stem: name for name in SINGLE_FILES}
    near = get_close_matches(path.stem.lower(), stems, n=1, cutoff=0.7)
    return stems[near[0]] if near else ""


def _dated(path: Path, ending: str) -> str:
    """The name of a file for the day that its name begins with; empty if it begins with none."""
    found = _DAY.fullmatch(path.name.partition(".")[0])
    if not found or not path.name.lower().endswith(_OF_DATA):
        return ""
    year, month, day, again = found.groups()
    return f"{year}-{int(month):02}-{int(day):02}{again or ''}{ending}"
