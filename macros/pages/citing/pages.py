"""The pages of citations: one about the whole record, and one for each year of meetings."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from markupsafe import Markup

from macros.language import _
from macros.pages.alternatives import Alternative, Use
from macros.pages.citing.formats import bibtex, csl_json, ris
from macros.pages.citing.reference import (
    Reference,
    meeting_cited,
    parts_cited,
    whole_record,
)
from macros.pages.page import Page
from macros.pages.stubs import Stub, stub
from macros.register import Register, addresses

_FORMATS: tuple[tuple[str, str, str, Callable[[Iterable[Reference]], str]], ...] = (
    ("BibTeX", "bib", "application/x-bibtex", bibtex),
    ("RIS", "ris", "application/x-research-info-systems", ris),
    ("CSL-JSON", "json", "application/vnd.citationstyles.csl+json", csl_json),
)


def pages(register: Register) -> Iterator[Stub]:
    """The page about the whole record, and that of each year with a meeting."""
    about = _("How to cite this record, its meetings, agenda items, decisions and actions.")
    yield stub(addresses.CITE, _("How to cite this record"), about, "citing()", "data")
    for year in _years(register):
        title = _("How to cite the meetings of {year}").format(year=year)
        about = _("A sentence for each meeting of {year}, and for its agenda items, decisions and new actions.")
        yield stub(addresses.citing(year), title, about.format(year=year), f"citing_of({year})", "data/meetings")


def citing(page: Page) -> str:
    """How to cite the whole record, with links to the pages of the years."""
    years = sorted(_years(page.register), reverse=True)
    return page.write("citing.html", whole=_shown(page, whole_record(page.register)), years=years, meetings=[],
                      files=_files(page.here))  # fmt: skip


def citing_of(page: Page, year: int) -> str:
    """How to cite each meeting of a year and its parts, the latest meeting first."""
    register, whole = page.register, whole_record(page.register)
    meetings = [
        (stem, _shown(page, meeting_cited(whole, register, stem)), _files(addresses.meeting(stem)),
         [_shown(page, one) for one in parts_cited(whole, register, stem)])
        for stem in reversed(_years(register)[year])
    ]  # fmt: skip
    return page.write("citing.html", whole=None, years=[], meetings=meetings, files=_files(page.here))


def alternatives(register: Register, address: str) -> Iterator[Alternative]:
    """How to cite the whole record, a meeting, an action, or the decisions of a year."""
    if address == addresses.HOME:
        about = _("Sentences that cite the record, its meetings, items, decisions and actions.")
        yield Alternative(Use.CITE, _("How to cite"), addresses.CITE, about=about)
        for name, file, media_type in _files(addresses.CITE):
            yield Alternative(Use.CITE, name, file, media_type, _("A reference to the whole record, for programs."))
    elif stem := register.meetings_at.get(address):
        place = f"{addresses.citing(register.archive.meetings[stem].date.year)}#{addresses.citing_anchor(address)}"
        yield Alternative(Use.CITE, _("How to cite"), place)
        for name, file, media_type in _files(address):
            yield Alternative(Use.CITE, name, file, media_type)
    elif action := register.actions_at.get(address):
        year = register.archive.meetings[action.mentions[0].meeting].date.year
        yield Alternative(Use.CITE, _("How to cite"), f"{addresses.citing(year)}#{addresses.citing_anchor(address)}")
    elif address.startswith(addresses.DECISIONS):
        of_year = {addresses.decisions_of(year): addresses.citing(year) for year in _years(register)}
        yield Alternative(Use.CITE, _("How to cite"), of_year.get(address, addresses.CITE))


def files(register: Register) -> dict[str, str]:
    """The references of the whole record, of each meeting, and of all that is cited of each year, in every format."""
    whole = whole_record(register)
    found = {addresses.CITE: [whole]}
    for year, stems in _years(register).items():
        of_year = found[addresses.citing(year)] = []
        for stem in stems:
            one = meeting_cited(whole, register, stem)
            found[addresses.meeting(stem)] = [one]
            of_year += [one, *parts_cited(whole, register, stem)]
    return {
        addresses.reference_file(place, ending): write(references)
        for place, references in found.items()
        for _name, ending, _media_type, write in _FORMATS
    }


def _files(place: str) -> list[tuple[str, str, str]]:
    """The name, the address and the media type of each file of references beside a page."""
    return [(name, addresses.reference_file(place, ending), kind) for name, ending, kind, _write in _FORMATS]


def _shown(page: Page, one: Reference) -> tuple[str, Markup]:
    """The anchor of a reference on the page of its year, and its sentence with a link to what it cites."""
    said = one.url or f"/{one.place}"
    linked = Markup('<a href="{}">{}</a>').format(page.link(one.place), said)
    return addresses.citing_anchor(one.place), one.sentence(linked)


def _years(register: Register) -> dict[int, list[str]]:
    """The stems of the meetings of each year, the earliest first."""
    found: dict[int, list[str]] = defaultdict(list)
    for stem, meeting in register.archive.meetings.items():
        found[meeting.date.year].append(stem)
    return found


PAGES, FILES, ALTERNATIVES = pages, files, alternatives
MACROS = {"citing": citing, "citing_of": citing_of}
