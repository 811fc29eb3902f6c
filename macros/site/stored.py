"""What git stores: the files of a commit, byte by byte, and where those of a folder differ from them.

Only trees and blobs are read. An archive, a diff or a file that was checked out may be altered by attributes and
filters.
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from macros.language import _
from macros.record import Place, Problem, Severity, Stop
from macros.site.git import NoRevision, git

_FILES = ("100644", "100755")


def stored(folder: Path, commit: str, *below: str) -> dict[str, bytes]:
    """What a commit of the repository of `folder` stores below some paths of `folder`: its files, by their paths from
    there.

    Raises NoRevision with the reason if git fails.
    """
    blobs = {name.decode("utf-8"): blob for name, blob in _listed(folder, commit, *below) if blob}
    contents = contents_of(folder, set(blobs.values()))
    return {name: contents[blob] for name, blob in blobs.items()}


def no_files(folder: Path, commit: str, *below: str) -> tuple[str, ...]:
    """What a commit has below some paths that is no file to be read, as it can be shown: symbolic links, other
    repositories, and files whose name is not UTF-8. Raises NoRevision with the reason if git fails."""
    return tuple(shown(name) for name, blob in _listed(folder, commit, *below) if not blob)


def _listed(folder: Path, commit: str, *below: str) -> Iterator[tuple[bytes, str]]:
    """Each name with the blob of its file; with an empty text if it is no file to be read."""
    for line in git(folder, "ls-tree", "-r", "-z", commit, "--", *below).split(b"\0"):
        if line:
            kind, _tab, name = line.partition(b"\t")
            mode, _type, blob = kind.decode("ascii").split()
            yield name, blob if mode in _FILES and _is_text(name) else ""


def contents_of(folder: Path, blobs: Iterable[str]) -> dict[str, bytes]:
    """The content of each blob. Raises NoRevision if one is not in the repository."""
    asked = list(blobs)
    out = git(folder, "cat-file", "--batch", given="".join(f"{blob}\n" for blob in asked).encode("ascii"))
    found, at = {}, 0
    for blob in asked:
        end = out.index(b"\n", at)
        head = out[at:end].decode("ascii").split()
        if head[-1] == "missing":
            raise NoRevision(_("the copy of the repository is not complete; fetch it with 'git fetch --refetch'"))
        found[blob], at = out[end + 1 : end + 1 + int(head[-1])], end + 2 + int(head[-1])
    return found


def written(files: dict[str, bytes], place: Path) -> None:
    """Write files into an empty folder. Raises Stop if it cannot hold two whose names differ only in capitals."""
    for name, content in files.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        try:
            with open(place / name, "xb") as file:
                file.write(content)
        except FileExistsError:
            said = _("{file} differs only in capitals from the name of another file; rename one of them")
            raise Stop(said.format(file=name)) from None


def unlike(folder: Path, commit: str, below: str) -> Iterator[Problem]:
    """Each file of `folder` below a path that is not in a commit as it is here, as a warning; a link is an error.

    Files whose names begin with a dot are no part of the record. Line ends may differ from system to system.
    """
    kept, here, others = stored(folder, commit, below), _files_in(folder, below), no_files(folder, commit, below)
    for name in sorted({*kept, *here, *others}):
        if any(part.startswith(".") for part in PurePosixPath(name).parts):
            continue
        if name in others or here.get(name, b"") is None:
            yield no_file(name)
            continue
        if name not in kept:
            said = _(
                "the file is here but not in the commit, so it is not published; add it with 'git add --force', "
                "or delete it"
            )
        elif name not in here:
            said = _(
                "the file is in the commit but not here, so it is published unseen; put it back with "
                "'git sparse-checkout disable' and 'git restore', or commit that it is gone"
            )
        elif _lines(here[name]) != _lines(kept[name]):
            said = _(
                "the file is not the same in the commit, which is published; commit it as it is here, or put it back "
                "with 'git restore'; if git alters it, take the line on it out of .gitattributes"
            )
        else:
            continue
        yield Problem(Place(name), Severity.WARNING, said)


def no_file(name: str) -> Problem:
    """The error about what is no file of its own, and could change without a change of the record."""
    said = _(
        "this is a link, another repository, or a name that cannot be printed; put the file itself here, with a name "
        "like 2022-03-21.yml"
    )
    return Problem(Place(name), Severity.ERROR, said)


def _files_in(folder: Path, below: str) -> dict[str, bytes | None]:
    """The content of every file below a path of a folder, or None for a link or a file that cannot be read."""
    found: dict[str, bytes | None] = {}
    for path in ((folder / below), *(folder / below).rglob("*")):
        name = os.fsencode(path.relative_to(folder).as_posix())
        if path.is_symlink() or not (path.is_dir() or _is_text(name)):
            found[shown(name)] = None
        elif not path.is_dir():
            found[shown(name)] = _content(path)
    return found


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes() if path.is_file() else None
    except OSError:
        return None


def _lines(content: bytes | None) -> bytes | None:
    return content.replace(b"\r\n", b"\n") if content else content


def _is_text(name: bytes) -> bool:
    try:
        return name.decode("utf-8").isprintable()
    except UnicodeDecodeError:
        return False


def shown(name: bytes) -> str:
    """The name of a file as it can be printed."""
    text = name.decode("utf-8", "backslashreplace")
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in text)
