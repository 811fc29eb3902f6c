"""The search index, made by Pagefind in a process of its own while the pages are built."""

import gzip
import json
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import cbor2
from pagefind_bin import get_executable

from macros.language import _
from macros.pages import hand_written_pages, search_documents
from macros.record import Stop
from macros.register import Register
from macros.register.addresses import SEARCH_INDEX

# Files that Pagefind adds for its own user interface and for web workers, which our pages do not use.
_UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js", "pagefind-worker.js", "wasm.unknown.pagefind")


def documents_of(register: Register, folder: Path) -> Iterator[tuple[str, str]]:
    """The documents to index for the project in `folder`: the record, and the pages written by hand."""
    return search_documents(register, hand_written_pages(folder / "docs"))


_MARK, _FILTERS_OF_META = b"pagefind_dcd", 3


class SearchIndex:
    """A search index that Pagefind is making."""

    def __init__(self, process: subprocess.Popen[bytes], out: Path) -> None:
        self._process = process
        self._out = out

    def finish(self, site: Path) -> None:
        """Wait for the index, and move it into the folder of a built site. Raises Stop with the output of Pagefind."""
        self.move_to(site / SEARCH_INDEX)

    def move_to(self, target: Path) -> None:
        """Wait for the index, and replace the folder `target` by it. Raises Stop with the output of Pagefind."""
        assert self._process.stdout
        output = self._process.stdout.read()
        if self._process.wait():
            why = output.decode("utf-8", "replace").strip()
            raise Stop(_("Pagefind could not make the search index: {why}").format(why=why))
        for path in (path for pattern in _UNUSED for path in self._out.glob(pattern)):
            path.unlink()
        normalise(self._out)
        shutil.rmtree(target, ignore_errors=True)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(self._out, target)


def normalise(index: Path) -> None:
    """Make the index in a folder reproducible: Pagefind writes its filters, and the choices of each, in random order.

    Its files are CBOR (RFC 8949) after a marker, compressed with gzip. They refer to each other by names that contain a
    hash.
    """
    entry = json.loads((index / "pagefind-entry.json").read_text(encoding="utf-8"))
    for language in entry["languages"].values():
        meta = index / f"pagefind.{language['hash']}.pf_meta"
        content = _unpacked(meta)
        filters = content[_FILTERS_OF_META]
        filters[:] = sorted([name, _normalise_filter(index / "filter", file)] for name, file in filters)
        prefix = language["hash"].rpartition("_")[0]
        language["hash"] = f"{prefix}_{_written(content, index, f'pagefind.{prefix}_', '.pf_meta')}"
        meta.unlink()
    (index / "pagefind-entry.json").write_text(
        json.dumps(entry, ensure_ascii=False, separators=(",", ":")), encoding="utf-8"
    )


def _normalise_filter(folder: Path, file: str) -> str:
    path = folder / f"{file}.pf_filter"
    name, choices = _unpacked(path)
    path.unlink()
    prefix = file.rpartition("_")[0]
    return f"{prefix}_{_written([name, sorted(choices)], folder, f'{prefix}_', '.pf_filter')}"


def _unpacked(file: Path) -> Any:
    return cbor2.loads(gzip.decompress(file.read_bytes()).removeprefix(_MARK))


def _written(content: Any, folder: Path, prefix: str, ending: str) -> str:
    """Write a file of the index, and return the hash in its name."""
    encoded = _MARK + cbor2.dumps(content)
    fingerprint = sha256(encoded).hexdigest()[:10]
    (folder / f"{prefix}{fingerprint}{ending}").write_bytes(gzip.compress(encoded, mtime=0))
    return fingerprint


@contextmanager
def search_index(documents: Iterable[tuple[str, str]]) -> Iterator[SearchIndex]:
    """Start indexing HTML documents, given as pairs of file name and text. Pagefind runs during the block, and is
    stopped at its end."""
    with TemporaryDirectory() as scratch:
        for name, text in documents:
            (Path(scratch) / name).write_text(text, encoding="utf-8")
        out = Path(scratch) / ".index"
        command = [str(get_executable()), "--site", scratch, "--output-path", str(out), "--silent"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
            try:
                yield SearchIndex(process, out)
            finally:
                process.kill()
