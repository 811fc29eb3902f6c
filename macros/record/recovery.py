"""A faulty file without its faults, so that one run can check what is left of it against the rules.

What comes out is never published: a faulty file always stops publication.
"""

from dataclasses import replace
from typing import TypeVar

from macros.record.models import Fault, Record, read
from macros.record.source import Entry, Listing, Mapping, Text

R = TypeVar("R", bound=Record)
_ROUNDS = 6
_MOST = 500
_STAND_INS = {
    "title": "?", "name": "?", "short_name": "?",
    "adopted": "not recorded", "text": "?", "url": "https://example.org",
}  # fmt: skip


def recover(kind: type[R], entry: Mapping, faults: tuple[Fault, ...], day: str) -> tuple[R, Mapping] | None:
    """A record of `kind` from what is not at fault, and the entries it was made from.

    Faulty values are dropped and required ones replaced by stand-ins (the date by `day`, if there is one); a list
    item that cannot be replaced is dropped whole. Returns None where nothing can be saved, or where the
    faults are so many that the file is something else.
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
    stand_in = {"date": day, "status": _status(entry), **_STAND_INS}.get(fault.missing)
    if fault.missing == "licence":
        return _replaced(entry, (*fault.path, "licence"), Mapping(entry.place))
    new = Text(stand_in, entry.place) if stand_in else None
    return _replaced(entry, (*fault.path, fault.missing) if new else fault.path, new)


def _status(entry: Entry) -> str:
    """The status that the days of a meeting go with, so that no rule finds fault with a stand-in."""
    days = [key for key in ("approved", "published") if isinstance(entry, Mapping) and key in entry.items]
    return days[0] if days else "draft"


def _replaced(entry: Entry, path: tuple[str | int, ...], new: Entry | None) -> Entry:
    """The entries with the one at `path` replaced, or dropped where `new` is None."""
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
