"""Rules about old addresses that need every address of the site."""

from collections.abc import Iterator

from macros.language import _
from macros.pages import pages_of_the_record
from macros.record.archive import Filed
from macros.record.models import Redirects
from macros.record.problems import Problem, Severity, nearest
from macros.register.places import standing
from macros.register.register import Register


def redirects_hold(register: Register) -> Iterator[Problem]:
    """Each redirect begins where nothing stands, on a page that can hold it, and leads to what stands.

        '/meetings/2022-03-12/' is not an address of this site; did you mean '/meetings/2022-03-21/'?
        '/minutes/' is not an address of this site; check it
        '/meetings/2022-03-21/' stands on this site, so it cannot lead elsewhere; delete the line
        there is no page '/actions/2020/' to lead on from '/actions/2020/#abc0720-01'; redirect '/actions/2020/' too

    Open the page that should be found now, and copy its address from the browser, from the first slash behind the
    name of the site.
    """
    filed = register.archive.redirects_file
    if filed is None:
        return
    there = standing(register)
    pages = {stub.address for stub in pages_of_the_record(register)} | set(register.archive.moved_pages)
    for old, new in register.archive.redirects.items():
        yield from _begins(filed, old, there, pages)
        if new not in there and new not in register.archive.redirects:
            mend = nearest(f"/{new}", [f"/{address}" for address in there]) or _("; check it")
            said = _("'{address}' is not an address of this site{mend}").format(address=f"/{new}", mend=mend)
            yield filed.problem(Severity.ERROR, ("redirects", f"/{old}"), said)


def _begins(filed: Filed[Redirects], old: str, there: frozenset[str], pages: set[str]) -> Iterator[Problem]:
    page, sign, _rest = old.partition("#")
    if old in there:
        said = _("'{old}' stands on this site, so it cannot lead elsewhere; delete the line")
    elif sign and page not in pages:
        said = _("there is no page '{page}' to lead on from '{old}'; redirect '{page}' too")
    else:
        return
    place = filed.entry_key(("redirects", f"/{old}"))
    yield Problem(place, Severity.ERROR, said.format(old=f"/{old}", page=f"/{page}"))
