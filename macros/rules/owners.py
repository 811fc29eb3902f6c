"""Rules about owners and lists of attendance: whom the printed words name."""

import re
from collections.abc import Iterator

from macros.language import _
from macros.record import Archive, Filed, Problem, Severity, nearest
from macros.record.models import Meeting
from macros.register import Initials
from macros.rules.initials import BETWEEN_NAMES, CAPITALS, in_initials, problems_with

# What minutes print for an owner, and is nobody's initials.
_NO_INITIALS = {"ALL", "TBA", "TBC", "TBD"}


def owners_are_known(archive: Archive) -> Iterator[Problem]:
    """What looks like the initials of an owner, or of somebody under 'attendance:', is in data/people.yml.

        note: owner 'EG' is not in data/people.yml; did you mean 'EF'?
        note: owner 'EG' is not in data/people.yml; the site shows it as printed, and links it to nobody
        note: 'EG' in the owner 'EG Reps' is not in data/people.yml; the site shows it as printed, and links it to
          nobody
        note: 'EG' in the list of attendance is not in data/people.yml; did you mean 'EF'?
        note: owner 'PC Smith' may name 'PC' of data/people.yml; the site shows it as printed, without a link

    Owners may be any words: 'All sites', 'Chair', 'AB (with CD)'. Initials and full names in data/people.yml become
    links, and their actions are found under them; all else is shown as printed. If it is a typing mistake, correct it.
    """
    initials = Initials(archive.people)
    for filed in archive.meeting_files.values():
        for index, entry in enumerate(filed.record.actions):
            if not entry.owner:
                continue
            meant = initials.within(entry.owner.text, filed.record.date)
            named = {word for printed in meant.keys for word in CAPITALS.findall(printed)}
            for found in CAPITALS.findall(entry.owner.text):
                if found in named or (found in _NO_INITIALS and found not in initials.all):
                    continue
                path = ("actions", index, "owner")
                fix = nearest(found, initials.all) or _("; the site shows it as printed, and links it to nobody")
                said = _not_known(found, entry.owner.text, fix)
                if found in initials.all:
                    place = filed.problem(Severity.NOTE, path, "").place
                    [*said_of] = problems_with(initials, "owner", found, place, filed.record.date)
                    said = said_of[0].message if said_of else _beside(found, entry.owner.text)
                noted = filed.problem(Severity.NOTE, path, said)
                yield filed.with_nearest(noted, found, initials.all - {found})
        yield from _attendance_is_known(filed, initials)


def _attendance_is_known(filed: Filed[Meeting], initials: Initials) -> Iterator[Problem]:
    for index, group in enumerate(filed.record.attendance):
        for field in ("present", "apologies", "absent"):
            for number, entry in enumerate(getattr(group, field)):
                path = ("attendance", index, field, number, "name")
                linked = initials.within(entry.name.text, filed.record.date)
                for printed, place in filed.names_at(path, in_initials(entry.name.text, initials, filed.record.date)):
                    if printed not in linked.keys:
                        fix = nearest(printed, initials.all) or _(
                            "; the site shows it as printed, and links it to nobody"
                        )
                        said = _("'{initials}' in the list of attendance is not in data/people.yml{fix}")
                        yield Problem(place, Severity.NOTE, said.format(initials=printed, fix=fix))


def _not_known(printed: str, owner: str, fix: str) -> str:
    """What is said of initials of nobody, which stand alone or beside other words of an owner."""
    phrases = [phrase.strip() for phrase in BETWEEN_NAMES.split(owner)]
    words = next((phrase for phrase in phrases if re.search(rf"\b{printed}\b", phrase)), owner)
    if words == printed:
        return _("owner '{initials}' is not in data/people.yml{fix}").format(initials=printed, fix=fix)
    said = _("'{initials}' in the owner '{owner}' is not in data/people.yml{fix}")
    return said.format(initials=printed, owner=words, fix=fix)


def _beside(printed: str, owner: str) -> str:
    said = _("owner '{owner}' may name '{initials}' of data/people.yml; the site shows it as printed, without a link")
    return said.format(owner=owner, initials=printed)
