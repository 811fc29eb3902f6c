"""Rules about the actions in one file."""

import re
from collections.abc import Iterator

from macros.language import _
from macros.record import Archive, Problem, Severity, nearest
from macros.record.models import ActionStatus
from macros.register.addresses import action_anchor

_LEADING_ZEROS = re.compile(r"(?<=\D)0+(?=\d+$)")


def ids_fit_the_pattern(archive: Archive) -> Iterator[Problem]:
    """Every action id fits a pattern in data/group.yml.

        warning: id 'XX-1' does not fit the pattern ABC{month}{year}-{number} of data/group.yml; expected one like
          'ABC0322-01'

    Correct the id. If the group has a new way to write its ids, or the action comes from another group, add its pattern
    to 'action_id:' in data/group.yml, as a list: `[ABC{month}{year}-{number}, "XX-{number}"]`. The first is the group's
    own. If it is a slip of the document, acknowledge the warning.
    """
    ids = archive.group.action_id
    for filed in archive.meeting_files.values():
        for index, entry in enumerate(filed.record.actions):
            if ids and not ids.fits(entry.id):
                said = _(
                    "id '{id}' does not fit the pattern {pattern} of data/group.yml; expected one like '{example}'"
                )
                message = said.format(id=entry.id, pattern=ids.text, example=ids.example)
                yield filed.warning(("actions", index, "id"), message, f"other pattern {entry.id}")


def ids_stand_once_in_a_meeting(archive: Archive) -> Iterator[Problem]:
    """No action id is listed twice in one meeting, and no two ids differ only in capitals or leading zeros.

        id 'ABC0721-06' is here again, first on line 64; check both
        id 'abc0721-06' is written 'ABC0721-06' elsewhere, and both would have one address; use one spelling
        warning: id 'ABC0721-6' is written 'ABC0721-06' elsewhere; use one spelling if they are one action

    If two entries are about the same action, make them one. If one of them has the wrong id, correct it. If two actions
    have ids that differ only in zeros, acknowledge the warning.
    """
    spelt: dict[str, str] = {}
    by_anchor: dict[str, str] = {}
    for filed in archive.meeting_files.values():
        seen: dict[str, int] = {}
        for index, entry in enumerate(filed.record.actions):
            path, anchor = ("actions", index, "id"), action_anchor(entry.id)
            first = spelt.setdefault(_LEADING_ZEROS.sub("", anchor), entry.id)
            same = by_anchor.setdefault(anchor, entry.id)
            if anchor in seen:
                line = filed.problem(Severity.ERROR, ("actions", seen[anchor], "id"), "").place.line
                said = _("id '{id}' is here again, first on line {line}; check both")
                yield filed.problem(Severity.ERROR, path, said.format(id=entry.id, line=line))
            elif same != entry.id:
                said = _("id '{id}' is written '{first}' elsewhere, and both would have one address; use one spelling")
                yield filed.problem(Severity.ERROR, path, said.format(id=entry.id, first=same))
            elif first != entry.id:
                said = _("id '{id}' is written '{first}' elsewhere; use one spelling if they are one action")
                yield filed.warning(path, said.format(id=entry.id, first=first), f"other spelling {entry.id}")
            seen.setdefault(anchor, index)


def superseding_actions_exist(archive: Archive) -> Iterator[Problem]:
    """A superseded action names the actions that take its place, and these are other actions of the record.

        warning: superseded_by 'ABC0322-09' is not in any meeting; did you mean 'ABC0322-01'?
        warning: superseded_by 'ABC0322-01' stands beside another status; expected 'status: superseded'
        warning: action 'ABC0721-06' supersedes itself; check the id
        warning: action 'ABC0721-06' is superseded, but not said by which; add 'superseded_by:' if recorded

    An action is superseded when others take its place. Give their ids after 'superseded_by:', one or a list like
    [ABC0322-01, ABC0322-02], and 'superseded' after 'status:'. If the record does not say which they are, or prints
    something else, acknowledge the warning.
    """
    known = {entry.id for meeting in archive.meetings.values() for entry in meeting.actions}
    answered = {entry.id for meeting in archive.meetings.values() for entry in meeting.actions if entry.superseded_by}
    complete = len(archive.followable) == len(archive.meetings)
    for filed in archive.meeting_files.values():
        for index, entry in enumerate(filed.record.actions):
            path, name = ("actions", index, "superseded_by"), f"superseded by {entry.id}"
            for by in entry.superseded_by:
                if by == entry.id:
                    yield filed.warning(
                        path, _("action '{action}' supersedes itself; check the id").format(action=by), name
                    )
                elif by not in known and complete:
                    said = _("superseded_by '{action}' is not in any meeting{fix}")
                    yield filed.warning(path, said.format(action=by, fix=nearest(by, known - {entry.id})), name)
            if entry.superseded_by and entry.status is not ActionStatus.SUPERSEDED:
                said = _("superseded_by '{action}' stands beside another status; expected 'status: superseded'")
                yield filed.warning(path, said.format(action=", ".join(entry.superseded_by)), name)
            elif entry.status is ActionStatus.SUPERSEDED and entry.id not in answered:
                said = _("action '{action}' is superseded, but not said by which; add 'superseded_by:' if recorded")
                yield filed.warning(("actions", index, "status"), said.format(action=entry.id), name)
