"""Rules about acknowledged warnings."""

from collections.abc import Iterable, Iterator
from typing import Any

from macros.language import _
from macros.record import Archive, Filed, Problem, Severity
from macros.record.models import Acknowledgement


def without_acknowledged(archive: Archive, problems: Iterable[Problem]) -> set[Problem]:
    """The problems without the warnings that the files acknowledge."""
    answered = {(filed.file, one.warning) for filed, one, _index in _acknowledged(archive)}
    return {found for found in problems if not found.name or (found.place.file, found.name) not in answered}


def acknowledged_warnings_arise(archive: Archive, problems: Iterable[Problem]) -> Iterator[Problem]:
    """Each acknowledged warning is one that the check would report about this file.

        note: 'no owner ABC0721-06' is acknowledged, but the check does not warn of it in this file; delete the entry

    The record has changed since, or the name is mistyped. The check gives the name at the end of its message. The
    reason is on the page as long as the entry is there.
    """
    arise = {(found.place.file, found.name) for found in problems}
    for filed, one, index in _acknowledged(archive):
        if (filed.file, one.warning) not in arise:
            said = _("'{name}' is acknowledged, but the check does not warn of it in this file; delete the entry")
            path = ("acknowledged", index, "warning")
            yield filed.problem(Severity.NOTE, path, said.format(name=one.warning))


def _acknowledged(archive: Archive) -> Iterator[tuple[Filed[Any], Acknowledgement, int]]:
    may_be_absent = (archive.glossary_file, archive.accessibility_file)
    every = (*archive.meeting_files.values(), *archive.terms_files.values())
    files: list[Filed[Any]] = [archive.group_file, archive.people_file, *filter(None, may_be_absent), *every]
    for filed in files:
        for index, one in enumerate(filed.record.acknowledged):
            yield filed, one, index
