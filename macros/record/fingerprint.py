"""The fingerprint of what decides how the pages look and work: templates, style sheets, scripts and code."""

from hashlib import sha256
from pathlib import Path

_IN_PACKAGE = ("pages",)
_IN_PROJECT = ("docs/stylesheets", "docs/scripts", "overrides")
_ENDINGS = {".html", ".py", ".css", ".js"}


def fingerprint_of(project: Path) -> str:
    """A fingerprint of the files that make the pages of the project in a folder: 16 hexadecimal digits of a SHA-256.

    It changes as soon as the name or the content of any of these files changes.
    """
    roots = [Path(__file__).parents[1] / name for name in _IN_PACKAGE] + [project / name for name in _IN_PROJECT]
    digest = sha256()
    for root in roots:
        for file in sorted(path for path in root.rglob("*") if path.suffix in _ENDINGS):
            digest.update(f"{root.name}/{file.relative_to(root).as_posix()}\0".encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()[:16]
