"""The rule about people whom a document names by title and family name alone."""

import re
from collections.abc import Iterator

from macros.language import _
from macros.record import Archive, Problem, Severity
from macros.record.models import Meeting, every_item, name_on
from macros.register import Initials, decisions_of

_BETWEEN_NAMES = re.compile(r"[,/;&+]|\band\b")
_WOMEN, _MEN = frozenset(("mrs", "miss", "ms", "lady", "dame")), frozenset(("mr", "sir", "lord"))
_TITLES = _WOMEN | _MEN | {"cllr", "councillor", "dr", "prof", "professor", "rev", "revd", "mx"}

Path = tuple[str | int, ...]


def family_names_are_known(archive: Archive) -> Iterator[Problem]:
    """Whoever is named by title and family name alone is linked, if only one person on record has that family name.

        note: 'Cllr Stone' may be 'Joan Stone' of data/people.yml, the only one there with that family name; if so, add
          'printed_as: Cllr Stone' there, and the name becomes a link

    The note stands once, where the name first leads an item, attends, proposes or seconds. The site links nobody whom
    the record does not name for certain. If it is somebody else, add them to data/people.yml.
    """
    initials, said = Initials(archive.people), set[str]()
    for stem, filed in archive.meeting_files.items():
        day = filed.record.date
        people = [name for person in archive.people.people.values() if (name := name_on(person, day))]
        for path, text in _named(stem, filed.record):
            for printed in _titled(text):
                called = [name for name in people if _has_family_name(name, printed)]
                if printed in said or len(called) != 1 or initials.within(printed, day).keys:
                    continue
                if not _contradict(printed, called[0]):
                    said.add(printed)
                    message = _(
                        "'{name}' may be '{person}' of data/people.yml, the only one there with that family name; if "
                        "so, add 'printed_as: {name}' there, and the name becomes a link"
                    )
                    yield filed.problem(Severity.NOTE, path, message.format(name=printed, person=called[0]))


def _named(stem: str, meeting: Meeting) -> Iterator[tuple[Path, str]]:
    """Who leads, attends, proposes or seconds, each with the path of the text."""
    for field, names in (("attendees", meeting.attendees), ("apologies", meeting.apologies)):
        yield from (((field, index), text) for index, text in enumerate(names.each if names else ()))
    for index, group in enumerate(meeting.attendance):
        for field in ("present", "apologies", "absent"):
            for number, entry in enumerate(getattr(group, field)):
                yield ("attendance", index, field, number), entry.name.text
    yield from (((*path, "lead"), item.lead.text) for path, item in every_item(meeting.agenda) if item.lead)
    for one in decisions_of(stem, meeting):
        for field in ("proposer", "seconder"):
            if text := getattr(one.entry, field):
                yield (*one.path, field), text


def _titled(text: str) -> Iterator[str]:
    """What in a text is one word behind titles alone."""
    for printed in map(str.strip, _BETWEEN_NAMES.split(text)):
        *before, _family = printed.split() or [""]
        if before and _words(" ".join(before)) <= _TITLES:
            yield printed


def _has_family_name(name: str, printed: str) -> bool:
    """Whether a name of several words ends with the last one of what is printed."""
    *before, family = name.split()
    return bool(before) and printed.split()[-1] == family


def _contradict(printed: str, name: str) -> bool:
    """Whether one of two has a title of women, and the other one of men."""
    one, other = _words(printed), _words(name)
    return bool(one & _WOMEN and other & _MEN) or bool(one & _MEN and other & _WOMEN)


def _words(text: str) -> frozenset[str]:
    return frozenset(word.strip(".").lower() for word in text.split())
