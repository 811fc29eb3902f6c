"""One at a time: what a command replaces is locked until it has ended."""

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from macros.language import _, wording
from macros.record import Stop

# A short command is waited for, a build is not. In seconds.
_PATIENCE = 2


@contextmanager
def locked(place: Path) -> Iterator[None]:
    """Keep every other command of ours from replacing the folder that `place` leads to.

    The system ends the lock with the process. Raises Stop, with who holds the lock and since when, if it is not free
    within two seconds.
    """
    real = Path(os.path.realpath(place))
    lock, holder = (real.with_name(f".{real.name}.{kind}") for kind in ("lock", "holder"))
    held = FileLock(lock, timeout=_PATIENCE)
    try:
        held.acquire()
    except Timeout:
        raise Stop(_refusal(place, lock, holder)) from None
    except OSError as error:
        raise Stop(_("{file} cannot be written: {why}").format(file=lock, why=error.strerror)) from None
    try:
        with suppress(OSError):  # no room for a courtesy
            holder.write_text(f"{os.getpid()}\n{socket.gethostname()}\n", encoding="utf-8")
        yield
    finally:
        holder.unlink(missing_ok=True)
        held.release()


def _refusal(place: Path, lock: Path, holder: Path) -> str:
    try:
        process, computer = holder.read_text(encoding="utf-8").splitlines()
        since = datetime.fromtimestamp(holder.stat().st_mtime)
    except (OSError, ValueError):  # it has just begun, or just ended
        return _("another command is about to replace {folder}; wait until it has ended, and try again").format(
            folder=place
        )
    said = _(
        "another command is about to replace {folder}: process {process} on the computer {computer}, since {time} on "
        "{day}; wait until it has ended, and try again. If no such process is running there, delete {file}"
    )
    return said.format(
        folder=place, process=process, computer=computer, time=f"{since:%H:%M}", day=wording.day(since.date()),
        file=lock,
    )  # fmt: skip
