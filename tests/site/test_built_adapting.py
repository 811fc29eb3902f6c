"""Readers who change how a page looks: text apart, a narrow or enlarged window, forced colours, no movement."""

import pytest
from losses import LOST, TOO_WIDE, UNREACHED
from states import KINDS, PHONE, SCHEMES, STATES, TABLET, add_styles, arrive, one_page

# WCAG 1.4.12: nothing may be lost when a reader sets these.
APART = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-bottom: 2em !important; }"""


@pytest.fixture(scope="module")
def page(browser):
    with one_page(browser) as page:
        yield page


def visit(page, home, name):
    address, bring = STATES[name] if name in STATES else (KINDS[name], lambda _: None)
    arrive(page, home, address)
    bring(page)


@pytest.mark.parametrize("name", [*KINDS, *STATES])
def test_no_page_scrolls_sideways_and_nothing_is_lost_when_text_is_set_apart(page, toy_home, name):
    visit(page, toy_home, name)
    for width in (PHONE, TABLET, 960, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert not page.evaluate(TOO_WIDE), width
        assert page.evaluate(UNREACHED) == [], width
        assert page.evaluate(LOST) == [], width
    add_styles(page, APART)
    for width in (PHONE, 960, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert not page.evaluate(TOO_WIDE), f"{width}, text apart"
        assert page.evaluate(UNREACHED) == [], f"{width}, text apart"
        assert page.evaluate(LOST) == [], f"{width}, text apart"


def test_text_that_is_cut_off_or_lies_on_other_text_is_found(browser, toy_home):
    with one_page(browser, bypass_csp=True) as page:
        arrive(page, toy_home, "about/")
        page.evaluate("""() => document.querySelector('article').insertAdjacentHTML('beforeend',
          '<p style="height: 1em; overflow: hidden">Cut<br>off</p>' +
          '<p>Under</p><p style="margin-top: -2.5em">Over</p>' +
          '<div style="overflow-x: auto; width: 9em"><p style="width: 40em">Scrolled</p></div>')""")
        assert {line.partition(":")[0] for line in page.evaluate(LOST)} == {"cut off", "over one another"}
        assert len(page.evaluate(UNREACHED)) == 1


# The main menu


@pytest.mark.parametrize("name", ["home", "tracker", "wrong address"])
def test_the_menu_is_whole_at_400_percent(browser, toy_home, name):
    with one_page(browser, viewport={"width": PHONE, "height": 225}, device_scale_factor=4) as page:
        visit(page, toy_home, name)
        links = page.get_by_role("navigation", name="Main").get_by_role("link")
        assert links.all_inner_texts() == ["Home", "Meetings", "Actions", "Terms of reference", "People", "About"]
        for link in links.all():
            box = link.bounding_box()
            assert box["x"] >= 0 and box["x"] + box["width"] <= PHONE and box["height"] >= 24
        links.nth(1).click()
        assert page.url == f"{toy_home}meetings/"


# Movement


def test_nothing_moves_by_itself(page, toy_home):
    moving = """() => [...document.querySelectorAll('*')].filter(e => {
      const style = getComputedStyle(e);
      return parseFloat(style.transitionDuration) || style.animationName !== 'none' || style.scrollBehavior !== 'auto';
    }).length + document.getAnimations().length"""
    for address in KINDS.values():
        arrive(page, toy_home, address)
        for motion in ("no-preference", "reduce"):
            page.emulate_media(reduced_motion=motion)
            assert page.evaluate(moving) == 0, (address, motion)


# Forced colours


@pytest.fixture(scope="module")
def forced(browser):
    with one_page(browser, forced_colors="active") as page:
        yield page


# What is drawn only by a colour of its own is lost; signs, rings and edges must not be.
FORCED = """() => {
  const drawn = (style, side) => style[`border${side}Style`] !== 'none' && parseFloat(style[`border${side}Width`]) > 0;
  const edged = e => ['Top', 'Right', 'Bottom', 'Left'].some(side => drawn(getComputedStyle(e), side));
  const seen = e => e.checkVisibility({visibilityProperty: true});
  const all = selector => [...document.querySelectorAll(selector)].filter(seen);
  const said = e => e.outerHTML.slice(0, 90);
  return {
    'status without a sign': all('.status').filter(e =>
      /^(none|normal|"")$/.test(getComputedStyle(e, '::before').content)).map(said),
    'status in the colour of what is behind': all('.status').filter(e =>
      getComputedStyle(e).color === getComputedStyle(document.body).backgroundColor).map(said),
    'control without an edge or a line': all(':is(button, input:not([type=checkbox]), select)')
      .filter(e => !edged(e) && !getComputedStyle(e).textDecorationLine.includes('underline')).map(said),
    'link without a line': all('main a:not(svg a)').filter(e =>
      !getComputedStyle(e).textDecorationLine.includes('underline')).map(said),
    'current entry marked by colour alone': all('[aria-current], [aria-selected=true]').filter(e => {
      const rest = e.closest('ul, ol, [role=tablist]');
      const other = rest && [...rest.querySelectorAll(e.localName)].find(one => one !== e && one.ariaCurrent === null);
      const marks = ['textDecorationLine', 'fontWeight', 'borderBottomStyle', 'outlineStyle'];
      return other && marks.every(mark => getComputedStyle(e)[mark] === getComputedStyle(other)[mark]);
    }).map(said),
    'named place without a mark': all(':target:not(article), tr.named').filter(e =>
      getComputedStyle(e).outlineStyle === 'none').map(said),
  };
}"""


@pytest.mark.parametrize("name", [*KINDS, *STATES])
def test_forced_colours_keep_signs_controls_and_marks(forced, toy_home, name):
    visit(forced, toy_home, name)
    assert forced.evaluate("matchMedia('(forced-colors: active)').matches")
    for scheme in SCHEMES:
        forced.emulate_media(color_scheme=scheme)
        found = forced.evaluate(FORCED)
        assert {what: which for what, which in found.items() if which} == {}, scheme


# More contrast


@pytest.mark.parametrize("scheme", SCHEMES)
def test_more_contrast_leaves_one_colour_of_text_beside_those_that_mean_something(browser, toy_home, scheme):
    with one_page(browser, contrast="more", color_scheme=scheme) as page:
        visit(page, toy_home, "tracker folded out")
        assert page.evaluate("matchMedia('(prefers-contrast: more)').matches")
        named = page.evaluate("""() => ['ink', 'soft', 'rule', 'paper', 'panel'].map(name => {
          const probe = document.body.appendChild(document.createElement('i'));
          document.adoptedStyleSheets.push(new CSSStyleSheet());
          document.adoptedStyleSheets.at(-1).replaceSync(`body > i:last-child { color: var(--${name}) }`);
          const colour = getComputedStyle(probe).color;
          probe.remove();
          return colour;
        })""")
        ink, soft, rule, paper, panel = named
        assert ink == soft == rule == {"light": "rgb(0, 0, 0)", "dark": "rgb(255, 255, 255)"}[scheme]
        assert paper == panel != ink


# What is announced


@pytest.mark.parametrize(
    ("address", "status", "act"),
    [
        ("actions/", "#finder-count", lambda page: page.fill("#filter-q", "reword")),
        ("search/", "#search-count", lambda page: page.fill("#search-q", "action")),
        ("actions/toy0130-02/", "p[role=status]", lambda page: page.locator("button[data-copy]").first.click()),
    ],
)
def test_what_is_announced_stands_in_a_status_that_was_there_before(page, toy_home, address, status, act):
    arrive(page, toy_home, address)
    assert page.get_attribute(status, "role") == "status"
    before = page.evaluate(
        "(which) => { (window.was = document.querySelector(which)).id; return was.textContent; }", status
    )
    act(page)
    page.wait_for_function(
        "([which, before]) => !['', 'Looking …', before].includes(document.querySelector(which).textContent)",
        arg=[status, before],
    )
    assert page.evaluate("(which) => document.querySelector(which) === window.was && was.isConnected", status)
