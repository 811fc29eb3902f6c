"""Measures the first view of a meeting's page in headless Chromium, ours beside that of Material as it comes.

Both sites hold the same invented content and are built and measured in the same run. Each figure is of
a browser that holds nothing yet. Bytes are those that went over the wire, with text packed by gzip. The
browser's processor is slowed fourfold, and its network is the "Slow 4G" of Chrome's developer tools:
562.5 ms from request to answer, 180 KB a second down, 84 KB a second up. With it a page and then its
style sheets, two answers, take longer than one second before anything is computed. So its "Fast 4G" is
measured too (165 ms, 1,012.5 KB and 168.75 KB a second). The two sites are looked at by turns. What is
measured is printed, whether the aims are met or not.
"""

import os
import platform
import shutil
import statistics
import sys
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from measure import measured
from playwright.sync_api import Browser, Page, sync_playwright
from projects import make_bare, make_ours
from serving import served

_MEETINGS = 40
_ENTRIES = 18
_SEED = 3
_ROUNDS = 5
_SLOWED = 4
_AIMS = {
    "KB over the wire": 150,
    "requests": 10,
    "shift of the layout": 0,
    "ms to the largest contentful paint, median": 1000,
}


@dataclass(frozen=True)
class Network:
    """A network as Chrome's developer tools imitate it: milliseconds, and bytes a second."""

    name: str
    latency: float
    down: float
    up: float


_FAST = Network("Fast 4G", 165, 1_012_500, 168_750)
_SLOW = Network("Slow 4G", 562.5, 180_000, 84_375)

# Notes each shift of the layout that the reader did not cause, and the largest paint up to now.
_WATCH = """
window.shifted = 0;
window.painted = 0;
const watch = (type, note) =>
  new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
watch('layout-shift', (entry) => { if (!entry.hadRecentInput) window.shifted += entry.value; });
watch('largest-contentful-paint', (entry) => { window.painted = entry.startTime; });
"""


@dataclass(frozen=True)
class View:
    """A first view: kilobytes and requests until the network is quiet, the shift of the layout, the largest paint."""

    kilobytes: float
    requests: int
    shift: float
    paint: float


def main() -> None:
    """Build both sites, look at a meeting of each, and print what came out."""
    libraries = f"mkdocs-material {version('mkdocs-material')}"
    print(f"{os.cpu_count()} cores, Python {platform.python_version()}, {libraries}; load {os.getloadavg()[0]:.2f}")
    with sync_playwright() as playwright, TemporaryDirectory() as temporary:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        print(f"Chromium {browser.version}, its processor slowed {_SLOWED}-fold; {_MEETINGS} invented meetings")
        ours, bare = _built(Path(temporary))
        meeting = sorted(path.parent.name for path in (ours / "meetings").glob("*/index.html"))[-1]
        with served(ours) as our_home, served(bare) as bare_home:
            for network in (_FAST, _SLOW):
                addresses = [f"{home}meetings/{meeting}/" for home in (our_home, bare_home)]
                by_turns = [[_viewed(browser, address, network) for address in addresses] for _ in range(_ROUNDS)]
                print(f"\n{network.name}; load {os.getloadavg()[0]:.2f}")
                _tell("ours", [turn[0] for turn in by_turns], _AIMS)
                _tell("Material as it comes", [turn[1] for turn in by_turns], {})
        browser.close()


def _built(folder: Path) -> tuple[Path, Path]:
    ours, bare = folder / "ours", folder / "bare"
    make_ours(ours, _MEETINGS, _ENTRIES, _SEED)
    make_bare(bare, ours, search=True)
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ours)}
    minutes = str(Path(sys.executable).with_name("minutes"))
    measured([minutes, "--project", str(ours), "build"], ours, environment)
    measured([sys.executable, "-m", "mkdocs", "build", "--quiet"], bare, environment)
    return ours / "site", bare / "site"


def _viewed(browser: Browser, address: str, network: Network) -> View:
    context = browser.new_context(viewport={"width": 412, "height": 823}, service_workers="block", bypass_csp=True)
    page = context.new_page()
    page.add_init_script(_WATCH)
    received, requests = _throttled(page, network)
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.wait_for_function("window.painted > 0")
    shift, paint = page.evaluate("[window.shifted, window.painted]")
    context.close()
    return View(sum(received) / 1000, len(requests), float(shift), float(paint))


def _throttled(page: Page, network: Network) -> tuple[list[float], list[str]]:
    """Slow the page down; gives the bytes of each answer and the address of each request, as they come."""
    received: list[float] = []
    requests: list[str] = []
    browser = page.context.new_cdp_session(page)
    browser.send("Network.enable")
    browser.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    browser.on("Network.requestWillBeSent", lambda event: requests.append(event["request"]["url"]))
    conditions = {"latency": network.latency, "downloadThroughput": network.down, "uploadThroughput": network.up}
    browser.send("Network.emulateNetworkConditions", {"offline": False, **conditions})
    browser.send("Emulation.setCPUThrottlingRate", {"rate": _SLOWED})
    return received, requests


def _tell(name: str, views: list[View], aims: dict[str, int]) -> None:
    paints = [view.paint for view in views]
    figures = {
        "KB over the wire": max(view.kilobytes for view in views),
        "requests": max(view.requests for view in views),
        "shift of the layout": max(view.shift for view in views),
        "ms to the largest contentful paint, median": statistics.median(paints),
        "ms to the largest contentful paint, best": min(paints),
    }
    for what, figure in figures.items():
        aim = aims.get(what)
        met = "" if aim is None else f"  (aim: at most {aim}; {'met' if figure <= aim else 'NOT met'})"
        print(f"{name}: {round(figure, 3 if figure < 1 else 0):g} {what}{met}", flush=True)


if __name__ == "__main__":
    main()
