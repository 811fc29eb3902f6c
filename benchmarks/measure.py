"""Runs one command and measures it: seconds on the wall and of processors, and the memory of all its processes.

The command is started by a fresh and small process: this file, run as a script. It adds up, many times a second, what
the command and everything that it started hold in memory together. (On Linux; elsewhere the biggest process counts.)
"""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

# Linux counts the peak in KiB, macOS in bytes.
_APART = 0.02  # seconds between two looks at the memory
_PEAK_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True)
class Measured:
    """How long a command took, how long it kept processors busy, and the most resident bytes that its processes had
    together."""

    seconds: float
    busy: float
    peak: int


def measured(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Measured:
    """Run a command in `folder` and measure it. Exits with what the command said if it fails."""
    done = subprocess.run(
        [sys.executable, __file__, *command], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"{' '.join(command)} failed:\n{done.stderr}")
    return Measured(**json.loads(done.stdout))


def _main(command: Sequence[str]) -> int:
    started = time.perf_counter()
    peak = 0
    with subprocess.Popen(command, stdout=sys.stderr) as process:
        while process.poll() is None:
            peak = max(peak, sum(map(_resident, _with_children(process.pid))))
            time.sleep(_APART)
    seconds = time.perf_counter() - started
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    busy, biggest = used.ru_utime + used.ru_stime, used.ru_maxrss * _PEAK_UNIT
    print(json.dumps({"seconds": seconds, "busy": busy, "peak": max(peak, biggest)}))
    return process.returncode


def _with_children(process: int) -> Iterator[int]:
    yield process
    with suppress(OSError):
        for task in Path(f"/proc/{process}/task").iterdir():
            for child in (task / "children").read_text().split():
                yield from _with_children(int(child))


def _resident(process: int) -> int:
    """The resident bytes of a process; none where it is gone."""
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * resource.getpagesize()
    except OSError:
        return 0


if __name__ == "__main__":
    sys.exit(_main(sys.argv[1:]))
