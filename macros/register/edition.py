"""Which files a site is built from: their day and their revision."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Edition:
    """The edition of a site: the day and revision of the files that it is built from.

    `day`: None if it is not known. `revision`: the short name of a commit; empty outside a git repository. `changed`:
    whether files differ from that commit. `commit`: its whole name.
    """

    day: date | None = None
    revision: str = ""
    changed: bool = False
    commit: str = ""


NO_EDITION = Edition()
