"""Feeds as files in the Atom Syndication Format (RFC 4287)."""

import re
from datetime import date
from typing import Any, TypeAlias

from lxml import etree

from macros.language import _, language_tag, wording
from macros.pages.feeds.alone import on_its_own
from macros.pages.feeds.entries import Entry, Feed
from macros.pages.page import Page
from macros.register import Register, addresses, tag

_ATOM = "http://www.w3.org/2005/Atom"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_FORBIDDEN = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAKS = re.compile(r"[\t\n\r]+")
Element: TypeAlias = Any  # of lxml, which has no types of its own


def atom(register: Register, feed: Feed) -> bytes:
    """A feed as XML 1.0 in UTF-8. The address of the site must be known.

    Ids are tag URIs, all times are midnight (UTC) of a day of the record, which of a month is its last, and links are
    whole. A character that XML cannot have is written as U+FFFD.
    """
    entries, more = feed.newest(register)
    names: Any = {None: _ATOM}
    root = etree.Element(_name("feed"), {_LANGUAGE: language_tag()}, nsmap=names)
    _head(root, register, feed, entries, more)
    for entry in entries:
        _entry(_element("entry", root), register, entry)
    return bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _head(root: Element, register: Register, feed: Feed, entries: tuple[Entry, ...], more: bool) -> None:
    page, group = Page(register, feed.page), register.archive.group
    about = feed.about
    if more:
        newest = _("These are the newest {number}; the page that this feed belongs to has the others.")
        about = f"{about} {newest.format(number=wording.number(feed.most))}"
    _text(root, "id", tag(group, feed.address))
    _text(root, "title", f"{page.group[1]}: {feed.title}")
    _text(root, "subtitle", about)
    _text(root, "updated", _time(entries[0].day if entries else register.built))
    _text(_element("author", root), "name", page.publisher or page.group[0])
    if group.licence:
        _text(root, "rights", group.licence.name)
    _link(root, register, "self", feed.address, "application/atom+xml")
    _link(root, register, "alternate", feed.page, "text/html")


def _entry(element: Element, register: Register, entry: Entry) -> None:
    _text(element, "id", tag(register.archive.group, entry.name))
    _text(element, "title", _BREAKS.sub(" ", entry.title))
    _text(element, "updated", _time(entry.day))
    _text(element, "published", _time(entry.day))
    _link(element, register, "alternate", entry.address, "text/html")
    here = entry.address.partition("#")[0]
    html = entry.html(Page(register, here).without_explanations())
    _text(element, "content", on_its_own(html, addresses.on_the_web(register.site_address, here)), type="html")


def _name(name: str) -> str:
    return f"{{{_ATOM}}}{name}"


def _element(name: str, parent: Element, **attributes: str) -> Element:
    return etree.SubElement(parent, _name(name), attributes)


def _text(parent: Element, name: str, text: str, **attributes: str) -> None:
    _element(name, parent, **attributes).text = _FORBIDDEN.sub("\ufffd", text)


def _link(parent: Element, register: Register, rel: str, address: str, media_type: str) -> None:
    href = addresses.on_the_web(register.site_address, address)
    _element("link", parent, rel=rel, type=media_type, href=href)


def _time(day: date) -> str:
    """A day as RFC 3339 has it, which needs a time."""
    return f"{date.isoformat(day)}T00:00:00Z"
