"""What the documents of a meeting hold: the HTML of its page, without what is for the screen only."""

from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias
from urllib.parse import urljoin, urlsplit

from lxml import html

from macros.language import _, wording
from macros.pages import Page, as_html, meeting, published_by, with_names
from macros.register import Register, addresses

Element: TypeAlias = Any  # of lxml, which has no types of its own

# What print.css leaves out, by class.
ON_SCREEN = ("on-screen", "address", "in-short", "on-this-page", "neighbours", "beside", "copy", "ways")
_SCHEMES = ("http", "https", "mailto", "tel")
_FOLDED = ("details", "summary")


@dataclass(frozen=True)
class Content:
    """What a document says.

    `page`: the page that it is a copy of; `group`: its name on the day of the meeting; `address`: the
    whole address of the page, or its path if that of the site is not known; `base`: the whole address, or an empty
    text; `day`: that of the edition, if it is known; `copied`: of what it is a copy; `published`: who publishes it and
    under which licence, as an element; `article`: the page as an element, with its first heading and the group.
    """

    page: Page
    title: str
    group: str
    address: str
    base: str
    day: date | None
    copied: str
    published: Element
    article: Element


def content_of(register: Register, stem: str) -> Content:
    """The content of the documents of the meeting in the file `stem`.yml."""
    here = addresses.meeting(stem)
    page = Page(register, here)
    title = _("Meeting of {day}").format(day=register.meeting_names[stem])
    held_on = register.archive.meetings[stem].date
    then, base = page.on(held_on), f"{register.site_address}{here}" if register.site_address else ""
    written = as_html(with_names(page, meeting(page, stem)))
    return Content(
        page=page,
        title=title,
        group=then.group[0],
        address=base or f"/{here}",
        base=base,
        day=register.edition.day,
        copied=_copied(base or f"/{here}", register.edition.day),
        published=html.fragment_fromstring(published_by(page), create_parent="p"),
        article=_article(title, then.group[0], written, base),
    )


def _copied(address: str, day: date | None) -> str:
    said = _("This is a copy of {address}, as of {day}.") if day else _("This is a copy of {address}.")
    return said.format(address=address, day=wording.day(day) if day else "")


def _article(title: str, group: str, written: str, base: str) -> Element:
    article = html.fragment_fromstring(written, create_parent="article")
    article.set("class", "md-typeset")
    for element in list(article.iterfind(".//*[@class]")):
        if set(element.get("class").split()) & {*ON_SCREEN}:
            element.drop_tree()
    for link in list(article.iter("a")):
        if (there := _followed(link.get("href", ""), base)) and link.get("href"):
            if not urlsplit(link.get("href")).scheme and not there.startswith("#"):
                link.classes.add("on-this-site")
            link.set("href", there)
        else:
            link.tag = "span"
            link.attrib.pop("href", None)
    heading, whose = html.Element("h1"), html.Element("p")
    heading.text, whose.text = title, group
    whose.set("class", "document-group")
    article[:0] = [heading, whose]
    for element in list(article.iter(*_FOLDED)):
        _unfold(element)
    return article


def _followed(address: str, base: str) -> str:
    """Where a link of the page at the whole address `base` leads from a document: an anchor in it, a whole address, or
    nowhere (an empty text), if `base` is not known or a program might do something else than show a page."""
    if address.startswith("#"):
        return address
    try:
        whole = urljoin(base, address)
        return whole if urlsplit(whole).scheme in _SCHEMES else ""
    except ValueError:  # of an address that cannot be taken apart
        return ""


def _unfold(element: Element) -> None:
    """Nothing is folded on paper; what a list of names is called is a heading there."""
    if "names" in (element.get("class") or "").split():
        element.tag = "section"
    elif element.tag == "summary" and element.getparent().tag == "section":
        element.tag = "h2"
    else:
        element.drop_tag()
