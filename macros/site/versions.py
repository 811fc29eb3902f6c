"""The versions of the data files on the branch that is published, from its history in git."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from macros import offered
from macros.record import GLOSSARY, GROUP, MEETINGS, PEOPLE, TERMS, Archive, read_version
from macros.record.models import Record
from macros.register import NO_HISTORY, Known, Version, Versions, addresses
from macros.site.git import NoRevision, git
from macros.site.stored import contents_of

_BELOW = (MEETINGS, TERMS, PEOPLE, GROUP, GLOSSARY)
_FILES = ("100644", "100755")
# The one line with the status of a meeting, if it says that nothing is published.
_NOT_PUBLIC = re.compile(rb"status[ \t]*:[ \t]*(?:draft|scheduled|cancelled|postponed)[ \t\r]*(?:#.*)?")
_UNTIL_APPROVED = re.compile(rb"^status: published\n", re.MULTILINE)
_APPROVED = re.compile(rb"^(?:status: approved|approved: [\d-]+)\n", re.MULTILINE)
_STATUS = re.compile(rb"^.*status.*$", re.MULTILINE)


class _Stored(NamedTuple):
    """A version of a file: the place of its commit in the history, counted from the latest, and what it holds."""

    at: int
    commit: str
    day: date | None
    blob: str


def versions_of(folder: Path, archive: Archive, published: str = "", day: date | None = None) -> Versions:
    """The versions of each file of the record in `folder` that say more of it than that it was published.

    The history is that of the commits on the first-parent line of what is checked out. With `published`, a commit, it
    ends there, and the files in `folder`, as of `day`, are the one version after it: what a proposal said in between
    was never public. Only the files that each commit changed are looked at, and only those are read that may have been
    public before. A version that a side feature keeps back (`KEPT_BACK`) is passed over. Outside of a repository, and
    without git, there are none.
    """
    try:
        stored, changes = _changed_files(folder, published or "HEAD")
        is_part = git(folder, "rev-parse", "--is-shallow-repository").strip() == b"true"
        now = dict(_records(archive))
        lines = {file: _line(file, archive, stored) for file, record in now.items() if _may_be_corrected(file, record)}
        contents = dict(contents_of(folder, {one.blob for line in lines.values() for one in line}))
    except NoRevision:
        return NO_HISTORY
    if not stored:
        return NO_HISTORY
    found, unread = {}, {}
    for file, line in lines.items():
        if published:
            contents[file] = _content(folder / file)
            line.append(_Stored(-1, "", day, file))
        public = _since_public(file, _shown(line, contents, _content(folder / file), archive), contents)
        versions = _read(folder, file, now[file], public, contents) if len(public) > 1 else ()
        if len(versions) > 1:
            found[file] = versions
        if missing := len(public) - len(versions) if len(public) > 1 else 0:
            unread[file] = missing
    return Versions(found, Known.PART if is_part else Known.WHOLE, unread, changes)


def _records(archive: Archive) -> Iterable[tuple[str, Record]]:
    for filed in (archive.group_file, archive.people_file, archive.glossary_file):
        if filed:
            yield filed.file, filed.record
    yield from ((filed.file, filed.record) for filed in archive.terms_files.values())
    yield from ((filed.file, filed.record) for filed in archive.meeting_files.values())


def _may_be_corrected(file: str, record: Record) -> bool:
    """Whether earlier versions of a file matter: those of names, words and the group only with entries in it."""
    return file.startswith((f"{MEETINGS}/", f"{TERMS}/")) or bool(getattr(record, "changes", ()))


def _shown(
    line: list[_Stored], contents: Mapping[str, bytes], here: bytes, archive: Archive
) -> list[_Stored]:  # fmt: skip
    """The versions of a line that may be shown: none of their lines that are gone by now is kept back."""
    kept_back, now = offered("KEPT_BACK"), frozenset(here.splitlines())

    def is_shown(one: _Stored) -> bool:
        gone = [text.decode("utf-8", "replace") for text in contents[one.blob].splitlines() if text not in now]
        return not any(keeps(archive, text) for keeps in kept_back for text in gone)

    return [one for one in line if is_shown(one)] if kept_back else line


def _changed_files(folder: Path, latest: str) -> tuple[dict[str, list[_Stored | None]], int]:
    """What became of each file, the latest first: the version of each commit that changed it, or None where it was
    taken away. And the number of these commits. Raises NoRevision if git fails."""
    log = git(folder, "log", "--first-parent", "--format=%H %cs", latest, "--", *_BELOW).decode("ascii").split("\n")
    commits = dict(line.split(" ") for line in log if line)
    numbers = {commit: number for number, commit in enumerate(commits)}
    how = ("--stdin", "--root", "--diff-merges=first-parent", "-r", "-z", "--no-renames", "--relative")
    given = "".join(f"{commit}\n" for commit in commits).encode("ascii")
    found: dict[str, list[_Stored | None]] = defaultdict(list)
    commit, parts = "", iter(git(folder, "diff-tree", *how, "--", *_BELOW, given=given).split(b"\0"))
    for part in parts:
        if part.startswith(b":"):
            _before, mode, _old, blob, _kind = part.decode("ascii").split()
            name = next(parts).decode("utf-8", "replace")
            version = _Stored(numbers[commit], commit, _day(commits[commit]), blob) if mode in _FILES else None
            found[name].append(version)
        elif part.strip():
            commit = part.decode("ascii").split()[0]
    return found, len(commits)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _line(file: str, archive: Archive, stored: Mapping[str, list[_Stored | None]]) -> list[_Stored]:
    """The versions of a file, the earliest first: since it was last added under its name, and before under the names
    whose addresses lead to it now."""
    ours = stored.get(file, [])
    since = ours[: ours.index(None)] if None in ours else ours
    line = [one for one in since if one]
    line += [one for name in _earlier_names(file, archive) for one in stored.get(name, ()) if one]
    return sorted(line, key=lambda one: -one.at)


def _earlier_names(file: str, archive: Archive) -> list[str]:
    address = addresses.meeting if file.startswith(f"{MEETINGS}/") else addresses.terms
    below = {address(Path(file).stem)}
    for _round in archive.moved_pages:
        below |= {old for old, new in archive.moved_pages.items() if new in below}
    stems = sorted(Path(old).name for old in below - {address(Path(file).stem)})
    return [Path(file).with_stem(stem).as_posix() for stem in stems if stem]


def _since_public(file: str, line: list[_Stored], contents: Mapping[str, bytes]) -> list[_Stored]:
    """A line from its first version that may have been public up to the last that does more than approve it, without
    those that change nothing."""
    first = 0
    if file.startswith(f"{MEETINGS}/"):
        first = next((at for at, one in enumerate(line) if not _is_not_public(contents[one.blob])), len(line))
    kept = [one for at, one in enumerate(line) if at == first or (at > first and one.blob != line[at - 1].blob)]
    while len(kept) > 1 and _only_approves(contents[kept[-2].blob], contents[kept[-1].blob]):
        kept.pop()
    return kept


def _only_approves(before: bytes, after: bytes) -> bool:
    """Whether nothing differs but the lines that approve what was published. Others have to be read."""
    return _UNTIL_APPROVED.sub(b"", before) == _APPROVED.sub(b"", after) and before.count(b"status: published\n") == 1


def _is_not_public(content: bytes) -> bool:
    """Whether a meeting's file plainly says that it is not published; what is said in another way has to be read."""
    said = _STATUS.findall(content)
    at_the_edge = [line for line in said if not line[:1].isspace()]
    return len(at_the_edge) == 1 and bool(_NOT_PUBLIC.fullmatch(at_the_edge[0]))


def _read(
    folder: Path, file: str, now: Record, line: list[_Stored], contents: Mapping[str, bytes]
) -> tuple[Version, ...]:
    """The versions of a line that can be read today. What could not be read was never published as it was."""
    here = _content(folder / file)
    out = []
    for one in line:
        content = contents[one.blob]
        if record := now if content == here else read_version(content, file):
            out.append(Version(one.commit, one.day, record))
    return tuple(out)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
