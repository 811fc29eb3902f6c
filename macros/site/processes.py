"""Work that takes long, shared among processes: copies of this one, so that nothing has to be handed to them."""

import atexit
import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any, TypeVar

_AT_ONCE = 16  # pieces of work that are handed to a process
_FEW = 4 * _AT_ONCE  # for which no process is worth its while
_Given = TypeVar("_Given")
_Made = TypeVar("_Made")
_work: Callable[[Any], Any] = id
_pools: list[ProcessPoolExecutor] = []


def begin(to_make: Mapping[str, Callable[[], bytes]]) -> Iterator[tuple[str, bytes]]:
    """Begin to make files beside whatever this process does, and give each with its path, in the order of the paths;
    `to_make` says what makes each.

    Where a system cannot copy a process, or has one processor, each file is made when it is asked for. Raises what
    making a file raises.
    """
    return zip(to_make, _shared(lambda path: to_make[path](), list(to_make), _processors() - 1), strict=True)


def each(work: Callable[[_Given], _Made], those: Sequence[_Given]) -> Iterator[_Made]:
    """What `work` makes of each of those, in their order, by as many processes as there are processors. What is given
    and made has to be such that it can be pickled. Raises what `work` raises."""
    processes = _processors()
    try:
        yield from _shared(work, those, processes if processes > 1 and len(those) > _FEW else 0)
    finally:
        stop()


@atexit.register
def stop() -> None:
    """Do no more work, as after a build or where something has failed."""
    while _pools:
        _pools.pop().shutdown(cancel_futures=True)


def _processors() -> int:
    return (os.cpu_count() or 1) if "fork" in multiprocessing.get_all_start_methods() else 1


def _shared(work: Callable[[_Given], _Made], those: Sequence[_Given], processes: int) -> Iterable[_Made]:
    global _work
    stop()
    if not those or processes < 1:
        return map(work, those)
    _work = work
    _pools.append(ProcessPoolExecutor(processes, multiprocessing.get_context("fork")))
    made = _pools[0].map(_piece, those, chunksize=_AT_ONCE)  # which copies this process
    _work = id
    return made


def _piece(given: Any) -> Any:
    return _work(given)
