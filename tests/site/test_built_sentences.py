"""A sentence of the record holds no word but its own: when it is searched, copied, printed, or read by a machine."""

import re
from html import unescape

import pytest
from a_project import page_addresses, squeezed, tree, unmarked
from states import KINDS, arrive, one_page

from macros.pages import Page as PageOfRecord
from macros.pages import expected_values
from macros.register import addresses
from macros.rules.loading import load

EMPTY = "Where a field is empty (–), nothing is recorded."
SENTENCES = {"title", "action", "update", "note", "notes", "means", "what", "reason"}
OF_THE_RECORD = ("meetings/2022-03-21/", "actions/", "actions/2021/", "terms-of-reference/", "people/obscc/")
VISITS = [*(("toy", address) for address in KINDS.values()), *(("record", address) for address in OF_THE_RECORD)]

# The blocks of text of a page: what is read, what is in the document, and what a search and a copy give of each line.
BLOCKS = """() => {
  const blocks = 'p, li, dt, dd, th, td, caption, h1, h2, h3, h4, h5, h6, pre, figcaption';
  const squeezed = text => text.replace(/\\s+/g, ' ').trim();
  const shown = e => e.checkVisibility() && !e.querySelector(blocks) && !e.closest('.visually-hidden, .skip');
  // What is found there cannot be selected.
  document.querySelectorAll('select, details:not([open])').forEach(closed => closed.remove());
  return [...document.querySelectorAll('article *')].filter(e => e.matches(blocks) && shown(e)).map(e => {
    const bare = e.cloneNode(true);
    bare.querySelectorAll('.visually-hidden, [hidden], svg, input').forEach(inner => inner.remove());
    const aside = e.querySelector('.visually-hidden, svg, input, button');
    const lines = aside ? [] : e.innerText.split('\\n').map(squeezed).filter(Boolean);
    const unfound = lines.filter(line => {
      getSelection().removeAllRanges();
      return !(window.find(line, true, false, true) && squeezed(getSelection().toString()) === line);
    });
    return { read: squeezed(e.innerText), held: squeezed(bare.textContent), aside: Boolean(aside), unfound };
  });
}"""


@pytest.fixture(scope="module")
def page(browser):
    with one_page(browser) as page:
        yield page


@pytest.mark.parametrize(("whose", "address"), VISITS)
def test_each_block_of_text_is_found_whole_copied_whole_and_printed_whole(page, toy_home, record_home, whose, address):
    arrive(page, {"toy": toy_home, "record": record_home}[whose], address)
    page.emulate_media(media="screen")
    blocks = page.evaluate(BLOCKS)
    assert blocks
    assert [line for block in blocks for line in block["unfound"]] == []
    assert [block for block in blocks if not block["aside"] and block["read"] != block["held"]] == []
    page.emulate_media(media="print")
    printed = {block["read"] for block in page.evaluate(BLOCKS)}
    assert printed - {block["read"] for block in blocks} <= only_on_paper(page)


def only_on_paper(page):
    """What paper says besides the record: that one action alone is printed, and room to write."""
    return {squeezed(text) for text in page.locator(".one-printed, .room").all_text_contents()}


def test_a_word_that_an_explanation_splits_is_not_found(page, toy_home):
    arrive(page, toy_home, "actions/toy0130-01/")
    page.emulate_media(media="screen")
    page.evaluate(
        "document.querySelector('.wording').innerHTML = 'An <button>act</button><span hidden>law</span> of x'"
    )
    [block] = [block for block in page.evaluate(BLOCKS) if block["read"] == "An act of x"]
    assert block["aside"] or block["unfound"]


def read_of(item):
    """What is read of an expected value."""
    return unmarked(item.value) if item.is_prose else squeezed(item.value)


@pytest.mark.parametrize("whose", ["toy", "record", "hostile"])
def test_the_raw_html_without_its_tags_holds_each_sentence_as_it_was_typed(request, whose):
    """Read by nothing but two replacements, as a machine that collects sentences does."""
    site = request.getfixturevalue(f"{whose}_site")
    register = load(request.getfixturevalue(f"{whose}_project"))
    texts = {}
    for address in page_addresses(site):
        raw = (site / address / "index.html").read_text("utf-8")
        texts[address] = squeezed(unescape(re.sub(r"<[^>]*>", "", raw.partition("<main>")[2])))
    found = [
        item
        for item in expected_values(register)
        if isinstance(item.value, str) and item.field.split(".")[-1] in SENTENCES
    ]
    assert len(found) > 20
    for item in found:
        read, text = read_of(item), texts[item.address.partition("#")[0]]
        assert read in (text.replace("**", "") if item.is_prose else text), item


@pytest.mark.parametrize("whose", ["toy", "record"])
def test_an_element_that_speaks_for_a_sentence_holds_nothing_else(request, whose):
    site = request.getfixturevalue(f"{whose}_site")
    register = load(request.getfixturevalue(f"{whose}_project"))
    trees = {address: tree(site / address / "index.html") for address in page_addresses(site)}
    for item in expected_values(register):
        if isinstance(item.value, str) and item.field in ("agenda.title", "actions.action", "actions.update", "notes"):
            address, _, anchor = item.address.partition("#")
            place = trees[address].xpath("//*[@id=$anchor]", anchor=anchor)[0] if anchor else trees[address]
            held = place.xpath(".//*[@data-field=$field]", field=item.field)
            assert read_of(item) in {squeezed(element.text_content()) for element in held}, item


def test_links_do_not_nest_and_hold_one_word_of_the_record(record_site, record_register):
    known = {*record_register.archive.glossary, *record_register.archive.people.initials}
    for address in page_addresses(record_site):
        page = tree(record_site / address / "index.html")
        shorts = page.xpath("//a[@class='short']")
        assert {short.text_content() for short in shorts} <= known, address
        assert page.xpath("//a//a | //h1//a[@class='short'] | //h2//a[@class='short'] | //button[@popovertarget]") == []
        listed = [term.text_content() for term in page.xpath("//dl[@class='initials']//dt")]
        assert {short.text_content() for short in shorts} <= {*listed}, address
        assert len(page.xpath("//dl[@class='initials']")) == bool(listed), address


def test_not_recorded_is_said_once_in_each_part_of_a_page_and_in_no_cell(toy_site, record_site):
    for site in (toy_site, record_site):
        for address in page_addresses(site):
            raw = (site / address / "index.html").read_text("utf-8")
            for part in re.split(r"<h[1-3]|<section\b", raw):
                assert part.count('class="unrecorded"') <= 1, address
                assert part.count(EMPTY) <= 1, address
            gaps = tree(site / address / "index.html").xpath("//td[not(node())]")
            assert (EMPTY in raw) >= bool(gaps), address


# The tracker's script


def test_the_rows_that_the_trackers_script_draws_are_linked_as_those_that_the_page_came_with(
    window, toy_home, toy_register
):
    page = window(f"{toy_home}actions/?as-of=2030-01-10")
    page.wait_for_selector("#toy0130-04 .short")
    expected = PageOfRecord(toy_register, addresses.ACTIONS, "toy0130-04").plain("Supersede this.")
    same = """(cell, html) => {
      const other = document.createElement("span");
      other.innerHTML = html;
      other.className = "typed";
      return cell.isEqualNode(other);
    }"""
    cell = page.locator("#toy0130-04 .typed").first
    assert cell.evaluate(same, str(expected)), cell.inner_html()
    assert not cell.evaluate(same, "Supersede this.")


TEXTS = [
    "ANPR reads", "Automatic Number Plate Recognition (ANPR)", "the Information Commissioner’s Office (ICO)",
    "Information\nCommissioner's\u00a0Office, or ICO for short", "ICO (the Information Commissioner's Office), ANPR",
    "the Initial Crime Overview (ICO) was read; ICO figures", "ICO [Initial Crime Overview]",
    "the office (ICO) was asked",
    "Automated Numberplate Recording (hereafter: “ANPR”)", "(ICO) TfL/DfT, TfL; XTfL", "ICO (London) IAG0721-03 ICO",
    "CC Hall, CC and CC Halls", "FS and PC 4021", "", "(", "ICO)", "( ICO", "IAG0721-03 (ANPR)", "ANPR İ ſ ICO",
    "ANPR UPDATE BY THE ICO", "ANPR / ICO 2",
]  # fmt: skip


def test_the_script_links_the_same_words_of_a_text_as_the_page(window, record_home, record_register):
    page = window(f"{record_home}actions/")
    drawn = """async texts => {
      const { Rows } = await import('./../scripts/tracker/rows.js');
      const { loadFacts } = await import('./../scripts/tracker/facts.js');
      const table = document.querySelector('#tracker');
      const rows = new Rows(await loadFacts(table.dataset.facts), table.tBodies[0]);
      return Object.keys(texts).filter(text => {
        const [made, expected] = [rows.typed(text, "", new Set()), document.createElement('span')];
        expected.className = 'typed';
        expected.innerHTML = texts[text];
        made.normalize();
        return !made.isEqualNode(expected);
      });
    }"""
    page.wait_for_selector("#finder:not([hidden])")
    texts = {text: str(PageOfRecord(record_register, addresses.ACTIONS).plain(text)) for text in TEXTS}
    assert sum("short" in made for made in texts.values()) > 5
    assert page.evaluate(drawn, texts) == []
    assert page.evaluate(drawn, {"ANPR reads": "ANPR reads"}) == ["ANPR reads"]


def test_what_the_script_draws_is_in_the_list_of_names_too(window, record_home):
    page = window(f"{record_home}actions/")
    page.wait_for_selector("#finder:not([hidden])")
    page.locator("details:has(> .initials)").evaluate("folded => { folded.open = true; }")
    listed = page.locator("dl.initials dt").all_inner_texts()
    page.evaluate("""async () => {
      const { short } = await import('./../scripts/tracker/explaining.js');
      const facts = {};
      short(facts, 'DX', { name: 'Invented', role: 'of the test', link: '../people/' });
      short(facts, 'DX', { name: 'Invented', role: 'of the test', link: '../people/' });
      short(facts, 'ZZ', { name: 'Last', role: '', link: '../people/' });
    }""")
    now = page.locator("dl.initials dt").all_inner_texts()
    assert now == sorted([*listed, "DX", "ZZ"], key=str.lower)
    assert page.locator("dl.initials div", has_text="DX").inner_text().split() == [
        "DX",
        "Invented,",
        "of",
        "the",
        "test",
    ]
