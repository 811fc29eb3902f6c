"""`minutes init`: another group begins its own record, and its site builds and reads well from the first minute."""

import shutil
import subprocess

import pytest
from a_project import MINUTES, article, built, copy_project, environment, fingerprints, minutes, text, tree

GROUP = {
    "--name": "Invented: Road Safety Panel", "--short-name": "IRSP", "--publisher": "IO",
    "--publisher-name": "Invented Office", "--licence": "Invented Licence",
    "--licence-url": "https://licence.example/", "--action-id": "RSP-{number}",
}  # fmt: skip


def said(**changed):
    given = {**GROUP, **{f"--{key.replace('_', '-')}": value for key, value in changed.items()}}
    return [part for option, value in given.items() if value is not None for part in (option, value)]


@pytest.fixture(scope="module")
def begun(tmp_path_factory):
    """A copy of the project after `minutes init`, built."""
    folder = copy_project(tmp_path_factory.mktemp("init") / "project")
    done = minutes(folder, "init", *said(), "--yes")
    assert done.returncode == 0, done.stderr
    assert done.stdout == (
        "This removes the current record; only what was committed to git can be restored:\n"
        "  data/accessibility.yml\n  data/glossary.yml\n  data/group.yml\n  data/meetings/2022-03-21.yml\n"
        "  data/people.yml\n"
        "  data/terms-of-reference/public-record.md\n"
        "Removed 6 files. data/ is now the record of Invented: Road Safety Panel, without a meeting yet.\n"
        "Next: write down who is who in data/people.yml, create a meeting with 'minutes new' and its date, and publish "
        "with 'make site'.\n"
    )
    built(folder)
    return folder


def test_nothing_of_the_group_before_is_left(begun):
    assert sorted(fingerprints(begun / "data")) == [
        "group.yml", "meetings/.gitkeep", "people.yml", "terms-of-reference/.gitkeep",
    ]  # fmt: skip
    for file in (begun / "site").rglob("*.html"):
        for word in ("ANPR", "Biometrics", "OBSCC"):
            assert word not in text(tree(file)), file


def test_the_empty_record_passes_the_check(begun):
    done = minutes(begun, "check")
    assert done.stdout.splitlines()[-2:] == [
        "No errors, no warnings and 2 notes.", "Looked at 2 files: no meetings, no actions.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("", "Invented: Road Safety Panel (IRSP) Search the whole record Search"),
        ("meetings/", "Meetings No meeting is on record."),
        ("actions/", "Action tracker No action is on record."),
        ("actions/next-meeting/", "Preparing the next meeting No open actions."),
        ("people/", "People and organisations Organisations IO: Invented Office"),
        ("about/", "About this record Group Invented: Road Safety Panel (IRSP) Publisher Invented Office (IO) Contact "
                   "Not recorded Licence Invented Licence Language English (United Kingdom) (en_GB) Action ids "
                   "RSP-{number}: a running number."),
        ("accessibility/", "Accessibility statement No accessibility statement is recorded. So nothing is said here on "
                           "how far this website complies with a standard, or on problems that are known."),
    ],
)  # fmt: skip
def test_the_pages_read_well_without_a_meeting(begun, address, words):
    assert text(article(begun / "site", address)).startswith(words)


def test_the_first_meeting_is_begun_and_published(begun, tmp_path):
    folder = shutil.copytree(begun, tmp_path / "project")
    assert minutes(folder, "new", "2030-12-12").returncode == 0
    home = text(article(built(folder), ""))
    assert "Search Planned meetings on record 12 December 2030" in home
    assert minutes(folder, "paper", "2030-12-12").returncode == 0


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"publisher": "??"}, "'??' names nobody; expected initials like EF, or a name of at most 80 letters"),
        ({"licence_url": "licence.example"},
         "'licence.example' is not a web address; it has to begin with https:// or http://"),
        ({"action_id": "RSP{nr}"}, "'RSP{nr}' is not a pattern of action ids; expected one to three {number}, at "
                                   "most one {month} and {year}, like ABC{month}{year}-{number}"),
        ({"name": " "}, "'name' is empty; write text or leave the key out"),
    ],
)  # fmt: skip
def test_an_answer_that_is_wrong_removes_nothing(project, changed, sentence):
    before = fingerprints(project)
    done = minutes(project, "init", *said(**changed), "--yes")
    assert (done.returncode, done.stderr) == (1, f"{sentence}\nNothing is changed.\n")
    assert fingerprints(project) == {**before, ".data.lock": b""}


def test_a_folder_that_is_not_the_project_is_left_alone(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data/group.yml").write_text("name: Mine\n")
    done = minutes(tmp_path, "init", *said(), "--yes")
    assert done.returncode == 1
    assert done.stderr == (
        f"{tmp_path} is not the folder of a project, because it has no mkdocs.yml, docs/index.md and "
        "overrides/main.html; nothing is changed\n"
    )
    assert (tmp_path / "data/group.yml").read_text() == "name: Mine\n"


def answered(folder, answers, *arguments):
    return subprocess.run(
        [*MINUTES, "init", *arguments], cwd=folder, input=answers, env=environment(), capture_output=True,
        encoding="utf-8", timeout=60, check=False,
    )  # fmt: skip


def test_what_is_not_given_is_asked_and_no_is_no(project):
    before = fingerprints(project)
    answers = "Invented Panel\nIP\nIO\nInvented Office\nInvented Licence\nhttps://licence.example/\n\n\nn\n"
    done = answered(project, answers)
    assert (done.returncode, done.stderr) == (1, "Nothing is changed.\n")
    assert "The group's name in full: " in done.stdout
    assert "How a reader reaches the publisher (may be empty): " in done.stdout
    assert done.stdout.endswith("Remove it? [y/N]: ")
    assert fingerprints(project) == {**before, ".data.lock": b""}


def test_what_is_not_given_is_asked_and_yes_is_yes(project):
    answers = (
        "Invented Panel\nIP\nIO\nInvented Office\nInvented Licence\nhttps://licence.example/\n\nio@io.example\ny\n"
    )
    done = answered(project, answers)
    assert done.returncode == 0, done.stderr
    group = (project / "data/group.yml").read_text(encoding="utf-8")
    assert "\naction_id:\n" in group
    assert '\ncontact: "io@io.example"\n' in group


def test_without_an_answer_nothing_is_changed(project):
    before = fingerprints(project)
    assert answered(project, "").returncode == 1
    assert fingerprints(project) == before
