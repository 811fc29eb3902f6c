"""The versions of the terms of reference: which were in force at a meeting, and which can be compared."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from itertools import combinations

from macros.record.models import Meeting, Terms


def in_force_at(terms: Mapping[str, Terms], meeting: Meeting) -> tuple[str, ...]:
    """The stems of the versions in force at a meeting that was held, as far as days of adoption say so: of each title
    the latest adopted before it, and any adopted on its days. The text without a title comes first."""
    if not meeting.status.held:
        return ()
    found: list[str] = []
    for stems in _by_title(terms).values():
        before = [stem for stem in stems if _day(terms, stem) < meeting.date]
        found += [*before[-1:], *(stem for stem in stems if meeting.date <= _day(terms, stem) <= meeting.last_day)]
    return tuple(found)


def comparable(terms: Mapping[str, Terms]) -> tuple[tuple[str, str], ...]:
    """The stems of each two versions that can be compared, the older first: those of one title that have a day of
    adoption and a text here.

    All of them and not only neighbours, so that no pair goes when a version is added: its address is a promise.
    """
    with_text = {stem: one for stem, one in terms.items() if one.text}
    return tuple(pair for stems in _by_title(with_text).values() for pair in combinations(stems, 2))


def _by_title(terms: Mapping[str, Terms]) -> dict[str, list[str]]:
    """The versions of which the day is known, by their titles, each from the earliest to the latest."""
    out: dict[str, list[str]] = defaultdict(list)
    for stem in sorted(terms, key=lambda stem: (terms[stem].title or "", _day(terms, stem), stem)):
        if terms[stem].day:
            out[terms[stem].title or ""].append(stem)
    return dict(out)


def _day(terms: Mapping[str, Terms], stem: str) -> date:
    return terms[stem].day or date.min
