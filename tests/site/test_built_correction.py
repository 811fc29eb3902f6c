"""At the foot of each page a reader is told how to tell the office of a mistake, whatever generator made it."""

import itertools
import shutil
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from a_project import MINUTES, ROOT, built, copy_project, minutes, page_addresses, run, text, tree
from folders import ANPR_IAG

REPOSITORY = "https://forge.example/office/a&b"
SITE = "https://minutes.example/below/"
ENGINES = ["mkdocs", "zensical"]
ASKED = "Report a mistake on this page"
HOSTILE = "\"'><b onclick=window.hacked=1>{{ 7*7 }} & co</b>"


def project_with(folder, group):
    """A copy of the project with this alone of repository and contact."""
    copy_project(folder)
    file = folder / "data" / "group.yml"
    known = yaml.safe_load(file.read_text(encoding="utf-8"))
    kept = {name: value for name, value in known.items() if name not in ("repository", "contact")}
    file.write_text(yaml.safe_dump({**kept, **group}), encoding="utf-8")
    return folder


@pytest.fixture(scope="module", params=itertools.product(ENGINES, ("nowhere", "mkdocs.yml", "SITE_URL")), ids=str)
def with_repository(tmp_path_factory, request):
    """A site by each generator and the address of its home, which is said nowhere, in the file or in the variable."""
    engine, said = request.param
    folder = project_with(tmp_path_factory.mktemp("forge") / "project", {"repository": f"{REPOSITORY}/"})
    if said == "mkdocs.yml":
        with open(folder / "mkdocs.yml", "a", encoding="utf-8") as settings:
            settings.write(f"site_url: {SITE}\n")
    variable = {"SITE_URL": SITE.rstrip("/")} if said == "SITE_URL" else {}
    done = run(folder, *MINUTES, "build", "--engine", engine, **variable)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site", "/" if said == "nowhere" else SITE


def foot(site, file):
    [found] = tree(site / file).xpath("//footer")
    return found


def test_each_page_leads_to_the_form_with_its_own_address(with_repository):
    site, root = with_repository
    addresses = page_addresses(site)
    assert {"", "about/", "actions/", "meetings/2022-03-21/", "people/fs/"} <= set(addresses)
    for address in addresses:
        [link] = [a for a in foot(site, f"{address}index.html").iter("a") if text(a) == ASKED]
        form, _, query = link.get("href").partition("?")
        assert form == f"{REPOSITORY}/issues/new"
        assert parse_qs(query) == {"template": ["correct-the-record.yml"], "page": [root + address]}


def test_the_page_for_a_wrong_address_leads_to_the_form_too(with_repository):
    site, root = with_repository
    [link] = [a for a in foot(site, "404.html").iter("a") if text(a) == ASKED]
    assert parse_qs(urlsplit(link.get("href")).query)["page"] == [root]


def test_the_form_is_one_of_the_repository_and_has_the_field(with_repository):
    site, _ = with_repository
    [link] = [a for a in foot(site, "index.html").iter("a") if text(a) == ASKED]
    query = parse_qs(urlsplit(link.get("href")).query)
    form = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE" / query.pop("template")[0]).read_text(encoding="utf-8"))
    assert set(query) <= {part.get("id") for part in form["body"]}


def test_the_repository_stands_on_the_page_about_the_record(with_repository):
    [shown] = tree(with_repository[0] / "about/index.html").xpath("//a[@data-field='repository']")
    assert (text(shown), shown.get("href")) == (REPOSITORY, REPOSITORY)


@pytest.mark.parametrize("engine", ENGINES)
def test_without_a_repository_each_page_says_how_to_reach_the_office(tmp_path, engine):
    site = built(project_with(tmp_path / "project", {"contact": HOSTILE}), "--engine", engine)
    for address in page_addresses(site):
        found = foot(site, f"{address}index.html")
        assert f"How to reach the office: {HOSTILE}" in text(found)
        assert list(found.iter("b")) == []


def test_without_either_nothing_dead_is_shown(record_site):
    group = yaml.safe_load((ANPR_IAG / "data" / "group.yml").read_text(encoding="utf-8"))
    assert {"repository", "contact"}.isdisjoint(group)
    for address in page_addresses(record_site):
        assert "Something wrong" not in text(foot(record_site, f"{address}index.html"))


def test_the_page_for_a_wrong_address_knows_where_the_site_stands(with_repository):
    site, root = with_repository
    page, path = tree(site / "404.html"), urlsplit(root).path
    assert {f"{path}actions/", f"{path}meetings/"} <= set(page.xpath("//main//a/@href"))
    assert page.xpath("//form/@action") == [f"{path}search/"]


def test_a_link_out_of_the_path_that_the_site_stands_at_is_found(toy_project, toy_site, tmp_path):
    site = shutil.copytree(toy_site, tmp_path / "site")
    home = site / "index.html"
    home.write_text(home.read_text(encoding="utf-8").replace('href="about/"', 'href="/about/"'), encoding="utf-8")
    done = minutes(toy_project, "audit", str(site))
    assert done.returncode == 1
    assert "index.html: the link /about/ leads to nothing" in done.stdout
