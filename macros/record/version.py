"""One version of a data file, such as an earlier one, read on its own."""

from macros.record.archive import GLOSSARY, GROUP, MEETINGS, PEOPLE, TERMS
from macros.record.models import Glossary, Group, Meeting, People, Record, Terms, first_key, read
from macros.record.reading import with_bare_names
from macros.record.source import read_yaml
from macros.record.terms import read_terms
from macros.record.typed import typed

_KINDS: dict[str, type[Record]] = {GROUP: Group, PEOPLE: People, GLOSSARY: Glossary}


def _kind(file: str) -> type[Record] | None:
    """What a file of the record holds, of those in which `changes:` may stand; None for any other."""
    folder, _slash, name = file.rpartition("/")
    if folder == MEETINGS and name.endswith(".yml"):
        return Meeting
    return Terms if folder == TERMS and name.endswith(".md") else _KINDS.get(file)


def read_version(content: bytes, file: str) -> Record | None:
    """The record that a file with this content holds, or None if any part of it cannot be read today.

    No rule is checked, and the locale stays as it is.
    """
    kind, found = _kind(file), typed(content, file)
    if kind is None or found.text is None or found.problems:
        return None
    entry, problems = (
        read_terms(found.text, file) if kind is Terms else read_yaml(found.text, file, like=first_key(kind))
    )
    if problems:
        return None
    record = read(kind, (with_bare_names(entry) if kind is People else entry).plain)
    return record if isinstance(record, Record) else None
