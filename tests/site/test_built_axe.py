"""axe-core finds nothing on any kind of page, in any state of it, light and dark, narrow and wide."""

import re
from pathlib import Path

import pytest
from states import DESK, KINDS, PHONE, STATES, TABLET, add_styles, arrive, looks, one_page, read_addresses
from windows import quiet

VENDOR = Path(__file__).parent.parent / "vendor"
AXE = VENDOR / "axe-core" / "axe.min.js"

# Its rules for WCAG 2.0, 2.1 and 2.2, A and AA, and what it calls best practice. It leaves out the size of targets
# unless asked for it. The dark scheme changes colours and nothing else, so there only the rules of colours are run.
EVERY_RULE = """{
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'],
  rules: { 'target-size': { enabled: true } },
}"""
COLOURS = "{ runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } }"
RUN = """async () => {
  const done = await axe.run(document, { ...%s, resultTypes: ['violations'], preload: false });
  return done.violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')}: ${node.failureSummary.replace(/\\s+/g, ' ')}`));
}"""
RULES = {"light": EVERY_RULE, "dark": COLOURS}


@pytest.fixture(scope="module")
def page(browser):
    with one_page(browser) as page:
        page.add_init_script(path=AXE)
        yield page


def faults(page):
    found = []
    for scheme, width in looks(page):
        found += [f"{scheme}, {width} px: {fault}" for fault in page.evaluate(RUN % RULES[scheme])]
    return found


def test_axe_is_the_version_that_is_said(record_property):
    [version] = re.findall(r"axe v([\d.]+)", AXE.read_text("utf-8")[:200])
    assert f"| `axe-core/axe.min.js` | {version} |" in (VENDOR / "README.md").read_text("utf-8")
    record_property("axe-core", version)


def test_axe_finds_what_is_wrong(browser, toy_home):
    with one_page(browser, bypass_csp=True) as page:
        page.add_init_script(path=AXE)
        arrive(page, toy_home, "about/")
        page.evaluate("""() => {
          document.querySelector('article').insertAdjacentHTML('beforeend',
            '<p style="color: #bbb; background: #fff">Pale</p><img src="x.png"><button></button><h5>Too deep</h5>' +
            '<a href="#a" style="display: inline-block; width: 9px; height: 9px">a</a>' +
            '<a href="#b" style="display: inline-block; width: 9px; height: 9px">b</a>');
        }""")
        found = {fault.partition(": ")[0] for fault in page.evaluate(RUN % EVERY_RULE)}
        assert found >= {"color-contrast", "image-alt", "button-name", "heading-order", "target-size"}


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_found_on_a_page_of_each_kind(page, toy_home, kind):
    arrive(page, toy_home, KINDS[kind])
    assert faults(page) == []


@pytest.mark.parametrize("state", STATES)
def test_nothing_is_found_in_a_state_that_a_reader_brings_a_page_into(page, toy_home, state):
    address, bring = STATES[state]
    arrive(page, toy_home, address)
    bring(page)
    assert faults(page) == []


# At every width, with only what a browser lays out by itself, as anybody's axe sees it: where rows are too close, the
# targets of one lie on those of the next.
TARGETS = "{ runOnly: { type: 'rule', values: ['target-size'] } }"
TARGET_WIDTHS = (PHONE, 375, 600, TABLET, 800, 960, DESK)


@pytest.fixture(scope="module")
def arrived(browser):
    with one_page(browser, lay_out=False) as page:
        page.add_init_script(path=AXE)
        yield page


def small_targets(page, home, address):
    found = []
    for width in TARGET_WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        arrive(page, home, address)
        quiet(page)
        found += [f"{width} px: {fault}" for fault in page.evaluate(RUN % TARGETS)]
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_targets_are_large_enough_at_every_width_before_all_is_laid_out(arrived, toy_home, kind):
    assert small_targets(arrived, toy_home, KINDS[kind]) == []


@pytest.mark.parametrize("address", ["actions/", "people/", "meetings/2022-03-21/"])
def test_so_are_those_of_the_record(arrived, record_home, address):
    assert small_targets(arrived, record_home, address) == []


def test_targets_that_are_too_small_before_all_is_laid_out_are_found(arrived, record_home):
    arrived.set_viewport_size({"width": PHONE, "height": 900})
    arrive(arrived, record_home, "actions/")
    quiet(arrived)
    add_styles(arrived, "table.tracker tbody tr { block-size: 1rem !important; overflow: visible !important; }")
    assert any("#iag" in fault for fault in arrived.evaluate(RUN % TARGETS))


@pytest.fixture(scope="module")
def whole(request):
    """The site of which every page is looked at, and its home: of the `--record`, if one is given, else of the toy
    archive, whose pages of each kind have been looked at."""
    whose = "record" if request.config.getoption("record") else "toy"
    return [request.getfixturevalue(f"{whose}_{what}") for what in ("site", "home")]


def test_nothing_is_found_on_any_page(page, whole, toy_site, record_property):
    site, home = whole
    found, addresses = [], read_addresses(site)
    record_property("pages", len(addresses))
    record_property("Chromium", page.context.browser.version)
    for address in addresses:
        if site != toy_site or address not in KINDS.values():
            arrive(page, home, address)
            found += [f"{address}: {fault}" for fault in faults(page)]
    assert found == []
