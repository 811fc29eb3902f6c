"""The files from which a change removes personal data, so that nothing may print again what they said."""

from collections.abc import Iterator, Mapping

from macros.record import GLOSSARY, GROUP, PEOPLE, Archive
from macros.record.models import Change
from macros.register import noted
from macros.review.renamed import texts


def removing(before: Archive, after: Archive, renamed: Mapping[str, str]) -> frozenset[str]:
    """The later names of the files in which an entry under `changes:` says for the first time `removed: true`.
    `renamed`: the new names of files with the old ones."""
    old, new = dict(changes_of(before)), dict(changes_of(after))
    return frozenset(file for file, entries in new.items()
                     if noted(old.get(renamed.get(file, file), ()), entries).removes)  # fmt: skip


def changes_of(archive: Archive) -> Iterator[tuple[str, tuple[Change, ...]]]:
    """Each file that tells readers of changes, with its list."""
    yield GROUP, archive.group.changes
    yield PEOPLE, archive.people.changes
    if archive.glossary_file:
        yield GLOSSARY, archive.glossary_file.record.changes
    yield from ((file, text.changes) for file, text in texts(archive).items())
