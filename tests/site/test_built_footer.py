"""The foot of each page: publisher, licence, how to reach the office, and what the site was built of."""

import re
import subprocess
from dataclasses import replace
from datetime import date

import pytest
from a_project import BUILT_ON, article, built, copy_project, page_addresses, text, tree

from macros.pages import Page, frame
from macros.record.models import Forms, Host
from macros.register import Edition

REPOSITORY = "https://host.example/office/record"
EDITION = Edition(date(2022, 5, 21), "abc1234")


def foot(site, address):
    [footer] = tree(site / address / "index.html").xpath("//footer")
    return footer


def framed(register, edition=EDITION, **group):
    filed = register.archive.group_file
    record = filed.record.model_copy(update=group)
    archive = replace(register.archive, group_file=replace(filed, record=record))
    return frame(Page(replace(register, archive=archive, edition=edition), ""), "", {})


def test_every_page_says_who_publishes_it_under_which_licence_and_when_it_was_built(record_site):
    for address in page_addresses(record_site):
        said = text(foot(record_site, address))
        assert "Published by the Office of the Biometrics and Surveillance Camera Commissioner." in said, address
        assert "Content under the Open Government Licence v3.0." in said, address
        assert f"Files as of {BUILT_ON}." in said, address
    assert "Contact Not recorded" in text(article(record_site, "about/"))


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("meetings/2022-03-21/", "data/meetings/2022-03-21.yml"),
        ("people/", "data/people.yml"),
        ("terms-of-reference/", "data/terms-of-reference"),
    ],
)
def test_a_page_names_the_file_that_it_is_made_from(record_site, address, file):
    assert text(foot(record_site, address).xpath(".//code")[-1]) == file


def test_the_links_of_the_foot_lead_to_the_pages_about_the_site(record_site):
    links = foot(record_site, "meetings/2022-03-21/").xpath(".//nav//a")
    assert {text(link): link.get("href") for link in links} == {
        "Accessibility statement": "../../accessibility/",
        "Glossary": "../../glossary/",
        "Site map": "../../site-map/",
        "Corrections": "../../corrections/",
        "Download, subscribe, cite": "../../reuse/",
        "About this record": "../../about/",
    }


@pytest.mark.parametrize(
    ("edition", "said"),
    [
        (Edition(), ""),
        (Edition(date(2022, 5, 21)), "Files as of 21 May 2022."),
        (EDITION, "Built from revision <code>abc1234</code> of 21 May 2022."),
        (
            replace(EDITION, changed=True),
            "Built from revision <code>abc1234</code> of 21 May 2022, with changes that are not in it.",
        ),
    ],
)
def test_the_edition_is_said_as_far_as_it_is_known(real_register, edition, said):
    assert framed(real_register, edition)["built"] == said


def test_where_the_repository_is_recorded_the_revision_and_the_files_are_links(real_register):
    said = framed(real_register, repository=REPOSITORY)
    assert f'<a href="{REPOSITORY}/commit/abc1234">' in said["built"]
    assert said["files"] == f"{REPOSITORY}/blob/HEAD/"
    on_gitlab = framed(real_register, repository=REPOSITORY, forms=Forms(host=Host.GITLAB))
    assert f'<a href="{REPOSITORY}/-/commit/abc1234">' in on_gitlab["built"]
    assert on_gitlab["files"] == f"{REPOSITORY}/-/blob/HEAD/"


@pytest.mark.parametrize(
    ("contact", "said"),
    [
        ("office@office.example", '<a href="mailto:office@office.example">office@office.example</a>'),
        ("https://office.example/us", '<a href="https://office.example/us">https://office.example/us</a>'),
        ("Room <1>, 020 0000 & so on", "Room &lt;1&gt;, 020 0000 &amp; so on"),
    ],
)
def test_how_to_reach_the_office_is_a_link_where_it_can_be(real_register, contact, said):
    assert framed(real_register, contact=contact)["contact"] == f"How to reach the office: {said}"


def test_a_site_names_the_revision_that_it_is_built_from_and_what_differs_from_it(tmp_path):
    project = copy_project(tmp_path / "project")
    (project / ".gitignore").write_text("site\nbuild\n", encoding="utf-8")
    identity = ("-c", "user.name=Invented Clerk", "-c", "user.email=clerk@invented.example")
    for command in (("init", "--quiet"), ("add", "."), (*identity, "commit", "--quiet", "-m", "Begin")):
        subprocess.run(["git", *command], cwd=project, check=True)
    said = text(foot(built(project), "about/"))
    assert re.search(r"Built from revision [0-9a-f]{10} of 21 May 2022\.( |$)", said)
    people = project / "data/people.yml"
    people.write_text(people.read_text("utf-8") + "# a remark\n", encoding="utf-8")
    said = text(foot(built(project), "about/"))
    assert re.search(r"revision [0-9a-f]{10} of 21 May 2022, with changes that are not in it\.( |$)", said)
