"""The page of a meeting: its parts in order, each action once in full, and counts that equal what is listed."""

import re
from typing import Any

import pytest
from example_pages import example
from lxml import html

from macros.pages import Page, as_html, meeting
from macros.pages.meeting.in_short import first_words
from macros.register import addresses, decisions_of

ORDER = (
    "in-short", "agenda", "minutes", "decisions", "actions-arising", "actions-other", "actions-reviewed",
    "not-mentioned", "attendance", "facts", "papers", "sources", "withheld", "notes", "changes",
)  # fmt: skip
MEETINGS = [(name, stem) for name in ("full", "minimal") for stem in example(name).archive.meetings]


def page_of(name: str, stem: str) -> Any:
    page = Page(example(name), addresses.meeting(stem))
    return html.fragment_fromstring(as_html(meeting(page, stem)), create_parent="div")


@pytest.mark.parametrize(("name", "stem"), MEETINGS)
def test_the_parts_stand_in_the_order_in_which_they_are_read(name: str, stem: str) -> None:
    headings = [str(one) for one in page_of(name, stem).xpath(".//h2/@id")]
    assert headings == [one for one in ORDER if one in headings]


@pytest.mark.parametrize(("name", "stem"), MEETINGS)
def test_the_contents_lead_to_each_part(name: str, stem: str) -> None:
    page = page_of(name, stem)
    links = page.xpath(".//nav[@class='on-this-page']/div/ul/li/a/@href")
    parts = [f"#{one}" for one in page.xpath(".//h2/@id") if one != "in-short"]
    assert [link for link in links if link != "#initials"] == parts


@pytest.mark.parametrize(("name", "stem"), MEETINGS)
def test_each_action_stands_in_full_once(name: str, stem: str) -> None:
    page, register = page_of(name, stem), example(name)
    anchors = [addresses.entry_anchor(*one) for one in register.entries[stem]]
    in_full = page.xpath(".//ul[@class='actions']/li/@id | .//table[@class='reviewed']/tbody/tr/@id")
    assert sorted(in_full) == sorted(anchors)


@pytest.mark.parametrize(("name", "stem"), MEETINGS)
def test_what_is_counted_in_short_is_what_is_listed(name: str, stem: str) -> None:
    page, register = page_of(name, stem), example(name)
    said, approved = {}, []
    for line in page.xpath(".//section[@class='in-short']/ul/li"):
        if (linked := line.find("strong").text_content()).startswith("Minutes of "):
            approved.append(linked)
            continue
        number, words = linked.split(" ", 1)
        said[words] = int(number)
        each = line.xpath("./ul/li/a/@href")
        assert not each or len(each) == int(number)
        assert all(page.xpath(".//*[@id=$at]", at=link[1:]) for link in each)
        if results := re.findall(r"(?:^|, )(\d+) ", line.xpath("string()").partition(": ")[2]) if not each else []:
            assert sum(map(int, results)) == int(number)
    record = register.archive.meetings[stem]
    assert len(approved) == (len(record.approves) if record.status.held else 0)
    decided = len(decisions_of(stem, record))
    assert sum(number for words, number in said.items() if words.startswith("decision")) == decided
    rows = page.xpath(".//table[@class='reviewed']/tbody/tr")
    assert sum(number for words, number in said.items() if "review" in words) == len(rows)


def test_the_first_words_are_cut_at_a_word_and_a_text_without_spaces_anywhere() -> None:
    assert first_words("Write to\n the *harbour* master") == "Write to the harbour master"
    assert first_words("word " * 40) == ("word " * 10).strip() + "…"
    assert first_words("é" * 200) == "é" * 50 + "…"
