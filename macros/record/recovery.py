"""Recovers the readable part of a faulty file, so that the rules can check it in the same run.

The result is never published: a faulty file always stops publication.
"""

from dataclasses import replace
from typing import TypeVar

from macros.record.entries import Entry, Listing, Mapping, Text, entry_at
from macros.record.models import Fault, Record, read

R = TypeVar("R", bound=Record)
_ROUNDS = 6
_MOST = 500
_PLACEHOLDERS = {"title": "?", "name": "?", "text": "?", "url": "https://example.org"}


def recover(kind: type[R], entry: Mapping, faults: tuple[Fault, ...], day: str) -> tuple[R, Mapping] | None:
    """A record of `kind` from the values without faults, and the entries that it was made from.

    Faulty values are dropped. Missing required values are replaced by placeholders (the date by `day`, unless it is
    empty); a list item without a placeholder is dropped. Returns None if nothing can be recovered, or if there are more
    than 500 faults.
    """
    if len(faults) > _MOST:
        return None
    kept: Entry = entry
    for _ in range(_ROUNDS):
        for fault in sorted(faults, key=lambda fault: str(fault.path), reverse=True):
            kept = _without_fault(kept, fault, day)
        if not isinstance(kept, Mapping):
            return None
        found = read(kind, kept.plain)
        if isinstance(found, kind):
            return found, kept
        assert isinstance(found, tuple)
        faults = found
    return None


def _without_fault(entry: Entry, fault: Fault, day: str) -> Entry:
    if not fault.missing:
        return _replaced(entry, fault.path, None)
    placeholder = {"date": day, "status": _status(entry), **_PLACEHOLDERS}.get(fault.missing)
    new = Text(placeholder, entry_at(entry, fault.path).place) if placeholder else None
    return _replaced(entry, (*fault.path, fault.missing) if new else fault.path, new)


def _status(entry: Entry) -> str:
    """A status that fits the days of a meeting, so that no rule reports the placeholder."""
    days = [key for key in ("approved", "published") if isinstance(entry, Mapping) and key in entry.items]
    return days[0] if days else "draft"


def _replaced(entry: Entry, path: tuple[str | int, ...], new: Entry | None) -> Entry:
    """The entries with the one at `path` replaced, or dropped if `new` is None."""
    if not path:
        return Mapping(entry.place)
    step, *rest = path
    if isinstance(entry, Mapping) and isinstance(step, str):
        return _mapping_with(entry, step, tuple(rest), new)
    if isinstance(entry, Listing) and isinstance(step, int) and step < len(entry.items):
        inner = _replaced(entry.items[step], tuple(rest), new) if rest else new
        kept = (inner,) if inner else ()
        return Listing((*entry.items[:step], *kept, *entry.items[step + 1 :]), entry.place)
    return entry


def _mapping_with(entry: Mapping, key: str, rest: tuple[str | int, ...], new: Entry | None) -> Mapping:
    inner = _replaced(entry.items[key], rest, new) if rest and key in entry.items else new
    if inner is None:
        return replace(entry, items={name: item for name, item in entry.items.items() if name != key})
    keys = {**entry.keys, key: entry.keys.get(key, entry.place)}
    return replace(entry, keys=keys, items={**entry.items, key: inner})
