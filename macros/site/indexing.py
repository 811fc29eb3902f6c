"""The search index: made by Pagefind, in a process of its own, beside whatever builds the pages."""

import shutil
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from pagefind_bin import get_executable

from macros.language import _
from macros.pages import search_documents
from macros.pages.handwritten import hand_written_pages
from macros.record.problems import Stop
from macros.register.addresses import SEARCH_INDEX
from macros.register.register import Register

# What Pagefind adds for pages other than ours, and for browsers where it does not run in the page.
_UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js", "pagefind-worker.js", "wasm.unknown.pagefind")


def documents_of(register: Register, folder: Path) -> Iterator[tuple[str, str]]:
    """What is indexed of the project in `folder`: the record, and the pages written by hand."""
    return search_documents(register, hand_written_pages(folder / "docs"))


class SearchIndex:
    """A search index on its way."""

    def __init__(self, process: subprocess.Popen[bytes], out: Path) -> None:
        self._process = process
        self._out = out

    def finish(self, site: Path) -> None:
        """Wait for the index, and move it into the folder of a built site. Raises Stop with what Pagefind said."""
        assert self._process.stdout
        said = self._process.stdout.read()
        if self._process.wait():
            why = said.decode("utf-8", "replace").strip()
            raise Stop(_("Pagefind could not make the search index: {why}").format(why=why))
        for path in (path for pattern in _UNUSED for path in self._out.glob(pattern)):
            path.unlink()
        target = site / SEARCH_INDEX
        shutil.rmtree(target, ignore_errors=True)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(self._out, target)


@contextmanager
def search_index(documents: Iterable[tuple[str, str]]) -> Iterator[SearchIndex]:
    """The index of HTML documents, each with the name of its file, begun at once. Pagefind works on it as long as the
    block lasts, and is stopped at its end."""
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
