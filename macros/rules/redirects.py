"""Rules about redirects that need no other file."""

from collections.abc import Iterator

from macros.archive import Archive
from macros.problems import Problem, Severity


def redirects_lead_straight_there(archive: Archive) -> Iterator[Problem]:
    """No redirect leads to an address that is itself redirected, so that none leads round in a circle."""
    filed = archive.redirects_file
    redirects = filed.record.redirects if filed else {}
    for old, new in redirects.items():
        if filed and new in redirects:
            message = f"'{new}' is itself redirected, to '{redirects[new]}'; write the last address"
            if new == old:
                message = f"'{old}' leads to itself; write the address that takes its place, or delete the line"
            yield filed.problem(Severity.ERROR, ("redirects", old), message)
