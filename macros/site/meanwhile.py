"""Files that take long to make: other processes make them while the generator makes the pages."""

import multiprocessing
import os
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor

_AT_ONCE = 16  # files that are handed to a process
_to_make: Mapping[str, Callable[[], bytes]] = {}


class Meanwhile:
    """Begins to make files when it is made. The processes are copies of this one, so that nothing has to be handed to
    them. Where a system cannot copy a process, or has one processor, each file is made when it is asked for."""

    def __init__(self, to_make: Mapping[str, Callable[[], bytes]]) -> None:
        """`to_make`: what makes each file, by its path."""
        global _to_make
        self._made: Iterator[bytes] = (make() for make in to_make.values())
        self._paths, self._pool = tuple(to_make), None
        processors = os.cpu_count() or 1
        if to_make and processors > 1 and "fork" in multiprocessing.get_all_start_methods():
            _to_make = to_make
            self._pool = ProcessPoolExecutor(processors - 1, multiprocessing.get_context("fork"))
            self._made = self._pool.map(_make, to_make, chunksize=_AT_ONCE)  # which copies this process
            _to_make = {}

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Each file with its path, in the order of the paths. Raises what making one of them raises."""
        yield from zip(self._paths, self._made, strict=True)
        self.stop()

    def stop(self) -> None:
        """Make no more files."""
        if self._pool:
            self._pool.shutdown(cancel_futures=True)


def _make(path: str) -> bytes:
    return _to_make[path]()
