"""Corrects in a folder what can be meant in one way only: lines of data files, and the names of files."""

from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path
from typing import NamedTuple

from macros.record import MEETINGS, SINGLE_FILES, TERMS, corrected, strays

_FOLDERS = {MEETINGS: "*.yml", TERMS: "*.md"}
_MARK = "\ufeff"


class Correction(NamedTuple):
    """A file whose text or name is corrected. Both texts are as the file has them."""

    file: str
    right_name: str
    before: str
    after: str

    @property
    def difference(self) -> str:
        """What is corrected, as a unified diff."""
        lines = unified_diff(
            self.before.splitlines(keepends=True), self.after.splitlines(keepends=True), self.file, self.right_name, n=1
        )
        return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def corrections(folder: Path) -> Iterator[Correction]:
    """What can be corrected in the files of a record. Nothing is written. A file that is no text in UTF-8 is left."""
    renamed = {stray.name: stray.right for stray in strays(folder) if stray.right}
    for name in (*_files(folder), *renamed):
        path, right = folder / name, renamed.get(name, name)
        if not path.is_file() or path.is_symlink():
            continue
        try:
            text = path.read_bytes().decode("utf-8")
        except (UnicodeDecodeError, OSError):
            continue
        mark = _MARK if text.startswith(_MARK) else ""
        new = f"{mark}{corrected(text.removeprefix(_MARK), right)}"
        if (new, right) != (text, name):
            yield Correction(name, right, text, new)


def _files(folder: Path) -> list[str]:
    within = [
        path.relative_to(folder).as_posix()
        for name, pattern in _FOLDERS.items() for path in sorted((folder / name).glob(pattern))
    ]  # fmt: skip
    return [*SINGLE_FILES, *within]
