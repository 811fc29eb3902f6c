"""The site in a browser: narrow and wide, light and dark, by keyboard, by touch, in print and without script."""

import re
from urllib.parse import urlsplit

import pytest
from a_project import page_addresses
from folders import ANPR_IAG

from macros.rules.loading import load

MEETING = "meetings/2022-03-21/"
PHONE, TABLET, DESK = 320, 768, 1280


@pytest.fixture
def open_page(window, record_home):
    """Opens pages of the site in a window with the options of Playwright's new_context."""
    return lambda address, width=DESK, **options: window(record_home + address, width, **options)


@pytest.fixture(scope="module")
def seen(browser, record_site, record_home):
    """What each page is like in a window of each width: seen["about/", 320]["title"]. Only the tablet is dark. What it
    asked for and complained of stands beside the last width."""
    page = browser.new_page(reduced_motion="reduce")
    asked, trouble, found = [], [], {}
    page.on("request", lambda request: asked.append(request.url))
    page.on("requestfailed", lambda request: trouble.append(f"{request.failure} {request.url}"))
    page.on("response", lambda response: trouble.append(response.url) if response.status >= 400 else None)
    page.on("console", lambda message: trouble.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: trouble.append(str(error)))
    for address in page_addresses(record_site):
        page.set_viewport_size({"width": PHONE, "height": 900})
        page.goto(record_home + address)
        for width in (PHONE, TABLET, DESK):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme="dark" if width == TABLET else "light")
            found[address, width] = page.evaluate(LOOK)
            if width > PHONE:
                found[address, width] |= page.evaluate(OPENED)
        found[address, DESK] |= {"asked": [*asked], "trouble": [*trouble]}
        asked.clear()
        trouble.clear()
    page.close()
    return found


# What is pale where everything is open, and how wide the page is when text is larger still. Both are undone.
OPENED = """() => {
  const closed = [...document.querySelectorAll('details:not([open])')];
  const rgb = c => c.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
    .map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const behind = e => {
    for (; e; e = e.parentElement) {
      const c = rgb(getComputedStyle(e).backgroundColor);
      if (c.length < 4 || c[3] == 1) return c;
    }
    return [255, 255, 255];
  };
  closed.forEach(e => { e.open = true; });
  const pale = [...document.querySelectorAll('body *')]
    .filter(e => e.checkVisibility() && [...e.childNodes].some(n => n.nodeType == 3 && n.data.trim()))
    .map(e => {
      const [a, b] = [light(rgb(getComputedStyle(e).color)), light(behind(e))];
      return [(Math.max(a, b) + .05) / (Math.min(a, b) + .05), e.textContent.trim().slice(0, 40)];
    })
    .filter(([ratio]) => !(ratio >= 4.5));
  document.documentElement.style.setProperty('font-size', '250%', 'important');
  const large = document.documentElement.scrollWidth;
  document.documentElement.style.removeProperty('font-size');
  closed.forEach(e => { e.open = false; });
  return { pale, 'width of large text': large };
}"""

LOOK = """() => ({
  title: document.title,
  skippedTo: document.querySelector(document.querySelector('.skip').hash).localName,
  width: document.documentElement.scrollWidth,
  beyond: [...document.querySelectorAll('body *')]
    .filter(e => !e.closest('.visually-hidden, thead, .skip, [role=region]') && e.checkVisibility())
    .filter(e => [...e.childNodes].some(n => n.nodeType == 3 && n.data.trim()))
    .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
    .map(e => e.textContent.slice(0, 60)),
})"""


def on_desk(seen, what):
    return {address: found[what] for (address, width), found in seen.items() if width == DESK}


def test_every_page_of_the_site_is_seen(seen):
    pages = sorted(on_desk(seen, "title"))
    of_actions = {f"actions/{key.lower()}/" for key in load(ANPR_IAG).actions}
    assert of_actions <= {*pages}
    assert [page for page in pages if not page.startswith(("people/", "guide/")) and page not in of_actions] == [
        "",
        "about/",
        "accessibility/",
        "actions/",
        "actions/2021/",
        "actions/2022/",
        "actions/life/",
        "actions/life/2021/",
        "actions/life/2022/",
        "actions/next-meeting/",
        "cite/",
        "cite/2022/",
        "corrections/",
        "data/",
        "feeds/",
        "glossary/",
        "meetings/",
        "meetings/2022-03-21/",
        "reuse/",
        "search/",
        "site-map/",
        "terms-of-reference/",
        "withheld/",
    ]
    initials = load(ANPR_IAG).archive.people.initials
    assert [page for page in pages if page.startswith("people/")] == sorted(
        ["people/", *(f"people/{key.lower()}/" for key in initials)]
    )


def test_no_page_scrolls_sideways(seen):
    assert {(page, width): found["width"] for (page, width), found in seen.items() if found["width"] > width} == {}


def test_no_text_is_cut_off_at_the_right(seen):
    assert {where: found["beyond"] for where, found in seen.items() if found["beyond"]} == {}


def test_no_page_asks_another_host_for_anything(seen, record_home):
    for address, asked in on_desk(seen, "asked").items():
        assert record_home + address in asked
        assert len(asked) > 1
        assert [url for url in asked if not url.startswith(record_home)] == [], address


def test_no_request_fails_and_nothing_is_said_on_the_console(seen):
    left_early = "net::ERR_ABORTED"
    trouble = [line for found in on_desk(seen, "trouble").values() for line in found if not line.startswith(left_early)]
    assert trouble == []


def test_every_title_says_whose_record_it_is(seen):
    assert all(title.endswith("ANPR IAG published minutes") for title in on_desk(seen, "title").values())


@pytest.mark.parametrize("width", [TABLET, DESK], ids=["dark", "light"])
def test_every_text_stands_out_from_what_is_behind_it(seen, width):
    assert {page: found["pale"] for (page, at), found in seen.items() if at == width and found["pale"]} == {}


def test_text_can_be_made_twice_as_large(seen):
    large = {(page, width): found["width of large text"] for (page, width), found in seen.items() if width >= TABLET}
    assert {where: width for where, width in large.items() if width > where[1]} == {}


def test_the_skip_link_leads_to_the_first_heading_or_to_what_holds_it(seen):
    found = on_desk(seen, "skippedTo")
    assert {page: name for page, name in found.items() if name not in ("h1", "article", "main")} == {}


FIRST_OWNER = "#iag0322-01 a.short"


def test_initials_lead_to_whose_they_are_by_the_tab_key(open_page):
    page = open_page(MEETING)
    page.locator("#iag0322-01 .id a").last.focus()
    page.keyboard.press("Tab")
    assert page.locator(FIRST_OWNER).evaluate("e => e === document.activeElement")
    page.keyboard.press("Enter")
    page.wait_for_url("**/people/fs/")


@pytest.mark.parametrize("address", [MEETING, "actions/", "actions/iag0721-12/"])
def test_initials_are_explained_at_the_end_of_the_page_on_screen_and_in_print(open_page, address):
    page = open_page(address)
    said = "Office of the Biometrics and Surveillance Camera Commissioner"
    page.locator("details#initials > summary").click()
    for media in ("screen", "print"):
        page.emulate_media(media=media)
        names = page.locator("#initials > dl")
        assert names.locator("dt", has_text=re.compile("^OBSCC$")).locator("+ dd").inner_text() == said, media
    assert page.locator(".short[title]").count() == page.locator(".short").count() > 1


def test_print_keeps_every_table_row_and_heads_the_tables(open_page):
    page = open_page(MEETING)
    page.emulate_media(media="print")
    heads = page.locator("table thead").evaluate_all("all => all.map(e => getComputedStyle(e).display)")
    assert heads == ["table-header-group"] * 2
    assert page.locator("tbody tr").evaluate_all("all => all.filter(e => !e.checkVisibility()).length") == 0


def test_a_print_on_paper_is_a_table_even_from_a_phone(open_page):
    page = open_page(MEETING, PHONE)
    page.emulate_media(media="print")
    assert page.locator("#agenda-1").evaluate("e => getComputedStyle(e).display") == "table-row"


def test_print_writes_out_the_addresses_of_the_sources(open_page):
    page = open_page(MEETING)
    page.emulate_media(media="print")
    after = page.locator("#sources + div a").first.evaluate("e => getComputedStyle(e, '::after').content")
    assert "https://www.gov.uk/government/publications/anpr-iag-minutes" in after


def test_on_a_phone_each_cell_of_a_table_names_its_column(open_page):
    page = open_page(MEETING, PHONE)
    label = page.locator("#iag0721-06 td[data-label=Update]").evaluate("e => getComputedStyle(e, '::before').content")
    assert label in ('"Update" ": "', '"Update: "')


@pytest.mark.parametrize(("scheme", "is_dark"), [("light", False), ("dark", True)])
def test_the_page_follows_the_readers_own_scheme(open_page, scheme, is_dark):
    page = open_page("", color_scheme=scheme)
    red = int(page.evaluate("getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0]"))
    assert (red < 128) == is_dark


@pytest.mark.parametrize("address", [MEETING, "actions/"])
def test_the_skip_link_is_the_first_stop_and_leads_past_the_menu(open_page, address):
    page = open_page(address)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.innerText.trim()") == "Skip to content"
    assert page.evaluate("getComputedStyle(document.activeElement).opacity") == "1"
    page.keyboard.press("Enter")
    assert page.evaluate("document.querySelector(':target').closest('article') !== null")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('article') !== null")


def test_no_tab_stop_is_out_of_sight(open_page):
    page = open_page("actions/", PHONE)
    hidden = []
    for _ in range(16):
        page.keyboard.press("Tab")
        hidden += page.evaluate(FOCUSED_OUT_OF_SIGHT)
    assert hidden == []


FOCUSED_OUT_OF_SIGHT = """() => {
  const e = document.activeElement, box = e.getBoundingClientRect();
  const seen = e === document.body || (e.checkVisibility({visibilityProperty: true, opacityProperty: true})
    && box.width > 1 && box.height > 1 && box.right > 0 && box.bottom > 0);
  return seen ? [] : [e.outerHTML.slice(0, 80)];
}"""


def test_single_keys_do_nothing(open_page, record_home):
    page = open_page(MEETING)
    for key in "nps.,f/":
        page.keyboard.press(key)
    assert page.url == record_home + MEETING
    assert page.evaluate("document.activeElement === document.body")


def path(page):
    parts = urlsplit(page.url)
    return parts.path + (f"#{parts.fragment}" if parts.fragment else "")


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_click_leads_from_the_tracker_to_the_history_and_on_to_the_meetings_entry(open_page, script):
    page = open_page("", java_script_enabled=script)
    page.get_by_role("link", name="9 open actions").click()
    assert path(page) == "/minutes/actions/"
    page.get_by_role("table").get_by_role("link", name="IAG0721-06").click()
    assert path(page) == "/minutes/actions/iag0721-06/"
    page.locator(".history").get_by_role("link", name="21 March 2022", exact=True).click()
    assert path(page) == "/minutes/meetings/2022-03-21/#iag0721-06"
    page.locator("#iag0721-06").get_by_role("link", name="IAG0721-06").click()
    assert path(page) == "/minutes/actions/iag0721-06/"


def test_the_place_that_the_address_names_is_on_the_screen(open_page):
    page = open_page(f"{MEETING}#iag0721-13")
    page.wait_for_function("document.querySelector('#iag0721-13').getBoundingClientRect().top < innerHeight")
    assert page.locator("#iag0721-13").evaluate("e => e.matches(':target') && e.getBoundingClientRect().top >= 0")


MENU = {
    "Meetings": "meetings/",
    "Actions": "actions/",
    "Terms of reference": "terms-of-reference/",
    "People": "people/",
    "About": "about/",
    "Home": "",
}


def test_the_main_menu_leads_from_every_part_to_the_next(open_page):
    page = open_page(MEETING)
    for name, where in MENU.items():
        page.get_by_role("navigation", name="Main").get_by_role("link", name=name, exact=True).click()
        assert path(page) == f"/minutes/{where}"
        assert page.locator(".site-nav [aria-current=page]").inner_text() == name


def test_a_page_without_script_reads_the_same(open_page):
    with_script, without = open_page(MEETING), open_page(MEETING, java_script_enabled=False)
    assert len(without.locator("body").inner_text()) > 1000
    assert with_script.locator("body").inner_text() == without.locator("body").inner_text()


def test_the_page_that_is_shown_for_a_wrong_address_helps(open_page):
    page = open_page("404.html")
    assert page.title() == "Page not found – ANPR IAG published minutes"
    assert page.locator("main h1").inner_text() == "Page not found"
    assert page.get_by_role("searchbox", name="Search the whole record").is_visible()
    found = page.locator("main a").evaluate_all("links => links.map(a => [a.textContent, a.getAttribute('href')])")
    assert found == [
        ["Find an action in the action tracker", "/actions/"],
        ["Find a meeting in the list of meetings", "/meetings/"],
        ["See on the home page what else there is", "/."],
    ]
