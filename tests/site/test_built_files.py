"""Nothing in the site is there for nothing: each reference in pages, styles and scripts is followed."""

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from a_project import tree
from folders import ANPR_IAG

from macros.record.archive import Archive
from macros.register.addresses import meeting_calendar
from macros.rules import load

# What is found without a link: the page of any server for what is not there, what search engines ask for, the mark that
# shows `minutes build` a site of its own, what the guide asks for to verify a page, a script of a part that only a
# record with a repository has, and what programs ask for by a whole address.
KNOWN = {"404.html", "sitemap.xml", ".published-minutes", "data/provenance.json", "scripts/next-file.js",
         "robots.txt", "card.png"}  # fmt: skip
_FILE = re.compile(r"[\w./*-]*[\w*-]\.[a-z]{2,8}\b")
_FILLED_IN = re.compile(r"\$\{[^}]*\}")


def references(site: Path, file: str) -> Iterator[str]:
    """What one file names, as written there; `*` where a script fills something in."""
    path = site / file
    if path.suffix == ".html":
        for value in (str(value) for value in tree(path).xpath("//@*")):
            yield from (part for part in re.split(r"[\s,]+", value) if len(part) < 300)
    elif path.suffix == ".css":
        yield from re.findall(r"url\([\"']?([^\"')]+)", path.read_text(encoding="utf-8"))
    elif path.suffix == ".js":
        # A script may fetch from where the page is, which is not where it is itself.
        for name in _FILE.findall(_FILLED_IN.sub("*", path.read_text(encoding="utf-8"))):
            yield from (name, f"**/{posixpath.normpath(name).lstrip('*')}")


def led_to(site: Path, file: str, known: frozenset[str]) -> Iterator[str]:
    for written in references(site, file):
        address = unquote(written.partition("#")[0].partition("?")[0])
        there = posixpath.normpath(posixpath.join(posixpath.dirname(file), address)) if address else file
        if "*" in address:
            pattern = re.compile(re.escape(address).replace(r"\*\*/", "(.*/)?").replace(r"\*", "[^/]+"))
            yield from filter(pattern.fullmatch, known)
        yield from known & {there, posixpath.join(there, "index.html").removeprefix("./")}


def never_led_to(site: Path) -> set[str]:
    """The files that no walk from the home page comes to."""
    files = frozenset(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    reached, todo = set(KNOWN & files), ["index.html", "404.html"]
    while todo:
        file = todo.pop()
        if file not in reached or file == "404.html":
            reached.add(file)
            todo += [there for there in led_to(site, file, files) if there not in reached]
    return set(files - reached)


def kept_calendars(record: Archive) -> set[str]:
    """The calendar of each meeting that took place: it was linked until then, and stays where it is."""
    return {meeting_calendar(stem) for stem, one in record.meetings.items() if one.status.took_place}


def test_every_file_of_the_record_is_led_to(record_site: Path) -> None:
    assert never_led_to(record_site) == kept_calendars(load(ANPR_IAG).archive)


def test_of_the_toy_site_only_old_addresses_are_not_led_to(toy_site: Path, toy: Archive) -> None:
    assert never_led_to(toy_site) == {f"{address}index.html" for address in toy.moved_pages} | kept_calendars(toy)


def test_a_file_that_nothing_leads_to_is_named(tmp_path: Path) -> None:
    (tmp_path / "about").mkdir()
    (tmp_path / "index.html").write_text('<a href="about/">About</a><script src="a.js"></script>')
    (tmp_path / "about/index.html").write_text('<link href="../about.css" rel="stylesheet">')
    (tmp_path / "about.css").write_text('a { background: url("sign.svg") }')
    (tmp_path / "a.js").write_text("fetch(`${year}.json`)")
    for file in ("sign.svg", "2021.json", "left.json.gz"):
        (tmp_path / file).write_text("")
    (tmp_path / "404.html").write_text("<p>Not found")
    assert never_led_to(tmp_path) == {"left.json.gz"}
