"""What makes the pages look and work as they do, whatever they say: templates, style sheets and scripts."""

from hashlib import sha256
from pathlib import Path

_OURS = ("pages",)
_OF_THE_PROJECT = ("docs/stylesheets", "docs/scripts", "overrides")
_ENDINGS = {".html", ".py", ".css", ".js"}


def workings_of(project: Path) -> str:
    """The fingerprint of the workings of the project in a folder: another one as soon as any file of them differs."""
    roots = [Path(__file__).parents[1] / name for name in _OURS] + [project / name for name in _OF_THE_PROJECT]
    told = sha256()
    for root in roots:
        for file in sorted(path for path in root.rglob("*") if path.suffix in _ENDINGS):
            told.update(f"{root.name}/{file.relative_to(root).as_posix()}\0".encode())
            told.update(file.read_bytes())
    return told.hexdigest()[:16]
