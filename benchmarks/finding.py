"""Measures finding in headless Chromium: the tracker, the search and the picture, on invented archives.

Each figure is of a browser that holds nothing yet. Bytes are those that went over the wire, with
text packed by gzip. Material's own search is measured on the same pages in the same run. What is
measured is printed, whether the aims are met or not.
"""

import argparse
import os
import platform
import shutil
import statistics
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from measure import measured
from playwright.sync_api import Browser, Page, sync_playwright
from projects import make_bare, make_ours
from serving import served

_ENTRIES = 18  # of a meeting, of which 12 are new: 1,000 meetings make 12,000 actions
_SEED = 3
_ROUNDS = 5
_TYPED = ("ribbon teapot", "silver spoon", "umbrella", "inv0201")
_QUERIES = ("ribbon", "silver spoon", '"silver spoon"', "Invented Person 24", "INV0201-05")

# Notes when something first stands on the screen, and how long each key takes until its result is painted.
_WATCH = """
window.painted = {};
window.keys = [];
window.note = (name, isThere) => {
  const look = () => {
    if (!document.body || !isThere()) return requestAnimationFrame(look);
    requestAnimationFrame(() => setTimeout(() => {
      window.painted[name] ??= performance.now();
      const entries = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
      window.wire ??= entries.reduce((sum, { transferSize }) => sum + transferSize, 0) / 1000;
    }));
  };
  look();
};
addEventListener('keydown', (event) => {
  const pressed = event.timeStamp;
  const look = () => {
    if (document.querySelector('#finder-count').textContent === 'Looking …') return requestAnimationFrame(look);
    setTimeout(() => window.keys.push(performance.now() - pressed));
  };
  requestAnimationFrame(look);
}, true);
"""


@dataclass(frozen=True)
class Size:
    """A size of archive, and the aims there: kilobytes and milliseconds."""

    name: str
    meetings: int
    view_kb: int
    usable_ms: int
    key_ms: int


BIG = Size("1,000 meetings", 1000, 20, 1000, 100)
USUAL = Size("40 meetings", 40, 20, 1000, 30)


@dataclass
class View:
    """A page opened by a browser that holds nothing, and how many bytes went over the wire for it."""

    page: Page
    bytes: list[int] = field(default_factory=list)

    @property
    def kilobytes(self) -> float:
        """What went over the wire until now."""
        return sum(self.bytes) / 1000


def main() -> None:
    """Measure each size and print what came out."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--usual", action="store_true", help="only the usual size of a group")
    given = parser.parse_args()
    libraries = ", ".join(f"{name} {version(name)}" for name in ("mkdocs-material", "mkdocs"))
    print(f"{os.cpu_count()} cores, Python {platform.python_version()}, {libraries}; load {os.getloadavg()[0]:.2f}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        print(f"Chromium {browser.version}")
        for size in (USUAL,) if given.usual else (USUAL, BIG):
            _measure_size(browser, size)
        browser.close()


def _measure_size(browser: Browser, size: Size) -> None:
    with TemporaryDirectory() as temporary:
        ours, bare = Path(temporary) / "ours", Path(temporary) / "bare"
        make_ours(ours, size.meetings, _ENTRIES, _SEED)
        make_bare(bare, ours, search=True)
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ours)}
        minutes = str(Path(sys.executable).with_name("minutes"))
        measured([minutes, "--project", str(ours), "build"], ours, environment)
        measured([sys.executable, "-m", "mkdocs", "build", "--quiet"], bare, environment)
        print(f"\n{size.name}; load {os.getloadavg()[0]:.2f}")
        with served(ours / "site") as home:
            _tracker(browser, home, size)
            _picture(browser, home, ours / "site")
            _search(browser, home)
        with served(bare / "site") as home:
            _materials_search(browser, home)


@contextmanager
def _opened(browser: Browser, address: str, watch: str = "") -> Iterator[View]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, service_workers="block", bypass_csp=True)
    page = context.new_page()
    view = View(page)
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    network.on("Network.loadingFinished", lambda event: view.bytes.append(event["encodedDataLength"]))
    page.add_init_script(_WATCH + watch)
    page.goto(address)
    yield view
    context.close()


def _tracker(browser: Browser, home: str, size: Size) -> None:
    usable, kilobytes, keys = [], 0.0, []
    watch = "note('usable', () => document.querySelector('#finder') && !document.querySelector('#finder').hidden);"
    for typed in (_TYPED * 2)[:_ROUNDS]:
        with _opened(browser, f"{home}actions/", watch) as view:
            usable.append(_painted(view.page, "usable"))
            view.page.wait_for_load_state("networkidle")
            kilobytes = view.kilobytes
            view.page.locator("#filter-q").focus()
            view.page.wait_for_load_state("networkidle")
            view.page.wait_for_timeout(1000)
            view.page.locator("#filter-q").press_sequentially(typed, delay=120)
            view.page.wait_for_function(f"window.keys.length >= {len(typed)}")
            keys += view.page.evaluate("window.keys")
    _told("tracker, first view", "KB", kilobytes, size.view_kb)
    _told("tracker, usable after (median)", "ms", statistics.median(usable), size.usable_ms)
    _told("tracker, key to painted (95 of 100)", "ms", statistics.quantiles(keys, n=20)[-1], size.key_ms)
    _told("tracker, key to painted (median)", "ms", statistics.median(keys), None)


def _picture(browser: Browser, home: str, site: Path) -> None:
    pages = [path.parent.relative_to(site).as_posix() for path in (site / "actions" / "life").rglob("index.html")]
    most = 0.0
    for page in pages:
        with _opened(browser, f"{home}{page}/") as view:
            view.page.wait_for_load_state("networkidle")
            most = max(most, view.kilobytes)
    _told(f"picture, the largest of {len(pages)} pages", "KB", most, 200)


def _search(browser: Browser, home: str) -> None:
    watch = "note('found', () => document.querySelector('#search-results li'));"
    figures = [_found(browser, f"{home}search/?q={query}", watch) for query in _QUERIES for _ in range(_ROUNDS)]
    _told_of_search("search", figures, 500, 300)


def _materials_search(browser: Browser, home: str) -> None:
    watch = "note('found', () => document.querySelector('.md-search-result__item'));"
    figures = [_found(browser, f"{home}?q={query}", watch) for query in _QUERIES for _ in range(_ROUNDS)]
    _told_of_search("Material's own search", figures, None, None)


def _found(browser: Browser, address: str, watch: str) -> tuple[float, float]:
    """Milliseconds and kilobytes until the first results are painted."""
    with _opened(browser, address, watch) as view:
        return _painted(view.page, "found"), float(view.page.evaluate("window.wire"))


def _told_of_search(name: str, figures: list[tuple[float, float]], ms_aim: int | None, kb_aim: int | None) -> None:
    of_query = [figures[at : at + _ROUNDS] for at in range(0, len(figures), _ROUNDS)]
    for query, rounds in zip(_QUERIES, of_query, strict=True):
        _told(f"{name}, cold to first results, {query}", "ms", statistics.median(ms for ms, _ in rounds), ms_aim)
        _told(f"{name}, cold to first results, {query}", "KB", statistics.median(kb for _, kb in rounds), kb_aim)


def _painted(page: Page, name: str) -> float:
    page.wait_for_function(f"window.painted.{name} !== undefined", timeout=120_000)
    return float(page.evaluate(f"window.painted.{name}"))


def _told(name: str, unit: str, figure: float, aim: int | None) -> None:
    met = "" if aim is None else f"  (aim: at most {aim}; {'met' if figure <= aim else 'NOT met'})"
    print(f"{name}: {figure:.0f} {unit}{met}", flush=True)


if __name__ == "__main__":
    main()
