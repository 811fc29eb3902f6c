"""A spoilt meeting file, by the real commands: sentences, exit 1, and the site that was there stays whole."""

import functools
import shutil

import pytest
from a_project import fingerprints, minutes
from bad_input import bad_inputs

MEETING = "data/meetings/2022-03-21.yml"
SAMPLE = (
    "without line 4", "[a, b] at line", "no indentation at line", "a tab at line", "'\\x00' at", "empty",
    "the whole twice", "as utf-16", "noise", "big text without an end", "aliases that explode", "a folder",
    "a link to nothing", "a link to itself", "a pipe",
)  # fmt: skip


@functools.cache
def sample(good):
    """For each name of the sample the first bad file whose name begins so."""
    found = {}
    for bad in bad_inputs(good):
        for name in SAMPLE:
            if bad.name.startswith(name):
                found.setdefault(name, bad)
    return found


@pytest.fixture(scope="module")
def built_project(record_project, tmp_path_factory):
    return shutil.copytree(record_project, tmp_path_factory.mktemp("bad") / "project")


@pytest.mark.parametrize("name", SAMPLE)
def test_a_bad_file_is_reported_and_leaves_the_site_as_it_was(built_project, name):
    place = built_project / MEETING
    good, before = place.read_bytes(), fingerprints(built_project / "site")
    place.unlink()
    sample(good)[name].put(place)
    try:
        done = minutes(built_project, "build")
    finally:
        place.rmdir() if place.is_dir() and not place.is_symlink() else place.unlink()
        place.write_bytes(good)
    assert done.returncode == 1
    assert done.stdout.startswith(("data/meetings/2022-03-21.yml:", "data/group.yml:2:1: note:"))
    assert "Traceback" not in done.stdout + done.stderr
    assert fingerprints(built_project / "site") == before
    assert len(before) > 20
