"""Files that take long to make: other processes make them while the generator makes the pages."""

import atexit
import multiprocessing
import os
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor

_AT_ONCE = 16  # files that are handed to a process
_to_make: Mapping[str, Callable[[], bytes]] = {}
_pools: list[ProcessPoolExecutor] = []


def begin(to_make: Mapping[str, Callable[[], bytes]]) -> Iterator[tuple[str, bytes]]:
    """Begin to make files, and give each with its path, in the order of the paths; `to_make` says what makes each.

    The processes are copies of this one, so that nothing has to be handed to them. Where a system cannot copy a
    process, or has one processor, each file is made when it is asked for. Raises what making a file raises.
    """
    global _to_make
    stop()
    processors = os.cpu_count() or 1
    if not to_make or processors == 1 or "fork" not in multiprocessing.get_all_start_methods():
        return ((path, make()) for path, make in to_make.items())
    atexit.register(stop)
    _to_make = to_make
    _pools.append(ProcessPoolExecutor(processors - 1, multiprocessing.get_context("fork")))
    made = _pools[0].map(_make, to_make, chunksize=_AT_ONCE)  # which copies this process
    _to_make = {}
    return zip(to_make, made, strict=True)


def stop() -> None:
    """Make no more files, as after a build or where one has failed."""
    while _pools:
        _pools.pop().shutdown(cancel_futures=True)


def _make(path: str) -> bytes:
    return _to_make[path]()
