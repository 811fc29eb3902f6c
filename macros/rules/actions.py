"""Rules about the actions in one file."""

import re
from collections.abc import Iterator
from dataclasses import replace

from macros.language import _, one_of
from macros.record import Archive, Problem, Severity, yaml_text
from macros.record.models import KINDS, USUAL_WORDS, plain
from macros.register import references, status_kinds, status_of_entry
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
            if ids and entry.id and not ids.fits(plain(entry.id)):  # characters that nobody sees have a rule
                said = _(
                    "id '{id}' does not fit the pattern {pattern} of data/group.yml; expected one like '{example}'"
                )
                message = said.format(id=entry.id, pattern=ids.text, example=ids.example)
                yield filed.warning(("actions", index, "id"), message, f"other pattern {entry.id}")


def ids_are_spelt_alike(archive: Archive) -> Iterator[Problem]:
    """No two action ids differ only in capitals or leading zeros.

        id 'abc0721-06' is written 'ABC0721-06' elsewhere, and both would have one address; use one spelling
        warning: id 'ABC0721-6' is written 'ABC0721-06' elsewhere; use one spelling if they are one action

    If one of them is wrong, correct it. If two actions have ids that differ only in zeros, acknowledge the warning.
    """
    spelt: dict[str, str] = {}
    by_anchor: dict[str, str] = {}
    for filed in archive.meeting_files.values():
        for index, entry in enumerate(filed.record.actions):
            if entry.id is None:
                continue
            path, anchor = ("actions", index, "id"), action_anchor(entry.id)
            first = spelt.setdefault(_LEADING_ZEROS.sub("", anchor), entry.id)
            same = by_anchor.setdefault(anchor, entry.id)
            if same != entry.id:
                said = _("id '{id}' is written '{first}' elsewhere, and both would have one address; use one spelling")
                yield filed.problem(Severity.ERROR, path, said.format(id=entry.id, first=same))
            elif first != entry.id:
                said = _("id '{id}' is written '{first}' elsewhere; use one spelling if they are one action")
                yield filed.warning(path, said.format(id=entry.id, first=first), f"other spelling {entry.id}")


def references_are_used_once(archive: Archive) -> Iterator[Problem]:
    """No two entries of a meeting have the same reference of this site.

        reference '3' is that of the entry on line 64, too; change 'ref:'

    An action without a printed id is called by its meeting and its place in the list, like `2025-09-18/3`, or by what
    stands after 'ref:'. Give one of the two another 'ref:', the one that is not published yet.
    """
    for stem, filed in archive.meeting_files.items():
        used: dict[str, int] = {}
        restarting = archive.group.restarting_ids
        for index, name in enumerate(references(stem, filed.record)):
            entry = filed.record.actions[index]
            if entry.follows or (entry.id and not entry.ref and not entry.raised and not restarting):
                continue  # it is called otherwise
            first = used.setdefault(name.casefold(), index)
            if first != index:
                line = filed.problem(Severity.ERROR, ("actions", first), "").place.line
                said = _("reference '{name}' is that of the entry on line {line}, too; change 'ref:'")
                message = said.format(name=name.partition("/")[2], line=line)
                yield filed.problem(Severity.ERROR, ("actions", index, "ref"), message)


def statuses_are_known(archive: Archive) -> Iterator[Problem]:
    """It is known what kind of status each printed status is: one of the usual words, or one in data/group.yml.

        status 'with Chair' is in no table; say what kind it is under 'statuses:' in data/group.yml, like 'with
          Chair: open', or in progress, parked, done, withdrawn, superseded or closed

    The pages show the words as printed. Lists, filters and counts use the kind. Add a line to data/group.yml, once for
    each wording: 'closed' is for words that do not say how the action ended.
    """
    kinds = status_kinds(archive.group.statuses)
    for filed in archive.meeting_files.values():
        for index, entry in enumerate(filed.record.actions):
            found = status_of_entry(entry, kinds)
            if found and found.kind is None:
                said = _(
                    "status '{status}' is in no table; say what kind it is under 'statuses:' in data/group.yml, like "
                    "'{quoted}: open', or {kinds}"
                )
                kinds_said = one_of(kind for kind in KINDS if kind != "open")
                message = said.format(status=entry.status, quoted=yaml_text(entry.status or ""), kinds=kinds_said)
                path, typed = ("actions", index, "status"), entry.status or ""
                known = {*USUAL_WORDS, *archive.group.statuses}
                problem = filed.problem(Severity.ERROR, path, message)
                if (meant := plain(typed)) != typed and (meant.lower() in known or meant in known):
                    problem = replace(problem, corrected=filed.corrected(problem.place, typed, meant))
                yield problem
