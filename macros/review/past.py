"""What was approved once: the last approved text of a meeting, or the last adopted one of the terms, in the history."""

import re
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
from macros.review.versions import History, Line, history_of, lines_of
from macros.site import NoRevision, contents_of, written

# A file without any of these says nothing that can be read as `approved` or `adopted`: each of the words is there as it
# is, or a character of it is written as an escape.
_MAY_SAY = re.compile(rb"\\|approved|adopted", re.IGNORECASE)
_APPROVES = re.compile(rb"\\|approves")


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
    history = history_of(folder, base, "--first-parent")
    lines = lines_of(history, files)
    on_branch = {**_approved_by_others(folder, history, lines), **_found(folder, lines)}
    # A merge may make another history the branch's own, so what is only on its sides is searched too.
    sides = lines_of(history_of(folder, base, "--full-history"), files)
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


def _found(folder: Path, lines: Mapping[str, Line]) -> dict[str, Approved]:
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


def _approved_by_others(folder: Path, history: History, lines: Mapping[str, Line]) -> dict[str, Approved]:
    """What the file of a later meeting said once to be approved: the text as it was when it said so last."""
    numbers = {commit: number for found in history.versions.values() for number, commit, _blob in found}
    found = {}
    for file, number in _last_said(folder, history, lines).items():
        line = lines[file]
        first = next((index for index, (commit, _blob) in enumerate(line) if numbers[commit] >= number), None)
        since = _texts_of(folder, file, line[: first + 1]) if first is not None else []
        if since and since[-1][0] == line[first or 0][0]:
            commit, record = since[-1]
            found[file] = Approved(record, commit[:_SHOWN], _owed([text for _commit, text in reversed(since)]))
    return found


def _last_said(folder: Path, history: History, files: Iterable[str]) -> dict[str, int]:
    """The files that the file of a later meeting said to be approved, with the number of the last commit that did."""
    wanted = {Path(file).stem: file for file in files if file.startswith(f"{MEETINGS}/")}
    later = {
        (name, blob): number for name, found in history.versions.items() for number, _commit, blob in reversed(found)
        if name.startswith(f"{MEETINGS}/") and any(stem < Path(name).stem for stem in wanted)
    }  # fmt: skip
    contents = contents_of(folder, {blob for _name, blob in later})
    said = _read({key: contents[key[1]] for key in later if _APPROVES.search(contents[key[1]])})
    last: dict[str, int] = {}
    for (name, blob), record in said.items():
        for entry in record.approves if isinstance(record, Meeting) and record.status.held else ():
            if entry.meeting in wanted and entry.meeting < Path(name).stem:
                file = wanted[entry.meeting]
                last[file] = min(later[name, blob], last.get(file, later[name, blob]))
    return last


def _texts_of(folder: Path, file: str, line: Line) -> list[tuple[str, Held]]:
    """The versions of a file that can be read, each with its commit."""
    contents = contents_of(folder, {blob for _commit, blob in line})
    records = _read({(file, blob): contents[blob] for _commit, blob in line})
    return [(commit, records[file, blob]) for commit, blob in line if (file, blob) in records]


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
