"""Hundreds of spoilt meeting files: each is read, or reported in messages with places, and none hangs."""

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from cProfile import Profile
from pathlib import Path

import pytest
from bad_input import Bad, bad_inputs
from hanging import stopped_after

from macros.record.problems import Unpublishable
from macros.rules.loading import load

MEETING = "data/meetings/2022-03-21.yml"
SENTENCE = re.compile(r"data/[\w./-]+:[1-9]\d*:[1-9]\d*: (warning: |note: )?[^\n]{10,600}", re.DOTALL)
LIBYAML = re.compile(
    r"did not find|while (parsing|scanning)|not allowed in this context|block mapping|token|scalar|Errno"
)
LONGEST = 300


def put(bad: Bad, place: Path) -> None:
    """The bad file in the place of whatever stood there."""
    if place.is_dir() and not place.is_symlink():
        place.rmdir()
    else:
        place.unlink(missing_ok=True)
    bad.put(place)


def messages(folder: Path) -> list[str]:
    """Every problem of a record, none where it can be published."""
    try:
        load(folder)
    except Unpublishable as found:
        return [str(problem) for problem in found.problems]
    return []


@contextmanager
def counted() -> Iterator[list[int]]:
    """How many functions of Python are called within the block: its work, whatever the machine is doing."""
    calls = [0]
    profile = Profile(builtins=False)
    profile.enable()
    try:
        yield calls
    finally:
        profile.disable()
        calls[0] = sum(entry.callcount for entry in profile.getstats())


def work(folder: Path, name: str) -> tuple[list[str], int]:
    """The messages about a record, and how many function calls they took."""
    with stopped_after(LONGEST, name), counted() as calls:
        problems = messages(folder)
    return problems, calls[0]


@pytest.fixture
def record(tmp_path: Path, project: Path) -> Path:
    """A copy of the real record, to be spoilt."""
    shutil.copytree(project / "data", tmp_path / "data")
    return tmp_path


def test_there_are_hundreds_of_them_and_always_the_same(project: Path) -> None:
    good = (project / MEETING).read_bytes()
    names = [bad.name for bad in bad_inputs(good)]
    assert len(names) >= 300
    assert len(set(names)) == len(names)
    assert names == [bad.name for bad in bad_inputs(good)]


def test_every_bad_file_is_read_or_reported_and_none_costs_more_than_its_size(record: Path) -> None:
    place = record / MEETING
    good = place.read_bytes()
    load(record)
    _, usual = work(record, "the good file")
    wrong = []
    for bad in bad_inputs(good):
        put(bad, place)
        problems, calls = work(record, bad.name)
        wrong += [f"{bad.name}: {one[:300]}" for one in problems if not SENTENCE.fullmatch(one) or LIBYAML.search(one)]
        larger = max(1, place.stat().st_size / len(good)) if place.is_file() else 1
        if calls > 10 * usual * larger:
            wrong.append(f"{bad.name}: {calls} calls, {usual} for the good file")
    assert wrong == []


@pytest.mark.parametrize(("name", "expected"), [
    ("a folder", "this is a folder; expected a file"),
    ("a link to nothing", "this is a link that leads to no file; put the file itself here"),
    ("a link to itself", "this is a link that leads to no file; put the file itself here"),
    ("a pipe", "this is neither a file nor a folder, but a device or a pipe; put a file here"),
    ("as utf-16", "this line is not UTF-8 text; save the file again as UTF-8"),
    ("as utf-16-le", "a zero byte, which UTF-8 text does not contain; save the file again as UTF-8"),
    ("empty", "the file holds no keys; expected lines like 'date: ...'"),
])  # fmt: skip
def test_what_is_no_text_at_all_is_said_so(record: Path, name: str, expected: str) -> None:
    [bad] = [bad for bad in bad_inputs((record / MEETING).read_bytes()) if bad.name == name]
    put(bad, record / MEETING)
    assert [line.partition(": ")[2] for line in messages(record) if line.startswith(f"{MEETING}:1:")] == [expected]


@pytest.mark.parametrize("name", ["as utf-8-sig", "with Windows lines", "with mixed lines"])
def test_what_an_editor_of_windows_saves_is_read(record: Path, name: str) -> None:
    [bad] = [bad for bad in bad_inputs((record / MEETING).read_bytes()) if bad.name == name]
    put(bad, record / MEETING)
    assert messages(record) == []


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="this system knows no rights of this kind")
def test_a_file_or_a_folder_that_may_not_be_read_is_a_sentence(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As nobody where the tests run as root, whom no file refuses; nobody may not read this code itself either."""
    monkeypatch.setattr("macros.record.reading.fingerprint_of", lambda folder: "")
    folder = Path(tempfile.mkdtemp())
    shutil.copytree(project / "data", folder / "data")
    folder.chmod(0o755)
    assert messages(folder) == []  # all code is imported before
    (folder / MEETING).chmod(0)
    (folder / "data/terms-of-reference").chmod(0)
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        problems = messages(folder)
    finally:
        if root:
            os.seteuid(0)
        (folder / "data/terms-of-reference").chmod(0o755)
        shutil.rmtree(folder)
    assert [line for line in problems if "no permission" in line] == [
        f"{MEETING}:1:1: there is no permission to read the file; give yourself the right to read it",
        "data/terms-of-reference:1:1: there is no permission to read the folder; give yourself the right to read it",
    ]


def test_redirects_that_are_a_broken_link_are_not_passed_over(record: Path) -> None:
    (record / "data/redirects.yml").symlink_to("nothing.yml")
    assert "data/redirects.yml:1:1: this is a link that leads to no file; put the file itself here" in messages(record)
