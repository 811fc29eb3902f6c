"""Work that is shared among processes comes back as if one had done it."""

import os

import pytest

from macros.site import processes
from macros.site.processes import begin, each, stop


@pytest.mark.parametrize("processors", [1, 2, 3])
@pytest.mark.parametrize("many", [0, 1, 64, 65, 500])
def test_each_result_is_in_its_place(processors: int, many: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: processors)
    assert list(each(lambda number: number * number, range(many))) == [number * number for number in range(many)]


def test_many_are_done_beside_this_process_and_a_few_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    assert os.getpid() not in set(each(lambda _number: os.getpid(), range(100)))
    assert set(each(lambda _number: os.getpid(), range(10))) == {os.getpid()}
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    assert set(each(lambda _number: os.getpid(), range(100))) == {os.getpid()}


@pytest.mark.parametrize("processors", [1, 2])
def test_what_fails_is_said(processors: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: processors)
    with pytest.raises(ZeroDivisionError):
        list(each(lambda number: 1 / (number - 70), range(100)))
    assert not processes._pools
    with pytest.raises(ZeroDivisionError):
        list(begin({"a": lambda: b"a", "b": lambda: bytes(1 // 0)}))
    stop()
    assert not processes._pools
