"""The record at a revision of git."""

import io
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from macros.language import _
from macros.record import PAPERS
from macros.site import NoRevision, git


@contextmanager
def record_at(folder: Path, revision: str) -> Iterator[Path]:
    """A temporary folder with `data/`, and the papers that it names, as they were at a revision of the repository of
    `folder`, for the `with` block.

    It is empty if the revision has no `data/`. Raises NoRevision with the reason if git fails.
    """
    commit = _commit(folder, revision)
    with TemporaryDirectory(prefix="minutes-") as place:
        held = [part for part in ("data", PAPERS) if git(folder, "ls-tree", commit, part)]
        if held:
            _unpack(git(folder, "archive", "--format=tar", commit, *held), Path(place), revision)
        yield Path(place)


def changed_files(folder: Path, revision: str, below: str) -> list[str]:
    """The files below a path of `folder` that differ from the merge base with a revision, and the untracked ones.

    Raises NoRevision with the reason if git fails.
    """
    commit = _commit(folder, revision)
    commands = (
        ("diff", "--name-only", "--relative", "-z", "--merge-base", commit, "--", below),
        ("ls-files", "--others", "--exclude-standard", "-z", "--", below),
    )
    return [name for command in commands for name in git(folder, *command).decode().split("\0") if name]


def _commit(folder: Path, revision: str) -> str:
    git(folder, "rev-parse", "--git-dir")
    try:
        found = git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    except NoRevision:
        said = _("git knows no revision '{revision}' here; check how it is spelt, or fetch it with 'git fetch'")
        raise NoRevision(said.format(revision=revision)) from None
    return found.decode("ascii").strip()


def _unpack(tar: bytes, place: Path, revision: str) -> None:
    try:
        with tarfile.open(fileobj=io.BytesIO(tar)) as archive:
            archive.extractall(place, filter="data")
    except tarfile.TarError as error:
        said = _("the record at '{revision}' cannot be unpacked: {why}")
        raise NoRevision(said.format(revision=revision, why=error)) from None
