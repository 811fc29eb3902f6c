"""Serves a built site on this machine as a web server would: text as gzip, packed files as they are."""

import functools
import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

_KINDS = {
    ".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".json": "application/json",
    ".svg": "image/svg+xml", ".png": "image/png", ".xml": "application/xml",
}  # fmt: skip
_AS_IT_IS = "application/octet-stream"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1  # head and body leave together; apart, the kernel holds the body back for 40 ms

    def __init__(self, folder: Path, *rest: object) -> None:
        self.folder = folder
        super().__init__(*rest)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        file = self.folder / path.lstrip("/") / ("index.html" if path.endswith("/") else "")
        if not file.is_file():
            self.send_error(404)
            return
        kind = _KINDS.get(file.suffix, _AS_IT_IS)
        body = _packed(file) if kind != _AS_IT_IS else file.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", kind)
        if kind != _AS_IT_IS:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@functools.cache
def _packed(file: Path) -> bytes:
    return gzip.compress(file.read_bytes(), compresslevel=6, mtime=0)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The site in `folder`; gives the address of its home page. Every file is packed before the first request."""
    for file in folder.rglob("*"):
        if file.suffix in _KINDS:
            _packed(file)
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Handler, folder)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
