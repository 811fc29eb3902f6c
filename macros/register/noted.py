"""What is new in a file's list `changes:`: what readers are told of changes, and whether personal data was removed."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from macros.record.models import Change, seen_in

Told = tuple[date, str]


@dataclass(frozen=True)
class Noted:
    """The entries that are new in the later list or say more there, and those of the earlier one that are gone or say
    less.

    `explained`: whether a new entry tells readers in words what none of the earlier ones told them of that day.
    `removes`: whether an entry says for the first time that personal data was removed, so that nothing of what it was
    may be shown. The earlier entries may hold it too, and then need not stay.
    """

    new: tuple[Change, ...]
    gone: tuple[Change, ...]
    explained: bool
    removes: bool


def noted(earlier: Sequence[Change], later: Sequence[Change]) -> Noted:
    """What a later list `changes:` of a file says that an earlier one did not, and the other way round.

    An entry is the same if it has the same day and note; that it says `minor` or `removed` may be added later.
    """
    before, after = Counter(map(told, earlier)), Counter(map(told, later))
    removed_before, removed_now = removed_in(earlier), removed_in(later)
    removes, known = bool(removed_now - removed_before), set(map(_as_read, earlier))
    gone = [entry for entry in _entries(earlier, before - after) if entry.removed or not removes]
    gone += [entry for entry in earlier if told(entry) in after and told(entry) in removed_before - removed_now]
    return Noted(
        new=tuple((Counter(later) - Counter(earlier)).elements()), gone=tuple(gone), removes=removes,
        explained=removes or any(_has_words(entry) and _as_read(entry) not in known for entry in later),
    )  # fmt: skip


def told(entry: Change) -> Told:
    """What makes an entry the same one in several versions of its file."""
    return entry.date, entry.note


def removed_in(entries: Iterable[Change]) -> frozenset[Told]:
    """The entries which say that personal data was removed."""
    return frozenset(told(entry) for entry in entries if entry.removed)


def _entries(entries: Iterable[Change], wanted: Counter[Told]) -> Iterator[Change]:
    left = wanted.copy()
    for entry in entries:
        if left[told(entry)] > 0:
            left[told(entry)] -= 1
            yield entry


def _has_words(entry: Change) -> bool:
    return any(map(str.isalpha, seen_in(entry.note)))


def _as_read(entry: Change) -> Told:
    return entry.date, seen_in(entry.note).casefold()
