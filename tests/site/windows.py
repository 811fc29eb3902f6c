"""Windows of a browser: what they fetch, and their use by one test after another."""

import time
from typing import Any

from playwright.sync_api import Browser, Page
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError

# Two frames later, what a script was about to fetch or draw has begun.
PAINTED = """async () => {
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))));
  return !document.querySelector('[aria-busy=true]');
}"""


def until(page: Page, expression: str, *, arg: Any = None, timeout: float = 30_000) -> None:
    """Wait until an expression is true on a page, for at most `timeout` milliseconds."""
    end = time.monotonic() + timeout / 1000
    while not page.evaluate(expression, arg):
        if time.monotonic() > end:
            raise PlaywrightTimeoutError(f"not so within {timeout} ms: {expression}")
        page.wait_for_timeout(20)


# Playwright's own reads the expression within the page, whose policy refuses that.
Page.wait_for_function = until


def watch(page: Page) -> Page:
    """Note down what a page is fetching, from now on."""
    fetching = page.fetching = set()
    page.on("request", lambda request: fetching.add(request))
    page.on("requestfinished", lambda request: fetching.discard(request))
    page.on("requestfailed", lambda request: fetching.discard(request))
    return page


def quiet(page: Page) -> None:
    """Wait until a watched page fetches nothing, and nothing on it is said to be busy, some frames in a row."""
    calm, looks = 0, 1000
    while calm < 3 and looks:
        done = page.evaluate(PAINTED)
        calm, looks = calm + 1 if done and not page.fetching else 0, looks - 1
    assert looks, [request.url for request in page.fetching]


class Windows:
    """Windows of one browser. What was opened with the same options is opened again, for a new window takes longer than
    most pages. The site keeps nothing in a browser, so a page that is opened anew is the same in both."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._free: dict[str, list[Page]] = {}
        self._used: list[tuple[str, Page]] = []

    def open(self, address: str, width: int, **options: Any) -> Page:
        """A page in a window of its own, in which nothing is fetched any more. `page.trouble` holds what is said on the
        console."""
        kind = repr(sorted(options.items()))
        page = free.pop() if (free := self._free.get(kind)) else self._new(options)
        self._used.append((kind, page))
        page.trouble = []
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(address)
        if options.get("java_script_enabled", True):
            quiet(page)
        return page

    def _new(self, options: dict[str, Any]) -> Page:
        page = watch(self._browser.new_context(reduced_motion="reduce", **options).new_page())
        page.on("pageerror", lambda error: page.trouble.append(str(error)))
        page.on("console", lambda message: page.trouble.append(message.text))
        return page

    def leave(self) -> None:
        """Leave every page that is open, so that its window can be used again."""
        for kind, page in self._used:
            page.unroute_all()
            page.emulate_media(media="null")
            page.goto("about:blank")
            page.fetching.clear()
            self._free.setdefault(kind, []).append(page)
        self._used = []
