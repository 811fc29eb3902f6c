"""Old addresses lead on to new ones: with a page, a line on the page that is left, and no script."""

import shutil

import pytest
from a_project import article, by_id, minutes, page_addresses, text, tree
from lxml import etree


@pytest.fixture(scope="module")
def site(toy_project):
    return toy_project / "site"


def head(site, address):
    return {
        "canonical": tree(site / address / "index.html").xpath("//link[@rel='canonical']/@href"),
        "refresh": tree(site / address / "index.html").xpath("//meta[@http-equiv='refresh']/@content"),
        "robots": tree(site / address / "index.html").xpath("//meta[@name='robots']/@content"),
    }


def test_a_page_that_moved_leads_on_at_once_and_says_so_in_words(site):
    assert head(site, "meetings/2030-01-11/") == {
        "canonical": ["../2030-01-10/"], "refresh": ["0; url=../2030-01-10/"], "robots": ["noindex"],
    }  # fmt: skip
    [link] = article(site, "meetings/2030-01-11/").xpath(".//p/a")
    assert (link.get("href"), text(link)) == ("../2030-01-10/", "/meetings/2030-01-10/")


def test_a_page_whose_parts_moved_apart_lets_the_reader_choose(site):
    assert head(site, "actions/2029/") == {"canonical": ["../2030/"], "refresh": [], "robots": ["noindex"]}
    part = by_id(article(site, "actions/2029/"), "toy1229-01")
    assert text(part) == "What stood at #toy1229-01 has moved to /actions/2030/#toy0130-01."
    assert part.xpath("./a/@href") == ["../2030/#toy0130-01"]


def test_the_site_map_has_all_pages_but_those_that_lead_on(site):
    listed = etree.parse(site / "sitemap.xml").xpath("//*[local-name()='loc']/text()")
    moved = {"meetings/2030-01-11/", "actions/2029/", "people/zz/"}
    assert set(listed) == {f"https://invented.example/minutes/{one}" for one in {*page_addresses(site)} - moved}


def test_an_anchor_that_moved_has_a_line_on_the_page_that_is_left(site):
    assert by_id(article(site, "meetings/2030-03-14-b/"), "agenda-7").xpath("./a/@href") == ["../2030-01-10/#agenda-1"]
    assert head(site, "meetings/2030-03-14-b/")["refresh"] == []


def test_minutes_pages_gives_the_pages_that_lead_on_too(toy_project, site, tmp_path):
    assert minutes(toy_project, "pages", "--out", str(tmp_path)).returncode == 0
    written = {file.relative_to(tmp_path).as_posix().removesuffix("index.md") for file in tmp_path.rglob("index.md")}
    assert {"meetings/2030-01-11/", "actions/2029/", "people/zz/"} <= written <= set(page_addresses(site))


@pytest.mark.parametrize("lost", ["meetings/2030-01-11/index.html", "meetings/2030-03-14-b/index.html"])
def test_the_audit_misses_an_old_address_that_was_not_built(toy_project, site, tmp_path, lost):
    broken = shutil.copytree(site, tmp_path / "site")
    page = (broken / lost).read_text(encoding="utf-8")
    (broken / lost).write_text(page.replace('id="agenda-7"', ""), encoding="utf-8")
    if "agenda-7" not in page:
        (broken / lost).unlink()
    done = minutes(toy_project, "audit", str(broken))
    assert done.returncode == 1
    assert "data/redirects.yml: " in done.stdout


def test_a_reader_who_follows_an_old_link_arrives(toy_project, browser):
    from a_project import served

    with served(toy_project / "site") as home:
        page = browser.new_page(java_script_enabled=False)
        page.goto(f"{home}meetings/2030-01-11/")
        page.wait_for_url(f"{home}meetings/2030-01-10/")
        page.goto(f"{home}meetings/2030-03-14-b/#agenda-7")
        assert page.locator("#agenda-7").is_visible()
        page.close()
