"""The day and the revision that the pages name: those of the files, never of the machine."""

import os
from datetime import UTC, date, datetime
from pathlib import Path

from macros.language import _
from macros.pages.frame import Edition
from macros.record.problems import Stop
from macros.site.git import NoRevision, git

EPOCH = "SOURCE_DATE_EPOCH"
_MADE_FROM = ("data", "docs", "macros", "overrides", "mkdocs.yml")
_SHOWN = 10  # letters of a revision, the same in every clone


def edition_of(folder: Path) -> Edition:
    """The edition that is built from the files in `folder`.

    Its revision is the last one in git that changed the record or the program. Its day is that of SOURCE_DATE_EPOCH
    (see `source_date`), else that revision's, as its author's clock said; neither, where git does not know the folder.
    Raises Stop with a sentence.
    """
    day = source_date()
    try:
        found = git(folder, "log", "-1", "--format=%H %cs", "--", *_MADE_FROM).decode("ascii").split()
        changed = git(folder, "status", "--porcelain", "--", *_MADE_FROM)
    except NoRevision:
        found = []
    if not found:
        return Edition(day)
    revision, committed = found
    return Edition(day or date.fromisoformat(committed), revision[:_SHOWN], bool(changed))


def source_date() -> date | None:
    """The day of the environment variable SOURCE_DATE_EPOCH (seconds since 1970, as reproducible-builds.org
    specifies it), in UTC. Raises Stop with a sentence."""
    seconds = os.environ.get(EPOCH)
    try:
        return datetime.fromtimestamp(int(seconds), UTC).date() if seconds else None
    except (ValueError, OverflowError, OSError):
        said = _("{variable} is '{found}'; expected seconds since 1970, like 1647820800")
        raise Stop(said.format(variable=EPOCH, found=seconds)) from None
