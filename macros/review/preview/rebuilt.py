"""The published record, built by the published program and by the proposed one: what differs is due to the program."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import shorten

from macros.language import _
from macros.record import Stop
from macros.register import addresses
from macros.review.clipping import clipped
from macros.review.revisions import Revision, files_at
from macros.site import MADE_FROM, build_apart, texts_of

_SAMPLES, _CHANGES, _LONG = 5, 3, 400


@dataclass(frozen=True)
class Sample:
    """A page that says something else, and its first differences: the text before and after, empty if there is none."""

    address: str
    changes: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Rebuilt:
    """What would differ on the site if the program changed and the record did not.

    `said`: the addresses of the pages that would say something else, with `samples` of the first; `gone`: those of the
    pages that would not be there; `marked_up`: those with the same words in other markup; `files`: other files.
    `failed`: why there is nothing to compare, or an empty text.
    """

    said: tuple[str, ...] = ()
    samples: tuple[Sample, ...] = ()
    gone: tuple[str, ...] = ()
    marked_up: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    failed: str = ""

    @property
    def same(self) -> bool:
        """Whether both programs give the same files."""
        return not (self.said or self.gone or self.marked_up or self.files)


def rebuilt(folder: Path, base: Revision, silent: bool = False) -> Rebuilt:
    """Build the record at `base` with the program there and with that of the project in `folder`.

    Both use the libraries that are installed here. `silent`: without samples, because personal data was removed from
    the record since. Raises NoRevision with the reason if git fails.
    """
    with files_at(folder, base, *MADE_FROM) as published, TemporaryDirectory(prefix="minutes-") as place:
        proposed = Path(place) / "project"
        for part in MADE_FROM:
            _copy((published if part == "data" else folder) / part, proposed / part)
        old, new = Path(place) / "old", Path(place) / "new"
        try:
            build_apart(published, old)
        except Stop as stop:
            said = _("the published program cannot build the published record here: {why}")
            return Rebuilt(failed=said.format(why=stop))
        try:
            build_apart(proposed, new)
        except Stop as stop:
            said = _("the proposed program cannot build the published record: {why}")
            return Rebuilt(failed=said.format(why=stop))
        found = _compared(old, new)
        return replace(found, samples=()) if silent else found


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
    elif source.is_file():
        shutil.copy(source, target)


def _compared(old: Path, new: Path) -> Rebuilt:
    before, after = _files(old), _files(new)
    pages = {file for file in {*before, *after} if file.endswith(".html")}
    changed = sorted(file for file in pages & {*before} & {*after} if before[file] != after[file])
    said = [file for file in changed if texts_of(old, file) != texts_of(new, file)]
    appeared = sorted(pages - {*before})
    return Rebuilt(
        said=tuple(map(addresses.page_at, [*said, *appeared])),
        samples=tuple(Sample(addresses.page_at(file), _changes(old, new, file)) for file in said[:_SAMPLES]),
        gone=tuple(map(addresses.page_at, sorted(pages - {*after}))),
        marked_up=tuple(addresses.page_at(file) for file in changed if file not in said),
        files=tuple(sorted(f for f in {*before, *after} - pages if before.get(f) != after.get(f))),
    )


def _files(site: Path) -> dict[str, bytes]:
    """The files of a site but that of their fingerprints, which says nothing of its own."""
    files = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in files.items() if name != addresses.PROVENANCE}


def _changes(old: Path, new: Path, file: str) -> tuple[tuple[str, str], ...]:
    return tuple(islice(_differing(texts_of(old, file), texts_of(new, file)), _CHANGES))


def _differing(before: list[str], after: list[str]) -> Iterator[tuple[str, str]]:
    for kind, start, end, begin, finish in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            yield _side(before[start:end], after[begin:finish])


def _side(before: list[str], after: list[str]) -> tuple[str, str]:
    """Two runs of texts as two short texts: the part that differs, or the beginning of a text that stands alone."""
    old, new = clipped(" ".join(before), " ".join(after))
    return shorten(old or "", _LONG, placeholder=" …"), shorten(new or "", _LONG, placeholder=" …")
