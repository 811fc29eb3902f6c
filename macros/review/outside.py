"""The files outside of the record that a proposal changes."""

from collections.abc import Iterable
from fnmatch import fnmatchcase
from pathlib import Path

from macros.language import marked
from macros.review.revisions import Revision, left_at
from macros.site import git, shown

# What a file is, by the first pattern that its path matches; `*` matches slashes, too.
_KINDS = (
    ("macros/language/locale/*", marked("Words of the pages")),
    ("macros/*.html", marked("Templates of the pages")),
    ("overrides/*", marked("Templates of the pages")),
    ("macros/*", marked("The program")),
    ("docs/scripts/*", marked("Scripts of the pages")),
    ("docs/stylesheets/*", marked("Style sheets of the pages")),
    ("docs/*", marked("Pages written by hand, and files beside them")),
    ("mkdocs.yml", marked("How the site is built")),
    ("Makefile", marked("How the site is built")),
    ("pyproject.toml", marked("Libraries of others")),
    ("requirements*.txt", marked("Libraries of others")),
    (".github/*", marked("Workflows and settings of the host")),
    (".git*", marked("How git stores and shows files")),
    ("*/.git*", marked("How git stores and shows files")),
    ("data/*", marked("Hidden files beside the record")),
)
_OTHER = marked("Other files")
_BUILT_FROM = ("docs/*", "macros/*", "overrides/*", "mkdocs.yml", "pyproject.toml", "requirements.txt")


def files_outside(folder: Path, base: Revision, head: Revision | None = None) -> tuple[str, ...]:
    """The paths of the files that are no part of the record and not as they were where the head left the base; sorted.
    Below `data/`, these have a name, or a folder's name, that begins with a dot; but not `.gitkeep`, with which
    `minutes init` keeps an empty folder in git.

    Without a head, those of the project in `folder`, whether or not they are committed. Raises NoRevision with the
    reason if git fails.
    """
    left, here = left_at(folder, base, head), head.commit if head else "HEAD"
    found = [git(folder, "diff-tree", "-r", "-z", "--name-only", "--no-renames", "--relative", left, here)]
    if head is None:
        found.append(git(folder, "ls-files", "-z", "--modified", "--others", "--exclude-standard"))
    names = {name for names in found for name in names.split(b"\0") if name}
    return tuple(sorted(shown(name) for name in names if not _is_of_the_record(name)))


def _is_of_the_record(name: bytes) -> bool:
    folder, *parts = name.removesuffix(b"/.gitkeep").split(b"/")
    return folder == b"data" and bool(parts) and not any(part.startswith(b".") for part in parts)


def by_kind(files: Iterable[str]) -> dict[str, list[str]]:
    """The files under the title of what they are (to be translated), in the order of a reader's concern."""
    found: dict[str, list[str]] = {title: [] for title in [*(title for _pattern, title in _KINDS), _OTHER]}
    for file in files:
        found[next((title for pattern, title in _KINDS if fnmatchcase(file, pattern)), _OTHER)].append(file)
    return {title: listed for title, listed in found.items() if listed}


def can_change_pages(files: Iterable[str]) -> bool:
    """Whether pages are built from one of the files."""
    return any(fnmatchcase(file, pattern) for file in files for pattern in _BUILT_FROM)
