"""Files and folders that are written beside their place and then take it: whole, or as before."""

import ctypes
import glob
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from macros.language import _
from macros.record import Stop
from macros.site.lock import locked

_SWAP = 2  # RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS


def write(file: Path, content: str | bytes) -> None:
    """Write a file, or replace it by a whole new one. Raises Stop if it cannot be written; then it is as before."""
    with _beside(file) as (real, new):
        real.parent.mkdir(parents=True, exist_ok=True)
        if real.exists() and not real.is_file():  # such as /dev/stdout
            real.write_bytes(_bytes(content))
            return
        new.write_bytes(_bytes(content))
        if real.exists():
            shutil.copymode(real, new)
        new.replace(real)


def write_new(file: Path, content: str | bytes) -> None:
    """Write a file that does not exist yet. Raises FileExistsError if it does, and Stop if it cannot be written."""
    with _beside(file) as (real, new):
        new.write_bytes(_bytes(content))
        try:
            os.link(new, real)  # the one way of renaming that never replaces what is there
        except FileExistsError:
            raise
        except OSError:  # a disk without links, such as a memory stick
            real.touch(exist_ok=False)
            new.replace(real)


@contextmanager
def _beside(file: Path) -> Iterator[tuple[Path, Path]]:
    """The file that a path leads to, and the path of a temporary one in its folder, which is removed at the end."""
    real = Path(os.path.realpath(file))
    new = _named(real, "new")
    try:
        yield real, new
    except FileExistsError:
        raise
    except OSError as error:
        raise Stop(_("{file} cannot be written: {why}").format(file=file, why=error.strerror or error)) from None
    finally:
        new.unlink(missing_ok=True)


def _bytes(content: str | bytes) -> bytes:
    return content.encode("utf-8") if isinstance(content, str) else content


def _named(place: Path, kind: str) -> Path:
    return place.with_name(f".{place.name}.{secrets.token_hex(4)}.{kind}")


@contextmanager
def replacing(place: Path) -> Iterator[Path]:
    """An empty folder beside `place`, in which its replacement can be made while no other command replaces it.

    It is removed at the end. What a command that was killed left is removed too; if that was the only copy of `place`,
    it is put back. Raises Stop if nothing can be written there; then `place` is as before.
    """
    real = _real(place)
    try:
        real.parent.mkdir(parents=True, exist_ok=True)
        with locked(real):
            _heal(real)
            new = _named(real, "new")
            new.mkdir()
            try:
                yield new
            finally:
                _remove(new)
    except OSError as error:
        why = f"{error.filename}: {error.strerror}" if error.filename else str(error)
        raise Stop(_("{folder} is as it was, because of this failure: {why}").format(folder=place, why=why)) from None


def replace_folder(new: Path, place: Path) -> None:
    """Let the finished folder `new`, which `replacing` has given or which is within that, take the place of `place`."""
    real = _real(place)
    if not real.exists():
        new.rename(real)
    elif not _swapped(new, real):
        old = _named(real, "old")
        real.rename(old)  # `replacing` puts it back if the program is killed now
        try:
            new.rename(real)
        except OSError:
            old.rename(real)
            raise
        old.rename(new)


def _real(place: Path) -> Path:
    real = Path(os.path.realpath(place))
    if real.is_symlink():
        raise Stop(_("{folder} is a link that leads to itself; remove it").format(folder=place))
    if os.path.ismount(real):
        said = _("{folder} is a volume of its own, which cannot be replaced as a whole; name a folder within it")
        raise Stop(said.format(folder=place))
    if real.exists() and not os.access(real, os.W_OK):
        raise Stop(_("{folder} is read-only, so it is not replaced").format(folder=place))
    return real


def _swapped(one: Path, other: Path) -> bool:
    """Let two folders change places in one step. False if the system or the disk cannot do that."""
    system = ctypes.CDLL(None)
    paths = os.fsencode(one), os.fsencode(other)
    if hasattr(system, "renameat2"):
        return bool(system.renameat2(0, paths[0], 0, paths[1], _SWAP) == 0)
    return hasattr(system, "renamex_np") and bool(system.renamex_np(*paths, _SWAP) == 0)


def _heal(real: Path) -> None:
    """Remove what killed commands left beside a folder; the folder itself is put back if it is missing."""
    left = f".{glob.escape(real.name)}.{'[0-9a-f]' * 8}."
    for old in real.parent.glob(f"{left}old"):
        if not real.exists():
            old.rename(real)
    for path in real.parent.glob(f"{left}*"):
        _remove(path)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
