"""The kinds of page: an address of each in the toy archive, and what a reader comes for."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from re import fullmatch

_MEETING = r"meetings/\d{4}-\d\d-\d\d(-\w)?/"
_BELOW_HEAD = "main .in-short li, main [data-field]:not(.head *, header *, h1 *)"
_ACTION = "main [data-field='actions.action']"
_ACTIONS = "main tbody tr, main .to-prepare, main [data-field='actions.action']"


@dataclass(frozen=True)
class Kind:
    """A kind of page.

    `toy` is its address in the toy archive, `addresses` matches those of any site, and `holds` is what its <main> must
    hold besides. `content` selects what the page is for, `action` the first action where that is something else.
    """

    name: str
    toy: str
    addresses: str
    content: str
    action: str = ""
    holds: str = ""


ALL = (
    Kind("home", "", "", "main [data-field]:not(h1 *), main a[href^='meetings/2'], main a[href^='actions/2']"),
    Kind("about", "about/", "about/", "main :is(p, li, dd, td)"),
    Kind("accessibility", "accessibility/", "accessibility/", "main :is(p, li, dd, td)"),
    Kind("tracker", "actions/", "actions/", "#tracker tbody tr"),
    Kind("action", "actions/toy0130-02/", r"actions/(?!\d{4}/|life/|next-meeting/)[^/]+/", _ACTION),
    Kind("histories", "actions/2030/", r"actions/\d{4}/", "main .action, main tbody tr, main article li"),
    Kind("decisions", "decisions/", "decisions/", "main [data-field], main article ul li"),
    Kind("decisions by year", "decisions/2030/", r"decisions/\d{4}/", "main [data-field]"),
    Kind("life", "actions/life/", "actions/life/", "main .life-picture, main tbody tr"),
    Kind("life by year", "actions/life/2030/", r"actions/life/\d{4}/", "main .life-picture, main tbody tr"),
    Kind("next meeting", "actions/next-meeting/", "actions/next-meeting/", _ACTIONS),
    Kind("meetings", "meetings/", "meetings/", "main article li a[href^='2'], main tbody tr"),
    Kind("meeting held", "meetings/2030-03-14/", _MEETING, _BELOW_HEAD, _ACTION),
    Kind("meeting in draft", "meetings/2030-06-20/", _MEETING, _BELOW_HEAD, _ACTION, "record-status--draft"),
    Kind("meeting to come", "meetings/2030-09-19/", _MEETING, _BELOW_HEAD, _ACTION, "record-status--scheduled"),
    Kind("people", "people/", "people/", "main [data-field^='people'], main [data-field^='organisations']"),
    Kind("owner", "people/ab/", r"people/(?!attendance/)[^/]+/", _ACTIONS),
    Kind("roles and attendance", "people/attendance/", "people/attendance/", "main tbody tr"),
    Kind("glossary", "glossary/", "glossary/", "main [data-field], main dl > div"),
    Kind("corrections", "corrections/", "corrections/", "main :is(.corrections li, article p)"),
    Kind("search", "search/", "search/", "#search-q"),
    Kind("terms", "terms-of-reference/", "terms-of-reference/", "main [data-field]"),
    Kind(
        "version of the terms", "terms-of-reference/2030-01-10/", r"terms-of-reference/\d{4}-\d\d-\d\d/",
        "main [data-field='text']",
    ),
    Kind(
        "comparison of terms", "terms-of-reference/compare/2030-01-10..2030-06-20/", r"terms-of-reference/compare/.+/",
        "main .compared :is(p, h2)",
    ),
    Kind("withheld", "withheld/", "withheld/", "main [data-field]"),
    Kind("open data", "data/", "data/", "main :is(tbody tr, article > p)"),
    Kind("feeds", "feeds/", "feeds/", "main article li a"),
    Kind("how to cite", "cite/", "cite/", "main article p:has(> bdi)"),
    Kind("how to cite a year", "cite/2030/", r"cite/\d{4}/", "main article p:has(> bdi)"),
    Kind("download, subscribe, cite", "reuse/", "reuse/", "main :is(dd, article > p)"),
    Kind("site map", "site-map/", "site-map/", "main article li"),
    Kind("wrong address", "404.html", "404.html", "main article :is(a, input)"),
)  # fmt: skip


def found_in(site: Path) -> Iterator[tuple[Kind, str]]:
    """Each kind with the address of its fullest page in a built site, where the site has one."""
    sizes = {_address(file, site): file.stat().st_size for file in site.rglob("*.html")}
    for kind in ALL:
        addresses = [address for address in sizes if fullmatch(kind.addresses, address) and _holds(site, address, kind)]
        if addresses:
            yield kind, max(addresses, key=lambda address: (sizes[address], address))


def _address(file: Path, site: Path) -> str:
    return file.relative_to(site).as_posix().removesuffix("index.html")


def _holds(site: Path, address: str, kind: Kind) -> bool:
    file = site / address / "index.html" if address.endswith("/") or not address else site / address
    return kind.holds in file.read_text(encoding="utf-8").partition("<main>")[2]
