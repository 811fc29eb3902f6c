"""Whether a new entry under `changes:` tells readers something."""

from collections.abc import Iterable
from datetime import date

from macros.record.models import Change, seen_in


def is_explained(earlier: Iterable[Change], later: Iterable[Change]) -> bool:
    """Whether one of the later entries tells readers in words what none of the earlier ones told them of that day."""
    known = set(map(_told, earlier))
    return any(any(map(str.isalpha, seen_in(entry.note))) and _told(entry) not in known for entry in later)


def _told(entry: Change) -> tuple[date, str]:
    return entry.date, seen_in(entry.note).casefold()
