"""The record as git holds it at a revision. The only module that calls git."""

import io
import os
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from macros.language import _
from macros.site.edition import Edition

_MADE_FROM = ("data", "docs", "macros", "overrides", "mkdocs.yml")


class NoRevision(ValueError):
    """Git cannot give the record at a revision; the text is a sentence that says why."""


@contextmanager
def record_at(folder: Path, revision: str) -> Iterator[Path]:
    """A folder for as long as the block lasts, with `data/` as it was at a revision of the repository of `folder`.

    It is empty where the revision holds no `data/`. Raises NoRevision with a sentence.
    """
    commit = _commit(folder, revision)
    with TemporaryDirectory(prefix="minutes-") as place:
        if _git(folder, "ls-tree", commit, "data"):
            _unpack(_git(folder, "archive", "--format=tar", commit, "data"), Path(place), revision)
        yield Path(place)


def edition_of(folder: Path, day: date) -> Edition:
    """The edition that is built on a day: without a revision where the folder is in no repository of git, or git is
    not at hand."""
    try:
        revision = _git(folder, "rev-parse", "--short", "HEAD").decode("ascii").strip()
        changed = _git(folder, "status", "--porcelain", "--", *_MADE_FROM)
    except NoRevision:
        return Edition(day)
    return Edition(day, revision, bool(changed))


def changed_files(folder: Path, revision: str, below: str) -> list[str]:
    """The files below a path of `folder` that differ from where this work left a revision, and those that git does
    not know yet. Raises NoRevision with a sentence."""
    commit = _commit(folder, revision)
    commands = (
        ("diff", "--name-only", "--relative", "-z", "--merge-base", commit, "--", below),
        ("ls-files", "--others", "--exclude-standard", "-z", "--", below),
    )
    return [name for command in commands for name in _git(folder, *command).decode().split("\0") if name]


def _commit(folder: Path, revision: str) -> str:
    _git(folder, "rev-parse", "--git-dir")
    try:
        found = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
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


def _git(folder: Path, *arguments: str) -> bytes:
    environment = {**os.environ, "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0"}
    try:
        done = subprocess.run(["git", *arguments], cwd=folder, env=environment, capture_output=True, check=False)
    except FileNotFoundError:
        raise NoRevision(_("git is not on the PATH; install it, or compare with a folder")) from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip()
        if "not a git repository" in said:
            raise NoRevision(_("{folder} is not under git; compare with a folder instead").format(folder=folder))
        why = said.splitlines()[-1] if said else arguments[0]
        raise NoRevision(_("git cannot give the record: {why}").format(why=why))
    return done.stdout
