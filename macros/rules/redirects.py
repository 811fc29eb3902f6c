"""Rules about old addresses that lead on to new ones."""

from collections.abc import Iterator

from macros.language import _
from macros.record.archive import Archive
from macros.record.problems import Problem, Severity


def redirects_lead_straight_there(archive: Archive) -> Iterator[Problem]:
    """No redirect leads to an address that is itself redirected, so that none leads round in a circle.

        '/meetings/2022-03-22/' is itself redirected, to '/meetings/2022-03-23/'; write the last address
        '/people/' leads to itself; write the address that takes its place, or delete the line

    In data/redirects.yml, the old address stands before the colon and the new one behind it. Write the address
    where the page is now.
    """
    filed = archive.redirects_file
    redirects = filed.record.redirects if filed else {}
    for old, new in redirects.items():
        if filed and new in redirects:
            said = _("'{new}' is itself redirected, to '{last}'; write the last address")
            if new == old:
                said = _("'{new}' leads to itself; write the address that takes its place, or delete the line")
            told = said.format(new=new, last=redirects[new])
            yield filed.problem(Severity.ERROR, ("redirects", old), told)
