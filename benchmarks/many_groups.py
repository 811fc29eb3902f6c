"""Measures `minutes index` on invented groups, whose sites a local server serves.

One invented archive is built, and the data of its site is served under many addresses, each with a name of its own.
What is measured is printed, whether the aim is met or not.
"""

import argparse
import json
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory

from projects import make_ours

AIM = 60  # seconds for 200 groups of 50 meetings
FILES = ("data/meetings.json", "data/actions.json")
_MINUTES = (sys.executable, "-c", "from macros.cli import main; main()")


class Groups(BaseHTTPRequestHandler):
    """Serves the same data as that of each group: `/7/data/meetings.json` is that of the invented group 7."""

    protocol_version = "HTTP/1.1"
    served: dict[str, str]

    def do_GET(self) -> None:
        """Send a file of a group."""
        number, _slash, file = self.path.removeprefix("/").partition("/")
        content = self.served[file].replace("Invented Group", f"Invented Group {number}", 1).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""


def main() -> None:
    """Print the seconds of each round."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--groups", type=int, default=200)
    parser.add_argument("--meetings", type=int, default=50)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    with TemporaryDirectory() as place:
        project = Path(place) / "project"
        make_ours(project, asked.meetings, 12, 1)
        subprocess.run((*_MINUTES, "build"), cwd=project, check=True, stdout=subprocess.DEVNULL)
        Groups.served = {file: (project / "site" / file).read_text(encoding="utf-8") for file in FILES}
        group = json.loads(Groups.served[FILES[0]])["group"]["name"]
        sizes = ", ".join(f"{file} {len(text) / 1024:,.0f} KB" for file, text in Groups.served.items())
        print(f"{asked.groups} groups like “{group}” of {asked.meetings} meetings; each: {sizes}; aim {AIM} s")
        with ThreadingHTTPServer(("127.0.0.1", 0), Groups) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            listed = Path(place) / "groups.txt"
            address = f"http://127.0.0.1:{server.server_port}"
            listed.write_text("".join(f"{address}/{number}/\n" for number in range(asked.groups)), encoding="utf-8")
            for number in range(asked.rounds):
                start = time.perf_counter()
                subprocess.run(
                    (*_MINUTES, "index", "--list", str(listed), "--out", str(Path(place) / "all")), cwd=project,
                    check=True, stdout=subprocess.DEVNULL,
                )  # fmt: skip
                print(f"round {number + 1}: {time.perf_counter() - start:.1f} s")
            server.shutdown()
        pages = list((Path(place) / "all").rglob("*.html"))
        print(f"{len(pages)} pages, the largest {max(path.stat().st_size for path in pages) / 1024:,.0f} KB")


if __name__ == "__main__":
    main()
