"""Who came to a meeting, and who sent apologies, as far as the printed words say so for certain."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from macros.record.models import Attendees, Meeting, Owners, parts_of
from macros.register.initials import Initials, Meant

# At least two capitals, and no long word.
_LIKE_INITIALS = re.compile(r"[A-Z](?=[A-Za-z]{0,6}[A-Z])[A-Za-z]{1,7}")
# What a list of members says of those who were not there.
_NOT_THERE = re.compile(r"\b(?:apolog(?:y|ies)|absent|regrets|did not attend)\b", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\([^()]*(?:\)|$)")
_STRONG, _WEAK = re.compile(r"\s*[,;]\s*(.*)", re.DOTALL), re.compile(r"\s*(?:[/&+\s]|\band\b)\s*(.*)", re.DOTALL)


class Presence(Enum):
    """What a meeting's record says of somebody's attendance."""

    PRESENT = "present"
    APOLOGIES = "apologies"
    ABSENT = "absent"  # listed as such; never where the record says nothing
    NOT_NAMED = "not named"  # the record says who came, and does not name them
    NOT_RECORDED = "not recorded"


@dataclass(frozen=True)
class Listed:
    """One entry of a list of attendance, by its path in the meeting's file.

    `who`: those whom it says to have come, or to have sent apologies, by their keys. `is_plain`: whether it says
    nothing else, such as that somebody came for some items.
    """

    path: tuple[str | int, ...]
    meant: Meant
    who: tuple[str, ...]
    is_plain: bool


def present_at(meeting: Meeting, initials: Initials) -> Iterator[Listed]:
    """Each entry about people who came."""
    yield from _listed("attendees", meeting.attendees, meeting, initials)
    yield from _in_groups("present", meeting, initials)


def excused_from(meeting: Meeting, initials: Initials) -> Iterator[Listed]:
    """Each entry about people who sent apologies."""
    yield from _listed("apologies", meeting.apologies, meeting, initials)
    yield from _in_groups("apologies", meeting, initials)


def absent_from(meeting: Meeting, initials: Initials) -> Iterator[Listed]:
    """Each entry about people whom the document lists as absent."""
    yield from _in_groups("absent", meeting, initials)


# The lists that a document may have, each with what gives its entries.
LISTS = {Presence.PRESENT: present_at, Presence.APOLOGIES: excused_from, Presence.ABSENT: absent_from}


def attendance_of(meeting: Meeting, initials: Initials) -> dict[Presence, tuple[Listed, ...]]:
    """Each entry of a meeting about those who came, who sent apologies and who were absent."""
    return {presence: tuple(entries(meeting, initials)) for presence, entries in LISTS.items()}


def named_in(attendance: dict[Presence, tuple[Listed, ...]]) -> dict[str, Presence]:
    """Everybody whose attendance these entries record, by their keys; who is in two lists was there."""
    found: dict[str, Presence] = {}
    for presence, listed in attendance.items():
        for key in (key for entry in listed for key in entry.who):
            found.setdefault(key, presence)
    return found


def says_who_came(meeting: Meeting) -> bool:
    """Whether a meeting's record has a list of those who came."""
    return bool(meeting.attendees and meeting.attendees.each) or any(group.present for group in meeting.attendance)


def _listed(field: str, names: Attendees | None, meeting: Meeting, initials: Initials) -> Iterator[Listed]:
    for index, words in enumerate(names.each if names else ()):
        meant = initials.meant(Owners(words, ()), meeting.date)
        yield Listed((field, index), meant, named_first(meant), is_only_initials(meant))


def _in_groups(field: str, meeting: Meeting, initials: Initials) -> Iterator[Listed]:
    for index, group in enumerate(meeting.attendance):
        for number, entry in enumerate(getattr(group, field)):
            meant = initials.meant(entry.name, meeting.date)
            more = (entry.role, entry.organisation, entry.deputy_for, entry.part, entry.how, entry.remark)
            is_plain = is_only_initials(meant) and not any(more)
            yield Listed(("attendance", index, field, number), meant, named_first(meant), is_plain)


def is_only_names(meant: Meant) -> bool:
    """Whether a text consists of initials and names that are known, and what may stand between them."""
    return bool(meant.keys) and not _others(meant)


def is_only_initials(meant: Meant) -> bool:
    """Whether a text consists of initials and names that are known, and of other words that look like initials."""
    return all(map(_LIKE_INITIALS.fullmatch, _others(meant)))


def _others(meant: Meant) -> list[str]:
    """The words of a text that are no known names."""
    return [
        word for before in (*(before for before, _printed in meant.pieces), meant.rest) for word in parts_of(before)
    ]


def named_first(meant: Meant) -> tuple[str, ...]:
    """Those whom an entry is about: the names at its beginning, such as AB of `AB for CD` and of `AB (with CD)`.

    A title in capitals, like Cllr, may stand before a name; any other word leads to whom the entry is not about, up to
    the next comma.
    """
    if _NOT_THERE.search(meant.text):
        return ()
    counted, open_brackets, is_about = [], 0, True
    for first, (before, _printed, key) in enumerate(meant.people):
        open_brackets += before.count("(") - before.count(")")
        said = _IN_BRACKETS.sub("", before.rpartition(")")[2])
        strong, weak = _STRONG.fullmatch(said), _WEAK.fullmatch(said)
        if not first or strong:
            is_about = _is_title(strong[1] if strong else said)
        else:
            is_about = is_about and bool(weak and _is_title(weak[1]))
        if is_about and open_brackets <= 0:
            counted.append(key)
    return tuple(dict.fromkeys(counted))


def _is_title(words: str) -> bool:
    return all(word[0].isupper() and word.strip(".").isalpha() for word in words.split())
