"""The files that the page of the forms loads: the vendored ones as they were delivered, and our own."""

from pathlib import Path

_HERE = Path(__file__).parent


def scripts() -> dict[str, bytes]:
    """File name to content of every file that stands beside the page of the forms."""
    files = [*(_HERE / "browser").iterdir(), *(_HERE / "vendor").glob("*/*")]
    found = {_name(path): path.read_bytes() for path in sorted(files) if path.is_file()}
    assert len(found) == len(files), "two files of the forms have one name"
    return found


def _name(path: Path) -> str:
    """A licence and a version are told apart by the folder that they stand in."""
    return f"{path.parent.name}.{path.name}" if path.stem in ("LICENSE", "VERSION") else path.name
