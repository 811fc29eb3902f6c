"""What was approved once: the last approved text of a meeting, or the last adopted one of the terms, in the history."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from macros.language import _
from macros.record import MEETINGS, TERMS, read_what_is_left
from macros.record.models import Meeting, MeetingStatus
from macros.register import Difference, Register, differences, is_content, noted
from macros.review.names import names_of
from macros.review.renamed import Held, page_of, renamed, texts
from macros.review.revisions import Revision, is_shallow
from macros.site import NoRevision, contents_of, git, written

# A file without any of these says nothing that can be read as `approved` or `adopted`: each of the words is there as it
# is, or a character of it is written as an escape.
_MAY_SAY = re.compile(rb"\\|approved|adopted", re.IGNORECASE)


@dataclass(frozen=True)
class Approved:
    """The last approved text of a meeting or of the terms, and the commit that has it.

    `owed`: whether the text was changed on the branch since then without a later entry under `changes:`.
    """

    record: Held
    commit: str
    owed: bool


Past = Mapping[str, Approved]
"""What was approved once and no longer is, by the file that has it now, like `data/meetings/2022-03-21.yml`."""
NOTHING: Past = {}
_SHOWN = 10  # digits of a commit
_DAYS = ("approved", "published")


def is_approved(record: Held | None) -> bool:
    """Whether a text is held to: an approved record, or an adopted version of the terms."""
    if isinstance(record, Meeting):
        return record.status is MeetingStatus.APPROVED
    return record is not None and record.day is not None


def unexplained(kept: Approved, old: Held | None, new: Held) -> tuple[Difference, ...]:
    """What a text says otherwise than its last approved one, as far as no entry under `changes:` came with it.

    Of a text that stands on the branch unapproved, this matters when it is approved again.
    """
    if old is not None and not (kept.owed and is_approved(new)):
        return ()
    return tuple(one for one in differences(kept.record, new) if is_content(one) and one.path[0] not in _DAYS)


def approved_once(folder: Path, base: Revision, before: Register, after: Register) -> Past:
    """What was approved in the history of `base`, of each file that a change touches and that is not approved there.

    The files of old addresses that lead to it now belong to its history. Raises NoRevision with the reason if git
    fails, or if the repository does not hold the whole history.
    """
    moved = renamed(before, after)
    files = {
        file: [*_with_earlier(file, before, after), *([moved[file]] if file in moved else ())]
        for file in _to_look_up(before, after)
    }
    if not files:
        return {}
    if is_shallow(folder):
        said = _("it cannot be known what was approved before, because the history is not complete here; fetch it with "
                 "'git fetch --unshallow'")  # fmt: skip
        raise NoRevision(said)
    lines = _lines(_history(folder, base, "--first-parent"), files)
    on_branch = _found(folder, lines)
    # A merge may make another history the branch's own, so what is only on its sides is searched too.
    sides = _lines(_history(folder, base, "--full-history"), files)
    blobs = {file: {blob for _commit, blob in line} for file, line in lines.items()}
    rest = {
        file: line for file, line in sides.items()
        if file not in on_branch and {blob for _commit, blob in line} - blobs[file]
    }  # fmt: skip
    return {**_found(folder, rest), **on_branch}


def _to_look_up(before: Register, after: Register) -> Iterator[str]:
    names = names_of(before) != names_of(after)
    old, new = texts(before.archive), texts(after.archive)
    unread = {file for file in before.archive.faulty if file.startswith((f"{MEETINGS}/", f"{TERMS}/"))}
    for file in sorted({*old, *new, *unread}):
        if not is_approved(old.get(file)) and (names or file not in old or old[file] != new.get(file)):
            yield file


def _with_earlier(file: str, before: Register, after: Register) -> list[str]:
    """A file, and those whose page led to its page since."""
    redirects = [*before.archive.redirects.items(), *after.archive.redirects.items()]
    led = (Path(old).name for old, new in redirects if new == page_of(file) and "#" not in old)
    return [file, *(Path(file).with_stem(stem).as_posix() for stem in dict.fromkeys(led) if stem)]


_Line = list[tuple[str, str]]
"""The commit and blob of each version of a file, the latest first."""


@dataclass(frozen=True)
class _History:
    """The versions of each file of meetings and terms, the latest first, each with the number of its commit, counted
    back from the latest, the commit and the blob.

    `came`: the commits that added a file, the latest first; `replaced`: the files that were removed by a commit that
    added some, or by those before it that only removed some. One of these may be the same under another name.
    """

    versions: Mapping[str, list[tuple[int, str, str]]]
    came: Mapping[str, list[int]]
    replaced: Mapping[int, list[str]]


def _lines(history: _History, files: Mapping[str, list[str]]) -> dict[str, _Line]:
    """The versions of each file under its names, and under those that it may have had before, whatever redirects say
    now: where a file was added, those that were removed are taken to be older versions of it."""
    lines = {}
    for file, names in files.items():
        since, known = dict.fromkeys(names, 0), list(names)
        for name in known:
            for number in history.came.get(name, ()):
                for other in history.replaced.get(number, ()) if number >= since[name] else ():
                    if other not in since and Path(other).parent == Path(file).parent:
                        since[other] = number
                        known.append(other)
        found = sorted(
            (number, commit, blob) for name in known for number, commit, blob in history.versions.get(name, ())
            if number >= since[name]
        )  # fmt: skip
        lines[file] = [(commit, blob) for _number, commit, blob in found]
    return lines


def _found(folder: Path, lines: Mapping[str, _Line]) -> dict[str, Approved]:
    contents = contents_of(folder, {blob for line in lines.values() for _commit, blob in line})
    lines = {
        file: line for file, line in lines.items() if any(_MAY_SAY.search(contents[blob]) for _commit, blob in line)
    }
    records = _read({(file, blob): contents[blob] for file, line in lines.items() for _commit, blob in line})
    found = {}
    for file, line in lines.items():
        since = [(commit, records[file, blob]) for commit, blob in line if (file, blob) in records]
        at = next((index for index, (_commit, record) in enumerate(since) if is_approved(record)), None)
        if at is not None:
            commit, record = since[at]
            found[file] = Approved(
                record, commit[:_SHOWN], _owed([record for _commit, record in reversed(since[: at + 1])])
            )
    return found


def _history(folder: Path, base: Revision, how: str) -> _History:
    below = (MEETINGS, TERMS)
    commits = git(folder, "rev-list", "--topo-order", how, base.commit, "--", *below)
    numbers = {commit: number for number, commit in enumerate(commits.decode("ascii").split())}
    merges = "--diff-merges=first-parent" if how == "--first-parent" else "-m"
    tree = ("diff-tree", "--stdin", "--root", merges, "-r", "-z", "--no-renames", "--relative", "--", *below)
    versions: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
    came: dict[str, list[int]] = defaultdict(list)
    gone: dict[int, list[str]] = defaultdict(list)
    commit, parts = "", iter(git(folder, *tree, given=commits).split(b"\0"))
    for part in parts:
        if part.startswith(b":"):
            *_modes, blob, kind = part.decode("ascii").split()
            name = next(parts).decode("utf-8", "replace")
            if kind == "D":
                gone[numbers[commit]].append(name)
                continue
            if kind == "A":
                came[name].append(numbers[commit])
            if (version := (numbers[commit], commit, blob)) not in versions[name][-1:]:
                versions[name].append(version)
        elif part.strip():
            commit = part.decode("ascii").split()[0]
    return _History(versions, came, _replaced(came, gone))


def _replaced(came: Mapping[str, list[int]], gone: Mapping[int, list[str]]) -> dict[int, list[str]]:
    out: dict[int, list[str]] = defaultdict(list)
    for below in (MEETINGS, TERMS):
        adding = {number for name, there in came.items() if name.startswith(f"{below}/") for number in there}
        waiting: list[str] = []
        for number in sorted({*adding, *gone}, reverse=True):
            waiting += [name for name in gone.get(number, ()) if name.startswith(f"{below}/")]
            if number in adding:
                out[number] += waiting
                waiting = []
    return out


def _read(versions: Mapping[tuple[str, str], bytes]) -> dict[tuple[str, str], Held]:
    """The versions that can be read."""
    names: dict[str, tuple[str, str]] = {}
    for index, (file, blob) in enumerate(versions):
        place = Path(file)
        names[f"{place.parent.as_posix()}/{place.stem[:10]}-{index}{place.suffix}"] = file, blob
    with TemporaryDirectory(prefix="minutes-") as folder:
        written({name: versions[key] for name, key in names.items()}, Path(folder))
        archive = read_what_is_left(Path(folder))
    return {names[file]: text for file, text in texts(archive).items()}


def _owed(texts: Iterable[Held]) -> bool:
    owed = False
    for earlier, later in pairwise(texts):
        if noted(earlier.changes, later.changes).explained:
            owed = False
        elif any(map(is_content, differences(earlier, later))):
            owed = True
    return owed
