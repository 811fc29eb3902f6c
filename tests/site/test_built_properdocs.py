"""ProperDocs, which continues MkDocs 1 under another name, builds the same site from the same project.

Its build must not be ours with another engine: it is started as a user would, and finds everything by itself.
"""

import sys

import pytest
from a_project import MKDOCS, copy_project, fingerprints, minutes, run

PROPERDOCS = (sys.executable, "-m", "properdocs")


@pytest.fixture(scope="module")
def project_of_record(tmp_path_factory):
    return copy_project(tmp_path_factory.mktemp("properdocs") / "project")


@pytest.fixture(scope="module")
def by_properdocs(project_of_record):
    done = run(project_of_record, *PROPERDOCS, "build", "--strict", "--site-dir", "by-properdocs")
    assert done.returncode == 0, done.stdout + done.stderr
    return project_of_record / "by-properdocs"


def test_properdocs_builds_the_same_files_as_mkdocs(project_of_record, by_properdocs):
    done = run(project_of_record, *MKDOCS, "build", "--strict", "--site-dir", "by-mkdocs")
    assert done.returncode == 0, done.stdout + done.stderr
    before, after = fingerprints(project_of_record / "by-mkdocs"), fingerprints(by_properdocs)
    assert before.keys() == after.keys()
    assert {name for name in before if before[name] != after[name]} == set()


def test_the_site_that_properdocs_builds_holds_the_whole_record(project_of_record, by_properdocs):
    done = minutes(project_of_record, "audit", by_properdocs.name)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout + done.stderr


def test_a_mistake_stops_properdocs_with_its_place_and_without_a_traceback(project):
    file = project / "data/meetings/2022-03-21.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("apologies:", "apologeis:"), encoding="utf-8")
    done = run(project, *PROPERDOCS, "build", "--strict", "--site-dir", "new")
    said = done.stdout + done.stderr
    assert done.returncode == 1
    assert "data/meetings/2022-03-21.yml:12:1: 'apologeis' is not a known key" in said
    assert "Traceback" not in said
    assert not (project / "new").exists()
