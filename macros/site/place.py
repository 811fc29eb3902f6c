"""The place of the site: where it is built, and how it replaces the previous site."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from macros.language import _
from macros.record import Stop
from macros.site.whole import replace_folder, replacing

# A file that marks a folder as a site of ours. Web servers and the audit ignore it because of the leading dot.
MARK = ".published-minutes"


@contextmanager
def place_for(site: Path) -> Iterator[Path]:
    """An empty folder in which a site can be built that replaces `site`, while no other command replaces it.

    Raises Stop if something else would be overwritten, because the folder at `site` is not ours, or if nothing can be
    written beside it.
    """
    if site.exists() and not _is_ours(site):
        said = _("{folder} is not a site that this program built, so it is not replaced; name another folder")
        raise Stop(said.format(folder=site))
    with replacing(site) as new:
        yield new


def _is_ours(site: Path) -> bool:
    return site.is_dir() and ((site / MARK).is_file() or not any(site.iterdir()))


def put_in_place(new: Path, site: Path) -> None:
    """Replace `site` by the finished site in the folder `new`, and mark it as ours. `site` is never half written."""
    (new / MARK).touch()
    replace_folder(new, site)
