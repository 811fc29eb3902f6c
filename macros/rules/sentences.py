"""The texts of the record in which sentences stand."""

from collections.abc import Iterator
from typing import Any

from macros.record import Archive, Filed
from macros.record.models import leaves

_FIELDS = {"title", "minutes", "action", "update", "note", "notes", "text"}


def sentences(archive: Archive) -> Iterator[tuple[Filed[Any], tuple[str | int, ...], str]]:
    """Each text of meetings and terms in which sentences stand, with its file and its path."""
    files: tuple[Filed[Any], ...] = (*archive.meeting_files.values(), *archive.terms_files.values())
    for filed in files:
        for path, value, _is_prose in leaves(filed.record):
            if isinstance(value, str) and _FIELDS & set(path):
                yield filed, path, value
