"""Reports the faults of a file's values at their places, with the corrected lines."""

from collections.abc import Iterable, Iterator, Sequence

from macros.record.entries import Mapping, Text, entry_at, line_with, place_at
from macros.record.models import Fault
from macros.record.problems import Problem, Severity


def problems_of(faults: Iterable[Fault], entry: Mapping, lines: Sequence[str] = ()) -> Iterator[Problem]:
    """Each fault of a file's values at its place, without those that follow from lines that cannot be read. `lines`: of
    the file, from which the corrected line is made where that is known."""
    for fault in faults:
        place = place_at(entry, fault.path, fault.on_key)
        around = entry_at(entry, fault.path)
        unread = (
            isinstance(around, Mapping)
            and fault.missing
            and (around.torn or around.keys.get(fault.missing, place).line in entry.broken)
        )
        if place.line not in entry.broken and not unread:
            right = _corrected(fault, entry, lines)
            certain = bool(right and fault.meant and fault.meant.certain)
            yield Problem(place, Severity.ERROR, fault.message, corrected=right, certain=certain)


def _corrected(fault: Fault, entry: Mapping, lines: Sequence[str]) -> str:
    """The line of a fault with what is meant; empty if that is not known."""
    place, there = place_at(entry, fault.path, fault.on_key), entry_at(entry, fault.path)
    text = there.written or there.value if isinstance(there, Text) else None
    if not fault.meant:
        return ""
    if not fault.on_key:
        return line_with(lines, place, text, fault.meant.text) if text else ""
    around = entry_at(entry, fault.path[:-1])
    if isinstance(around, Mapping) and fault.meant.text in around.keys:
        return ""  # it would stand there twice
    right = line_with(lines, place, str(fault.path[-1]), fault.meant.text)
    if fault.meant.lists and text and right:
        return f"{right[: place.column - 1]}{fault.meant.text}:\n{' ' * (place.column + 1)}- {text}"
    return right
