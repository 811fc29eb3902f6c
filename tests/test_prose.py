"""Markdown of the record becomes safe HTML, and plain text stays the characters it is."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from macros.pages.prose import plain, prose

ACTIONS = {"IAG0721-06": "actions/2021/#iag0721-06"}
HERE = "meetings/2022-03-21/"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See IAG0721-06.", 'See <a href="../../actions/2021/#iag0721-06">IAG0721-06</a>.'),
        ("IAG0721-99 and agenda item 5", "IAG0721-99 and agenda item 5"),
        ("<b> & {{ 7*7 }}", "&lt;b&gt; &amp; {{ 7*7 }}"),
        ('"quoted"', "&#34;quoted&#34;"),
    ],
)
def test_plain_text_is_escaped_and_its_action_ids_are_linked(text: str, expected: str) -> None:
    assert plain(text, HERE, ACTIONS) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Heading", "<h3>Heading</h3>"),
        ("###### Deep", "<h6>Deep</h6>"),
        ("**bold** IAG0721-06", '<p><strong>bold</strong> <a href="../../actions/2021/#iag0721-06">IAG0721-06</a></p>'),
        ("[IAG0721-06](https://x.example/)", '<p><a href="https://x.example/">IAG0721-06</a></p>'),
        ("[a](/actions/)", '<p><a href="../../actions/">a</a></p>'),
        ("[a](javascript:x)", "<p>[a](javascript:x)</p>"),
        ("[a](//other.example)", "<p>[a](//other.example)</p>"),
        ("[a](data:text/html,x)", "<p>[a](data:text/html,x)</p>"),
        ("[Bwrdd]{lang=cy} sat", '<p><span lang="cy">Bwrdd</span> sat</p>'),
        ("[a]{onclick=x .b #c} [b] {lang=cy}", "<p><span>a</span> [b] {lang=cy}</p>"),
        ("<script>x</script>", "<p>&lt;script&gt;x&lt;/script&gt;</p>"),
        ("`IAG0721-06`", "<p><code>IAG0721-06</code></p>"),
    ],
)
def test_prose_is_commonmark_without_html(text: str, expected: str) -> None:
    assert prose(text, HERE, ACTIONS).strip() == expected


def test_a_picture_asks_no_other_host() -> None:
    assert "<img" not in prose("![a](https://other.example/a.png)", HERE, {})


@given(st.text())
def test_no_text_becomes_a_tag_or_an_address_of_another_kind(text: str) -> None:
    tree = html.fragment_fromstring(str(prose(text, HERE, ACTIONS)), create_parent="div")
    tags = {element.tag for element in tree.iter() if isinstance(element.tag, str)}
    assert not tags & {"script", "img", "iframe", "style", "svg", "form", "input", "object"}
    for element, attribute, address, _ in tree.iterlinks():
        assert (element.tag, attribute) == ("a", "href")
        assert re.match(r"https?:|mailto:|#|\.|[^:]*$", address, re.IGNORECASE)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"])))
def test_plain_text_reads_back_as_it_was_written(text: str) -> None:
    tree = html.fragment_fromstring(f"<p>{plain(text, HERE, ACTIONS)}</p>")
    assert tree.text_content() == text
