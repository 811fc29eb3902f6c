"""Measures the whole build against bare MkDocs + Material, on invented archives.

Ours is what our users call: `minutes build`, which checks the record, makes the pages, builds the
site, audits it and swaps it in. Bare is `mkdocs build` of the same finished Markdown. They take
turns on the same machine, and the median of the rounds counts. What is measured is printed,
whether the aims are met or not. No PDF is made, as where WeasyPrint is not installed, unless --pdf asks for them.
"""

import argparse
import os
import platform
import statistics
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from measure import Measured, measured
from projects import REPOSITORY, make_bare, make_ours

# At most so many times bare's seconds on the wall, by the number of meetings; and at the most meetings, of busy
# seconds and of memory.
WALL_AIMS, BUSY_AIM, PEAK_AIM = {10: 1.0, 100: 0.7, 1000: 0.55}, 0.9, 1.5
BIG = 500
WITHOUT_PDF = REPOSITORY / "tests/without"
OURS, BARE, NO_SEARCH = "ours", "bare", "bare without search"
_HEAD = (
    "meetings", "ours s", "ms each", "bare s", "ms each", "ratio", "ours busy s", "bare busy s", "busy ratio",
    "ours peak MB", "bare peak MB", "ours site MB", "bare site MB", "bare without search s", "ratio to it",
)  # fmt: skip
_DIFFERENCES = """\
What the two do not share:
- Bare starts from finished Markdown. It reads no data, checks no rule, follows no action, runs no macro,
  audits nothing and swaps nothing; all of that is in our seconds and not in its.
- Python-Markdown reads every tag of the finished HTML in bare; in ours an extension of our own lets it through.
- Bare makes Material's search index (--no-search measures bare without it too); ours is one of our own.
- Bare writes Material's own header, sidebar and footer on every page; our templates are smaller.
- The audit loads the built pages; bare's memory is MkDocs alone.
- The peak is that of all processes together."""


@dataclass(frozen=True)
class Result:
    """The rounds of one kind at one size, and the bytes of the site that it made."""

    rounds: tuple[Measured, ...]
    site: int

    @property
    def seconds(self) -> float:
        """The median of the rounds."""
        return statistics.median(turn.seconds for turn in self.rounds)

    @property
    def busy(self) -> float:
        """The median of the seconds that processors were busy, which other work on the machine disturbs less."""
        return statistics.median(turn.busy for turn in self.rounds)

    @property
    def peak(self) -> int:
        """The most memory that a process had in any round."""
        return max(turn.peak for turn in self.rounds)


Results = dict[int, dict[str, Result]]


def main() -> None:
    """Measure every size, then say what came out."""
    given = _arguments()
    print(_machine(), flush=True)
    results: Results = {}
    for size in sorted(given.sizes):
        results[size] = _measure_size(size, given)
        for kind, result in results[size].items():
            turns = ", ".join(f"{turn.seconds:.2f} ({turn.busy:.2f})" for turn in result.rounds)
            print(f"{size} meetings, {kind}: {turns} s (busy), load now {os.getloadavg()[0]:.2f}", flush=True)
    print("\n".join(["", *_table(results), "", *_slopes(results), *_aims(results), "", _DIFFERENCES]))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10, 100, 1000], help="numbers of meetings")
    parser.add_argument("--actions", type=int, default=12, help="action entries of each meeting")
    parser.add_argument("--rounds", type=int, help=f"turns of each kind; 3 if not given, and 2 above {BIG} meetings")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pdf", action="store_true", help="make PDFs too, which takes about a second each")
    parser.add_argument("--no-search", action="store_true", help="measure bare without its search index as well")
    return parser.parse_args()


def _machine() -> str:
    libraries = ", ".join(f"{name} {version(name)}" for name in ("mkdocs", "mkdocs-material"))
    return (
        f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}, "
        f"{libraries}; load of the machine before the start: {os.getloadavg()[0]:.2f}"
    )


def _measure_size(size: int, given: argparse.Namespace) -> dict[str, Result]:
    """Build each kind in turn, round after round, in a folder that is gone afterwards."""
    with TemporaryDirectory() as temporary:
        folders = _projects(Path(temporary), size, given)
        turns: dict[str, list[Measured]] = {kind: [] for kind in folders}
        for _ in range(given.rounds or (2 if size > BIG else 3)):
            for kind, folder in folders.items():
                turns[kind].append(_build(kind, folder, [folder] if given.pdf else [folder, WITHOUT_PDF]))
        _same_pages(folders)
        return {kind: Result(tuple(turns[kind]), _bytes(folder / "site")) for kind, folder in folders.items()}


def _projects(folder: Path, size: int, given: argparse.Namespace) -> dict[str, Path]:
    folders = {OURS: folder / "ours", BARE: folder / "bare"}
    make_ours(folders[OURS], size, given.actions, given.seed)
    make_bare(folders[BARE], folders[OURS], search=True)
    if given.no_search:
        folders[NO_SEARCH] = folder / "bare-without-search"
        make_bare(folders[NO_SEARCH], folders[OURS], search=False)
    return folders


def _build(kind: str, folder: Path, first: Sequence[Path]) -> Measured:
    """One build as a user would call it. The packages in the folders `first` are taken before those installed: the
    project's own copy of ours is the one that runs."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": os.pathsep.join(map(str, first))}
    minutes = str(Path(sys.executable).with_name("minutes"))
    ours = [minutes, "--project", str(folder), "build"]
    bare = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    return measured(ours if kind == OURS else bare, folder, environment)


def _same_pages(folders: dict[str, Path]) -> None:
    """Stop if the kinds did not build the same set of pages: then they cannot be compared."""
    sets = {
        kind: {path.relative_to(folder / "site") for path in (folder / "site").rglob("*.html")}
        for kind, folder in folders.items()
    }
    for kind, pages in sets.items():
        if pages != sets[OURS]:
            sys.exit(f"{kind} and ours built different pages: {sorted(map(str, pages ^ sets[OURS]))[:5]}")


def _bytes(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def _table(results: Results) -> list[str]:
    rows = [_HEAD, *(_row(size, found) for size, found in results.items())]
    columns = [column for column in zip(*rows, strict=True) if set(column[1:]) != {"-"}]
    rows = list(zip(*columns, strict=True))
    widths = [max(map(len, column)) for column in columns]
    return ["  ".join(text.rjust(width) for text, width in zip(row, widths, strict=True)) for row in rows]


def _row(size: int, found: dict[str, Result]) -> tuple[str, ...]:
    ours, bare, plain = found[OURS], found[BARE], found.get(NO_SEARCH)
    figures = [f"{figure:.2f}" for one in (ours, bare) for figure in (one.seconds, 1000 * one.seconds / size)]
    busy = [f"{figure:.2f}" for figure in (ours.busy, bare.busy, ours.busy / bare.busy)]
    megabytes = [f"{number / 1e6:.1f}" for number in (ours.peak, bare.peak, ours.site, bare.site)]
    without = [f"{plain.seconds:.2f}", f"{ours.seconds / plain.seconds:.2f}"] if plain else ["-", "-"]
    return (str(size), *figures, f"{ours.seconds / bare.seconds:.2f}", *busy, *megabytes, *without)


def _slopes(results: Results) -> list[str]:
    """What each further meeting costs us between two sizes."""
    return [
        f"Each further meeting from {small} to {large}: {1000 * wall:.2f} ms (busy {1000 * busy:.2f} ms), ours"
        for (small, large), (wall, busy) in _slope_of(results).items()
    ]


def _slope_of(results: Results) -> dict[tuple[int, int], tuple[float, float]]:
    """Seconds for each further meeting between two neighbouring sizes, on the wall and busy."""
    out = {}
    for small, large in pairwise(results):
        before, after, more = results[small][OURS], results[large][OURS], large - small
        out[small, large] = (after.seconds - before.seconds) / more, (after.busy - before.busy) / more
    return out


def _aims(results: Results) -> list[str]:
    """Whether each aim is met on the wall, as far as the sizes measured can tell, with the busy figure beside it."""
    told = []
    for size, aim in WALL_AIMS.items():
        if found := results.get(size):
            wall = found[OURS].seconds / found[BARE].seconds
            told.append(f"Aim: at {size} meetings at most {aim} of bare. {_met(wall <= aim)}: {wall:.2f}")
    if found := results.get(max(WALL_AIMS)):
        busy, peak = found[OURS].busy / found[BARE].busy, found[OURS].peak / found[BARE].peak
        told.append(f"Aim: there at most {BUSY_AIM} of bare's busy seconds. {_met(busy <= BUSY_AIM)}: {busy:.2f}")
        told.append(f"Aim: there at most {PEAK_AIM} of bare's memory. {_met(peak <= PEAK_AIM)}: {peak:.2f}")
    for ((a, b), first), ((_, c), then) in pairwise(_slope_of(results).items()):
        ms = [f"{1000 * slope:.2f}" for slope in (*first, *then)]
        said = f"Aim: no steeper from {b} to {c} meetings than from {a} to {b}."
        told.append(f"{said} {_met(then[0] <= first[0])}: {ms[2]} after {ms[0]} ms (busy {ms[3]} after {ms[1]} ms)")
    return told or ["Aims: not measured at these sizes."]


def _met(met: bool) -> str:
    return "Met" if met else "NOT met"


if __name__ == "__main__":
    main()
