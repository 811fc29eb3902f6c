"""How every door opens a project: the register of its folder, read once for as long as no file changes."""

import gc
import os
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path

from macros import language
from macros.language import _
from macros.register.register import Register, follow
from macros.rules.loading import load

TODAY = "MINUTES_TODAY"
EPOCH = "SOURCE_DATE_EPOCH"
_Fingerprint = tuple[tuple[str, int, int], ...]


class NoDay(ValueError):
    """The environment asks for a day that is none."""


def open_register(folder: Path, checked_on: date | None = None) -> Register:
    """The register of the project in `folder`, as of the day in the environment variable
    MINUTES_TODAY (like 2022-03-21) or else of the latest meeting.

    If `checked_on` is given, what has grown old by that day, or by the one in the environment, is among the problems.
    From here on everything is said in the language of the group.

    Raises Unpublishable with every problem, or NoDay with a sentence.
    """
    today = os.environ.get(TODAY)
    try:
        as_of = date.fromisoformat(today) if today else None
    except ValueError:
        said = _("{variable} is '{found}'; expected a day like 2022-03-21")
        raise NoDay(said.format(variable=TODAY, found=today)) from None
    register = _register(folder, as_of, checked_on and (as_of or checked_on), _fingerprint(folder / "data"))
    language.speak(register.archive.group.locale)
    return register


def day_of_building() -> date:
    """The day of an edition: that of the environment variable SOURCE_DATE_EPOCH (seconds since 1970, as
    reproducible-builds.org specifies it), or else today.

    Raises NoDay with a sentence.
    """
    seconds = os.environ.get(EPOCH)
    try:
        return datetime.fromtimestamp(int(seconds), UTC).date() if seconds else date.today()
    except (ValueError, OverflowError):
        said = _("{variable} is '{found}'; expected seconds since 1970, like 1647820800")
        raise NoDay(said.format(variable=EPOCH, found=seconds)) from None


@lru_cache(maxsize=1)
def _register(folder: Path, today: date | None, checked_on: date | None, _: _Fingerprint) -> Register:
    # A big archive is a million objects without cycles that live as long as the process; the
    # collector's going through them again and again took a third of the time of loading.
    gc.disable()
    try:
        register = follow(load(folder, checked_on), today)
    finally:
        gc.enable()
    gc.freeze()
    return register


def _state(file: str) -> os.stat_result:
    """The state of a file; of a link that leads nowhere its own, as reading it is what complains."""
    try:
        return os.stat(file)
    except OSError:
        return os.lstat(file)


def _fingerprint(folder: Path) -> _Fingerprint:
    found = []
    for at, _folders, names in os.walk(folder):
        for name in names:
            state = _state(os.path.join(at, name))
            found.append((os.path.join(at, name), state.st_mtime_ns, state.st_size))
    return tuple(sorted(found))
