"""Runs one command and measures it: seconds on the wall and of processors, and its biggest process's memory.

A process inherits the peak of the one that starts it, so the command is started by a fresh and
small one: this file, run as a script.
"""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

# Linux counts the peak in KiB, macOS in bytes.
_PEAK_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True)
class Measured:
    """How long a command took, how long it kept processors busy, and its biggest process's peak of resident bytes."""

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
    code = subprocess.run(command, stdout=sys.stderr, check=False).returncode
    seconds = time.perf_counter() - started
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    busy, peak = used.ru_utime + used.ru_stime, used.ru_maxrss * _PEAK_UNIT
    print(json.dumps({"seconds": seconds, "busy": busy, "peak": peak}))
    return code


if __name__ == "__main__":
    sys.exit(_main(sys.argv[1:]))
