"""Stops what hangs."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def stopped_after(seconds: int, name: str) -> Iterator[None]:
    """Fails the block if it is not done after a time in which it should be done many times over."""

    def stop(*_: object) -> None:
        raise AssertionError(f"{name}: not done after {seconds} s")

    signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
