"""The page about the open data: every file, every field, and how to read them."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from macros.language import _
from macros.pages.data.documents import KINDS, VERSION
from macros.pages.data.examples import UNKNOWN_SITE, examples, site
from macros.pages.data.fields import fields_of, kinds_in
from macros.pages.data.schemas import schema_of
from macros.pages.data.tables import SAFE, TABLES, Table, metadata_address
from macros.pages.page import Page
from macros.pages.stubs import Stub, stub
from macros.register import Register, addresses

_FILE = Markup("<code>{}</code>")


@dataclass(frozen=True)
class Part:
    """A part of the page: its heading, its anchor, and the anchors and headings in it for the contents."""

    title: str
    anchor: str
    within: tuple[tuple[str, str], ...] = ()


def pages(_register: Register) -> Iterator[Stub]:
    """The page. It is there for every record, as the files are."""
    about = _("The record as files for programs and spreadsheets: every file, every field, and how to read them.")
    yield stub(addresses.DATA, _("Use this data"), about, "open_data()", "data", ["data", "contents"])


def open_data(page: Page) -> str:
    """Every file with its fields, the promise of what may change, and examples."""
    register = page.register
    return page.write(
        "data.html", parts={part.anchor: part for part in _parts()}, version=VERSION, safe=SAFE, tables=TABLES,
        fields_of=fields_of, metadata=metadata_address, kind_anchor=_kind_anchor, table_anchor=_table_anchor,
        files={kind: schema_of(model) for kind, model in KINDS.items()},
        kinds={kind.name: kind for model in KINDS.values() for kind in kinds_in(model)},
        examples=examples(register), site=site(register), is_known=site(register) != UNKNOWN_SITE,
    )  # fmt: skip


def _parts() -> Iterator[Part]:
    """The parts of the page in their order."""
    yield Part(_("Files"), "files")
    yield Part(_("What may change"), "promise")
    yield Part(_("How values are written"), "values")
    yield Part(_("Examples"), "examples", (("example-spreadsheet", _("Spreadsheet")),))
    of_files = tuple((_kind_anchor(model.__name__), _FILE.format(f"{kind}.json")) for kind, model in KINDS.items())
    yield Part(_("Fields of the JSON files"), "fields", of_files)
    of_tables = tuple((_table_anchor(table), _FILE.format(table.file)) for table in TABLES)
    yield Part(_("Columns of the CSV files"), "columns", of_tables)


def _kind_anchor(name: str) -> str:
    """Where the fields of a kind of record, or of file, are explained."""
    return name.lower()


def _table_anchor(table: Table) -> str:
    """Where the columns of a table are explained."""
    return f"columns-{table.name}"
