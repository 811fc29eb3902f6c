"""Each side feature lives in one place: without its folder and its line in `FEATURES`, all else is as before."""

import re
import shutil
from pathlib import Path

import pytest
from a_project import built, copy_project, fingerprints

from macros import FEATURES
from macros.register import addresses

# What readers lose of each feature besides pages of its own: the links to them.
LINKED_FROM = {
    "macros.pages.accessibility": ".*",  # the footer of every page
    "macros.office.documents": r"(meetings/[^/]+/|reuse/)?index.html",
    "macros.pages.life": r"(actions/(\d{4}/)?|site-map/)index.html",
    "macros.pages.decisions": "site-map/index.html",
    "macros.pages.withheld": "site-map/index.html",
    # The line at the end of each page with other forms, and in the footer the link to the page that lists these.
    "macros.pages.data": ".*",
    "macros.pages.reuse": ".*",
    "macros.pages.found": ".*",  # the head of every page
    "macros.pages.citing": ".*",  # the line at the end of pages
    "macros.office.guide": "(guide/reference|site-map)/index.html",
    "macros.pages.feeds": ".*",  # programs find the feeds of the whole record from every page
    "macros.pages.calendars": r"(meetings/(\d{4}-\d\d-\d\d(-\w)?/)?|people/[^/]+/|reuse/)?index.html",
}
PAGES_OF = {
    "macros.rules.personal_data": "guide/messages/",
    "macros.office.documents": r"meetings/[^/]+/minutes\.odt",
    "macros.pages.decisions": "decisions/", "macros.pages.reuse": "reuse/",
    "macros.pages.feeds": r"feeds/|people/[^/]+/feed\.xml",
    "macros.pages.calendars": r"calendar/|meetings/[^/]+/meeting\.ics|people/[^/]+/actions\.ics",
    "macros.pages.withheld": "withheld/", "macros.pages.citing": "(cite|reuse)/",
    "macros.pages.found": "robots.txt|card.png",
    "macros.pages.data": r"(data|reuse)/|(meetings/.*/meeting|actions/.*/action)\.json",
    "macros.pages.accessibility": "(accessibility|about|guide/messages)/", "macros.pages.life": "actions/life/",
    "macros.office.forms": "edit/", "macros.office.guide": "guide/(messages|recipes)/",
}  # fmt: skip
# What pages that are written by hand say of a feature goes with it.
BY_HAND = {
    "macros.office.guide": ("guide/**/*.md", r"\{\{ (messages|recipes)\(.*\) \}\}|#says-[\w-]+"),
    "macros.pages.accessibility": ("about/index.md", r"\]\(\.\./accessibility/index\.md\)"),
}


def without(feature: str, folder: Path) -> Path:
    """A copy of the project without a feature."""
    project = copy_project(folder)
    shutil.rmtree(project.joinpath(*feature.split(".")))
    listed = project / "macros/__init__.py"
    lines = listed.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if f'"{feature}"' not in line]
    assert len(kept) == len(lines) - 1
    listed.write_text("".join(kept), encoding="utf-8")
    pages, words = BY_HAND.get(feature, ("", ""))
    for page in (project / "docs").glob(pages) if pages else ():
        page.write_text(re.sub(words, "", page.read_text(encoding="utf-8")), encoding="utf-8")
    return project


def without_provenance(files: dict[str, str]) -> dict[str, str]:
    """The fingerprints of the files of a site but that of the file that holds all of them."""
    return {name: mark for name, mark in files.items() if name != addresses.PROVENANCE}


@pytest.mark.parametrize("feature", FEATURES)
def test_without_a_side_feature_the_rest_is_as_before(feature: str, tmp_path: Path, record_site: Path) -> None:
    before = without_provenance(fingerprints(record_site))
    after = without_provenance(fingerprints(built(without(feature, tmp_path / "project"))))
    own, linked = PAGES_OF.get(feature, "none"), LINKED_FROM.get(feature, "none")
    # What is searched differs where pages of the feature were among it.
    differing = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    unexpected = {
        name for name in differing
        if not re.match(own, name) and not re.fullmatch(linked, name)
        and not (name.startswith("search/index/") and feature in PAGES_OF)
    }  # fmt: skip
    assert unexpected == set()
    if feature == "macros.office.forms":
        assert differing == set()


def test_without_the_forms_a_record_that_asks_for_them_is_published_without_them(tmp_path: Path) -> None:
    projects = copy_project(tmp_path / "with"), without("macros.office.forms", tmp_path / "without")
    for project in projects:
        with (project / "data/group.yml").open("a", encoding="utf-8") as group:
            group.write("\nrepository: https://github.com/example/minutes\nforms:\n  host: github\n")
    before, after = (without_provenance(fingerprints(built(project))) for project in projects)
    assert "edit/index.html" in before
    differing = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    assert {name for name in differing if not name.startswith("edit/")} == {"about/index.html"}
