"""Every page by keyboard alone: each control is reached, in the order in which it stands, and seen when it is."""

import pytest
from states import KINDS, PHONE, STATES, arrive, one_page

# 1280 by 900 CSS pixels, enlarged to 400 %: what WCAG 1.4.10 asks for.
ENLARGED = {"width": PHONE, "height": 225}

# What a keyboard should reach, each marked with its place in the page. Links within a drawing count.
CONTROLS = """() => {
  const all = document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]');
  const shown = [...all].filter(e => !e.disabled && e.checkVisibility({visibilityProperty: true}));
  shown.forEach((e, at) => { e.dataset.stop = at; });
  return shown.map(e => e.outerHTML.slice(0, 90));
}"""

# Where the keyboard is: the place in the page, the box, and what hides or weakens the mark of focus.
STOP = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const numbers = c => c.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
    .map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const behind = e => {
    for (; e; e = e.parentElement) {
      const c = numbers(getComputedStyle(e).backgroundColor);
      if (c.length < 4 || c[3] === 1) return c;
    }
    return [255, 255, 255];
  };
  const computed = colour => {
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.color = colour;
    const found = getComputedStyle(probe).color;
    probe.remove();
    return found;
  };
  const contrast = (a, b) => (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
  const box = e.getBoundingClientRect(), style = getComputedStyle(e), faults = [];
  const drawn = style.getPropertyValue('--ring');  // within a drawing, what the target is outlined with
  const ring = drawn ? computed(drawn) : style.outlineColor;
  const width = drawn ? 2.5 : style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth);
  if (width < 2) faults.push(`a ring of ${width}px`);
  const ratio = contrast(light(numbers(ring)), light(behind(e.parentElement)));
  if (!(ratio >= 3)) faults.push(`a ring of ${ratio.toFixed(1)}:1`);
  const seen = { left: Math.max(box.left, 0), right: Math.min(box.right, innerWidth),
    top: Math.max(box.top, 0), bottom: Math.min(box.bottom, innerHeight) };
  if (seen.right - seen.left < Math.min(box.width, 9) || seen.bottom - seen.top < Math.min(box.height, 9)) {
    faults.push('out of sight');
  } else {
    const boxes = [...e.getClientRects()].filter(one => one.bottom > 0 && one.top < innerHeight);
    const hit = boxes.some(one => {
      const x = (Math.max(one.left, 0) + Math.min(one.right, innerWidth)) / 2;
      const y = (Math.max(one.top, 0) + Math.min(one.bottom, innerHeight)) / 2;
      const found = document.elementFromPoint(x, y);
      return found && (e.contains(found) || found.contains(e));
    });
    if (!hit) faults.push('covered');
    const reach = drawn ? 0 : width + parseFloat(style.outlineOffset) - .5;
    if (box.height + 2 * reach <= innerHeight && (box.top < reach || box.bottom > innerHeight - reach)) {
      faults.push('a ring cut at the edge');
    }
  }
  const [left, top] = [box.left + scrollX, box.top + scrollY];
  return { at: Number(e.dataset.stop ?? -1), left, top, right: left + box.width, bottom: top + box.height, faults,
    within: e.closest('[role=region]') ? 'region' : '', what: e.outerHTML.slice(0, 90) };
}"""


@pytest.fixture(scope="module")
def enlarged(browser):
    with one_page(browser, viewport=ENLARGED, device_scale_factor=4) as page:
        yield page


@pytest.fixture(scope="module")
def phone(browser):
    with one_page(browser, viewport={"width": PHONE, "height": 640}) as page:
        yield page


@pytest.fixture(scope="module")
def wide(browser):
    with one_page(browser) as page:
        yield page


def walk(page):
    """Every stop of the keyboard from the top of the page to its end."""
    expected = page.evaluate(CONTROLS)
    page.locator(".skip").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    stops = [page.evaluate(STOP)]
    while len(stops) < len(expected) + 2:
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None or stop["at"] == stops[0]["at"]:
            break
        stops.append(stop)
    return expected, stops


def goes_back(before, after):
    """Whether the next stop stands above the last and not to its right: an order that nobody reads in."""
    return after["bottom"] <= before["top"] and after["left"] < before["right"]


def assert_walkable(page):
    expected, stops = walk(page)
    missed = [expected[at] for at in sorted(set(range(len(expected))) - {stop["at"] for stop in stops})]
    assert missed == []
    assert [stop["at"] for stop in stops] == list(range(len(expected)))
    assert [(stop["what"], stop["faults"]) for stop in stops if stop["faults"]] == []
    back = [
        (before["what"], after["what"])
        for before, after in zip(stops, stops[1:], strict=False)
        if goes_back(before, after) and not (before["within"] and after["within"])
    ]
    assert back == []


@pytest.mark.parametrize("kind", KINDS)
def test_each_control_is_reached_in_order_and_seen_at_400_percent(enlarged, toy_home, kind):
    arrive(enlarged, toy_home, KINDS[kind])
    assert_walkable(enlarged)


# Where a wide page is laid out unlike a narrow one, and what appears when a reader opens or fills it.
@pytest.mark.parametrize("kind", ["home", "tracker", "meeting held", "life", "search"])
def test_each_control_is_reached_in_order_and_seen_on_a_desk(wide, toy_home, kind):
    arrive(wide, toy_home, KINDS[kind])
    assert_walkable(wide)


@pytest.mark.parametrize("name", ["tracker", "search with results"])
def test_each_control_is_reached_in_order_and_seen_on_a_phone(phone, toy_home, name):
    address, bring = STATES[name] if name in STATES else (KINDS[name], lambda _: None)
    arrive(phone, toy_home, address)
    bring(phone)
    assert_walkable(phone)


@pytest.mark.parametrize("state", ["tracker folded out", "tracker with ways out", "search with results", "link copied"])
def test_each_control_that_appears_is_reached_in_order_and_seen(enlarged, toy_home, state):
    address, bring = STATES[state]
    arrive(enlarged, toy_home, address)
    bring(enlarged)
    assert_walkable(enlarged)


@pytest.mark.parametrize("kind", ["tracker", "search", "histories", "life"])
def test_no_single_key_does_anything(wide, toy_home, kind):
    arrive(wide, toy_home, KINDS[kind])
    before = wide.evaluate(
        "[location.href, document.activeElement.localName, document.querySelector('main').innerText]"
    )
    for key in "abcdefghijklmnopqrstuvwxyz0123456789/?.,":
        wide.keyboard.press(key)
    after = wide.evaluate("[location.href, document.activeElement.localName, document.querySelector('main').innerText]")
    assert after == before


def test_no_style_changes_the_order_in_which_things_stand(wide, toy_home):
    turned = """() => [...document.querySelectorAll('body *')].filter(e => {
      const style = getComputedStyle(e);
      return style.order !== '0' || style.flexDirection.endsWith('reverse') || style.flexWrap === 'wrap-reverse'
        || style.float !== 'none' || e.tabIndex > 0;
    }).map(e => e.outerHTML.slice(0, 90))"""
    for address in KINDS.values():
        arrive(wide, toy_home, address)
        assert wide.evaluate(turned) == [], address
