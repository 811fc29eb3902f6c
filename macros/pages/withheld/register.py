"""The register of what is withheld: by meeting, the newest first, and who is shown by role only."""

from collections.abc import Iterator

from macros.language import _
from macros.pages.expected import Expected, for_readers
from macros.pages.page import Page
from macros.pages.stubs import Stub, stub
from macros.record.models import People, Person
from macros.register import Register, addresses


def pages(register: Register) -> Iterator[Stub]:
    """The page, also of a record that withholds nothing: there is no memory of whether one did before."""
    yield stub(addresses.WITHHELD, _("Withheld"), _("What this record leaves out on purpose, and why."),
               "withheld()", "data/meetings")  # fmt: skip


def withheld(page: Page) -> str:
    """Each part that is withheld, with its reason and ground and the day on which it is looked at again."""
    return page.write(
        "withheld.html", meetings=dict(sorted(page.register.withheld.items(), reverse=True)),
        people=[(page.who(key), one) for key, one in _by_role(page.register.archive.people).items()],
    )  # fmt: skip


def expected(register: Register) -> Iterator[Expected]:
    """Every value of every entry."""
    for filed in register.archive.meeting_files.values():
        for path, value, prose in for_readers(filed.record):
            if path[0] == "withheld":
                yield Expected(filed.file, path, value, prose, addresses.WITHHELD)


def _by_role(people: People) -> dict[str, Person]:
    """Whose names are withheld."""
    return {key: one for key, one in people.people.items() if one.withheld}


PAGES, EXPECTED = pages, expected
MACROS = {"withheld": withheld}
