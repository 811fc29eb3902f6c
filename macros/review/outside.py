"""The files outside of the record that a proposal changes."""

from collections.abc import Iterable
from fnmatch import fnmatchcase
from pathlib import Path

from macros.language import marked
from macros.review.revisions import changed_files

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
)
_OTHER = marked("Other files")
_BUILT_FROM = ("docs/*", "macros/*", "overrides/*", "mkdocs.yml", "pyproject.toml", "requirements.txt")


def files_outside(folder: Path, base: str) -> tuple[str, ...]:
    """The paths of the files of the project in `folder`, except those in `data/`, that differ from the commit at which
    it left `base`, a revision of git; sorted. Raises NoRevision with the reason if git fails."""
    return tuple(sorted({file for file in changed_files(folder, base, ".") if not file.startswith("data/")}))


def by_kind(files: Iterable[str]) -> dict[str, list[str]]:
    """The files under the title of what they are (to be translated), in the order of a reader's concern."""
    found: dict[str, list[str]] = {title: [] for title in [*(title for _pattern, title in _KINDS), _OTHER]}
    for file in files:
        found[next((title for pattern, title in _KINDS if fnmatchcase(file, pattern)), _OTHER)].append(file)
    return {title: listed for title, listed in found.items() if listed}


def can_change_pages(files: Iterable[str]) -> bool:
    """Whether pages are built from one of the files."""
    return any(fnmatchcase(file, pattern) for file in files for pattern in _BUILT_FROM)
