"""Looks at a page of each kind, and prints what a reader meets there first.

For each kind and width: how far from the top the content stands that the page is for; the height of the page; the
stops of the keyboard and our words before that content; requests and kilobytes of a first view (text packed by gzip);
and its largest paint and shift of layout, with the processor and the network slowed as `viewing.py` says. Each first
view is measured a few times; of the paint the best counts, for what else the machine does only slows it. A star marks
what misses an aim. Pictures of each page in both schemes are written into build/look/.

It looks at the record in data/, at that of another folder (`--record examples/full`), or at a built site (`--site`).
"""

import argparse
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright
from serving import served
from viewing import SCREENS, Weight, height_of, pictured, placed, top_of, weighed, window

ROOT = Path(__file__).resolve().parent.parent
sys.path += [str(ROOT / "tests"), str(ROOT / "tests/site")]
from a_project import built, copy_project  # noqa: E402
from kinds import Kind, found_in  # noqa: E402

_OUT = ROOT / "build/look"
# Of the first screen, for the content: one at a desk, two on a phone.
_HIGHEST = {1280: 800, 320: 1280}
_TALLEST = {1280: 4500, 320: 9000}
_KILOBYTES, _REQUESTS, _PAINT = 20, 4, 800
_AIMS = (
    f"Aims: content within {_HIGHEST[1280]} px at 1280 and {_HIGHEST[320]} at 320; a meeting held at most "
    f"{_TALLEST[1280]} px high at 1280 and {_TALLEST[320]} at 320; at most {_REQUESTS} requests, {_KILOBYTES} KB and "
    f"{_PAINT} ms to the largest paint; no shift. A star marks what misses one."
)
_HEADS = ("", "content", "height", "stops", "words", "requests", "KB", "paint", "shift", "first action")


def main() -> None:
    """Build the site, look at each kind of page, and print a table for each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--record", type=Path, default=ROOT, help="the folder that holds data/")
    parser.add_argument("--site", type=Path, help="a built site, in the place of a record")
    parser.add_argument("--out", type=Path, default=_OUT, help="the folder for the pictures")
    parser.add_argument("--rounds", type=int, default=3, help="how often each first view is measured")
    parser.add_argument("--kind", action="append", help="look at this kind of page only")
    asked = parser.parse_args()
    shutil.rmtree(asked.out, ignore_errors=True)
    asked.out.mkdir(parents=True)
    with TemporaryDirectory() as scratch, sync_playwright() as playwright:
        site = asked.site or built(copy_project(Path(scratch) / "project", asked.record.resolve()))
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        print(f"Chromium {browser.version}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}. {_AIMS}")
        with served(site) as home:
            for kind, address in found_in(site):
                if not asked.kind or kind.name in asked.kind:
                    print(f"\n{kind.name}: /{address}")
                    rows = (_row(browser, home + address, kind, asked, *screen) for screen in SCREENS)
                    _print([_HEADS, *rows])
        browser.close()


def _row(
    browser: Browser, address: str, kind: Kind, asked: argparse.Namespace, width: int, height: int
) -> tuple[str, ...]:
    """What is found at one width, each figure as it is printed."""
    with window(browser, width, height) as page:
        page.goto(address)
        page.wait_for_load_state("networkidle")
        pictured(page, asked.out, f"{kind.name.replace(' ', '-')}-{width}")
        action, tall = kind.action and top_of(page, kind.action), height_of(page)
        place = placed(page, kind.content)
    tallest = _TALLEST.get(width) if kind.name == "meeting held" else None
    stands = (str(place.stops), str(place.words)) if place else ("–", "–")
    weights = [weighed(browser, address, width, height) for _ in range(asked.rounds)]
    return (
        f"{width} px", _marked(place.top if place else None, _HIGHEST.get(width)), _marked(tall, tallest), *stands,
        *_weight(weights), f"{action or '–'}" if kind.action else "",
    )  # fmt: skip


def _weight(weights: list[Weight]) -> Iterator[str]:
    yield _marked(max(weight.requests for weight in weights), _REQUESTS)
    yield _marked(round(max(weight.kilobytes for weight in weights), 1), _KILOBYTES)
    yield _marked(round(min(weight.paint for weight in weights)), _PAINT)
    yield _marked(round(max(weight.shift for weight in weights), 3), 0)


def _marked(figure: float | None, aim: int | None) -> str:
    """A figure with a star where it misses its aim."""
    missed = figure is not None and aim is not None and figure > aim
    return "–" if figure is None else f"{figure:g}{'*' if missed else ''}"


def _print(rows: list[tuple[str, ...]]) -> None:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.rjust(width + (not cell.endswith("*"))) for cell, width in zip(row, widths, strict=True))
        print("  ".join(cells).rstrip(), flush=True)


if __name__ == "__main__":
    main()
