"""The search index: made by Pagefind, in a process of its own, beside whatever builds the pages."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from pagefind_bin import get_executable

from macros.language import _
from macros.register.addresses import SEARCH_INDEX

# What Pagefind adds for pages other than ours, and for browsers where it does not run in the page.
_UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js", "pagefind-worker.js", "wasm.unknown.pagefind")


class IndexingFailed(RuntimeError):
    """No search index could be made; says why."""


def make_index(documents: Mapping[str, str], out: Path) -> None:
    """Index HTML documents (by file name) into the folder `out`, which may not exist yet. Raises IndexingFailed."""
    with tempfile.TemporaryDirectory() as scratch:
        for name, text in documents.items():
            (Path(scratch) / name).write_text(text, encoding="utf-8")
        command = [str(get_executable()), "--site", scratch, "--output-path", str(out), "--silent"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        said = _("Pagefind could not make the search index: {why}")
        raise IndexingFailed(said.format(why=done.stderr.strip() or done.stdout.strip()))
    for pattern in _UNUSED:
        for path in out.glob(pattern):
            path.unlink()


class Indexing:
    """The index of the project in `folder`, begun at once; it goes into the built site when both are ready."""

    def __init__(self, folder: Path) -> None:
        self._scratch = tempfile.TemporaryDirectory()
        self._out = Path(self._scratch.name) / "index"
        command = [sys.executable, "-m", "macros", "index", "--out", str(self._out)]
        self._process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)

    def finish(self, site: Path) -> None:
        """Wait for the index and move it into the folder of the built site. Raises IndexingFailed."""
        said, _ = self._process.communicate()
        if self._process.returncode:
            raise IndexingFailed(said.decode(errors="replace").strip())
        target = site / SEARCH_INDEX
        shutil.rmtree(target, ignore_errors=True)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(self._out, target)
        self._scratch.cleanup()
