"""Reads the built site: the text, the anchors and the links of each page."""

import posixpath
import re
from collections import Counter, defaultdict
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from lxml import etree, html

from macros.record import UNPRINTABLE
from macros.site.policy import fingerprint

_ADDRESSES = ("href", "src", "srcset", "data", "poster")
_LOADS = {"img", "script", "iframe", "source", "video", "audio", "embed", "object", "input"}
_LOADING_LINKS = {"stylesheet", "icon", "preload", "modulepreload", "preconnect", "manifest", "dns-prefetch"}
# A block of data never runs, so no policy is asked about it (HTML, 4.12.1.1).
_NO_DATA = " and not(@type = 'application/ld+json')"
_NAMING = {"id", "for", "headers", "aria-controls", "aria-describedby", "aria-labelledby", "aria-owns"}


_IDS_AROUND: Callable[[Any], Any] = etree.XPath("ancestor-or-self::*/@id")


def squeezed(text: str) -> str:
    """The text with every run of white space as one space."""
    return " ".join(text.split())


class BuiltPage:
    """One HTML file of the built site; `file` is its path below the site's folder."""

    def __init__(self, file: str, tree: Any) -> None:
        self.file = file
        self._ids = Counter(str(found) for found in tree.xpath("//@id"))
        self._links = [
            (element, address)
            for element in tree.xpath("//*[@href or @src or @srcset or @data or @poster]")
            for name in _ADDRESSES
            if (address := element.get(name))
        ]
        self._fields = self._marked(tree)
        self._policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        self._inline = [
            *(("style-src", str(text)) for text in tree.xpath("//style/text() | //@style")),
            *(
                ("script-src", str(text))
                for text in tree.xpath(f"//script[not(@src){_NO_DATA}]/text() | //@*[starts-with(name(), 'on')]")
            ),
        ]

    @property
    def anchors(self) -> frozenset[str]:
        """Every id on the page."""
        return frozenset(self._ids)

    @property
    def repeated_anchors(self) -> list[str]:
        """The ids that are on the page more than once."""
        return [anchor for anchor, times in self._ids.items() if times > 1]

    def texts(self, anchor: str, field: str) -> list[str] | None:
        """The texts of the elements marked as a field (`data-field`), and the addresses that these elements link to.

        Within the element with the id `anchor`, or within the whole body if it is empty. None if there is no such id.
        """
        if anchor and anchor not in self._ids:
            return None
        return self._fields.get((anchor, field), [])

    @staticmethod
    def _marked(tree: Any) -> dict[tuple[str, str], list[str]]:
        """The texts of the marked elements, by the id of each element around them (or an empty text) and by field."""
        found: dict[tuple[str, str], list[str]] = defaultdict(list)
        for element in tree.xpath("//*[@data-field]"):
            said = [squeezed("".join(element.itertext())), element.get("href") or ""]
            field = str(element.get("data-field"))
            for anchor in ("", *_IDS_AROUND(element)):
                found[str(anchor), field] += said
        return found

    @cached_property
    def addresses(self) -> frozenset[str]:
        """Every address on the page."""
        return frozenset(address for _, address in self._links)

    @property
    def loaded(self) -> list[str]:
        """The addresses that a browser loads automatically."""
        return [address for element, address in self._links if _loads(element)]

    @property
    def refused(self) -> list[str]:
        """The scripts and styles that stand in the page and that its content security policy refuses; of one without a
        policy, none."""
        if not self._policy:
            return []
        rules = {words[0]: words[1:] for rule in self._policy[0].split(";") if (words := rule.split())}
        return [
            squeezed(text)
            for kind, text in self._inline
            if "'unsafe-inline'" not in rules[kind] and fingerprint(text) not in rules[kind]
        ]

    @property
    def own_address(self) -> str:
        """The canonical address of the page; empty if it has none."""
        return next((address for element, address in self._links if element.get("rel") == "canonical"), "")

    def target(self, address: str, root: str = "/") -> tuple[str, str]:
        """The file and the anchor that a link on this page leads to, within the site at the path `root`."""
        return target_of(self.file, address, root)


def target_of(file: str, address: str, root: str = "/") -> tuple[str, str]:
    """The file and the anchor that a link in a file leads to, within the site at the path `root`."""
    path, _, anchor = address.partition("#")
    path = unquote(path.partition("?")[0])
    if not path:
        return file, unquote(anchor)
    if path.startswith("/"):
        below = path.removeprefix(root) if path.startswith(root) else f"..{path}"
    else:
        below = posixpath.join(posixpath.dirname(file), path)
    there = posixpath.normpath(below or ".")
    if path.endswith(("/", "..", "/.")) or path == ".":
        there = posixpath.normpath(posixpath.join(there, "index.html"))
    return there, unquote(anchor)


def _loads(element: html.HtmlElement) -> bool:
    rel = set((element.get("rel") or "").split())
    return element.tag in _LOADS or (element.tag == "link" and bool(rel & _LOADING_LINKS))


def root_of(folder: Path) -> str:
    """The path of the built site in `folder` on its server: that of the home page's canonical address, if it has one,
    else `/`."""
    home = read_page(folder, "index.html") if (folder / "index.html").exists() else None
    return unquote(urlsplit(home.own_address).path) if home and home.own_address else "/"


def anchors_in(markup: str) -> list[str]:
    """Every id in a piece of HTML, in order."""
    return [str(found) for found in html.fragment_fromstring(markup, create_parent="div").xpath("//@id")]


def is_external(address: str) -> bool:
    """Whether the address leaves the site."""
    return bool(re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//", address))


def read_page(folder: Path, file: str) -> BuiltPage:
    """Read one HTML file below `folder`."""
    return BuiltPage(file, _tree(folder, file))


def _tree(folder: Path, file: str) -> Any:
    text = UNPRINTABLE.sub("", (folder / file).read_text(encoding="utf-8"))
    return etree.fromstring(text.encode("utf-8"), etree.HTMLParser(encoding="utf-8"))


def texts_of(folder: Path, file: str) -> list[str]:
    """The texts of one HTML file below `folder`, in order, without those of scripts and styles: each as on one line."""
    found = _tree(folder, file).xpath("//text()[not(parent::script or parent::style)]")
    return [said for one in found if (said := squeezed(str(one)))]


def rewritten(markup: str, anchor: Callable[[str], str], link: Callable[[str], str]) -> str:
    """A piece of a page, rewritten for another place.

    `anchor` maps every id and each reference to one, `link` the address of each link; if `link` returns an empty text,
    the link becomes plain text. Scripts, styles and hidden elements are removed.
    """
    piece = html.fragment_fromstring(markup, create_parent="div")
    for element in piece.xpath("//script | //link | //*[@hidden]"):
        element.drop_tree()
    for element in piece.xpath("//*[@*]"):
        for name in _NAMING.intersection(element.keys()):
            element.set(name, " ".join(map(anchor, str(element.get(name)).split())))
    for element in piece.xpath("//a[@href]"):
        _lead(element, link(str(element.get("href"))))
    return str(html.tostring(piece, encoding="unicode"))


def _lead(element: html.HtmlElement, address: str) -> None:
    if address:
        element.set("href", address)
    else:
        element.tag = "span"
        element.set("class", f"{element.get('class', '')} not-here".strip())
        del element.attrib["href"]
