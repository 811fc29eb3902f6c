"""The look: contrast as the style sheets claim it, the length of lines, tables on a phone, what a first screen says."""

import re

import pytest
from a_project import ROOT
from folders import ANPR_IAG
from states import KINDS, PHONE, arrive, one_page, open_details, open_everything

STYLESHEETS = {file.name: file.read_text("utf-8") for file in sorted((ROOT / "docs/stylesheets").glob("*.css"))}
TOKEN = re.compile(r"--([\w-]+): (#[0-9a-f]{6});(?:\s*/\* (.*?) \*/)?")
FIGURE = re.compile(r"(\d+\.\d):1 on (\w+)")
SURFACES = {"paper", "panel", "named", "found"}
TEXT = {"ink", "soft", "link", "closed", "open"}


# Contrast


def scheme(dark):
    """Each colour of a scheme with its value and the figures that stand beside it."""
    light, _, rest = STYLESHEETS["minutes.css"].partition("@media screen and (prefers-color-scheme: dark)")
    found = TOKEN.findall(rest if dark else light)
    return {name: (value, FIGURE.findall(said)) for name, value, said in found}


def luminance(colour):
    """WCAG 2.2, relative luminance."""
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return sum(weight * share for weight, share in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    """WCAG 2.2, contrast ratio."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_formula_gives_the_figures_that_everybody_knows():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.478, abs=0.001)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_each_contrast_is_what_the_comment_beside_the_colour_says(dark):
    colours = scheme(dark)
    assert set(colours) == SURFACES | TEXT | {"focus", "rule"}
    said = {(name, surface): figure for name, (_, figures) in colours.items() for figure, surface in figures}
    there = {(name, on): f"{contrast(colours[name][0], colours[on][0]):.1f}" for name, on in said}
    assert said == there


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_text_has_the_enhanced_contrast_of_wcag_on_all_that_it_stands_on(dark):
    colours = scheme(dark)
    for name in TEXT:
        figures = {surface: float(figure) for figure, surface in colours[name][1]}
        assert figures.keys() >= {"paper", "panel", "named"}, name
        assert min(figure for surface, figure in figures.items() if surface != "found") >= 7, name
        assert min(figures.values()) >= 4.5, name
    assert all(float(figure) >= 3 for figure, _ in colours["focus"][1])


# What has a name is used by its name


@pytest.mark.parametrize("name", STYLESHEETS)
def test_colours_sizes_of_text_and_spaces_are_used_by_their_names(name):
    rules = re.sub(r"/\*.*?\*/", "", STYLESHEETS[name], flags=re.DOTALL)
    uses = re.sub(r"--[\w-]+:[^;}]*|@page[^{]*\{(?:[^{}]|\{[^{}]*\})*\}", "", rules)  # nor the edges of a sheet
    assert re.findall(r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|color-mix)\(", uses) == []
    sized = re.findall(r"(?<![\w-])font(?:-size)?:\s*([^;}]+)", uses)
    relative = re.compile(r"inherit|[.\d]+em|125%|16px|min\(\.5rem, 5vw\)")  # the root, and the units of the drawings
    assert [size for size in sized if "var(--size-" not in size and not relative.fullmatch(size)] == []
    spaced = re.findall(r"(?<![\w-])(?:margin|padding|(?:row-|column-)?gap)(?:-[a-z]+)*:\s*([^;}]+)", uses)
    assert [space for space in spaced if re.search(r"\d(?:rem|px|pt|mm)", space.replace("-1px", ""))] == []


# The measure

# The longest line of each paragraph, entry of a list and definition: how many characters, and which.
LINES = """() => [...document.querySelectorAll('p, li, dd, blockquote')]
  .filter(e => e.checkVisibility({visibilityProperty: true}) && !e.closest('.visually-hidden, svg'))
  .map(e => {
    const lines = new Map(), range = document.createRange();
    const walker = document.createTreeWalker(e, NodeFilter.SHOW_TEXT);
    for (let node; (node = walker.nextNode());) {
      const own = node.parentElement;
      if (own.closest('p, li, dd, blockquote') !== e || own.closest('.visually-hidden, pre')) continue;
      for (const word of node.data.matchAll(/\\S+\\s?/g)) {
        range.setStart(node, word.index);
        range.setEnd(node, word.index + word[0].trimEnd().length);
        // A long address may stand on several lines: then each of its letters counts where it is.
        const start = word.index, end = start + word[0].trimEnd().length, boxes = range.getClientRects().length;
        if (!boxes) continue;
        const pieces = boxes === 1 ? [[start, end, word[0]]]
          : [...word[0].trimEnd()].map((letter, at) => [start + at, start + at + letter.length, letter]);
        for (const [from, to, text] of pieces) {
          range.setStart(node, from);
          range.setEnd(node, to);
          const box = range.getBoundingClientRect();
          const line = [...lines.keys()].find(y => Math.abs(y - box.bottom) < 6) ?? box.bottom;
          lines.set(line, (lines.get(line) ?? '') + text.replace(/\\s/, ' '));
        }
      }
    }
    return [...lines.values()].map(line => line.trim()).reduce((a, b) => a.length > b.length ? a : b, '');
  })"""
MEASURE = 75


@pytest.fixture(scope="module")
def page(browser):
    with one_page(browser) as page:
        yield page


def test_no_line_of_running_text_is_longer_than_the_measure(page, toy_home, record_home):
    longest = dict.fromkeys((768, 1280, 1920), 0)
    addresses = [toy_home + address for address in KINDS.values()]
    for address in [*addresses, *(record_home + address for address in OF_THE_RECORD)]:
        page.set_viewport_size({"width": min(longest), "height": 900})
        arrive(page, "", address)
        open_everything(page)
        for width in longest:
            page.set_viewport_size({"width": width, "height": 900})
            lines = page.evaluate(LINES)
            assert [line for line in lines if len(line) > MEASURE] == [], (address, width)
            longest[width] = max(longest[width], *map(len, lines))
    assert min(longest.values()) > 60  # long enough to have been held by the measure


OF_THE_RECORD = [
    "", "actions/", "actions/2021/", "actions/next-meeting/", "meetings/2022-03-21/", "people/", "people/fs/",
    "terms-of-reference/", "guide/", "guide/correct/", "guide/messages/", "guide/recipes/", "guide/set-up/",
    "guide/words/",
]  # fmt: skip


def test_a_line_longer_than_the_measure_is_found(page, toy_home):
    arrive(page, toy_home, "about/")
    page.set_viewport_size({"width": 1280, "height": 900})
    page.evaluate("document.querySelector('article p').style.maxWidth = 'none'")
    page.evaluate("document.querySelector('article p').textContent = 'word '.repeat(40)")
    assert max(map(len, page.evaluate(LINES))) > MEASURE


# Tables on a phone


def roles(page):
    """How many nodes of each role the browser tells an assistive technology of."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    told = [node["role"]["value"] for node in nodes if not node["ignored"]]
    return {role: told.count(role) for role in ("table", "row", "columnheader", "rowheader", "cell")}


IN_MARKUP = """() => {
  const count = which => document.querySelectorAll(`main ${which}`).length;
  return {table: count('table'), row: count('tr'), columnheader: count('th[scope=col]'),
    rowheader: count('th[scope=row]'), cell: count('td')};
}"""


@pytest.mark.parametrize(
    "kind", ["about", "tracker", "life", "life by year", "meeting held", "meeting to come", "owner"]
)
def test_a_table_that_looks_like_cards_on_a_phone_is_told_of_as_a_table(page, toy_home, kind):
    page.set_viewport_size({"width": PHONE, "height": 640})
    arrive(page, toy_home, KINDS[kind])
    open_details(page)
    assert page.locator("main tbody tr").first.evaluate("e => getComputedStyle(e).display") in ("block", "flex")
    in_markup = page.evaluate(IN_MARKUP)
    assert min(in_markup.values()) > 0
    assert roles(page) == in_markup


def test_the_recipes_of_the_guide_are_cards_on_a_phone_and_told_of_as_tables(page, record_home):
    page.set_viewport_size({"width": PHONE, "height": 640})
    arrive(page, record_home, "guide/recipes/")
    assert page.locator("main tbody tr").first.evaluate("e => getComputedStyle(e).display") == "block"
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE
    in_markup = page.evaluate(IN_MARKUP)
    assert in_markup["row"] > 100
    assert roles(page) == in_markup


# The first screen


@pytest.mark.parametrize("kind", ["meeting held", "meeting in draft", "meeting to come"])
def test_the_first_screen_of_a_phone_says_when_and_where_and_what_status(page, toy_home, kind):
    page.set_viewport_size({"width": PHONE, "height": 568})
    arrive(page, toy_home, KINDS[kind])
    assert in_sight(page, ".record-status", *ANSWERS) == {}


# When and where, as far as recorded.
ANSWERS = [".head .when"]


def test_so_does_the_meeting_of_the_record(page, record_home):
    page.set_viewport_size({"width": PHONE, "height": 568})
    [meeting] = (ANPR_IAG / "data/meetings").glob("*.yml")
    arrive(page, record_home, f"meetings/{meeting.stem}/")
    assert in_sight(page, ".record-status", *ANSWERS) == {}


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (768, 1024)])
def test_the_first_screen_of_the_home_page_says_what_is_new_next_and_open_and_where_to_search(
    page, record_home, width, height
):
    page.set_viewport_size({"width": width, "height": height})
    arrive(page, record_home, "")
    answers = (".own-words", "#home-search", "#latest-meeting", "#open-actions")
    assert in_sight(page, *answers) == {}


def in_sight(page, *selectors):
    """Those that stand below the first screen, or nowhere, and where they end."""
    ends = {which: page.locator(which).first.evaluate("e => e.getBoundingClientRect().bottom") for which in selectors}
    return {which: end for which, end in ends.items() if not 0 < end <= page.viewport_size["height"]}


@pytest.mark.parametrize(("width", "height", "most", "screens"), [(1280, 800, 4500, 1), (320, 640, 9000, 2)])
def test_a_real_meeting_is_short_and_shows_what_it_asked_for_at_once(
    browser, record_home, width, height, most, screens
):
    with one_page(browser, viewport={"width": width, "height": height}) as page:
        page.goto(f"{record_home}meetings/2022-03-21/")
        # The list of names is folded, or counted so.
        names = page.evaluate("document.querySelector('article dl.initials')?.getBoundingClientRect().height ?? 0")
        whole = page.evaluate("document.documentElement.scrollHeight")
        assert whole - names <= most
        assert page.locator(".in-short a").first.bounding_box()["y"] < screens * height
