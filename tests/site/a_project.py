"""Copies of the project to build, break and serve, and the pages that come of them."""

import atexit
import compileall
import functools
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from folders import ANPR_IAG, WITHOUT_PDF
from lxml import html

ROOT = Path(__file__).resolve().parents[2]
BELOW = "/minutes/"
EPOCH, BUILT_ON = "1653091200", "21 May 2022"
MINUTES = (sys.executable, "-c", "from macros.cli import main; main()")
_PORTS: set[int] = set()  # which were served at already
MKDOCS = (sys.executable, "-m", "mkdocs")


def copy_project(folder: Path, record: Path | None = ANPR_IAG) -> Path:
    """The project in a folder of its own, with the record that another folder holds, or without one."""
    folder.mkdir(parents=True)
    if record:
        shutil.copytree(record / "data", folder / "data")
    for part in ("docs", "overrides"):
        shutil.copytree(ROOT / part, folder / part)
    shutil.copytree(compiled_macros(), folder / "macros")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


@functools.cache
def compiled_macros() -> Path:
    """A copy of our code, compiled once, so that not every command in every project compiles it anew."""
    folder = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, folder)
    shutil.copytree(ROOT / "macros", folder / "macros", ignore=shutil.ignore_patterns("__pycache__"))
    assert compileall.compile_dir(folder / "macros", quiet=1)
    return folder / "macros"


def environment(**more: str) -> dict[str, str]:
    """The caller's environment without what could change the output."""
    kept = {
        name: value for name, value in os.environ.items() if name not in ("MINUTES_TODAY", "SITE_URL", "PYTHONPATH")
    }
    fixed = {"SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1",
             "PYTHONPATH": str(WITHOUT_PDF)}  # fmt: skip
    return {**kept, **fixed, **more}


def run(folder: Path, *command: str, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=folder, env=environment(**more), capture_output=True, encoding="utf-8", timeout=120, check=False
    )


def minutes(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run(folder, *MINUTES, *arguments)


def built(folder: Path, *arguments: str) -> Path:
    """The site of the project in `folder`, built by the real command."""
    done = minutes(folder, "build", *arguments)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


def squeezed(text: str) -> str:
    return " ".join(text.split())


def unmarked(text):
    """What is read of a text in Markdown: without stars, marks of lists and the addresses of links."""
    links = re.sub(r"(?<!!)\[([^\[\]]+)\]\((?:https?:/)?/[^()\s]*\)", r"\1", text)
    return squeezed(re.sub(r"\*\*|(?m:^- )", "", re.sub(r"(?<![\\*\w])\*(\w+)\*(?!\*)", r"\1", links)))


def tree(file: Path) -> html.HtmlElement:
    return html.document_fromstring(file.read_bytes(), parser=html.HTMLParser(encoding="utf-8", remove_comments=True))


def text(element: html.HtmlElement) -> str:
    """What a reader reads of an element; neighbouring cells are apart."""
    return squeezed("".join(_pieces(element.xpath(".//text()"))))


def _pieces(found: list[Any]) -> Iterator[str]:
    for piece in found:
        if piece.is_text and piece.getparent().tag in ("td", "th"):
            yield " "
        yield piece


def article(site: Path, address: str) -> html.HtmlElement:
    """The part of a page that the project writes."""
    [found] = tree(site / address / "index.html").iter("article")
    return found


def by_id(page: html.HtmlElement, anchor: str) -> html.HtmlElement:
    [found] = page.xpath("//*[@id=$anchor]", anchor=anchor)
    return found


def cell(row: html.HtmlElement, label: str) -> str:
    """The text of the cell, or of the part of one, that is labelled so."""
    [found] = row.xpath(".//*[@data-label=$label]", label=label)
    return text(found)


def page_addresses(site: Path) -> list[str]:
    """The address of every page, like `actions/2021/`; the home page is the empty text.

    The page of the forms shows nothing of the record; it has tests of its own (test_built_forms.py).
    """
    files = {file.relative_to(site).as_posix() for file in site.rglob("index.html")} - {"edit/index.html"}
    return sorted(file.removesuffix("index.html") for file in files)


def fingerprints(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


class _BelowMinutes(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # one connection for many files
    disable_nagle_algorithm = True

    def translate_path(self, path: str) -> str:
        inside = path.startswith(BELOW)
        return super().translate_path(path.removeprefix(BELOW[:-1]) if inside else "/nothing-outside-the-sub-path")

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "max-age=600")  # as GitHub Pages does
        super().end_headers()

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The site below the sub-path /minutes/ of a local server; gives the address of its home page."""
    handler = functools.partial(_BelowMinutes, directory=str(site))
    with ExitStack() as servers:
        server = servers.enter_context(ThreadingHTTPServer(("127.0.0.1", 0), handler))
        while server.server_port in _PORTS:  # a browser still holds what another site said there
            server = servers.enter_context(ThreadingHTTPServer(("127.0.0.1", 0), handler))
        _PORTS.add(server.server_port)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{BELOW}"
        server.shutdown()
