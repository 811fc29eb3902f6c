"""How long each spoilt meeting file takes to check, beside the good one: the slowest first.

`.venv/bin/python benchmarks/spoilt.py` spoils a copy of the real record's meeting in every way
of tests/bad_input.py. A file of ten megabytes may take longer than one of six kilobytes, so each is
also told per byte.
"""

import shutil
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from bad_input import bad_inputs  # type: ignore[import-not-found]  # noqa: E402

from macros.record.problems import Unpublishable  # noqa: E402
from macros.rules.loading import load  # noqa: E402

MEETING = "data/meetings/2022-03-21.yml"


def seconds(folder: Path) -> float:
    """How long the processor is busy with checking a record."""
    started = time.process_time()
    with suppress(Unpublishable):
        load(folder)
    return time.process_time() - started


def main() -> None:
    """Measure and print a table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "data", folder / "data")
        place = folder / MEETING
        good = place.read_bytes()
        usual = min(seconds(folder) for _ in range(20))
        found = []
        for bad in bad_inputs(good):
            place.rmdir() if place.is_dir() and not place.is_symlink() else place.unlink()
            bad.put(place)
            larger = max(1.0, place.stat().st_size / len(good)) if place.is_file() else 1.0
            found.append((seconds(folder) / usual, larger, bad.name))
    print(f"the good file: {usual * 1000:.1f} ms, {len(good)} bytes; {len(found)} bad ones")
    print("times as slow | times as big | per byte | what")
    for times, larger, what in sorted(found, reverse=True)[:20]:
        print(f"{times:13.1f} | {larger:12.1f} | {times / larger:8.2f} | {what}")


if __name__ == "__main__":
    main()
