"""The page about the open data: every file, every field, and how to read them."""

from collections.abc import Iterator

from macros.language import _
from macros.pages.data.documents import KINDS, VERSION
from macros.pages.data.examples import UNKNOWN_SITE, examples, site
from macros.pages.data.fields import fields_of, kinds_in
from macros.pages.data.schemas import schema_of
from macros.pages.data.tables import SAFE, TABLES, metadata_address
from macros.pages.page import Page
from macros.pages.stubs import Stub, stub
from macros.register import Register, addresses


def pages(_register: Register) -> Iterator[Stub]:
    """The page. It is there for every record, as the files are."""
    about = _("The record as files for programs and spreadsheets: every file, every field, and how to read them.")
    yield stub(addresses.DATA, _("Use this data"), about, "open_data()", "data", ["data"])


def open_data(page: Page) -> str:
    """Every file with its fields, the promise of what may change, and examples."""
    register = page.register
    return page.write(
        "data.html", version=VERSION, safe=SAFE, tables=TABLES, fields_of=fields_of, metadata=metadata_address,
        files={kind: schema_of(model)["description"] for kind, model in KINDS.items()},
        kinds={kind.name: kind for model in KINDS.values() for kind in kinds_in(model)},
        examples=examples(register), site=site(register), is_known=site(register) != UNKNOWN_SITE,
    )  # fmt: skip
