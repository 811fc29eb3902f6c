"""The day and revision of the build: those of the files, never of the machine."""

import os
from datetime import UTC, date, datetime
from pathlib import Path

from macros.language import _
from macros.record import Stop
from macros.record.models import quoted
from macros.register import Edition
from macros.site.git import NoRevision, git

EPOCH = "SOURCE_DATE_EPOCH"
MADE_FROM = ("data", "docs", "macros", "overrides", "mkdocs.yml")  # the paths in a project
_SHOWN = 10  # digits of a revision, the same number in every clone


def edition_of(folder: Path) -> Edition:
    """The edition that is built from the files in `folder`.

    Its revision is the last one in git that changed the record or the program. Its day is that of SOURCE_DATE_EPOCH
    (see `source_date`), or else the day of that commit. Outside a git repository, both may be missing. Raises Stop if
    SOURCE_DATE_EPOCH is not valid.
    """
    day = source_date()
    try:
        found = git(folder, "log", "-1", "--format=%H %cs", "--", *MADE_FROM).decode("ascii").strip()
        changed = git(folder, "status", "--porcelain", "--", *MADE_FROM)
    except NoRevision:
        found = ""
    if not found:
        return Edition(day)
    revision, _space, committed = found.partition(" ")
    return Edition(day or _day(committed), revision[:_SHOWN], bool(changed), revision)


def _day(committed: str) -> date | None:
    """The day of a commit; None if git has one that no calendar has, such as one of the year 10000."""
    try:
        return date.fromisoformat(committed)
    except ValueError:
        return None


def source_date() -> date | None:
    """The day of the environment variable SOURCE_DATE_EPOCH (seconds since 1970, as reproducible-builds.org
    specifies it), in UTC; None if it is not set. Raises Stop if it is not valid."""
    seconds = os.environ.get(EPOCH)
    try:
        return None if seconds is None else datetime.fromtimestamp(_number(seconds), UTC).date()
    except (ValueError, OverflowError, OSError):
        said = _("{variable} is {found}; expected seconds since 1970, like 1647820800")
        raise Stop(said.format(variable=EPOCH, found=quoted(seconds))) from None


def _number(digits: str) -> int:
    """The number in digits. MkDocs reads the same variable, and fails where it is empty."""
    if not (digits.isascii() and digits.isdigit()):
        raise ValueError
    return int(digits)
