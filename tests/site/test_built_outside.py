"""What changes outside of the record is named first, and the preview says what it does to the published pages."""

import json
import shutil
import subprocess

import pytest
from a_project import ROOT, minutes, text, tree

TEMPLATE, SHEET = "macros/pages/templates/people.html", "docs/stylesheets/minutes.css"


@pytest.fixture
def under_git(project):
    """A project with the copied record, whose branch main is what is published."""
    shutil.copy(ROOT / ".gitignore", project)
    git(project, "init", "--quiet", "--initial-branch=main")
    git(project, "add", ".")
    git(project, "commit", "--quiet", "--message=All")
    git(project, "switch", "--quiet", "--create", "change")
    return project


def git(folder, *command):
    who = ("-c", "user.name=Invented", "-c", "user.email=invented@invented.example")
    subprocess.run(["git", *who, *command], cwd=folder, check=True)


def edit(folder, path, before, after):
    text = (folder / path).read_text(encoding="utf-8")
    assert before in text
    (folder / path).write_text(text.replace(before, after), encoding="utf-8")


def summary(folder, *arguments):
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--allow-empty", "--message=A change")
    done = minutes(folder, "changes", "main", *arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout


def program(folder):
    """The part of the preview about the program, or None if there is none."""
    done = minutes(folder, "preview", "--base", "main", "--out", "preview.html")
    assert done.returncode == 0, done.stdout + done.stderr
    [*found] = tree(folder / "preview.html").xpath("//article[@id='program']")
    return found[0] if found else None


def test_a_change_of_the_record_alone_says_nothing_of_the_program(under_git):
    edit(under_git, "data/people.yml", "# ", "# Invented: ")
    assert summary(under_git).startswith("# What merging will publish\n\nNo public page changes.\n")
    assert "- data/people.yml: only comments, or the way it is written" in summary(under_git)
    assert program(under_git) is None


def test_files_outside_of_the_record_are_named_first_by_what_they_are(under_git):
    for path in (TEMPLATE, SHEET, "mkdocs.yml", "macros/site/audit.py", "docs/index.md"):
        with open(under_git / path, "a", encoding="utf-8") as file:
            file.write("\n")
    for path in (".github/workflows/invented.yml", "docs/scripts/invented.js", "notes.txt", ".gitattributes"):
        (under_git / path).parent.mkdir(parents=True, exist_ok=True)
        (under_git / path).write_text("\n", encoding="utf-8")
    edit(under_git, "data/meetings/2022-03-21.yml", "location: Microsoft Teams", "location: An invented hall")
    lines = [line for line in summary(under_git).splitlines() if line]
    assert lines[:2] == ["# What merging will publish", "## ⚠ Read this first: more than the record changes"]
    assert lines[2].startswith("9 files that are no part of the record are changed, too. They can alter every page,")
    assert lines[3:13] == [
        "- **Templates of the pages**: macros/pages/templates/people.html",
        "- **The program**: macros/site/audit.py",
        "- **Scripts of the pages**: docs/scripts/invented.js",
        "- **Style sheets of the pages**: docs/stylesheets/minutes.css",
        "- **Pages written by hand, and files beside them**: docs/index.md",
        "- **How the site is built**: mkdocs.yml",
        "- **Workflows and settings of the host**: .github/workflows/invented.yml",
        "- **How git stores and shows files**: .gitattributes",
        "- **Other files**: notes.txt",
        "## Changed on public pages",
    ]
    assert json.loads(summary(under_git, "--format", "json"))["outside"][0] == ".gitattributes"


def test_the_preview_says_what_the_program_does_to_the_published_pages(under_git):
    edit(under_git, TEMPLATE, "Only initials are on record", "Only initials are known")
    found = program(under_git)
    assert "1 page would say something else:" in text(found)
    assert "First differences on /people/ Before After Only initials are on record Only initials are known" in text(
        found
    )


def test_other_markup_and_other_files_are_told_from_other_words(under_git):
    edit(under_git, TEMPLATE, '<dl class="facts">', '<dl class="facts invented">')
    with open(under_git / "docs/scripts/copy.js", "a", encoding="utf-8") as file:
        file.write("// An invented comment.\n")
    found = text(program(under_git))
    assert "No page would say something else." in found
    assert "1 page would say the same in other markup /people/ 1 other file would differ /scripts/copy.js" in found


def test_a_program_that_cannot_build_the_published_record_is_named(under_git):
    edit(under_git, TEMPLATE, "{% ", "{% invented ")
    found = text(program(under_git))
    assert "Nothing could be compared: the proposed program cannot build the published record: " in found
