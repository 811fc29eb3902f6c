"""One page of each kind, in each state that a reader can bring it into; and how a browser looks at them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import kinds
from a_project import page_addresses
from playwright.sync_api import Browser, Page
from windows import quiet, watch

WIDTHS = PHONE, TABLET, DESK = 320, 768, 1280
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")

# The kinds of page of the toy archive, where something can happen on each of them.
KINDS = {kind.name: kind.toy for kind in kinds.ALL}

# A style sheet of the tests. The policy of a page refuses an element for it.
_ADD_STYLES = """(text) => {
  document.adoptedStyleSheets.push(new CSSStyleSheet());
  document.adoptedStyleSheets.at(-1).replaceSync(text);
}"""


def add_styles(page: Page, text: str) -> None:
    page.evaluate(_ADD_STYLES, text)


# Rows of the tracker that are out of sight are not laid out until they come near: too late for what measures a page.
LAY_OUT = (
    "document.adoptedStyleSheets.push(new CSSStyleSheet());"
    "document.adoptedStyleSheets.at(-1).replaceSync('* { content-visibility: visible !important; }');"
)


def open_details(page: Page) -> None:
    page.evaluate("document.querySelectorAll('article details').forEach(e => { e.open = true; })")


def open_everything(page: Page) -> None:
    """Open what is folded, and each folded row."""
    page.evaluate("document.querySelectorAll('button.whole[aria-expanded=false]').forEach(e => e.click())")
    open_details(page)


def copy_link(page: Page) -> None:
    page.locator("button[data-copy]").first.click()
    page.wait_for_function("[...document.querySelectorAll('[role=status]')].some(e => e.textContent)")


def filtered(page: Page) -> None:
    page.wait_for_function(
        "!/^$|Looking …|^\\d+ actions\\.$/.test(document.querySelector('#finder-count').textContent)"
    )
    open_everything(page)


def searched(page: Page) -> None:
    page.wait_for_function("!['', 'Looking …'].includes(document.querySelector('#search-count').textContent)")
    quiet(page)
    open_everything(page)


# What a reader opens, fills and presses: the address, and what is done there.
STATES: dict[str, tuple[str, Callable[[Page], None]]] = {
    "tracker folded out": ("actions/", open_everything),
    "link copied": ("actions/toy0130-02/", copy_link),
    "place named by the address": ("actions/2030/#toy0130-02", lambda page: None),
    "tracker of one tab": ("actions/?status=closed", filtered),
    "tracker of what is overdue": ("actions/?overdue=yes&sort=due", filtered),
    "tracker filtered": ("actions/?q=TOY0130&status=open&sort=-age", filtered),
    "tracker with a row named": ("actions/?q=reword#toy0130-02", filtered),
    "tracker with nothing found": ("actions/?owner=AB&status=withdrawn&q=nothing+like+it", filtered),
    "tracker with ways out": ("actions/?status=withdrawn&q=reword", filtered),
    "tracker that did not understand": ("actions/?q=is:opne+colour:red", filtered),
    "tracker of another day": ("actions/?as-of=2030-03-14", filtered),
    "search with results": ("search/?q=action", searched),
    "search filtered": ("search/?kind=action&status=open", searched),
    "search of decisions": ("search/?kind=decision&q=is:agreed", searched),
    "search with nothing found": ("search/?q=zyzzyva", searched),
    "search with ways out": ("search/?q=reword&status=withdrawn", searched),
}


def read_addresses(site: Path) -> list[str]:
    """The address of every page that is read, not of those that only lead on."""
    pages = {address: site / address / "index.html" for address in page_addresses(site)}
    return [address for address, file in pages.items() if 'http-equiv="refresh"' not in file.read_text("utf-8")]


@contextmanager
def one_page(browser: Browser, lay_out: bool = True, **options: object) -> Iterator[Page]:
    """A page to be used again and again, which may use the clipboard. `lay_out`: also what is out of sight."""
    size = {"width": DESK, "height": 900}
    context = browser.new_context(**{"viewport": size, "reduced_motion": "reduce", **options})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = watch(context.new_page())
    if lay_out:
        page.add_init_script(LAY_OUT)
    yield page
    context.close()


def arrive(page: Page, home: str, address: str) -> None:
    """Open a page anew, even where only its anchor differs, and wait until its script has run."""
    page.goto("about:blank")
    page.goto(home + address, wait_until="load")


def looks(page: Page, widths: tuple[int, ...] = WIDTHS) -> Iterator[tuple[str, int]]:
    """The open page in each scheme and at each width."""
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        for width in widths:
            page.set_viewport_size({"width": width, "height": 900})
            yield scheme, width
