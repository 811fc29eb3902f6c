"""Markdown of the record becomes safe HTML, and plain text stays the characters it is."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from macros.pages.blocks import EXTENSIONS
from macros.pages.prose import plain, prose, title, title_in_heading

ACTIONS = {"IAG0721-06": "actions/2021/#iag0721-06"}
HERE = "meetings/2022-03-21/"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See IAG0721-06.", 'See <a href="../../actions/2021/#iag0721-06">IAG0721-06</a>.'),
        ("IAG0721-99 and agenda item 5", "IAG0721-99 and agenda item 5"),
        ("<b> & {{ 7*7 }}", "&lt;b&gt; &amp; {{ 7*7 }}"),
        ('"quoted"', "&#34;quoted&#34;"),
        ("محمد علي, 12 March", "<bdi>محمد علي</bdi>, 12 March"),
    ],
)
def test_plain_text_is_escaped_and_its_action_ids_are_linked(text: str, expected: str) -> None:
    assert plain(text, HERE, ACTIONS) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Heading #", "<h3>Heading #</h3>"),
        ("###### Deep", "<h6>Deep</h6>"),
        ("**bold** IAG0721-06", '<p><strong>bold</strong> <a href="../../actions/2021/#iag0721-06">IAG0721-06</a></p>'),
        ("[IAG0721-06](https://x.example/)", '<p><a href="https://x.example/">IAG0721-06</a></p>'),
        ("[a](/actions/)", '<p><a href="../../actions/">a</a></p>'),
        ("[a](javascript:x)", "<p>[a](javascript:x)</p>"),
        ("[a](//other.example)", "<p>[a](//other.example)</p>"),
        ("[a](data:text/html,x)", "<p>[a](data:text/html,x)</p>"),
        ("[Bwrdd]{lang=cy} sat", '<p><span lang="cy">Bwrdd</span> sat</p>'),
        ("[a]{onclick=x .b #c} [b] {lang=cy}", "<p>[a]{onclick=x .b #c} [b] {lang=cy}</p>"),
        ("<script>x</script>", "<p>&lt;script&gt;x&lt;/script&gt;</p>"),
        ("`a`", "<p>`a`</p>"),
        ("one\ntwo", "<p>one<br>\ntwo</p>"),
        ("[b] and [a][b]\n\n[b]: https://x.example/", '<p>[b] and <a href="https://x.example/">a</a></p>'),
        ("[b]: https://x.example/", '<p>[b]: <a href="https://x.example/">https://x.example/</a></p>'),
    ],
)
def test_prose_is_markdown_without_html(text: str, expected: str) -> None:
    assert prose(text, HERE, ACTIONS).strip() == expected


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("See https://x.example/a.", "https://x.example/a"),
        ("(https://x.example/a), then", "https://x.example/a"),
        ("(see https://x.example/a_(b)).", "https://x.example/a_(b)"),
        ("[https://x.example/]", "https://x.example/"),
        ("“https://x.example/”", "https://x.example/"),
        ("'https://x.example/?a=1&b=2'!", "https://x.example/?a=1&b=2"),
        ("<https://x.example/>", "https://x.example/"),
        ("**https://x.example/**", "https://x.example/"),
        ("https://x.example/IAG0721-06", "https://x.example/IAG0721-06"),
        ("HTTP://x.example:8000/;", "HTTP://x.example:8000/"),
    ],
)
def test_a_bare_web_address_becomes_a_link_without_the_punctuation_behind_it(text: str, address: str) -> None:
    for made in (plain(text, HERE, ACTIONS), prose(text, HERE, ACTIONS)):
        [link] = html.fragment_fromstring(str(made), create_parent="div").iter("a")
        assert (link.text, link.get("href")) == (address, address)


@pytest.mark.parametrize(
    "text", ["www.x.example", "https://", "xhttps://x.example", "mailto:a@x.example", "//x.example"]
)
def test_no_address_is_guessed(text: str) -> None:
    assert "<a" not in plain(text, HERE, ACTIONS)


def test_each_table_is_a_region_that_can_be_scrolled_by_keyboard_and_has_a_name() -> None:
    table = "| a | b |\n|---|---|\n| 1 | 2 |"
    tree = html.fragment_fromstring(
        prose(f"{table}\n\n# Lamps\n\n{table}", HERE, {}, title="Survey"), create_parent="div"
    )
    assert [dict(region.attrib) for region in tree.iter("div") if region.get("role")] == [
        {"class": "table-region", "role": "region", "tabindex": "0", "aria-label": name}
        for name in ("Table 1: Survey", "Table 2: Lamps")
    ]


def test_a_page_is_made_into_html_with_the_extensions_of_mkdocs(project: Path) -> None:
    settings = re.search(
        r"^markdown_extensions:\n((?:  .*\n)+)", (project / "mkdocs.yml").read_text("utf-8"), re.MULTILINE
    )
    assert settings
    assert tuple(re.findall(r"^  - ([\w.]+)", settings[1], re.MULTILINE)) == EXTENSIONS


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


@pytest.mark.parametrize(
    ("typed", "shown", "in_heading"),
    [
        ("[Lamps](https://x.example/a(b)?c) (*2*)", '<a href="https://x.example/a(b)?c">Lamps</a> (*2*)', None),
        ("[Lamps](/actions/) and [Port](#x)", '<a href="../../actions/">Lamps</a> and <a href="#x">Port</a>', None),
        ("[a [b](/c/)](/d/)", '<a href="../../d/">a [b](/c/)</a>', None),
        ("[a](b) <b> [x]{lang=cy} **c** # 1", "[a](b) &lt;b&gt; [x]{lang=cy} **c** # 1", None),
        (
            "IAG0721-06 and [IAG0721-06](/d/)",
            '<a href="../../actions/2021/#iag0721-06">IAG0721-06</a> and <a href="../../d/">IAG0721-06</a>',
            'IAG0721-06 and <a href="../../d/">IAG0721-06</a>',
        ),
    ],
)
def test_the_title_of_an_agenda_item_has_links_and_no_other_mark(
    typed: str, shown: str, in_heading: str | None
) -> None:
    assert title(typed, HERE, ACTIONS) == shown
    assert title_in_heading(typed, HERE) == (in_heading or shown)


def test_no_link_stands_within_another() -> None:
    assert prose("[a [b](/c/)](/d/)", HERE, {}).strip() == '<p><a href="../../d/">a [b](/c/)</a></p>'
