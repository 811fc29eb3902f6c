"""Feeds (RFC 4287), as feedparser and lxml read them: what happened, when, and under which permanent ids."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

import feedparser
import pytest
from generated_records import archives, filed
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html

from macros.pages import Page
from macros.pages.alternatives import alternatives
from macros.pages.feeds import FILES, MACROS, MISSING
from macros.record import MEETINGS, TERMS
from macros.record.archive import Archive
from macros.record.models import Group, Meeting, People
from macros.register import Known, Register, Version, Versions
from macros.register.following import follow

SITE = "https://invented.example/minutes/"
NS = {"a": "http://www.w3.org/2005/Atom"}
MEETING: dict[str, Any] = {"date": "2030-01-10", "status": "published", "published": "2030-02-01"}
FILE = "data/meetings/2030-01-10.yml"
SECRET = "Zyxquill"


def register(*meetings: dict[str, Any], **group: Any) -> Register:
    """That of an invented group, whose file is not read, so that any text can be in it."""
    files = {one["date"]: filed(Meeting, f"meetings/{one['date']}", one) for one in meetings}
    group_file = filed(Group, "group", {"name": "Invented Group", **group})
    people = {"people": {"AB": {"name": "Invented Person A"}, "CD": {"name": "Invented Person C"}}}
    archive = Archive(group_file, filed(People, "people", people), files, {}, frozenset(files))
    return replace(follow(archive), site_address=SITE)


def titles(register: Register, feed: str) -> list[str]:
    return [entry.title for entry in read(FILES(register)[feed]).entries]


def read(feed: bytes) -> Any:
    found = feedparser.parse(feed)
    assert not found.bozo, found.bozo_exception
    return found


TWO = (
    {**MEETING, "actions": [{"id": "IG0130-01", "action": "Write a letter.", "owner": "AB", "status": "outstanding"}],
     "decisions": [{"id": "R1", "decision": "To meet.", "result": "agreed"}, "To part."]},
    {"date": "2030-03-14", "status": "draft", "approves": [{"meeting": "2030-01-10"}],
     "actions": [{"id": "IG0130-01", "owner": "CD", "status": "completed"},
                 {"action": "Buy stamps.", "raised": "here"}]},
)  # fmt: skip


@pytest.mark.parametrize(("feed", "expected"), [
    ("feeds/minutes.xml", [
        "Minutes of 10 January 2030 approved, 14 March 2030 (in a draft record)",
        "Draft minutes of 14 March 2030 on record",
        "Minutes of 10 January 2030 published by the office, 1 February 2030",
    ]),
    ("feeds/actions.xml", [
        "IG0130-01 recorded as completed, 14 March 2030 (in a draft record)",
        "2030-03-14/2 raised, 14 March 2030 (in a draft record)",
        "IG0130-01 recorded as outstanding, 10 January 2030",
    ]),
    ("feeds/decisions.xml", [
        "Decision R1 recorded as agreed, 10 January 2030",
        "Decision 2030-01-10/d2 recorded, 10 January 2030",
    ]),
    ("feeds/corrections.xml", []),
    ("people/ab/feed.xml", ["IG0130-01 recorded as outstanding, 10 January 2030"]),
    ("people/cd/feed.xml", ["IG0130-01 recorded as completed, 14 March 2030 (in a draft record)"]),
])  # fmt: skip
def test_titles_say_what_happened_the_newest_first(feed: str, expected: list[str]) -> None:
    assert sorted(titles(register(*TWO), feed)) == sorted(expected)
    days = [entry.updated for entry in read(FILES(register(*TWO))[feed]).entries]
    assert days == sorted(days, reverse=True)


def test_an_entry_has_the_words_and_whole_links() -> None:
    [entry] = read(FILES(register(TWO[0]))["feeds/actions.xml"]).entries
    assert entry.link == f"{SITE}actions/ig0130-01/#2030-01-10"
    assert entry.updated == "2030-01-10T00:00:00Z"
    found = html.fromstring(entry.content[0].value)
    assert found.text_content().split() == ["Write", "a", "letter.", "Status", "Outstanding", "Owner", "AB"]
    assert found.xpath("//@href") == [f"{SITE}people/ab/"]


def ids(register: Register) -> dict[str, list[str]]:
    return {address: [one.id for one in read(feed).entries] for address, feed in FILES(register).items()}


def test_ids_stay_when_the_site_moves_and_when_texts_and_the_name_of_the_group_change() -> None:
    before = ids(register(*TWO))
    assert before["people/ab/feed.xml"] == [
        "tag:published-minutes.invalid,2026:invented-group/actions/ig0130-01/2030-01-10"
    ]
    changed = [{**one, "title": "Other", "actions": [{**entry, "action": "Other words."} for entry in one["actions"]]}
               for one in TWO]  # fmt: skip
    named = {"name": "New Name", "names": [{"name": "Invented Group", "until": "2030-02-01"}]}
    moved = replace(register(*changed, **named), site_address="https://elsewhere.example/")
    assert ids(moved) == before


def in_their_folders(archive: Archive) -> Archive:
    """An archive whose files of meetings and terms have their own names."""
    meetings = {stem: replace(one, file=f"{MEETINGS}/{stem}.yml") for stem, one in archive.meeting_files.items()}
    terms = {stem: replace(one, file=f"{TERMS}/{stem}.md") for stem, one in archive.terms_files.items()}
    return replace(archive, meeting_files=meetings, terms_files=terms)


@settings(max_examples=60)
@given(archives())
def test_each_feed_has_what_rfc_4287_asks_for(archive: Archive) -> None:
    found = replace(follow(in_their_folders(archive)), site_address=SITE)
    for address, feed in FILES(found).items():
        read(feed)
        root = etree.fromstring(feed)
        assert root.xpath("string(a:link[@rel='self']/@href)", namespaces=NS) == SITE + address
        assert root.xpath("count(a:author/a:name)", namespaces=NS) == 1
        for one in (root, *root.xpath("a:entry", namespaces=NS)):
            for name in ("id", "title", "updated"):
                assert one.xpath(f"count(a:{name})", namespaces=NS) == 1, (address, name)
            assert re.fullmatch(r"tag:[a-z.-]+,2026:[\w%./~-]+", one.xpath("string(a:id)", namespaces=NS))
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", one.xpath("string(a:updated)", namespaces=NS))
        times = root.xpath("a:entry/a:updated/text()", namespaces=NS)
        assert times == sorted(times, reverse=True)
        names = root.xpath("a:entry/a:id/text()", namespaces=NS)
        assert len(set(names)) == len(names)
        assert all(href.startswith(SITE) for href in root.xpath("//a:link/@href", namespaces=NS))


FORBIDDEN = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, 2.2
ODD = st.text(st.characters(exclude_categories=["Cs"]), min_size=1) | st.sampled_from(
    ["]]>", "<b>", "&amp;", "</title><x>", "a\x0bb", "\ufffe", "<script>1</script>", '" onclick="x']
)


@settings(max_examples=200)
@given(ODD.filter(lambda text: text.strip(" \t\r\n") and text.strip()))
def test_a_text_stays_text_and_what_xml_cannot_have_is_seen_as_dropped(text: str) -> None:
    found = register({**MEETING, "decisions": [{"decision": "x", "result": text, "proposer": text}]})
    root = etree.fromstring(FILES(found)["feeds/decisions.xml"])
    recorded = found.decided["2030-01-10/d1"].entry.result or ""  # without spaces around it
    shown = FORBIDDEN.sub("\ufffd", re.sub(r"[\t\r\n]+", " ", recorded))
    [title] = root.xpath("a:entry/a:title/text()", namespaces=NS)
    assert title == f"Decision 2030-01-10/d1 recorded as {shown}, 10 January 2030"
    content = html.fromstring(root.xpath("string(a:entry/a:content)", namespaces=NS))
    assert {one.tag for one in content.iter()} <= {"div", "p", "dl", "dt", "dd", "a", "bdi", "span"}
    assert {name for one in content.iter() for name in one.attrib} <= {"href", "rel", "type"}


def changed(*versions: dict[str, Any], **more: Any) -> Register:
    """The register of the last of several versions of one file, of which each was committed on a day of its own."""
    found = register(versions[-1])
    known = tuple(
        Version(f"{number:040}", date(2030, 3, number + 1), Meeting.model_validate(one))
        for number, one in enumerate(versions)
    )
    return replace(found, versions=Versions({FILE: known}, Known.WHOLE, {}))


def corrected(**change: Any) -> Register:
    before = {**MEETING, "location": f"Home of {SECRET}"}
    note = {"date": "2030-03-02", "note": "The place was wrong.", **change}
    return changed(before, {**MEETING, "location": "Town Hall", "changes": [note]})


def test_a_correction_shows_what_was_changed() -> None:
    [entry] = read(FILES(corrected())["feeds/corrections.xml"]).entries
    assert entry.title == "Corrected: Meeting of 10 January 2030, 2 March 2030"
    assert SECRET in entry.content[0].value
    assert titles(corrected(), "feeds/minutes.xml")[0] == entry.title


def test_what_was_removed_is_in_no_feed() -> None:
    feeds = FILES(corrected(removed="true"))
    assert not any(SECRET.encode() in feed for feed in feeds.values())
    [entry] = read(feeds["feeds/corrections.xml"]).entries
    assert entry.title == "Personal data removed: Meeting of 10 January 2030, 2 March 2030"


def test_what_was_corrected_before_a_removal_is_in_no_feed() -> None:
    first = {**MEETING, "location": f"Home of {SECRET}"}
    notes = [{"date": "2030-03-02", "note": "Wrong."}, {"date": "2030-03-03", "note": "Private.", "removed": "true"}]
    second, third = (
        {**MEETING, "location": "Hall", "changes": notes[:1]},
        {**MEETING, "location": "x", "changes": notes},
    )
    feeds = FILES(changed(first, second, third))
    assert len(read(feeds["feeds/corrections.xml"]).entries) == 2
    assert not any(SECRET.encode() in feed for feed in feeds.values())


def test_a_mistake_of_typing_is_not_announced() -> None:
    assert titles(corrected(minor="true"), "feeds/corrections.xml") == []


def test_a_long_feed_ends_and_says_so() -> None:
    many = [{"action": f"Write letter {number}.", "owner": "AB"} for number in range(55)]
    for address, length in (("feeds/actions.xml", 50), ("people/ab/feed.xml", 20)):
        found = read(FILES(register({**MEETING, "actions": many}))[address])
        assert len(found.entries) == length
        assert f"These are the newest {length}; " in found.feed.subtitle
    few = read(FILES(register({**MEETING, "actions": many[:20]}))["people/ab/feed.xml"])
    assert "newest" not in few.feed.subtitle


def test_without_the_address_of_the_site_there_are_no_feeds_and_the_page_says_so() -> None:
    found = replace(register(*TWO), site_address="")
    assert FILES(found) == {}
    assert list(MISSING(found)) == [
        "Without the address of the site there are no feeds: set SITE_URL, or site_url in mkdocs.yml."
    ]
    assert [one.address for one in alternatives(found, "") if "feeds" in one.address] == ["feeds/"]
    page = MACROS["feeds"](Page(found, "feeds/"))
    assert "made without its own address" in page and ".xml" not in page.replace("-xml", "")
    assert list(MISSING(register(*TWO))) == []


@pytest.mark.parametrize(("address", "expected"), [
    ("", ["feeds/", "feeds/minutes.xml", "feeds/actions.xml", "feeds/decisions.xml", "feeds/corrections.xml"]),
    ("meetings/", ["feeds/minutes.xml"]), ("actions/", ["feeds/actions.xml"]),
    ("actions/ig0130-01/", ["feeds/actions.xml"]), ("decisions/", ["feeds/decisions.xml"]),
    ("corrections/", ["feeds/corrections.xml"]), ("people/ab/", ["people/ab/feed.xml"]), ("people/", []),
])  # fmt: skip
def test_each_page_leads_to_the_feed_that_follows_it(address: str, expected: list[str]) -> None:
    found = register(*TWO)
    feeds = [
        one.address for one in alternatives(found, address) if one.address.endswith(".xml") or one.address == "feeds/"
    ]
    assert feeds == expected
    assert {one for one in feeds if one.endswith(".xml")} <= FILES(found).keys()


def test_lists_keep_their_typed_numbers_and_texts_their_lines() -> None:
    typed = "1. First.\n3. Third.\n"
    lines = "Agreed that:\n(a) the port replies\n(b) nobody waits"
    found = register({**MEETING, "decisions": [typed, lines]})
    [third, agreed] = [
        html.fromstring(one.content[0].value) for one in read(FILES(found)["feeds/decisions.xml"]).entries
    ]
    assert not third.xpath("//ol | //ul | //li")
    assert third.text_content().split() == ["1.", "First.", "3.", "Third."]
    assert [one.tail for one in agreed.iter("br")] == ["(a) the port replies", "(b) nobody waits"]
