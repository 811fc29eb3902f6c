"""Files of meetings and terms under a new name."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from macros.record import MEETINGS, Archive
from macros.record.models import Meeting, Terms
from macros.register import Register, addresses, with_their_state
from macros.rules import fits_its_date

Held = Meeting | Terms


def texts(archive: Archive) -> dict[str, Held]:
    """Every meeting and every file of terms by its file, like `data/meetings/2022-03-21.yml`. The status of a meeting
    is the state of its record: approved if a later one approved it."""
    known = with_their_state(archive.meetings)
    meetings: dict[str, Held] = {one.file: known[stem] for stem, one in archive.meeting_files.items()}
    return meetings | {one.file: one.record for one in archive.terms_files.values()}


def page_of(file: str) -> str:
    """The address of the page of a meeting or of a version of the terms."""
    return (addresses.meeting if file.startswith(f"{MEETINGS}/") else addresses.terms)(Path(file).stem)


def never_had_a_page(archive: Archive) -> set[str]:
    """The files whose name is not that of their day. Nothing is published with such a file, so it never was public."""
    return {file for file, text in texts(archive).items() if _day(text) and not fits_its_date(Path(file).stem, text)}


def renamed(before: Register, after: Register) -> dict[str, str]:
    """The renamed files: the new name with the old one.

    A redirect of its page says that a file was renamed. A file that never had a page needs none: its new name is that
    of the new file with its day, or of the only new one.
    """
    old, new = texts(before.archive), texts(after.archive)
    gone, come = (
        {file: old[file] for file in old if file not in new},
        {file: new[file] for file in new if file not in old},
    )
    pages, found = {page_of(file): file for file in come}, {}
    for file in gone:
        if to := pages.get(after.archive.redirects.get(page_of(file), "")):
            found[to] = file
    for file in sorted(gone.keys() & never_had_a_page(before.archive) - set(found.values())):
        if to := next(_meant(gone[file], {name: text for name, text in come.items() if name not in found}), None):
            found[to] = file
    return found


def _meant(text: Held, come: dict[str, Held]) -> Iterator[str]:
    alike = {file: other for file, other in come.items() if type(other) is type(text)}
    yield from (file for file, other in alike.items() if _day(other) == _day(text))
    if len(alike) == 1:
        yield from alike


def _day(text: Held) -> date | None:
    return text.date if isinstance(text, Meeting) else text.day
