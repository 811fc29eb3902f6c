"""The folder in which the site is built, and how it replaces the previous site."""

import shutil
from pathlib import Path

from macros.language import _
from macros.record import Stop
from macros.site.files import replace_folder

# A file that marks a folder as a site of ours. Web servers and the audit ignore it because of the leading dot.
MARK = ".published-minutes"


def check_places(folder: Path, site: Path) -> Path:
    """An empty folder in which the site of the project in `folder` can be built.

    Raises Stop if something else would be overwritten: a folder at `site` that is not ours, or a file at the path of
    the build folder.
    """
    if site.exists() and not _is_ours(site):
        said = _("{folder} is not a site that this program built, so it is not replaced; name another folder")
        raise Stop(said.format(folder=site))
    new = folder / "build" / "site"
    if new.parent.exists() and not new.parent.is_dir():
        said = _("{file} is a file, but the site is built in a folder of that name; move it away")
        raise Stop(said.format(file=new.parent))
    shutil.rmtree(new, ignore_errors=True)
    new.parent.mkdir(exist_ok=True)
    return new


def _is_ours(site: Path) -> bool:
    return site.is_dir() and ((site / MARK).is_file() or not any(site.iterdir()))


def put_in_place(new: Path, site: Path) -> None:
    """Replace `site` by the finished site in the folder `new`, and mark it as ours. `site` is never half written."""
    (new / MARK).touch()
    replace_folder(new, site)
