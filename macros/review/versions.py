"""The versions of each file of meetings and terms in the history of a repository, also under their earlier names."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.record import MEETINGS, TERMS
from macros.review.revisions import Revision
from macros.site import git

Line = list[tuple[str, str]]
"""The commit and blob of each version of a file, the latest first."""


@dataclass(frozen=True)
class History:
    """The versions of each file of meetings and terms, the latest first, each with the number of its commit, counted
    back from the latest, the commit and the blob.

    `came`: the commits that added a file, the latest first; `replaced`: the files that were removed by a commit that
    added some, or by those before it that only removed some. One of these may be the same under another name.
    """

    versions: Mapping[str, list[tuple[int, str, str]]]
    came: Mapping[str, list[int]]
    replaced: Mapping[int, list[str]]


def history_of(folder: Path, base: Revision, how: str) -> History:
    """The versions in the history of a revision; `how`: the option of `git rev-list` that says which commits count."""
    below = (MEETINGS, TERMS)
    commits = git(folder, "rev-list", "--topo-order", how, base.commit, "--", *below)
    numbers = {commit: number for number, commit in enumerate(commits.decode("ascii").split())}
    merges = "--diff-merges=first-parent" if how == "--first-parent" else "-m"
    tree = ("diff-tree", "--stdin", "--root", merges, "-r", "-z", "--no-renames", "--relative", "--", *below)
    versions: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
    came: dict[str, list[int]] = defaultdict(list)
    gone: dict[int, list[str]] = defaultdict(list)
    commit, parts = "", iter(git(folder, *tree, given=commits).split(b"\0"))
    for part in parts:
        if part.startswith(b":"):
            *_modes, blob, kind = part.decode("ascii").split()
            name = next(parts).decode("utf-8", "replace")
            if kind == "D":
                gone[numbers[commit]].append(name)
                continue
            if kind == "A":
                came[name].append(numbers[commit])
            if (version := (numbers[commit], commit, blob)) not in versions[name][-1:]:
                versions[name].append(version)
        elif part.strip():
            commit = part.decode("ascii").split()[0]
    return History(versions, came, _replaced(came, gone))


def lines_of(history: History, files: Mapping[str, list[str]]) -> dict[str, Line]:
    """The versions of each file under its names, and under those that it may have had before, whatever redirects say
    now: where a file was added, those that were removed are taken to be older versions of it."""
    lines = {}
    for file, names in files.items():
        since, known = dict.fromkeys(names, 0), list(names)
        for name in known:
            for number in history.came.get(name, ()):
                for other in history.replaced.get(number, ()) if number >= since[name] else ():
                    if other not in since and Path(other).parent == Path(file).parent:
                        since[other] = number
                        known.append(other)
        found = sorted(
            (number, commit, blob) for name in known for number, commit, blob in history.versions.get(name, ())
            if number >= since[name]
        )  # fmt: skip
        lines[file] = [(commit, blob) for _number, commit, blob in found]
    return lines


def _replaced(came: Mapping[str, list[int]], gone: Mapping[int, list[str]]) -> dict[int, list[str]]:
    out: dict[int, list[str]] = defaultdict(list)
    for below in (MEETINGS, TERMS):
        adding = {number for name, there in came.items() if name.startswith(f"{below}/") for number in there}
        waiting: list[str] = []
        for number in sorted({*adding, *gone}, reverse=True):
            waiting += [name for name in gone.get(number, ()) if name.startswith(f"{below}/")]
            if number in adding:
                out[number] += waiting
                waiting = []
    return out
