"""The check refuses what the build refuses, and nothing else: tried with one fault at a time in the toy archive."""

import shutil
from pathlib import Path

import pytest
from a_project import copy_project
from folders import DATA

from macros.record import Stop, Unpublishable, read_folder
from macros.register import Register, addresses, follow
from macros.site import open_register
from macros.site.audit import faults
from macros.site.generators import build_with_mkdocs

MEETING, PEOPLE, REDIRECTS = "meetings/2030-01-10.yml", "people.yml", "redirects.yml"
WELCOME = "Everybody was **welcome**."
NOTHING = "leads to nothing on this site"
NO_PAGE = "because something else is at that address; change it"
TAKEN = "which is taken; change it"


def minuted(words: str) -> tuple[str, str, str]:
    return MEETING, WELCOME, f"{WELCOME} {words}"


def redirected(old: str) -> tuple[str, str, str]:
    return REDIRECTS, "redirects:\n", f"redirects:\n  {old}: /about/\n"


def renamed(initials: str) -> tuple[str, str, str]:
    return PEOPLE, "people:\n", f"people:\n  {initials}:\n    name: An Invented Person\n"


def numbered(action: str) -> tuple[str, str, str]:
    return (
        MEETING,
        "actions:\n",
        f"actions:\n  - id: {action}\n    action: Do it.\n    owner: AB\n    status: completed\n",
    )


FAULTS = {
    "a meeting that is not there": (minuted("[a](/meetings/2030-01-12/)."), f"{MEETING}:19:", "leads to no page"),
    "an address without its slash": (minuted("[a](/meetings/2030-03-14)."), f"{MEETING}:19:", "leads to no page"),
    "a link by its name": (
        minuted("[a][b].\n\n      [b]: /people/zz9/\n\n     "),
        f"{MEETING}:19:",
        "leads to no page",
    ),
    "a part that is not there": (minuted("[a](/meetings/2030-01-10/#agenda-9)."), f"{MEETING}:19:", NOTHING),
    "a part of its own page": (minuted("[a](#agenda-9)."), f"{MEETING}:19:", NOTHING),
    "a file that is not there": (minuted("[a](/schema/nothing.json)."), f"{MEETING}:19:", NOTHING),
    "a page by hand that is not there": (minuted("[a](/guide/wrnog/)."), f"{MEETING}:19:", NOTHING),
    "a heading by hand that is not there": (minuted("[a](/guide/wrong/#help)."), f"{MEETING}:19:", NOTHING),
    "a file in the place of a page": (redirected("/meetings/index.html/"), f"{REDIRECTS}:2:3:", NO_PAGE),
    "a file of the generator": (redirected("/404.html/"), f"{REDIRECTS}:2:3:", NO_PAGE),
    "a page by hand in the place": (redirected("/guide/"), f"{REDIRECTS}:2:3:", NO_PAGE),
    "a folder that is not read": (redirected("/templates/a/"), f"{REDIRECTS}:2:3:", NO_PAGE),
    "a name that is too long": (redirected(f"/{'a' * 256}/"), f"{REDIRECTS}:2:3:", "shorten it"),
    "a heading as an old address": (redirected("/meetings/2030-01-10/#agenda"), f"{REDIRECTS}:2:3:", TAKEN),
    "initials like a file": (renamed("index.html"), f"{PEOPLE}:2:3:", NO_PAGE),
    "initials like a heading": (renamed("people-and-organisations"), f"{PEOPLE}:2:3:", TAKEN),
    "an icon of the theme": (redirected("/assets/images/favicon.png/"), f"{REDIRECTS}:2:3:", NO_PAGE),
    "a name that is too long in bytes": (redirected(f"/{'é' * 130}/"), f"{REDIRECTS}:2:3:", "more than 255 bytes"),
    "initials like the frame": (renamed("site-search"), f"{PEOPLE}:2:3:", TAKEN),
    "an id like the tracker": (numbered("tracker"), f"{MEETING}:56:9:", TAKEN),
    "an id like a field of the tracker": (numbered("filter-q"), f"{MEETING}:56:9:", TAKEN),
    "an id like the heading of the tracker": (numbered("action-tracker"), f"{MEETING}:56:9:", TAKEN),
    "an id like the heading of a year": (numbered("actions-of-2030"), f"{MEETING}:56:9:", TAKEN),
    "an id like an item": (numbered("agenda-1"), f"{MEETING}:56:9:", TAKEN),
}


@pytest.fixture(scope="module")
def toy_copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = copy_project(tmp_path_factory.mktemp("refusals") / "project", record=None)
    shutil.copytree(DATA / "toy" / "data", folder / "data")
    group = folder / "data/group.yml"
    lines = group.read_text(encoding="utf-8").splitlines(keepends=True)
    group.write_text("".join(line for line in lines if not line.startswith("action_id")), encoding="utf-8")
    return folder


def edited(folder: Path, *edits: tuple[str, str, str]) -> dict[Path, str]:
    """Make the edits; returns what the files held before."""
    before = {}
    for name, old, new in edits:
        file = folder / "data" / name
        text = file.read_text(encoding="utf-8")
        before.setdefault(file, text)
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return before


def errors(folder: Path) -> list[str]:
    try:
        open_register(folder)
    except Unpublishable as found:
        return [str(problem) for problem in found.problems if not {"warning:", "note:"} & set(str(problem).split())]
    return []


def unchecked(folder: Path) -> Register:
    archive = read_folder(folder).archive
    assert archive
    return follow(archive)


def trouble(folder: Path) -> str:
    """What stops the build of a record that nobody has checked. The search index is left out: it takes any record."""
    out, register = folder / "build/site", unchecked(folder)
    shutil.rmtree(out.parent, ignore_errors=True)
    out.parent.mkdir()
    try:
        build_with_mkdocs(folder, register, out)
    except (Stop, OSError) as stop:
        return repr(stop)
    found = faults(register, out)
    return "\n".join(fault for fault in found if addresses.SEARCH_INDEX not in fault)


@pytest.mark.parametrize("name", FAULTS)
def test_what_stops_the_build_is_named_by_the_check(toy_copy: Path, name: str) -> None:
    edit, place, message = FAULTS[name]
    before = edited(toy_copy, edit)
    try:
        said, stopped = errors(toy_copy), trouble(toy_copy)
    finally:
        for file, text in before.items():
            file.write_text(text, encoding="utf-8")
    assert [line for line in said if line.startswith(f"data/{place}") and message in line] == said != [], said
    assert stopped


def test_what_can_be_built_is_not_refused(toy_copy: Path) -> None:
    links = (
        "/meetings/2030-01-10/#attendance", "/meetings/2030-03-14/#actions-other", "#minutes",
        "/schema/meeting.schema.json",
        "/guide/wrong/#nothing-helps", "/about/#for-the-office", "/terms-of-reference/#2030-06-20-purpose",
        "/actions/facts.json", "/actions/2030/#toy0130-01", "/meetings/2030-01-11/", "/people/ab/", "/", "/about/",
    )  # fmt: skip
    before = edited(
        toy_copy,
        minuted(" ".join(f"[a]({link})" for link in links) + " [a](/search/?q=lamps)"),
        renamed("x.html"), redirected("/old/notes.html/"), redirected("/assets/a/"),
        redirected("/actions/2030/#agenda-1"), numbered("agenda-99"),
    )  # fmt: skip
    try:
        assert (errors(toy_copy), trouble(toy_copy)) == ([], "")
    finally:
        for file, text in before.items():
            file.write_text(text, encoding="utf-8")


def test_a_file_without_an_ending_has_its_address_too(toy_copy: Path) -> None:
    (toy_copy / "docs/CNAME").write_text("minutes.example.org\n", encoding="utf-8")
    before = edited(toy_copy, redirected("/CNAME/a/"))
    try:
        said, stopped = errors(toy_copy), trouble(toy_copy)
    finally:
        (toy_copy / "docs/CNAME").unlink()
        for file, text in before.items():
            file.write_text(text, encoding="utf-8")
    assert [NO_PAGE in line for line in said] == [True]
    assert stopped


def test_an_address_that_is_too_long_in_all_is_refused(toy_copy: Path) -> None:
    before = edited(toy_copy, redirected(f"/{'é/' * 400}"))
    try:
        [said] = errors(toy_copy)
    finally:
        for file, text in before.items():
            file.write_text(text, encoding="utf-8")
    assert said.endswith("...' has more than 1,000 bytes; shorten it")
