"""Two commands at once in one folder, a kill, and a full disk: the site is one that somebody built, and whole."""

import os
import random
import resource
import shutil
import signal
import subprocess
import time

import pytest
from a_project import MINUTES, MKDOCS, article, environment, fingerprints, minutes, run, text

KILLS, RACES = int(os.environ.get("KILLS", "3")), int(os.environ.get("RACES", "2"))
ROOM = [int(level) for level in os.environ.get("ROOM", "100 20000 60000").split()]
CHANCE = random.Random(14)


@pytest.fixture
def good(project, record_site):
    """A project with a good site in place."""
    shutil.copytree(record_site, project / "site")
    return project


def begun(project, *command, until):
    """A command that is stopped as soon as `until` is so."""
    running = subprocess.Popen(
        command, cwd=project, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
    )
    while not until() and running.poll() is None:
        time.sleep(0.001)
    running.send_signal(signal.SIGSTOP)
    return running


def written(project):
    """How many files the site that is being built has."""
    return sum(len(files) for folder in project.glob(".site.*.new") for _, _, files in os.walk(folder))


def left(project):
    return {path.name for path in project.iterdir() if path.name.startswith(".site")}


@pytest.mark.parametrize(
    ("other", "part"), [((*MINUTES, "build"), 0), ((*MINUTES, "build"), 0.99), ((*MKDOCS, "build"), 0.5)]
)
def test_a_build_does_not_begin_while_another_is_at_work(good, other, part):
    before, number = fingerprints(good / "site"), len(fingerprints(good / "site"))
    first = begun(good, *MINUTES, "build", until=lambda: written(good) > part * number)
    second = run(good, *other)
    assert second.returncode == 1
    assert f"process {first.pid} on the computer" in second.stdout + second.stderr
    assert "Traceback" not in second.stdout + second.stderr
    assert fingerprints(good / "site") == before
    first.send_signal(signal.SIGCONT)
    assert (first.wait(60), fingerprints(good / "site"), left(good)) == (0, before, {".site.lock"})
    assert run(good, *MINUTES, "build").returncode == 0


def test_builds_that_begin_together_leave_a_whole_site(good):
    before = fingerprints(good / "site")
    for _ in range(RACES):
        both = [
            subprocess.Popen([*MINUTES, "build"], cwd=good, env=environment(), stderr=subprocess.PIPE) for _ in "ab"
        ]
        said = [running.communicate(timeout=60)[1].decode() for running in both]
        assert 0 in [running.returncode for running in both]
        assert all("is about to replace" in words for words, ended in zip(said, both, strict=True) if ended.returncode)
        assert (fingerprints(good / "site"), left(good)) == (before, {".site.lock"})


def test_builds_into_two_sites_go_on_side_by_side(good):
    first = begun(good, *MINUTES, "build", until=lambda: written(good))
    assert minutes(good, "build", "--site", "other").returncode == 0
    first.send_signal(signal.SIGCONT)
    assert first.wait(60) == 0
    assert fingerprints(good / "other") == fingerprints(good / "site")


def test_a_killed_build_leaves_the_site_and_the_next_one_removes_its_work(good):
    before = fingerprints(good / "site")
    for _ in range(KILLS):
        running = subprocess.Popen([*MINUTES, "build"], cwd=good, env=environment(), stdout=subprocess.DEVNULL)
        time.sleep(CHANCE.uniform(0.3, 3))
        running.kill()
        running.wait()
        assert fingerprints(good / "site") == before
    assert minutes(good, "build").returncode == 0
    assert (fingerprints(good / "site"), left(good)) == (before, {".site.lock"})


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
@pytest.mark.parametrize("room", ROOM)
def test_a_full_disk_is_a_sentence_and_leaves_the_site(good, room, engine):
    """No file may be larger than `room` bytes."""
    before = fingerprints(good / "site")
    done = subprocess.run(
        [*MINUTES, "build", "--engine", engine], cwd=good, env=environment(), capture_output=True, encoding="utf-8",
        timeout=120, check=False, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)),
    )  # fmt: skip
    assert done.returncode == 1
    assert "is as it was" in done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert (fingerprints(good / "site"), left(good)) == (before, {".site.lock"})


def test_a_site_that_is_a_link_stays_one(good, tmp_path):
    (good / "site").rename(tmp_path / "web")
    (good / "site").symlink_to(tmp_path / "web")
    place = good / "data/meetings/2022-03-21.yml"
    for hall in ("An invented hall", "Another invented hall"):
        place.write_text(place.read_text().replace("location: Microsoft Teams", f"location: {hall}"))
        assert minutes(good, "build").returncode == 0
        assert (good / "site").is_symlink()
        assert hall in text(article(tmp_path / "web", "meetings/2022-03-21/"))
        place.write_text(place.read_text().replace(f"location: {hall}", "location: Microsoft Teams"))
