"""The place of the site: where it is built, and how it replaces the previous site."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from macros.language import _
from macros.record import Stop
from macros.site.whole import replace_folder, replacing, write

# A file that marks a folder as a site of ours, and says what made it: nothing if that is a build. Web servers and the
# audit ignore it because of the leading dot.
MARK = ".published-minutes"


def made_by(folder: Path) -> str | None:
    """What made the site in a folder, as its mark says: empty if that is a build; None if the folder has no mark."""
    mark = folder / MARK
    return mark.read_text(encoding="utf-8", errors="replace").strip() if mark.is_file() else None


def _is_ours(site: Path) -> bool:
    return site.is_dir() and (made_by(site) == "" or not any(site.iterdir()))


@contextmanager
def place_for(site: Path, is_ours: Callable[[Path], bool] = _is_ours) -> Iterator[Path]:
    """An empty folder in which a site can be built that replaces `site`, while no other command replaces it.

    `is_ours`: whether a site may be replaced; if not given, one that a build made, or an empty folder. Raises Stop if
    something else would be overwritten, because that says no, or if nothing can be written beside it.
    """
    if site.exists() and not is_ours(site):
        said = _("{folder} is not a site that this command built, so it is not replaced; name another folder")
        raise Stop(said.format(folder=site))
    with replacing(site) as new:
        yield new


def put_in_place(new: Path, site: Path, maker: str = "") -> None:
    """Replace `site` by the finished site in the folder `new`, and mark it as ours. `site` is never half written.
    `maker`: what made it, if that is not a build."""
    write(new / MARK, f"{maker}\n" if maker else "")
    replace_folder(new, site)
