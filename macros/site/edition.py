"""An edition of the site: the day on which it is built, and the revision of the files that it is built from."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Edition:
    """`revision` is a commit's short name, empty where the files are in no repository; `changed` says that files
    differ from it."""

    day: date
    revision: str = ""
    changed: bool = False
