"""The files that the page of the forms loads: unchanged vendored files, and our own."""

from pathlib import Path

_HERE = Path(__file__).parent


def scripts() -> dict[str, bytes]:
    """File name to content of every file that stands beside the page of the forms."""
    files = [path for folder in ("browser", "vendor") for path in (_HERE / folder).rglob("*") if path.is_file()]
    found = {_name(path): path.read_bytes() for path in sorted(files)}
    assert len(found) == len(files), "two files of the forms have one name"
    return found


def _name(path: Path) -> str:
    """The file name; for a licence or version, with the name of its folder before it. Sveltia CMS asks for its chunks
    in a folder of that name."""
    if path.parent.name == "chunks":
        return f"chunks/{path.name}"
    return f"{path.parent.name}.{path.name}" if path.stem in ("LICENSE", "VERSION") else path.name
