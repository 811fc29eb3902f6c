"""The record at a revision of git."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from macros.language import _
from macros.record import PAPERS, Problem
from macros.site import NoRevision, git, no_file, no_files, stored, unlike, written

DATA = "data"
_COMMIT = re.compile(r"[0-9a-f]{40,64}")


@dataclass(frozen=True)
class Revision:
    """A commit, and the name by which somebody asked for it."""

    name: str
    commit: str


def revision(folder: Path, name: str) -> Revision:
    """The commit that a name means in the repository of `folder`. It is never a folder.

    Raises NoRevision with the reason and the fix if it means none, or several.
    """
    if not name:
        raise NoRevision(_("no revision is named; expected one like origin/main"))
    git(folder, "rev-parse", "--git-dir")
    try:
        found = git(folder, "rev-parse", "--verify", "--end-of-options", f"{name}^{{commit}}").decode("ascii").strip()
    except NoRevision as why:
        if "is ambiguous" in str(why):
            said = _("git knows several things by the name '{revision}'; write which, like 'refs/heads/{revision}'")
            raise NoRevision(said.format(revision=name)) from None
        found = ""
    if not _COMMIT.fullmatch(found):
        raise NoRevision(_unknown(folder, name))
    return Revision(name, found)


def _unknown(folder: Path, name: str) -> str:
    remote, _slash, branch = name.partition("/")
    fetch = "git fetch"
    if re.fullmatch(r"\w[\w./-]*", branch) and remote in git(folder, "remote").decode("utf-8", "replace").split():
        fetch = f"git fetch {remote} {branch}:refs/remotes/{name}"
    elif is_shallow(folder):
        fetch = "git fetch --unshallow"
    said = _("git knows no revision '{revision}' here; check how it is spelt, or fetch it with '{fetch}'")
    if (folder / name / DATA).is_dir():
        said = _(
            "git knows no revision '{revision}' here, and a folder is compared only with '--folder {revision}'; fetch "
            "the revision with '{fetch}'"
        )
    return said.format(revision=name, fetch=fetch)


def is_shallow(folder: Path) -> bool:
    """Whether the repository of `folder` holds only a part of its history."""
    return git(folder, "rev-parse", "--is-shallow-repository").strip() == b"true"


@contextmanager
def record_at(folder: Path, at: Revision) -> Iterator[Path]:
    """A temporary folder with `data/`, as a commit of the repository of `folder` stores it, and the pages written by
    hand, for the `with` block. Without `data/` in that commit, it has none.

    Raises NoRevision with the reason if git fails.
    """
    found = stored(folder, at.commit, DATA, "docs")
    read = {name: text for name, text in found.items() if name.startswith((f"{DATA}/", PAPERS)) or name.endswith(".md")}
    with TemporaryDirectory(prefix="minutes-") as place:
        written(read, Path(place))
        yield Path(place)


def left_out(folder: Path, at: Revision) -> tuple[Problem, ...]:
    """What a commit has below `data/` that is no file of its own, such as a symbolic link, and so is not read."""
    return tuple(map(no_file, no_files(folder, at.commit, DATA)))


def is_behind(folder: Path, base: Revision, head: Revision | None) -> bool:
    """Whether the record has changed at a base since the head, or what is checked out in `folder`, has left it."""
    try:
        here = head.commit if head else revision(folder, "HEAD").commit
        return not is_shallow(folder) and bool(
            git(folder, "rev-list", "--max-count=1", base.commit, f"^{here}", "--", DATA)
        )
    except NoRevision:
        return False


@contextmanager
def files_at(folder: Path, at: Revision, *below: str) -> Iterator[Path]:
    """A temporary folder with the files below some paths of the project, as a commit stores them, for the `with`
    block. Raises NoRevision with the reason if git fails."""
    with TemporaryDirectory(prefix="minutes-") as place:
        written(stored(folder, at.commit, *below), Path(place))
        yield Path(place)


def changed_files(folder: Path, base: Revision, below: str) -> list[str]:
    """The files below a path of `folder` that are not as they were where the branch that is checked out left a base.

    Raises NoRevision with the reason if git fails.
    """
    return [problem.place.file for problem in unlike(folder, left_at(folder, base), below)]


def left_at(folder: Path, base: Revision, head: Revision | None = None) -> str:
    """The commit at which the head, or what is checked out in `folder`, left a base.

    Raises NoRevision with the reason and the fix if they have no history in common.
    """
    try:
        return git(folder, "merge-base", base.commit, head.commit if head else "HEAD").decode("ascii").split()[0]
    except NoRevision:
        said = _(
            "'{revision}' and what is here have no history in common; fetch all of it with 'git fetch --unshallow'"
        )
        raise NoRevision(said.format(revision=base.name)) from None
