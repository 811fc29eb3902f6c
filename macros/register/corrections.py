"""The corrections of what was published: what was changed, when and why, derived from the versions of its files."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from itertools import pairwise

from macros.language import _
from macros.record import Archive
from macros.record.models import Change, Meeting, MeetingStatus, Record, Terms
from macros.register.differences import Difference, days_of_status, differences, is_content
from macros.register.noted import Told, noted, removed_in, told


class Known(Enum):
    """How much of the history of the files is there."""

    WHOLE = "whole"
    PART = "part"
    NOTHING = "nothing"


class Hidden(Enum):
    """Why the changed texts of a correction are not shown: personal data was removed by it, or after it."""

    REMOVED = "removed"
    LATER = "later"


@dataclass(frozen=True)
class Version:
    """A file as a commit has it, and the day of the commit, if it is one of the calendar."""

    commit: str
    day: date | None
    record: Record


@dataclass(frozen=True)
class Versions:
    """The versions of each file that was changed since it was first published, the earliest first, under the name that
    it has now. `unread`: how many others of a file cannot be read today; `changes`: how many commits changed a file of
    the record, published before or not."""

    of: Mapping[str, Sequence[Version]]
    known: Known
    unread: Mapping[str, int]
    changes: int = 0


NO_HISTORY = Versions({}, Known.NOTHING, {})


@dataclass(frozen=True)
class Correction:
    """A change of a file that was public: its reasons, the entries of `changes:` that came with it, and each changed
    value. `commit`: empty if the history does not have it; then only the reason is known."""

    file: str
    day: date | None
    notes: tuple[Change, ...]
    differences: tuple[Difference, ...] = ()
    commit: str = ""
    hidden: Hidden | None = None

    @property
    def minor(self) -> bool:
        """Whether it was a mistake of typing, and nothing else."""
        return bool(self.notes) and all(note.minor for note in self.notes)


def corrections_of(archive: Archive, versions: Versions) -> tuple[Correction, ...]:
    """Every correction of every file that is public now, the newest first.

    A correction changes what was published: neither the first publication of a record nor the growth of a draft before
    it is one, and neither is its approval. What pages say of names, words and the group is corrected only where an
    entry under `changes:` says so, since these files grow with the record. Each entry of the files stands in exactly
    one correction. From the last version in which personal data was removed back to the first, nothing is shown of what
    a file said.
    """
    found = [one for file, record in _noted_files(archive) for one in _of_file(file, record, versions.of.get(file, ()))]
    # Of those of one day in a file, the later ones were found later, and come first.
    return tuple(sorted(found, key=lambda one: (one.day or date.min, one.file)))[::-1]


def _noted_files(archive: Archive) -> Iterator[tuple[str, Record]]:
    always = (archive.group_file, archive.people_file, archive.glossary_file)
    for filed in (*filter(None, always), *archive.terms_files.values(), *archive.meeting_files.values()):
        yield filed.file, filed.record


def _of_file(file: str, now: Record, versions: Sequence[Version]) -> list[Correction]:
    """Those of one file, the earliest first; the entries of which no version tells come by their day."""
    left, found, shown_from = Counter(_changes(now)), list[Correction](), _last_removal(now, versions)
    is_public = False
    for at, (before, after) in enumerate(pairwise(versions), start=1):
        is_public = is_public or _is_public(before.record)
        keys = set(map(told, noted(_changes(before.record), _changes(after.record)).new))
        notes = tuple(entry for entry in left if told(entry) in keys)
        changed = _corrected(before.record, after.record, bool(notes)) if is_public else ()
        if not changed:
            continue  # an entry alone stands by its own day
        left.subtract(notes)
        left += Counter()
        hidden = None if at > shown_from else Hidden.LATER
        hidden = Hidden.REMOVED if any(entry.removed for entry in notes) else hidden
        day = max((entry.date for entry in notes), default=after.day)
        found.append(Correction(file, day, notes, () if hidden else changed, after.commit, hidden))
    alone = [
        Correction(file, entry.date, (entry,), hidden=Hidden.REMOVED if entry.removed else None)
        for entry in left.elements()
    ]
    return [*found, *alone]


def _last_removal(now: Record, versions: Sequence[Version]) -> int:
    """The place of the last version that newly says that personal data was removed; behind all if no version has it
    yet, and before all if nothing was removed."""
    removed = [removed_in(_changes(version.record)) for version in versions]
    if removed_in(_changes(now)) - (removed[-1] if removed else frozenset()):
        return len(versions)
    steps = enumerate(pairwise([frozenset[Told](), *removed]))
    return max((at for at, (before, after) in steps if after - before), default=-1)


def _changes(record: Record) -> tuple[Change, ...]:
    return tuple(getattr(record, "changes", ()))


def _is_public(record: Record) -> bool:
    """Whether a record may be relied on, as published: a draft may not."""
    match record:
        case Meeting():
            return record.status.public
        case Terms():
            return record.day is not None
        case _:
            return True


def _for_readers(found: Difference) -> Difference:
    """The reason of an acknowledged warning is a note of the page, which does not have the name of the warning."""
    return replace(found, titles=(_("Notes on this record"),)) if found.path[0] == "acknowledged" else found


def _corrected(before: Record, after: Record, is_noted: bool) -> tuple[Difference, ...]:
    found = [_for_readers(one) for one in differences(before, after) if one.path[0] != "changes"]
    found = [one for one in found if one.path[-1] != "warning"]
    if isinstance(before, Meeting) and isinstance(after, Meeting):
        days, approved = days_of_status(before), after.status is MeetingStatus.APPROVED
        return tuple(one for one in found if one.path[0] not in days and (is_content(one) or not approved))
    if isinstance(before, Terms):
        return tuple(found)
    return tuple(one for one in found if is_noted and one.before is not None)
