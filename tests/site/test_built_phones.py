"""Small screens and fingers: text that can be read, targets that can be hit, and nothing lost when text is enlarged."""

import pytest
from losses import LOST, TOO_WIDE, UNREACHED
from states import KINDS, PHONE, STATES, WIDTHS, add_styles, arrive, one_page, open_everything

# What is smaller than 16 CSS pixels, with the size.
SMALL_TEXT = """() => {
  const found = new Set(), walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    const own = node.parentElement, size = parseFloat(getComputedStyle(own).fontSize);
    if (node.data.trim() && size < 15.99 && own.checkVisibility() && !own.closest('.visually-hidden')) {
      found.add(`${size} px: ${own.outerHTML.slice(0, 90)}`);
    }
  }
  return [...found];
}"""

# Controls, and links that stand for themselves, below 44 by 44 CSS pixels. A link is part of a text if words or a full
# stop stand beside it in its paragraph, list or cell; the values of a table or of a list of facts are such texts.
SMALL_TARGETS = """() => {
  const words = e => {
    const rest = e.cloneNode(true);
    rest.querySelectorAll('a, button, .visually-hidden').forEach(one => one.remove());
    return /[\\p{L}\\p{N}.]/u.test(rest.textContent);
  };
  const inText = a => {
    const block = a.closest('td, dd, ul, ol, p, th, dt, h1, h2, h3, h4, caption, summary, div, body');
    return block.matches('td, dd') || words(block);
  };
  const touched = e => [e, ...(e.matches('[type=checkbox], [type=radio]') ? e.labels : [])]
    .map(one => one.getBoundingClientRect());
  const controls = 'button, input:not([type=hidden]), select, textarea, summary';
  return [...document.querySelectorAll(`${controls}, a[href]:not(svg a, .skip)`)]
    .filter(e => e.checkVisibility({ visibilityProperty: true }) && !e.closest('.visually-hidden'))
    .filter(e => e.matches(controls) || !inText(e))
    .filter(e => !touched(e).some(box => box.height > 43.5 && box.width > 43.5))
    .map(e => `${touched(e).map(box => `${Math.round(box.width)} x ${Math.round(box.height)}`)}: `
      + e.outerHTML.slice(0, 90));
}"""


@pytest.fixture(scope="module")
def page(browser):
    with one_page(browser) as page:
        yield page


@pytest.fixture(scope="module")
def touched(browser):
    with one_page(browser, viewport={"width": PHONE, "height": 640}, has_touch=True, is_mobile=True) as page:
        yield page


def visit(page, home, name):
    address, bring = STATES[name] if name in STATES else (KINDS[name], open_everything)
    arrive(page, home, address)
    bring(page)


@pytest.mark.parametrize("name", [*KINDS, *STATES])
def test_no_text_is_smaller_than_16_pixels(page, toy_home, name):
    visit(page, toy_home, name)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(SMALL_TEXT) == [], width


@pytest.mark.parametrize("name", [*KINDS, *STATES])
def test_controls_and_links_that_stand_for_themselves_are_as_large_as_a_finger(touched, toy_home, name):
    assert touched.evaluate("matchMedia('(pointer: coarse)').matches")
    visit(touched, toy_home, name)
    assert touched.evaluate(SMALL_TARGETS) == []


def test_the_link_to_the_content_is_as_large_as_a_finger_when_it_is_seen(touched, toy_home):
    visit(touched, toy_home, "tracker")
    touched.locator(".skip").focus()
    box = touched.locator(".skip").bounding_box()
    assert box["height"] > 43.5 and box["width"] > 43.5


def test_text_and_targets_that_are_too_small_are_found(browser, toy_home):
    with one_page(browser, viewport={"width": PHONE, "height": 640}, bypass_csp=True) as page:
        arrive(page, toy_home, "about/")
        page.evaluate("""() => document.querySelector('article').insertAdjacentHTML('beforeend',
          '<p style="font-size: 15px">Small</p><ul><li><a href="#a">A</a></li></ul><p>Go <a href="#b">on</a></p>' +
          '<p><a href="#c">C</a> <a href="#d">D</a></p><p><button style="min-height: 0">E</button></p>')""")
        assert [found.partition(": ")[2][:20] for found in page.evaluate(SMALL_TEXT)] == ['<p style="font-size:']
        small = [found.partition(": ")[2] for found in page.evaluate(SMALL_TARGETS)]
        assert [found[:12] for found in small] == ['<a href="#a"', '<a href="#c"', '<a href="#d"', "<button styl"]


# Enlarged text: as where a reader has set twice the size in the browser.
TWICE = ":root { font-size: 250% !important; }"


@pytest.mark.parametrize("name", [*KINDS, *STATES])
def test_nothing_is_lost_at_twice_the_size_of_text_on_a_phone(page, toy_home, name):
    page.set_viewport_size({"width": PHONE, "height": 640})
    visit(page, toy_home, name)
    add_styles(page, TWICE)
    assert page.evaluate("getComputedStyle(document.querySelector('article')).fontSize") == "32px"
    assert not page.evaluate(TOO_WIDE)
    assert page.evaluate(UNREACHED) == []
    assert page.evaluate(LOST) == []


@pytest.mark.parametrize("name", KINDS)
def test_a_phone_on_its_side_loses_nothing_and_nothing_stays_in_the_way(touched, toy_home, name):
    visit(touched, toy_home, name)
    for width, height in ((640, 320), (844, 390)):
        touched.set_viewport_size({"width": width, "height": height})
        assert not touched.evaluate(TOO_WIDE), width
        assert touched.evaluate(UNREACHED) == [], width
        assert touched.evaluate(LOST) == [], width
        assert touched.evaluate(STAYING) <= height / 4, width
    touched.set_viewport_size({"width": PHONE, "height": 640})


# How much of the height of the window stays in it while the page is scrolled.
STAYING = """() => {
  scrollTo(0, document.documentElement.scrollHeight / 2);
  return Math.max(0, ...[...document.querySelectorAll('body *')]
    .filter(e => ['fixed', 'sticky'].includes(getComputedStyle(e).position) && e.checkVisibility())
    .map(e => e.getBoundingClientRect()).filter(box => box.bottom > 0 && box.top < innerHeight)
    .map(box => box.height));
}"""
