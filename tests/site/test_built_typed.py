"""The built pages of an invented record whose minutes hold what Markdown would change."""

import shutil

import pytest
from a_project import article, built, by_id, copy_project, served, text
from folders import DATA

MEETING, TERMS = "meetings/2023-03-06/", "terms-of-reference/2023-01-10/"


@pytest.fixture(scope="session")
def typed_site(shared):
    def make(folder):
        copy_project(folder, record=None)
        shutil.copytree(DATA / "typed/data", folder / "data")
        built(folder)

    return shared("typed", make) / "site"


@pytest.fixture(scope="session")
def typed_home(typed_site):
    with served(typed_site) as address:
        yield address


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (1, "1. Lamps are in stock. 2. The chair thanked CD. 4. The port will reply. 7. Close."),
        (1, "2023. was a year of rain. 3.1 The office 3.2(b) waits."),
        (2, r"A*12 B*E and *51ZZZ* were searched; the share is \\server\minutes\_new."),
        (2, "Agreed: all of it. 2 * 3 * 4 = 24; x_1 = y_2; R&amp;D; `a`; ~~b~~; #3; 5 < 6 > 4."),
        (4, "See ![Map](https://example.org/map.png) and [the terms](../terms-of-reference/)."),
        (4, "Line one<br>line two <!-- not for the public: ask legal -->"),
        (4, "The chair closed the item. ---"),
        (6, "Read https://example.org/a_(b), then (https://example.org/c). The letter of ليلى الحداد, 12 March 2023"),
    ],
)
def test_minutes_are_on_the_page_as_typed(typed_site, item, expected):
    assert expected in text(by_id(article(typed_site, MEETING), f"minutes-{item}"))


def test_the_terms_keep_their_numbers(typed_site):
    assert "1. The chair 3. Up to *12* others, named by the office" in text(article(typed_site, TERMS))


def test_a_browser_shows_each_line_on_a_line_of_its_own_and_finds_numbers(typed_home, window):
    page = window(typed_home + MEETING)
    lines = page.locator("#minutes-3").inner_text().split("\n")
    assert [line.strip() for line in lines if line.strip()][1:] == [
        "It was agreed that:", "(a) the port replies", "(b) the office waits", "Present for this item:", "Ada Brook",
        "Einar Fjæreskår", "indented", "(i) twice",
    ]  # fmt: skip
    for found in ("4. The port will reply.", "7. Close.", "*51ZZZ*"):
        assert page.evaluate(f"(getSelection().removeAllRanges(), find({found!r}))"), found


@pytest.mark.parametrize("width", [320, 640, 960, 1280])
def test_wide_tables_and_long_words_do_not_widen_the_page(typed_home, window, width):
    page = window(typed_home + MEETING, width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for table in page.locator("table.entries").all():
        box = table.bounding_box()
        assert box["x"] + box["width"] <= width
    region = page.get_by_role("region", name="Table 1: 5. A wide table")
    region.focus()
    assert region.evaluate("e => e === document.activeElement && getComputedStyle(e).overflowX") == "auto"
    if width == 320:
        assert region.evaluate("e => e.scrollWidth > e.clientWidth")


def test_a_name_in_a_right_to_left_script_moves_nothing_beside_it(typed_home, window):
    page = window(typed_home + MEETING)
    isolated = "e => getComputedStyle(e).unicodeBidi"
    for place in ("#minutes-6 bdi", "[data-field=attendees] a:has-text('ليلى')"):
        assert page.locator(place).first.evaluate(isolated) == "isolate"
    before = page.evaluate(
        """() => {
          const [words, after] = [document.querySelector('#minutes-6 bdi'), document.createRange()];
          const node = words.nextSibling, at = node.data.indexOf('12 March');
          after.setStart(node, at);
          after.setEnd(node, at + 8);
          return words.getBoundingClientRect().right <= after.getBoundingClientRect().left;
        }"""
    )
    assert before
