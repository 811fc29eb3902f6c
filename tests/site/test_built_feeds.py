"""The feeds and calendars of built sites: found from the pages, with links that lead somewhere, and no place for what
could break out of a text."""

import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import feedparser
import vobject
from a_project import BELOW
from lxml import html

from macros.pages import calendars, feeds
from macros.rules import load

SITE = f"https://invented.example{BELOW}"


def pages(site: Path) -> dict[str, html.HtmlElement]:
    found = (file for file in site.rglob("*.html") if file.name == "index.html")
    return {file.relative_to(site).as_posix(): html.parse(file).getroot() for file in found}


def test_programs_find_the_feeds_of_the_whole_record_from_every_page(toy_site: Path) -> None:
    for name, page in pages(toy_site).items():
        folder = (toy_site / name).parent
        links = page.xpath("//link[@rel='alternate'][@type='application/atom+xml']/@href")
        found = {(folder / unquote(link)).resolve().relative_to(toy_site.resolve()).as_posix() for link in links}
        assert found >= {"feeds/minutes.xml", "feeds/actions.xml", "feeds/corrections.xml"}, name
        assert all((toy_site / one).is_file() for one in found), name


def test_each_link_of_a_feed_and_of_a_calendar_leads_to_its_place(toy_site: Path) -> None:
    links: set[str] = set()
    for file in toy_site.rglob("feed*/**/*.xml"):
        found = feedparser.parse(file.read_bytes())
        assert not found.bozo
        assert b'?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB"><id>' in file.read_bytes()[:200]
        links |= {link.href for one in (found.feed, *found.entries) for link in one.links}
        links |= {
            str(link) for one in found.entries for link in html.fromstring(one.content[0].value).xpath("//a/@href")
        }
    for file in toy_site.rglob("*.ics"):
        calendar = vobject.readOne(file.read_text(encoding="utf-8"))
        links |= {one.url.value for one in calendar.components() if one.name != "VTIMEZONE"}
    assert len(links) > 20
    ids = {name: set(page.xpath("//@id")) for name, page in pages(toy_site).items()}
    assert {link for link in links if not link.startswith(SITE)} == {"https://letter.example/"}  # of the record
    for link in links - {"https://letter.example/"}:
        path, _sign, anchor = link.removeprefix(SITE).partition("#")
        file = unquote(path) if "." in path.rpartition("/")[2] else f"{unquote(path)}index.html"
        assert (toy_site / file).is_file(), link
        assert not anchor or unquote(anchor) in ids[file], link


def test_without_its_address_a_site_has_calendars_but_no_feeds(record_site: Path) -> None:
    assert (record_site / "calendar/meetings.ics").is_file()
    assert not list(record_site.rglob("feeds/*.xml"))
    assert "made without its own address" in (record_site / "feeds/index.html").read_text(encoding="utf-8")


def test_hostile_text_stays_text(hostile_project: Path) -> None:
    register = replace(load(hostile_project), site_address=SITE)
    for address, feed in feeds.FILES(register).items():
        found = feedparser.parse(feed, sanitize_html=False)
        assert not found.bozo, address
        for entry in found.entries:
            content = html.fromstring(entry.content[0].value)
            assert not content.xpath("//script | //img | //svg | //iframe | //style | //@*[starts-with(name(), 'on')]")
            hrefs = content.xpath("//a/@href")
            assert all(re.match(r"https?://", href) for href in hrefs), (address, hrefs)
    assert len(feeds.FILES(register)) > 5
    for address, calendar in calendars.FILES(register).items():
        found = vobject.readOne(calendar.decode())
        kinds = {one.name for one in found.components()}
        assert kinds <= {"VEVENT", "VTODO", "VTIMEZONE"}, address
