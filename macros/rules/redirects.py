"""Rules about old addresses that lead on to new ones."""

from collections.abc import Iterator

from macros.language import _
from macros.record import Archive, Filed, Problem, Severity, nearest
from macros.record.models import Redirects
from macros.register import Register, existing_addresses, page_addresses


def redirects_lead_straight_there(archive: Archive) -> Iterator[Problem]:
    """No redirect leads to an address that is itself redirected. This also prevents circles.

        '/meetings/2022-03-22/' is itself redirected, to '/meetings/2022-03-23/'; write the last address
        '/people/' leads to itself; write the address that takes its place, or delete the line

    In data/redirects.yml, the old address is before the colon and the new one after it. Write the address
    where the page is now.
    """
    filed = archive.redirects_file
    redirects = filed.record.redirects if filed else {}
    for old, new in redirects.items():
        if filed and new in redirects:
            said = _("'{new}' is itself redirected, to '{last}'; write the last address")
            if new == old:
                said = _("'{new}' leads to itself; write the address that takes its place, or delete the line")
            message = said.format(new=new, last=redirects[new])
            yield filed.problem(Severity.ERROR, ("redirects", old), message)


def redirects_hold(register: Register) -> Iterator[Problem]:
    """Each redirect starts at an address that no longer exists, and leads to one that exists.

        '/meetings/2022-03-12/' is not an address of this site; did you mean '/meetings/2022-03-21/'?
        '/minutes/' is not an address of this site; check it
        '/meetings/2022-03-21/' exists on this site, so it cannot be redirected; delete the line
        there is no page '/actions/2020/' to lead on from '/actions/2020/#abc0720-01'; redirect '/actions/2020/' too

    Open the page that should be found now, and copy its address from the browser, from the first slash after the
    name of the site.
    """
    filed = register.archive.redirects_file
    if filed is None:
        return
    there = existing_addresses(register)
    pages = {*page_addresses(register), *register.archive.moved_pages}
    for old, new in register.archive.redirects.items():
        yield from _begins(filed, old, there, pages)
        if new not in there and new not in register.archive.redirects:
            fix = nearest(f"/{new}", [f"/{address}" for address in there]) or _("; check it")
            said = _("'{address}' is not an address of this site{fix}").format(address=f"/{new}", fix=fix)
            yield filed.problem(Severity.ERROR, ("redirects", f"/{old}"), said)


def _begins(filed: Filed[Redirects], old: str, there: frozenset[str], pages: set[str]) -> Iterator[Problem]:
    page, sign, _rest = old.partition("#")
    if old in there:
        said = _("'{old}' exists on this site, so it cannot be redirected; delete the line")
    elif sign and page not in pages:
        said = _("there is no page '{page}' to lead on from '{old}'; redirect '{page}' too")
    else:
        return
    place = filed.entry_key(("redirects", f"/{old}"))
    yield Problem(place, Severity.ERROR, said.format(old=f"/{old}", page=f"/{page}"))
