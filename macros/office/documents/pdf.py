"""The document for viewing: PDF/UA-1 (ISO 14289-1), tagged for screen readers, made from the page's own HTML and style
sheets by WeasyPrint."""

import logging
from copy import deepcopy
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from lxml import etree, html
from markupsafe import Markup

from macros.language import _, language_tag
from macros.office.documents.content import Content, Element
from macros.office.documents.structure import straighten
from macros.pages import site_name

MEDIA_TYPE = "application/pdf"
_STYLES = Path(__file__).parents[3] / "docs/stylesheets"
_SHEETS = ("base", "minutes", "meeting", "corrections", "print")
_LONG = 24  # letters of a word
_TAGGED: dict[str, Any] = {"pdf_variant": "pdf/ua-1", "pdf_tags": True}
_OF_DOCUMENTS, _BREAK_ANYWHERE = (Path(__file__).with_name(f"{name}.css") for name in ("document", "anywhere"))


@cache
def weasyprint() -> Any:
    """WeasyPrint, or None if it is not installed or cannot work; then a sentence says why, once."""
    try:
        import weasyprint as library
    except ModuleNotFoundError:
        return None
    except OSError:  # of a library of the system that is not there
        said = _("WeasyPrint is installed, but the library Pango is not, so no PDF is made. Install Pango.")
        logging.getLogger(__name__).warning(said)
        return None
    return library


def pdf_document(content: Content) -> bytes:
    """The bytes of the .pdf file; the same content gives the same bytes. Needs `weasyprint`."""
    article = Markup(html.tostring(_with_long_words_marked(content.article), encoding="unicode"))
    published = Markup(html.tostring(content.published, encoding="unicode"))
    values = {"content": content, "tag": language_tag(), "article": article, "published": published}
    written = content.page.write("document.html", **values)
    edges = "".join(f"--{name}: {_string(text)};" for name, text in _edges(content).items())
    return _made(written, content.base, f":root {{{edges}}}")


def _with_long_words_marked(article: Element) -> Element:
    """A copy with a class at each element that holds a word which may have to break, such as an address."""
    marked = deepcopy(article)
    for one in marked.iter(etree.Element):
        if any(
            len(word) > _LONG for text in (one.text, *(child.tail for child in one)) for word in (text or "").split()
        ):
            one.classes.add("long-words")
    return marked


def _edges(content: Content) -> dict[str, str]:
    return {"group": Markup(site_name(content.page)).unescape(), "title": content.title, "address": content.address}


def _string(text: str) -> str:
    """A text as a string of CSS (CSS Syntax 3, 4.3.7), with what could end it as numbers."""
    kept = (one if one.isalnum() or one in " .:/–-" else f"\\{ord(one):x} " for one in text)
    return f'"{"".join(kept)}"'


@lru_cache(maxsize=512)  # `make serve` makes again only what has changed
def _made(written: str, base: str, edges: str) -> bytes:
    sheets = [*_sheets(), weasyprint().CSS(string=edges)]
    page = weasyprint().HTML(string=written, base_url=base or None, url_fetcher=_nothing(), media_type="print")
    try:
        return bytes(page.write_pdf(stylesheets=sheets, finisher=straighten, **_TAGGED))
    except AssertionError:  # WeasyPrint gives up on a page where nothing that is to be kept together fits
        anywhere = weasyprint().CSS(string=_BREAK_ANYWHERE.read_text(encoding="utf-8"))
        return bytes(page.write_pdf(stylesheets=[*sheets, anywhere], finisher=straighten, **_TAGGED))


@cache
def _sheets() -> list[Any]:
    files = [*(_STYLES / f"{name}.css" for name in _SHEETS), _OF_DOCUMENTS]
    return [weasyprint().CSS(string=file.read_text(encoding="utf-8"), url_fetcher=_nothing()) for file in files]


def _nothing() -> Any:
    """Fetches nothing: a document holds all that it shows."""
    return weasyprint().URLFetcher(allowed_protocols=())
