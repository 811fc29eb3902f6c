"""The folder of an earlier index, which a new one may replace."""

import re
from pathlib import Path

from macros.language import _
from macros.record import Stop
from macros.record.models import quoted
from macros.site import ICON, MARK, made_by

MAKER = "minutes index"  # in the mark of the folder; an earlier program left that empty
_FILES = re.compile(
    rf"(?:(?:meetings/(?:(?:[0-9]{{4}}|without-a-day)/)?|actions/)?index\.html|{re.escape(ICON)}|{re.escape(MARK)})"
)


def is_replaceable(folder: Path) -> bool:
    """Whether a folder has an earlier index, and nothing else, or is empty."""
    return _other_file(folder) is None


def require_replaceable(folder: Path) -> None:
    """Raises Stop, with the name of a file that would be lost, if a folder is there and may not be replaced."""
    if other := _other_file(folder):
        said = _("{folder} holds {file}, which is not of an earlier index, so it is not replaced; name another folder")
        raise Stop(said.format(folder=folder, file=quoted(other)))


def _other_file(folder: Path) -> str | None:
    """The path of a file that no index has, if there is one; of any file, if the folder is not marked as an index."""
    marked = folder.is_dir() and made_by(folder) in (MAKER, "")
    paths = (path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir())
    names = sorted(path.relative_to(folder).as_posix() for path in paths)
    return next((name for name in names if not marked or not _FILES.fullmatch(name)), None)
