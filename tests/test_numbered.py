"""Each numbered paragraph of minutes and terms has an address by its printed number, and its text stays as it is."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from macros.pages.numbered import Paragraphs
from macros.pages.prose import prose, prose_in_sections, text_of_prose

HERE = "meetings/2031-04-02/"
# What may begin a line: numbers of paragraphs and of lists, what only looks like them, and within others.
BEGINNINGS = (
    "3.2 The", "3.2. The", "(3.2) The", "3.2 million", "1. One", "2) Two", "(a) Low", "   (b) In", "   1.1 In",
    "- Dash", "• Bullet", "2031 was", "# 4.1 Head", "“3.2 Quoted", "A word", "&", "<a id=x>",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(BEGINNINGS), max_size=12).map("\n\n".join)


def written(text: str) -> html.HtmlElement:
    return html.fromstring(f"<div>{prose(text, HERE, {}, paragraphs=Paragraphs('minutes-3'))}</div>")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("3.2 The panel met.", {"minutes-3.3.2": "Link to 3.2"}),
        ("(3.2) The panel met.", {"minutes-3.3.2": "Link to (3.2)"}),
        ("12.1.4. Élan grew.", {"minutes-3.12.1.4": "Link to 12.1.4."}),
        ("1. One\n2. Two\n   (a) Within", {
            "minutes-3.1": "Link to 1.", "minutes-3.2": "Link to 2.", "minutes-3.2-a": "Link to (a)"}),
        ("1. One\n\nThen:\n\n1. One again", {"minutes-3.1": "Link to 1.", "minutes-3.1-2": "Link to 1."}),
        ("3.2 million was spent.", {}),
        ("2031 was dry. In 3.2 The panel", {}),
        ("- dash\n\n• bullet", {}),
        ("# 4.1 Heading", {}),
        ("| 1.1 Cell | b |\n|---|---|\n| 1.2 Cell | d |", {}),
    ],
)  # fmt: skip
def test_what_is_numbered_has_an_address_by_its_number(text: str, found: dict[str, str]) -> None:
    assert {one.get("id"): one.get("aria-label") for one in written(text).xpath("//a")} == found


@given(TEXTS)
def test_addresses_stand_once_lead_to_themselves_and_change_no_text(text: str) -> None:
    page = written(text)
    links = page.xpath("//a[@class='address']")
    assert all(one.get("href") == f"#{one.get('id')}" and not one.text_content() for one in links)
    assert len({one.get("id") for one in links}) == len(links)
    plain = html.fromstring(f"<div>{prose(text, HERE, {})}</div>")
    numbers = [sign for sign in plain.xpath("//span[@class='number']/text()") if re.search(r"\w", sign)]
    numbers += [line for line in plain.xpath("//p/text()[1]") if re.match(r"\(?3\.2[.)]* The|1\.1 In", line)]
    assert len(links) == len(numbers)
    assert page.text_content() == plain.text_content() and not plain.xpath("//a")
    assert "Link to" not in text_of_prose(text)


@given(TEXTS, TEXTS)
def test_a_paragraph_added_below_changes_no_address_above(text: str, more: str) -> None:
    before = [one.get("id") for one in written(text).xpath("//a")]
    after = [one.get("id") for one in written(f"{text}\n\nA word\n\n{more}").xpath("//a")]
    assert after[: len(before)] == before


def test_those_of_terms_begin_with_the_name_of_their_file() -> None:
    page = prose_in_sections("# Scope\n\n1.1 The group meets.", "2031-01-10", "terms-of-reference/", {})
    assert 'id="2031-01-10.1.1" href="#2031-01-10.1.1"' in page
