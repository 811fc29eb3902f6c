"""Rules about the actions in one file."""

import re
from collections.abc import Iterator

from macros.language import _
from macros.record import Archive, Problem, Severity, nearest
from macros.record.models import ActionStatus
from macros.register.addresses import action_anchor

_LEADING_ZEROS = re.compile(r"(?<=\D)0+(?=\d+$)")


def ids_fit_the_pattern(archive: Archive) -> Iterator[Problem]:
    """Every action id fits the pattern in data/group.yml.

        id 'XX-1' does not fit the pattern ABC{month}{year}-{number} of data/group.yml; expected one like 'ABC0322-01'

    Correct the id. If the group has a new way to write its ids, change 'action_id:' in data/group.yml; then it has
    to fit the old ids too, or be left out.
    """
    ids = archive.group.action_id
    for filed in archive.meeting_files.values():
        for index, entry in enumerate(filed.record.actions):
            if ids and not ids.fits(entry.id):
                yield filed.problem(
                    Severity.ERROR, ("actions", index, "id"),
                    _("id '{id}' does not fit the pattern {pattern} of data/group.yml; expected one like '{example}'")
                    .format(id=entry.id, pattern=ids.pattern, example=ids.example),
                )  # fmt: skip


def ids_stand_once_in_a_meeting(archive: Archive) -> Iterator[Problem]:
    """No action id is listed twice in one meeting, and no two ids differ only in capitals or leading zeros.

        id 'ABC0721-06' is here again, first on line 64; check both
        id 'abc0721-06' is written 'ABC0721-06' elsewhere; use one spelling

    If two entries are about the same action, make them one. If one of them has the wrong id, correct it.
    """
    spelt: dict[str, str] = {}
    for filed in archive.meeting_files.values():
        seen: dict[str, int] = {}
        for index, entry in enumerate(filed.record.actions):
            path = ("actions", index, "id")
            anchor = action_anchor(entry.id)
            first = spelt.setdefault(_LEADING_ZEROS.sub("", anchor), entry.id)
            if anchor in seen:
                line = filed.problem(Severity.ERROR, ("actions", seen[anchor], "id"), "").place.line
                said = _("id '{id}' is here again, first on line {line}; check both")
                yield filed.problem(Severity.ERROR, path, said.format(id=entry.id, line=line))
            elif first != entry.id:
                said = _("id '{id}' is written '{first}' elsewhere; use one spelling")
                yield filed.problem(Severity.ERROR, path, said.format(id=entry.id, first=first))
            seen.setdefault(anchor, index)


def superseding_actions_exist(archive: Archive) -> Iterator[Problem]:
    """A superseded action names the action that takes its place, and that is another action of the record.

        superseded_by 'ABC0322-09' is not in any meeting; did you mean 'ABC0322-01'?
        superseded_by 'ABC0322-01' needs 'status: superseded'
        action 'ABC0721-06' cannot supersede itself
        warning: action 'ABC0721-06' is superseded, but not said by which; add 'superseded_by:' if recorded

    An action is superseded when another one takes its place. Give the id of that other action after
    'superseded_by:', and 'superseded' after 'status:'. If the record does not say which it is, leave the warning.
    """
    known = {entry.id for meeting in archive.meetings.values() for entry in meeting.actions}
    for filed in archive.meeting_files.values():
        for index, entry in enumerate(filed.record.actions):
            path, by = ("actions", index, "superseded_by"), entry.superseded_by
            if by and entry.status is not ActionStatus.SUPERSEDED:
                said = _("superseded_by '{action}' needs 'status: superseded'")
                yield filed.problem(Severity.ERROR, path, said.format(action=by))
            if by == entry.id:
                said = _("action '{action}' cannot supersede itself")
                yield filed.problem(Severity.ERROR, path, said.format(action=by))
            elif by and by not in known and len(archive.followable) == len(archive.meetings):
                said = _("superseded_by '{action}' is not in any meeting{fix}")
                guess = nearest(by, known - {entry.id})
                yield filed.problem(Severity.ERROR, path, said.format(action=by, fix=guess))
            elif entry.status is ActionStatus.SUPERSEDED and not by:
                said = _("action '{action}' is superseded, but not said by which; add 'superseded_by:' if recorded")
                path = ("actions", index, "status")
                yield filed.problem(Severity.WARNING, path, said.format(action=entry.id))
