"""Measures how long a saved meeting file takes to be on the screen of `make serve`, on an invented archive."""

import argparse
import socket
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from tempfile import TemporaryDirectory

from projects import make_ours

AIM = 2.0  # seconds
_PATIENCE = 120


def main() -> None:
    """Serve the archive, save one meeting's file again and again, and print how long its page took to follow."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--meetings", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    with TemporaryDirectory() as temporary:
        folder = Path(temporary) / "project"
        make_ours(folder, given.meetings, 12, seed=1)
        seconds = _served(folder, given.rounds)
    median = statistics.median(seconds)
    print(", ".join(f"{one:.2f}" for one in seconds), f"s; median {median:.2f} s at {given.meetings} meetings")
    print(f"Aim: at most {AIM} s. {'Met' if median <= AIM else 'NOT met'}")


def _served(folder: Path, rounds: int) -> list[float]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", f"127.0.0.1:{port}"]
    with subprocess.Popen(command, cwd=folder, stderr=subprocess.DEVNULL) as server:
        try:
            file = max((folder / "data/meetings").iterdir())
            page = f"http://127.0.0.1:{port}/meetings/{file.stem}/"
            _until(page, "Invented Room")
            time.sleep(5)  # until the search index is there too
            return [_saved(file, page, f"Invented Hall {number}") for number in range(rounds)]
        finally:
            server.terminate()


def _saved(file: Path, page: str, place: str) -> float:
    lines = file.read_text(encoding="utf-8").splitlines()
    file.write_text("\n".join(f"location: {place}" if line.startswith("location:") else line for line in lines) + "\n")
    started = time.perf_counter()
    _until(page, place)
    seconds = time.perf_counter() - started
    time.sleep(5)
    return seconds


def _until(page: str, words: str) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(page, timeout=_PATIENCE) as answer:
                if words in answer.read().decode():
                    return
        except (urllib.error.URLError, ConnectionError):
            pass
        time.sleep(0.05)
    sys.exit(f"{page} did not show '{words}' within {_PATIENCE} s")


if __name__ == "__main__":
    main()
