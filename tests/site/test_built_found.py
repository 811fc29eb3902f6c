"""What search engines and programs that show links find: JSON-LD, Open Graph, titles, descriptions and robots.txt."""

import json
import struct
from collections import Counter
from urllib.robotparser import RobotFileParser

import pytest
from a_project import ROOT, page_addresses
from a_project import tree as tree_of
from pyld import jsonld

from macros.pages.found.described import described
from macros.rules import load

SCHEMA = "https://schema.org/"


def local(url, options):
    """schema.org as a context without the network: each name is one of its terms."""
    assert url == "https://schema.org"
    return {"contextUrl": None, "documentUrl": url, "document": {"@context": {"@vocab": SCHEMA}}}


def tree(site, address):
    return tree_of(site / address / "index.html")


def meta(page, name):
    return page.xpath(f"//meta[@property='{name}']/@content")


def blocks(page):
    return page.xpath("//script[@type='application/ld+json']/text()")


@pytest.mark.parametrize("site", ["toy_site", "record_site", "hostile_site"])
def test_every_block_of_data_is_json_ld_about_its_page(request, site) -> None:
    found = Counter()
    for address in page_addresses(request.getfixturevalue(site)):
        page = tree(request.getfixturevalue(site), address)
        assert len(page.xpath("//script[not(@src)]")) == len(blocks(page)) <= 1, address
        for block in blocks(page):
            assert "<" not in block and ">" not in block and "\u2028" not in block
            [said] = jsonld.expand(json.loads(block), {"documentLoader": local})
            [kind] = said["@type"]
            found[kind.removeprefix(SCHEMA)] += 1
            heading = " ".join(page.xpath("string(//h1)").split())
            [name] = said[f"{SCHEMA}name"]
            assert address == "" or not heading or name["@value"] == " ".join(meta(page, "og:title")[0].split())
    assert found["Dataset"] == 1 and found["Event"] >= 1 and found["DigitalDocument"] >= 1


def test_what_is_said_of_a_meeting_is_what_is_recorded(toy_site) -> None:
    [block] = blocks(tree(toy_site, "meetings/2030-01-10/"))
    said = json.loads(block)
    assert (said["@type"], said["startDate"]) == ("Event", "2030-01-10")
    assert said.keys() <= {"@context", "@type", "name", "description", "inLanguage", "url", "startDate", "endDate",
                           "location", "subjectOf"}  # fmt: skip
    assert said["url"] == tree(toy_site, "meetings/2030-01-10/").xpath("//link[@rel='canonical']/@href")[0]


def test_a_meeting_that_was_not_held_is_described_so(toy_site) -> None:
    [block] = blocks(tree(toy_site, "meetings/2030-09-19/"))
    assert json.loads(block)["eventStatus"] == f"{SCHEMA}EventScheduled"
    assert json.loads(block)["description"] == "Meeting of 19 September 2030: Planned."
    postponed = described(load(ROOT / "examples/full"), "meetings/2031-10-14/")["about_page"]
    assert (postponed["type"], postponed["eventStatus"]) == ("Event", f"{SCHEMA}EventPostponed")


@pytest.mark.parametrize("site", ["toy_site", "record_site"])
def test_each_page_to_be_found_has_a_title_and_a_description_of_its_own(request, site) -> None:
    folder = request.getfixturevalue(site)
    pages = {address: tree(folder, address) for address in page_addresses(folder) if not address.endswith(".html")}
    found = {address: page for address, page in pages.items() if not page.xpath("//meta[@name='robots']")}
    for what in ("/html/head/title/text()", "//meta[@name='description']/@content"):
        times = Counter(said for page in found.values() for said in page.xpath(what))
        assert [said for said, count in times.items() if count > 1] == []
        assert [address for address, page in found.items() if len(page.xpath(what)) != 1] == []


def test_a_link_shows_the_title_the_description_and_the_picture(toy_site, record_site) -> None:
    page = tree(toy_site, "meetings/2030-01-10/")
    assert meta(page, "og:title") == ["Meeting of 10 January 2030"]
    assert meta(page, "og:description") == page.xpath("//meta[@name='description']/@content")
    assert meta(page, "og:url") == page.xpath("//link[@rel='canonical']/@href")
    [picture] = meta(page, "og:image")
    assert picture.endswith("/card.png") and picture.startswith("https://invented.example/")
    assert struct.unpack(">II", (toy_site / "card.png").read_bytes()[16:24]) == (1200, 630)
    assert meta(tree(record_site, "meetings/2022-03-21/"), "og:image") == []  # its address is not known
    assert not (record_site / "card.png").exists()


def test_robots_may_read_everything_and_find_the_site_map(toy_site, record_site) -> None:
    for site, maps in ((toy_site, 1), (record_site, 0)):
        robots = RobotFileParser()
        robots.parse((site / "robots.txt").read_text(encoding="utf-8").splitlines())
        assert robots.can_fetch("*", "https://invented.example/meetings/")
        assert len(robots.site_maps() or []) == maps
        assert (site / "sitemap.xml").exists() == bool(maps)
