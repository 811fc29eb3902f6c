"""What is written is whole or as before: for two at once, after a kill, on a full disk, and at the end of a link."""

import os
import random
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from folders import DATA

from macros.cli import main
from macros.record import Stop
from macros.site import whole
from macros.site.lock import locked
from macros.site.whole import replace_folder, replacing, write, write_new

KILLS = int(os.environ.get("KILLS", "3"))
FILES = 30


@pytest.fixture(params=["in one step", "in two steps"])
def place(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to replace, on a disk that can let two folders change places, and on one that cannot."""
    if request.param == "in two steps":
        monkeypatch.setattr(whole, "_swapped", lambda *_: False)
    place = tmp_path / "place"
    fill(place, "old")
    return place


def fill(folder: Path, text: str) -> None:
    folder.mkdir(exist_ok=True)
    for number in range(FILES):
        (folder / f"{number}.txt").write_text(text)


def holds(folder: Path) -> set[str]:
    """What the files of a whole folder hold."""
    files = sorted(folder.iterdir())
    assert len(files) == FILES
    return {file.read_text() for file in files}


def beside(folder: Path) -> set[str]:
    return {path.name for path in folder.parent.iterdir()} - {folder.name, f".{folder.name}.lock"}


def test_a_folder_is_replaced(place: Path) -> None:
    with replacing(place) as new:
        fill(new, "new")
        assert holds(place) == {"old"}
        replace_folder(new, place)
    assert (holds(place), beside(place)) == ({"new"}, set())


def test_what_fails_leaves_the_folder_and_nothing_beside_it(place: Path) -> None:
    with pytest.raises(Stop, match="is as it was, because of this failure: .*No space left"), replacing(place) as new:
        fill(new, "new")
        raise OSError(28, "No space left on device", "a file")
    assert (holds(place), beside(place)) == ({"old"}, set())


def test_a_rename_that_fails_is_taken_back(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whole, "_swapped", lambda *_: False)
    with pytest.raises(Stop), replacing(place) as new:
        replace_folder(new / "nothing", place)
    assert (holds(place), beside(place)) == ({"old"}, set())


def test_after_a_kill_between_two_renames_the_next_command_puts_the_folder_back(tmp_path: Path) -> None:
    place = tmp_path / "place"
    fill(tmp_path / ".place.0123abcd.old", "old")
    fill(tmp_path / ".place.89abcdef.new", "new")
    (tmp_path / ".place.mine.old").write_text("of somebody else")
    with replacing(place):
        assert holds(place) == {"old"}
    assert beside(place) == {".place.mine.old"}


@pytest.mark.parametrize("where", ["elsewhere", "/dev/shm"])
def test_a_link_stays_a_link_and_the_folder_that_it_leads_to_is_replaced(tmp_path: Path, where: str) -> None:
    if not (shared := Path(where)).is_absolute():
        shared = tmp_path / where
    elif not os.access(shared, os.W_OK):
        pytest.skip(f"there is no {where}")
    far = shared / f"{tmp_path.name}-{os.getpid()}"
    far.mkdir(parents=True)
    (place := tmp_path / "place").symlink_to(far / "site")
    try:
        for text in ("first", "second"):
            with replacing(place) as new:
                fill(new, text)
                replace_folder(new, place)
            assert (place.is_symlink(), holds(far / "site"), beside(far / "site")) == (True, {text}, set())
    finally:
        shutil.rmtree(far)


def refused(place: Path) -> str:
    with pytest.raises(Stop) as stop, replacing(place):
        pytest.fail("not refused")
    return str(stop.value)


def test_what_cannot_be_replaced_is_refused_before_anything_is_done(tmp_path: Path) -> None:
    (circle := tmp_path / "circle").symlink_to(circle)
    assert refused(circle) == f"{circle} is a link that leads to itself; remove it"
    said = "/proc is a volume of its own, which cannot be replaced as a whole; name a folder within it"
    assert refused(Path("/proc")) == said
    (tmp_path / "file").touch()
    assert "Not a directory" in refused(tmp_path / "file" / "site") or "File exists" in refused(
        tmp_path / "file" / "site"
    )


def test_a_read_only_folder_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(tmp_path / "place", "old")
    monkeypatch.setattr(os, "access", lambda *_: False)  # nothing is read-only for the owner of a computer
    assert refused(tmp_path / "place") == f"{tmp_path / 'place'} is read-only, so it is not replaced"


def test_a_second_command_is_told_who_is_at_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    holder = "import sys, pathlib; from macros.site.lock import locked\nwith locked(pathlib.Path(sys.argv[1])):"
    place = tmp_path / "site"
    first = subprocess.Popen(
        [sys.executable, "-c", f"{holder}\n  print('held', flush=True); input()", str(place)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    assert first.stdout and first.stdout.readline() == b"held\n"
    with pytest.raises(Stop) as stop, locked(place):
        pytest.fail("locked twice")
    said = str(stop.value)
    assert said.startswith(f"another command is about to replace {place}: process {first.pid} on the computer ")
    assert said.endswith(f"If no such process is running there, delete {tmp_path / '.site.lock'}")
    first.kill()
    first.wait()
    with locked(place):  # the system has ended the lock
        pass


def test_of_two_that_begin_the_same_file_one_writes_it(tmp_path: Path) -> None:
    shutil.copytree(DATA / "toy" / "data", tmp_path / "data")
    command = [sys.executable, "-c", "from macros.cli import main; main()", "--project", str(tmp_path), "new"]
    several = [
        subprocess.Popen([*command, "2031-12-12"], cwd=DATA.parent.parent, stdout=-1, stderr=-1, text=True)
        for _ in range(4)
    ]
    said = [running.communicate(timeout=60) for running in several]
    assert sorted(running.returncode for running in several) == [0, 1, 1, 1]
    for _, error in said:
        assert not error or "exists already" in error or "another command is about to replace" in error


KILLED = """
import sys, pathlib
sys.path.insert(0, sys.argv[2])
import test_whole as test
from macros.site import whole
if sys.argv[3] == "two":
    whole._swapped = lambda *_: False
place = pathlib.Path(sys.argv[1])
print("ready", flush=True)
for number in range(10**6):
    with whole.replacing(place) as new:
        test.fill(new, str(number))
        whole.replace_folder(new, place)
"""


@pytest.mark.parametrize("steps", ["one", "two"])
def test_whenever_the_program_is_killed_the_folder_is_whole(tmp_path: Path, steps: str) -> None:
    place, chance = tmp_path / "place", random.Random(14)
    fill(place, "old")
    for _ in range(KILLS):
        command = [sys.executable, "-c", KILLED, str(place), str(Path(__file__).parent), steps]
        running = subprocess.Popen(command, stdout=subprocess.PIPE, cwd=DATA.parent.parent)
        assert running.stdout and running.stdout.readline() == b"ready\n"
        time.sleep(chance.uniform(0.01, 0.1))
        running.kill()
        running.wait()
        if steps == "two" and not place.exists():
            with replacing(place):
                pass
        assert len(holds(place)) == 1
    with replacing(place):
        pass
    assert beside(place) == set()


def test_a_file_is_written_whole_or_is_as_before(tmp_path: Path) -> None:
    file = tmp_path / "folder" / "a.txt"
    write(file, "old\r\n")
    file.chmod(0o640)
    (link := tmp_path / "link.txt").symlink_to(file)
    write(link, b"new\n")
    assert (file.read_bytes(), file.stat().st_mode & 0o777, link.is_symlink()) == (b"new\n", 0o640, True)
    with pytest.raises(FileExistsError):
        write_new(file, "more")
    assert file.read_bytes() == b"new\n"
    assert [path.name for path in file.parent.iterdir()] == ["a.txt"]
    write(Path("/dev/null"), "nothing")
    assert not Path("/dev/null").is_file()


def test_a_new_file_on_a_disk_without_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    write_new(tmp_path / "a.txt", "new")
    with pytest.raises(FileExistsError):
        write_new(tmp_path / "a.txt", "more")
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("a.txt", "new")]


COMMANDS: dict[str, Callable[[Path], list[str]]] = {
    "new": lambda _: ["new", "2031-12-12"],
    "paper": lambda folder: ["paper", "2030-09-19", "--out", str(folder / "a.docx")],
    "preview": lambda _: ["preview", "--out", "a.html"],
    "schema": lambda _: ["schema"],
    "pages": lambda folder: ["pages", "--out", str(folder / "out")],
    "init": lambda _: [
        *("init", "--yes", "--name", "Invented Panel", "--short-name", "IP", "--publisher", "IO"),
        *("--publisher-name", "Invented Office", "--licence", "Invented", "--licence-url", "https://licence.example/"),
    ],
}


ROOM = [int(level) for level in os.environ.get("ROOM", "0 60 5000 30000").split()]


@pytest.mark.parametrize("command", COMMANDS)
def test_where_there_is_no_room_nothing_is_half_written(tmp_path: Path, command: str) -> None:
    """Files may have so many bytes. Each is then as before, or as the command writes it where there is room."""
    roomy = toy_project(tmp_path / "roomy")
    before = contents(roomy)
    assert run(command, roomy).exit_code == 0
    aim = contents(roomy)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    for room in ROOM:
        project = toy_project(tmp_path / str(room))
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, limits[1]))
        try:
            done = run(command, project)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        after = contents(project)
        assert isinstance(done.exception, SystemExit | None)
        assert ("File too large" in done.stderr) is (done.exit_code == 1)
        assert {name for name in after if after[name] not in (before.get(name), aim.get(name))} == set()
        assert set(before) <= set(after) | (set() if done.exit_code else set(before) - set(aim))


def toy_project(folder: Path) -> Path:
    shutil.copytree(DATA / "toy" / "data", folder / "data")
    for name in ("docs/index.md", "docs/guide/reference.md", "overrides/main.html", "mkdocs.yml"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(DATA.parent.parent / name, folder / name)
    for name in ("docs/stylesheets", "docs/about"):
        shutil.copytree(DATA.parent.parent / name, folder / name)
    return folder


def run(command: str, folder: Path) -> Result:
    return CliRunner().invoke(main, ["--project", str(folder), *COMMANDS[command](folder)])


def contents(folder: Path) -> dict[str, bytes]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
