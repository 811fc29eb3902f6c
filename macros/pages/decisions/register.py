"""The register of decisions: a page of all, the newest first, and a page of each year with their permanent places."""

from collections.abc import Iterator
from itertools import groupby

from macros.language import _
from macros.pages.decided import Shown, shown
from macros.pages.expected import Expected, for_readers
from macros.pages.page import Page
from macros.pages.search_records import Kind
from macros.pages.stubs import Stub, stub
from macros.register import Decided, Register, addresses

# With more decisions, the page of all has the newest of them, and the rest is on the pages by year.
_FIRST = 200


def pages(register: Register) -> Iterator[Stub]:
    """The page of all decisions and that of each year; none if no decision is on record."""
    if not register.decided:
        return
    yield stub(addresses.DECISIONS, _("Decisions"), _("What the group decided, the newest first."), "decisions()",
               "data/meetings")  # fmt: skip
    for year in _years(register):
        title = _("Decisions of {year}").format(year=year)
        about = _("What the group decided in {year}, each decision at its own address.").format(year=year)
        yield stub(addresses.decisions_of(year), title, about, f"decisions_of({year})", "data/meetings")


def decisions(page: Page) -> str:
    """Every decision in a list, the newest first, with a search of them."""
    newest = _newest_first(page.register)
    return page.write(
        "decisions.html", meetings=_by_meeting(page, newest[:_FIRST]), years=_years(page.register), kind=Kind.DECISION,
        shown=min(_FIRST, len(newest)), all=len(newest), year=None,
    )  # fmt: skip


def decisions_of(page: Page, year: int) -> str:
    """The decisions of a year at their permanent places, the newest first."""
    of_year = [one for one in _newest_first(page.register) if _year(one) == year]
    return page.write(
        "decisions.html", meetings=_by_meeting(page, of_year), years=_years(page.register), kind=Kind.DECISION,
        shown=len(of_year), all=len(of_year), year=year,
    )  # fmt: skip


def expected(register: Register) -> Iterator[Expected]:
    """Every value of every decision, at its permanent address."""
    for one in register.decided.values():
        filed = register.archive.meeting_files[one.stem]
        for path, value, prose in for_readers(filed.record):
            if path[: len(one.path)] == one.path and path[-1] != "ref":
                yield Expected(filed.file, path, value, prose, addresses.decision(one.reference))


def _newest_first(register: Register) -> list[Decided]:
    """The decisions of the latest meeting first, those of one meeting in its order."""
    return sorted(register.decided.values(), key=lambda one: one.stem, reverse=True)


def _by_meeting(page: Page, decided: list[Decided]) -> dict[str, list[Shown]]:
    return {
        stem: shown(page.on(page.day_of(stem)), of_meeting)
        for stem, of_meeting in groupby(decided, key=lambda one: one.stem)
    }


def _years(register: Register) -> list[int]:
    return sorted({_year(one) for one in register.decided.values()}, reverse=True)


def _year(one: Decided) -> int:
    return int(one.stem[:4])


PAGES, EXPECTED = pages, expected
MACROS = {"decisions": decisions, "decisions_of": decisions_of}
