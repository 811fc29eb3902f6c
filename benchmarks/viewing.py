"""Looks at a page in Chromium: what stands where, what it takes to get there, and what it weighs."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, ViewportSize

SCREENS = ((320, 640), (768, 1024), (1280, 800))
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")

# "Slow 4G" of Lighthouse 12 (core/config/constants.js, mobileSlow4G): a round trip of 150 ms, 1.6 Mbit/s down, 750
# kbit/s up. A connection needs more than one round trip before it answers, and the browser imitates delays of requests
# only: so it gets what Lighthouse gives it, 3.75 times the round trip for each request, and nine tenths of the rates.
_SLOW = {"latency": 150 * 3.75, "downloadThroughput": 1_600_000 / 8 * 0.9, "uploadThroughput": 750_000 / 8 * 0.9}
_SLOWED = 4

# Each shift of the layout that the reader did not cause, and the largest paint up to now.
_WATCH = """
window.shifted = 0;
window.painted = 0;
const watch = (type, note) =>
  new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
watch('layout-shift', (entry) => { if (!entry.hadRecentInput) window.shifted += entry.value; });
watch('largest-contentful-paint', (entry) => { window.painted = entry.startTime; });
"""

# The first element in the order of the document that matches and is seen; its top; and the words of ours before it,
# which are those of <main> outside of headings of the page and of what shows a value of the record.
_STANDS = """([selector, words]) => {
  const seen = e => e.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false })
    && e.getBoundingClientRect().width > 1;
  const first = selector && [...document.querySelectorAll(selector)].find(seen);
  if (!first) return null;
  window.first = first;
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  let count = 0;
  for (let node; words && (node = walker.nextNode());) {
    if (!(node.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING)) break;
    const own = node.parentElement;
    if (!seen(own) || own.closest('h1, [data-field], select, style, .visually-hidden')) continue;
    count += node.data.split(/\\s+/).filter(word => /[\\p{L}\\p{N}]/u.test(word)).length;
  }
  return { top: Math.round(first.getBoundingClientRect().top + scrollY), words: count };
}"""

# Whether the keyboard has not yet come to what `_STANDS` found.
_BEFORE = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  return !first.contains(at) && !at.contains(first)
    && Boolean(at.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING);
}"""


@dataclass(frozen=True)
class Place:
    """Where something stands: pixels from the top, and our words and the stops of the keyboard before it."""

    top: int
    words: int
    stops: int


@dataclass(frozen=True)
class Weight:
    """A first view with nothing in the browser yet: kilobytes, requests, ms to the largest paint, shift of layout."""

    kilobytes: float
    requests: int
    paint: float
    shift: float


def placed(page: Page, content: str) -> Place | None:
    """Where the content of the open page stands, or nothing where it has none. It presses the Tab key."""
    if (found := page.evaluate(_STANDS, [content, True])) is None:
        return None
    stops = 0
    page.keyboard.press("Tab")
    while page.evaluate(_BEFORE):
        stops += 1
        page.keyboard.press("Tab")
    return Place(found["top"], found["words"], stops)


def top_of(page: Page, selector: str) -> int | None:
    """How far below the top of the open page stands the first that is seen of what is selected."""
    found = page.evaluate(_STANDS, [selector, False])
    return found and int(found["top"])


def height_of(page: Page) -> int:
    """The height of the open page, in pixels."""
    return int(page.evaluate("document.documentElement.scrollHeight"))


def pictured(page: Page, folder: Path, name: str) -> None:
    """Picture the whole of the open page in both schemes."""
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        page.screenshot(path=folder / f"{name}-{scheme}.png", full_page=True)
    page.emulate_media(color_scheme="light")


@contextmanager
def window(browser: Browser, width: int, height: int) -> Iterator[Page]:
    """A page in a browser that holds nothing yet."""
    size = ViewportSize(width=width, height=height)
    context = browser.new_context(viewport=size, service_workers="block", bypass_csp=True, color_scheme="light")
    yield context.new_page()
    context.close()


def weighed(browser: Browser, address: str, width: int, height: int, slowed: bool = True) -> Weight:
    """The first view of a page until nothing is fetched any more, on a slow network and processor unless told."""
    received: list[float] = []
    requests: list[str] = []
    with window(browser, width, height) as page:
        page.add_init_script(_WATCH)
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
        session.on("Network.requestWillBeSent", lambda event: requests.append(event["request"]["url"]))
        if slowed:
            session.send("Network.emulateNetworkConditions", {"offline": False, **_SLOW})
            session.send("Emulation.setCPUThrottlingRate", {"rate": _SLOWED})
        page.goto(address)
        page.wait_for_load_state("networkidle")
        page.wait_for_function("window.painted > 0")
        shift, paint = page.evaluate("[window.shifted, window.painted]")
    sent = [url for url in requests if not url.startswith("data:")]
    return Weight(sum(received) / 1000, len(sent), float(paint), float(shift))
