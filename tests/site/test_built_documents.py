"""The documents of a meeting: what they hold is what its page holds, in the form that their standards ask for."""

import io
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import html5lib
import pikepdf
import pypdfium2
import pytest
from a_project import ROOT, copy_project, minutes, run
from folders import ANPR_IAG, DATA, leave_out_pdf
from hostile_record import write_hostile_record
from hypothesis import given
from hypothesis.strategies import text
from lxml import etree
from markupsafe import Markup

from macros.office.documents import odt, offers, pdf
from macros.office.documents.content import ON_SCREEN, content_of
from macros.office.documents.flow import Flow
from macros.pages import all_stubs, published_by
from macros.register import Edition, Register, addresses
from macros.rules import load
from macros.site.shortcodes import rendered

SITE = "https://invented.example/minutes/"
XHTML = "{http://www.w3.org/1999/xhtml}"
OFFICE = {
    name: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0" for name in ("office", "text", "table", "style", "meta")
}
SIGNS = re.compile(r"[\s+−–\u200b-\u200f\u2060\ufeff]")
RECORDS = ("record", "toy", "hostile", "full")


@pytest.fixture(scope="module")
def registers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Register]:
    hostile = tmp_path_factory.mktemp("hostile")
    write_hostile_record(hostile / "data")
    folders = {"record": ANPR_IAG, "toy": DATA / "toy", "hostile": hostile, "full": ROOT / "examples/full"}
    return {name: replace(load(folder), site_address=SITE) for name, folder in folders.items()}


@pytest.fixture
def makes_pdf() -> Iterator[None]:
    """WeasyPrint, which other tests leave out."""
    del sys.modules["weasyprint"]
    pdf.weasyprint.cache_clear()
    if not pdf.weasyprint():
        pytest.skip("WeasyPrint or Pango is not installed")
    yield
    leave_out_pdf()
    pdf.weasyprint.cache_clear()


def left_out_in_print() -> set[str]:
    """The classes that the style sheet for paper leaves out."""
    css = (ROOT / "docs/stylesheets/print.css").read_text(encoding="utf-8")
    [selectors] = re.findall(r"^  ([^{}]*) \{ display: none !important; \}", css, re.MULTILINE)[:1]
    return set(re.findall(r"\.([\w-]+)", selectors))


def page_of(register: Register, stem: str) -> etree._Element:
    """The page as another parser reads it, without what paper leaves out, and without where its anchors moved to."""
    [stub] = [one for one in all_stubs(register) if one.address == addresses.meeting(stem)]
    page = html5lib.parse(
        rendered(register, stub.address, stub.text.replace("{{ moved_parts() }}", "")), treebuilder="lxml"
    )
    for element in list(page.iter(etree.Element)):
        classes = set((element.get("class") or "").split())
        if classes & left_out_in_print() or ("visually-hidden" in classes and not element.tag.endswith("caption")):
            tail, before, above = element.tail or "", element.getprevious(), element.getparent()
            if before is not None:
                before.tail = (before.tail or "") + tail
            else:
                above.text = (above.text or "") + tail
            above.remove(element)
    return page


def letters(words: str) -> str:
    """The text without white space, and without the signs that style sheets add."""
    return SIGNS.sub("", words)


def parts_of(document: bytes) -> dict[str, etree._Element]:
    with zipfile.ZipFile(io.BytesIO(document)) as found:
        assert found.testzip() is None
        names = [name for name in found.namelist() if name.endswith(".xml")]
        return {name: etree.fromstring(found.read(name)) for name in names}


def text_of(register: Register, stem: str) -> str:
    """The text of the editable document, without the lines that say whose it is and what it is a copy of."""
    content = content_of(register, stem)
    body = parts_of(odt.open_document(content))["content.xml"].find(".//office:text", OFFICE)
    published = Markup(published_by(content.page)).striptags()
    found = [letters("".join(body[place].itertext())) for place in (1, 2, -1)]
    assert found == [letters(line) for line in (content.group, content.copied, published)]
    for place in (-1, 2, 1):
        body.remove(body[place])
    return "".join(body.itertext())


def test_what_is_left_out_is_what_paper_leaves_out() -> None:
    frame = {"site-header", "crumbs", "skip", "site-footer", "skip-drawing"}
    assert {*ON_SCREEN} == left_out_in_print() - frame


@pytest.mark.parametrize("name", RECORDS)
def test_the_editable_document_says_what_the_page_says_and_no_more(name: str, registers: dict[str, Register]) -> None:
    register = registers[name]
    for stem in register.archive.meetings:
        page = page_of(register, stem).find(f".//{XHTML}body")
        assert letters(text_of(register, stem)) == letters("".join(page.itertext())), stem


@pytest.mark.usefixtures("makes_pdf")
@pytest.mark.parametrize("name", RECORDS)
def test_the_pdf_says_what_the_page_says_and_no_more(name: str, registers: dict[str, Register]) -> None:
    register = registers[name]
    # What is hostile takes WeasyPrint a minute and is much the same in each meeting.
    for stem in list(register.archive.meetings)[: 1 if name == "hostile" else None]:
        content = content_of(register, stem)
        page = page_of(register, stem).find(f".//{XHTML}body")
        printed = pypdfium2.PdfDocument(pdf.pdf_document(content))
        found = " ".join(sheet.get_textpage().get_text_range().replace("\ufffe", "-") for sheet in printed)
        on_page = letters("".join(page.itertext()))
        missing = {word for word in re.findall(r"[\w’'-]{4,}", " ".join(page.itertext())) if word not in found}
        assert {word for word in missing if letters(word) not in letters(found)} == set(), stem
        links = "".join(page.xpath("//*/@href"))
        published = Markup(published_by(content.page)).striptags()
        licence = register.archive.group.licence
        address = licence and licence.url or ""
        edges = " ".join(pdf._edges(content).values())
        frame = letters(" ".join([content.copied, content.title, content.group, edges, published, address]))
        more = {word for word in re.findall(r"[\w’'-]{4,}", found) if letters(word) not in on_page + links + frame}
        assert more == set(), stem


@pytest.mark.parametrize("name", RECORDS)
def test_the_editable_document_is_well_formed_and_has_its_links_lists_and_heads(
    name: str, registers: dict[str, Register]
) -> None:
    for stem in registers[name].archive.meetings:
        document = odt.open_document(content_of(registers[name], stem))
        assert document == odt.open_document(content_of(registers[name], stem))
        assert document[30:38] == b"mimetype" and document[38:77] == odt.MEDIA_TYPE.encode()
        parts = parts_of(document)
        text, styles = parts["content.xml"], parts["styles.xml"]
        named = {*text.xpath("//@style:name", namespaces=OFFICE), *styles.xpath("//@style:name", namespaces=OFFICE)}
        used = {
            *text.xpath("//@text:style-name", namespaces=OFFICE),
            *text.xpath("//@table:style-name", namespaces=OFFICE),
        }
        assert used <= named
        links = text.xpath("//text:a/@*[local-name()='href']", namespaces=OFFICE)
        places = {f"#{one}" for one in text.xpath("//text:bookmark/@text:name", namespaces=OFFICE)}
        assert {one for one in links if not re.match(r"(https?://|mailto:|tel:)", one)} <= places
        levels = [int(one) for one in text.xpath("//text:h/@text:outline-level", namespaces=OFFICE)]
        assert levels[0] == 1 and levels.count(1) == 1
        for table in text.iter("{*}table"):
            columns = len(table.findall("table:table-column", OFFICE))
            for row in table.iter("{*}table-row"):
                assert len(row) == columns
        assert not text.xpath("//text:p//text:p | //text:a//text:a", namespaces=OFFICE)


def test_the_editable_document_has_its_title_language_state_and_address(registers: dict[str, Register]) -> None:
    parts = parts_of(odt.open_document(content_of(registers["record"], "2022-03-21")))
    said = [" ".join("".join(one.itertext()).split()) for one in parts["content.xml"].iter("{*}h", "{*}p")][:6]
    assert said[:3] == [
        "Meeting of 21 March 2022", "Automatic Number Plate Recognition Independent Advisory Group",
        "This is a copy of https://invented.example/minutes/meetings/2022-03-21/.",
    ]  # fmt: skip
    assert said[5] == "Published by the office on 8 April 2022. Approval by the group is not recorded."
    meta = {etree.QName(one).localname: one.text for one in parts["meta.xml"][0]}
    assert (meta["title"], meta["language"]) == ("Meeting of 21 March 2022", "en-GB")
    assert not meta.keys() & {"creator", "initial-creator", "date", "creation-date"}  # which are not known
    dated = replace(registers["record"], edition=Edition(date(2022, 5, 21)))
    meta = parts_of(odt.open_document(content_of(dated, "2022-03-21")))["meta.xml"]
    assert [one.text for one in meta.iter("{*}date", "{*}creation-date")] == ["2022-05-21T00:00:00"] * 2
    [default] = parts["styles.xml"].iter("{*}default-style")
    assert {etree.QName(name).localname: value for name, value in default[1].attrib.items()}.items() >= {
        "language": "en", "country": "GB",
    }.items()  # fmt: skip
    [_agenda, reviewed] = parts["content.xml"].iter("{*}table")
    heads = ["".join(one.itertext()) for one in reviewed.find("table:table-header-rows", OFFICE).iter("{*}table-cell")]
    assert heads == ["ID and status", "Update", "Action"]


def test_a_line_begins_where_it_was_typed(tmp_path: Path) -> None:
    meeting = ("date: 2030-01-10\nstatus: published\nagenda:\n  - number: 1\n    title: Gates\n    minutes: |\n"
               "      It was agreed that:\n      (a) the port replies\n        Unit 5\n")  # fmt: skip
    body = parts_of(odt.open_document(content_of(odd_register(tmp_path, meeting), "2030-01-10")))["content.xml"]
    [found] = [one for one in body.iter("{*}p") if (one.text or "").startswith("It was agreed")]
    assert [one.tail for one in found if one.tag.endswith("line-break")][0] == "(a) the port replies"
    assert "".join(map(shown, found)).endswith("\n  Unit 5")


def test_a_number_that_is_typed_is_not_counted_again(tmp_path: Path) -> None:
    typed = "1. First.\\n2. Second.\\n\\n12. Twelfth.\\n\\n- A sign."
    meeting = f'date: 2030-01-10\nstatus: published\nagenda:\n  - {{number: 1, title: Gates, minutes: "{typed}"}}\n'
    register = odd_register(tmp_path, meeting)
    body = parts_of(odt.open_document(content_of(register, "2030-01-10")))["content.xml"]
    lists = {one.get(f"{{{OFFICE['text']}}}style-name"): "".join(one.itertext()) for one in body.iter("{*}list")}
    assert {style: words for style, words in lists.items() if "First" in words or "Twelfth" in words}.keys() == {
        "As_typed"
    }
    assert "2. Second." in text_of(register, "2030-01-10")


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
@pytest.mark.parametrize("name", RECORDS)
def test_libreoffice_reads_all_of_it(name: str, registers: dict[str, Register], tmp_path: Path) -> None:
    register = registers[name]
    for stem in register.archive.meetings:
        (tmp_path / f"{stem}.odt").write_bytes(odt.open_document(content_of(register, stem)))
    command = ["soffice", f"-env:UserInstallation={tmp_path.as_uri()}/profile", "--headless", "--convert-to", "html",
               "--outdir", str(tmp_path), *map(str, tmp_path.glob("*.odt"))]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    for stem in register.archive.meetings:
        read = html5lib.parse((tmp_path / f"{stem}.html").read_bytes(), treebuilder="lxml").find(f".//{XHTML}body")
        whole = letters("".join(read.itertext()))
        body = parts_of((tmp_path / f"{stem}.odt").read_bytes())["content.xml"]
        paragraphs = [letters("".join(one.itertext())) for one in body.iter("{*}p", "{*}h")]
        assert [one for one in paragraphs if one not in whole] == [], stem


@pytest.mark.usefixtures("makes_pdf")
@pytest.mark.parametrize(("name", "stem"), [("record", "2022-03-21"), ("full", "2031-03-11")])
def test_the_pdf_is_tagged_as_its_standard_asks(name: str, stem: str, registers: dict[str, Register]) -> None:
    content = content_of(registers[name], stem)
    document = pdf.pdf_document(content)
    pdf._made.cache_clear()
    assert document == pdf.pdf_document(content_of(registers[name], stem))
    with pikepdf.open(io.BytesIO(document)) as read:
        root = read.Root
        assert "/Author" not in read.docinfo and "/CreationDate" not in read.docinfo
        assert (str(root.Lang), bool(root.MarkInfo.Marked)) == ("en-GB", True)
        assert bool(root.ViewerPreferences.DisplayDocTitle)
        with read.open_metadata() as metadata:
            assert (metadata["pdfuaid:part"], metadata["dc:title"]) == ("1", content.title)
        elements = list(tagged(root.StructTreeRoot))
        kinds = [str(one.S) for one in elements]
        levels = [int(kind[2:]) for kind in kinds if re.fullmatch(r"/H\d", kind)]
        assert levels[0] == 1 and levels.count(1) == 1
        assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False)), levels
        heads = {str(one.ID) for one in elements if one.S == "/TH" and "/ID" in one}
        named = {str(head) for one in elements if one.S == "/TD" for head in one.A.get("/Headers", [])}
        assert named and named <= heads
        assert all("/Headers" in one.A for one in elements if one.S == "/TD")
        links = [note for page in read.pages for note in page.get("/Annots", []) if note.Subtype == "/Link"]
        assert links and all("/StructParent" in note and str(note.Contents) for note in links)
        assert kinds.count("/Link") >= 1
        assert all(page.Tabs == "/S" and untagged(page) == 0 for page in read.pages)
        assert len(list(read.open_outline().root)) >= 1
    for number, sheet in enumerate(found := pypdfium2.PdfDocument(document), 1):
        text = sheet.get_textpage().get_text_range()
        assert f"{number} / {len(found)}" in text and content.address in text


# What an element may hold (ISO 32000-1, 14.8.4.3): nothing else is allowed in these.
MAY_HOLD = {
    "/L": {"/LI", "/L", "/Caption"}, "/LI": {"/Lbl", "/LBody"},
    "/Table": {"/THead", "/TBody", "/TFoot", "/TR", "/Caption"},
    "/THead": {"/TR"}, "/TBody": {"/TR"}, "/TFoot": {"/TR"}, "/TR": {"/TH", "/TD"},
}  # fmt: skip
ONLY_IN = {
    "/LI": {"/L"}, "/LBody": {"/LI"}, "/TR": {"/Table", "/THead", "/TBody", "/TFoot"}, "/TH": {"/TR"}, "/TD": {"/TR"},
    "/THead": {"/Table"}, "/TBody": {"/Table"},
}  # fmt: skip


@pytest.mark.usefixtures("makes_pdf")
@pytest.mark.parametrize("name", RECORDS)
def test_each_part_of_the_pdf_holds_what_it_may(name: str, registers: dict[str, Register]) -> None:
    for stem in list(registers[name].archive.meetings)[: 1 if name == "hostile" else None]:
        with pikepdf.open(io.BytesIO(pdf.pdf_document(content_of(registers[name], stem)))) as read:
            elements = [read.Root.StructTreeRoot.K[0], *tagged(read.Root.StructTreeRoot.K[0])]
            for one in elements:
                kind, below = str(one.S), kids(one)
                assert kind not in MAY_HOLD or {str(kid.S) for kid in below} <= MAY_HOLD[kind], (stem, kind)
                assert all(kind in ONLY_IN.get(str(kid.S), {kind}) for kid in below), (stem, kind)
                assert all(one == kid.P for kid in below), (stem, kind)
                assert kind != "/Table" or [str(kid.S) for kid in below].count("/Caption") <= (below[0].S == "/Caption")
                assert kind != "/TH" or str(one.A.Scope) in ("/Column", "/Row")
            assert_that_what_is_marked_is_in_the_tree(read, elements)


def kids(element: pikepdf.Dictionary) -> list[pikepdf.Dictionary]:
    return [one for one in element.get("/K", []) if isinstance(one, pikepdf.Dictionary) and "/S" in one]


def assert_that_what_is_marked_is_in_the_tree(read: pikepdf.Pdf, elements: list[pikepdf.Dictionary]) -> None:
    """Each marked content and each link is in one element, and the tree of parents leads back to it."""
    numbers = list(read.Root.StructTreeRoot.ParentTree.Nums)
    parents = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    held = [(one.Pg.objgen, int(kid), one) for one in elements for kid in one.get("/K", []) if not hasattr(kid, "keys")]
    for page in read.pages:
        marks = [place for operation in pikepdf.parse_content_stream(page) for place in marked(operation)]
        mine = {number: one for at, number, one in held if at == page.objgen}
        assert sorted(marks) == sorted(mine)
        assert all(parents[int(page.StructParents)][number] == one for number, one in mine.items())
        for note in page.get("/Annots", []):
            link = parents[int(note.StructParent)]
            assert link.S == "/Link" and any(
                getattr(one, "Obj", None) == note for one in link.K if hasattr(one, "keys")
            )
    assert not [one for one in elements if one.S == "/Link" and not [*kids(one)] and len(one.K) < 2]


def marked(operation: pikepdf.ContentStreamInstruction) -> Iterator[int]:
    """The number of the marked content that an operation begins. Text without a number is a header or a footer."""
    if str(operation.operator) == "BDC":
        name, properties = operation.operands
        if "/MCID" in properties:
            yield int(properties.MCID)
        else:
            assert name == "/Artifact" and str(properties.get("/Subtype", "")) in ("/Header", "/Footer", "")


def tagged(element: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    """Every element of the structure tree, in the order of reading."""
    below = element.get("/K", [])
    for one in below if isinstance(below, pikepdf.Array) else [below]:
        if isinstance(one, pikepdf.Dictionary) and "/S" in one:
            yield one
            yield from tagged(one)


def untagged(page: pikepdf.Page) -> int:
    """How many times a page shows or paints something that is neither tagged nor marked as an artifact."""
    shows = ("Tj", "TJ", "'", '"', "f", "f*", "F", "S", "s", "B", "B*", "b", "b*", "Do", "sh")
    depth = found = 0
    for operation in pikepdf.parse_content_stream(page):
        name = str(operation.operator)
        depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(name, 0)
        found += depth == 0 and name in shows
    return found


ODD = """date: 2030-01-10
status: published
title: "Kept \u202eright to left\u202c, \u05d0\u05d1\u05d2 and <b>&amp;</b> ]]> <?x?>"
attendees: "\u0645\u062d\u0645\u062f"
agenda:
  - number: 1
    title: %s
    minutes: |
      [script](javascript:alert(1)), [data](data:text/html;base64,AAAA), [file](file:///etc/passwd),
      [site](https://example.org/a?b=1&c=2), [withheld: personal data] and <img src="http://example.org/p.png">.
withheld:
  - {what: A telephone number, reason: It is private}
"""


# A whole address is a link on the page too; nothing is fetched from it.
LED_TO = {"https://example.org/a?b=1&c=2", "http://example.org/p.png"}


def odd_register(folder: Path, meeting: str = ODD % ("W" * 400)) -> Register:
    (folder / "data/meetings").mkdir(parents=True)
    (folder / "data/group.yml").write_text("name: Invented Group\ncontact: clerk@parish.example\n", encoding="utf-8")
    (folder / "data/people.yml").write_text("people: {}\n", encoding="utf-8")
    (folder / "data/meetings/2030-01-10.yml").write_text(meeting, encoding="utf-8")
    return load(folder)


def test_nothing_odd_acts_in_the_editable_document(tmp_path: Path) -> None:
    register = odd_register(tmp_path)
    body = parts_of(odt.open_document(content_of(register, "2030-01-10")))["content.xml"]
    links = set(map(str, body.xpath("//text:a/@*[local-name()='href']", namespaces=OFFICE)))
    assert {one for one in links if not one.startswith("#")} == LED_TO
    text = "".join(body.itertext())
    odd = ["אבג and <b>&amp;</b> ]]> <?x?>", "محمد", "W" * 400, "[withheld: personal data]", "It is private"]
    for typed in (*odd, '<img src="http://example.org/p.png">', "[Withheld: A telephone number]"):
        assert typed in text


@pytest.mark.usefixtures("makes_pdf")
def test_nothing_odd_acts_in_the_pdf(tmp_path: Path) -> None:
    document = pdf.pdf_document(content_of(odd_register(tmp_path), "2030-01-10"))
    with pikepdf.open(io.BytesIO(document)) as read:
        notes = [note for page in read.pages for note in page.get("/Annots", [])]
        assert {str(note.A.URI) for note in notes if "/URI" in note.get("/A", {})} == LED_TO
        assert not {"/JavaScript", "/EmbeddedFiles"} & set(read.Root.get("/Names", {}).keys())
        assert "/OpenAction" not in read.Root
    for sheet in pypdfium2.PdfDocument(document):
        text = sheet.get_textpage()
        right = max(text.get_rect(nth)[2] for nth in range(text.count_rects()))
        assert right <= sheet.get_width() - 40


@given(text(max_size=60))
def test_any_text_is_kept_but_for_what_xml_cannot_hold(words: str) -> None:
    into = etree.Element("body")
    flow = Flow(into)
    flow.keeps = "pre-wrap"
    flow.text(words)
    read = etree.fromstring(etree.tostring(into))
    found = "".join(shown(one) for paragraph in read for one in (paragraph, *paragraph))
    bad = {one for one in words if ord(one) < 0x20 and one not in "\t\n\r" or one in "\ufffe\uffff"}
    assert found == "".join("\ufffd" if one in bad else one for one in words)


def shown(element: etree._Element) -> str:
    """The text at the beginning of an element of a paragraph, and behind it."""
    own = {"tab": "\t", "line-break": "\n", "s": " " * int(element.get(f"{{{OFFICE['text']}}}c", "1"))}
    text = own.get(etree.QName(element).localname, element.text or "")
    return text + (element.tail or "" if etree.QName(element).localname != "p" else "")


def test_the_page_of_a_meeting_offers_what_there_is(registers: dict[str, Register]) -> None:
    offered = list(offers.alternatives(registers["record"], "meetings/2022-03-21/"))
    assert [(one.name, one.address) for one in offered] == [("ODT", "meetings/2022-03-21/minutes.odt")]
    assert set(offers.files(registers["record"])) == {"meetings/2022-03-21/minutes.odt"}
    assert list(offers.alternatives(registers["record"], "meetings/")) == []
    assert list(offers.alternatives(registers["record"], "meetings/2022-03-21/x/")) == []


@pytest.mark.usefixtures("makes_pdf")
def test_with_weasyprint_a_pdf_is_offered_first(registers: dict[str, Register]) -> None:
    offered = list(offers.alternatives(registers["record"], "meetings/2022-03-21/"))
    assert [one.name for one in offered] == ["PDF", "ODT"]
    assert {one.address for one in offered} == set(offers.files(registers["record"]))


def test_without_pango_one_sentence_says_so(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    (tmp_path / "weasyprint.py").write_text("raise OSError('cannot load library')\n", encoding="utf-8")
    done = run(project, sys.executable, "-c", "from macros.cli import main; main()", "build", PYTHONPATH=str(tmp_path))
    assert done.returncode == 0, done.stderr
    said = "WeasyPrint is installed, but the library Pango is not, so no PDF is made. Install Pango."
    assert done.stderr.count(said) == 1 and "Traceback" not in done.stderr
    assert not list(project.rglob("*.pdf"))


def test_without_weasyprint_nothing_is_said_and_documents_to_edit_are_there(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    done = minutes(project, "build")
    assert (done.returncode, done.stderr) == (0, "")
    [document] = (project / "site").rglob("minutes.*")
    assert document.read_bytes()[38:77] == odt.MEDIA_TYPE.encode()


def test_a_site_with_pdfs_links_to_them(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    done = run(project, sys.executable, "-c", "from macros.cli import main; main()", "build", PYTHONPATH="")
    assert done.returncode == 0, done.stderr
    if "Pango" in done.stderr:
        pytest.skip("Pango is not installed")
    page = (project / "site/meetings/2022-03-21/index.html").read_text(encoding="utf-8")
    assert '<link rel="alternate" type="application/pdf" title="PDF" href="minutes.pdf">' in page
    assert pypdfium2.PdfDocument(project / "site/meetings/2022-03-21/minutes.pdf").get_toc()
