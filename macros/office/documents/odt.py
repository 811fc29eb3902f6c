"""The document for editing: OpenDocument Text 1.3 (ISO/IEC 26300), as UK government publishes documents to edit."""

import io
import zipfile

from lxml import etree

from macros.language import language_tag
from macros.office.documents.body import Body
from macros.office.documents.content import Content, Element
from macros.office.documents.flow import NAMES, clean, element, named
from macros.office.documents.tables import column_style

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">\
<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="{media_type}"/>\
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>\
<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>\
<manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>\
</manifest:manifest>
"""


def open_document(content: Content) -> bytes:
    """The bytes of the .odt file; the same content gives the same bytes."""
    language, country = _language(language_tag())
    say = {"content": content, "tag": language_tag(), "language": language, "country": country}
    files: dict[str, str | bytes] = {
        "mimetype": MEDIA_TYPE,
        "META-INF/manifest.xml": _MANIFEST.format(media_type=MEDIA_TYPE),
        "content.xml": _text(content),
        "styles.xml": clean(content.page.write("odt_styles.xml", **say)),
        "meta.xml": clean(content.page.write("odt_meta.xml", **say)),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for name, text in files.items():
            # The type stands uncompressed at the beginning, where programs look for it (part 2, 3.3).
            how = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            target.writestr(zipfile.ZipInfo(name, _EPOCH), text, how)
    return out.getvalue()


def _text(content: Content) -> bytes:
    root = etree.Element(named("office:document-content"), nsmap=NAMES)
    root.set(named("office:version"), "1.3")
    styles, within = element("office:automatic-styles"), element("office:body")
    text = element("office:text")
    root.extend((styles, within))
    within.append(text)
    linked = frozenset(str(link)[1:] for link in content.article.xpath("//a/@href[starts-with(., '#')]"))
    body = Body(text, linked)
    for nth, one in enumerate(content.article):
        body.write(one)
        if nth == 1:  # below the heading and the group
            with body.flow.within(text):
                body.flow.text(content.copied)
    body.write(content.published)
    styles.extend(_styles(body))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _styles(body: Body) -> list[Element]:
    """The styles that this text alone needs."""
    found = [
        _style(
            "Table", "table", "table", style_width=f"{sum(widths):.2f}cm", table_align="left", fo_margin_bottom="0.3cm"
        )
        for widths in list(body.columns.values())[:1]
    ]
    cell = {"fo_padding": "0.12cm", "fo_border_bottom": "0.5pt solid #767676"}
    found.append(_style("Table_Cell", "table-cell", "table-cell", **cell))
    found.append(_style("Table_Row", "table-row", "table-row", fo_keep_together="always"))
    for table, widths in body.columns.items():
        for nth, width in enumerate(widths):
            found.append(
                _style(column_style(table, nth), "table-column", "table-column", style_column_width=f"{width}cm")
            )
    for tag, name in body.languages.items():
        language, country = _language(tag)
        found.append(_style(name, "text", "text", fo_language=language, fo_country=country or "none"))
    return found


def _style(name: str, family: str, kind: str, **properties: str) -> Element:
    style = element("style:style", style_name=name, style_family=family)
    style.append(element(f"style:{kind}-properties", **properties))
    return style


def _language(tag: str) -> tuple[str, str]:
    """The language and the country of a language tag, as OpenDocument has them apart; the country may be empty."""
    language, *others = tag.split("-")
    return language, next((other.upper() for other in others if len(other) == 2 and other.isalpha()), "")
