"""Rules about the terms of reference."""

from collections.abc import Iterator

from macros.language import _
from macros.record import Archive, Problem, Severity


def file_is_named_after_its_day(archive: Archive) -> Iterator[Problem]:
    """A version of the terms is in a file named after the day it was adopted.

        adopted on 2022-02-01 but the file is named '2022-01-31.md'; expected '2022-02-01.md'

    Find out which of the two is right. Then correct the day in the file, or rename the file.
    """
    for stem, filed in archive.terms_files.items():
        adopted = filed.record.adopted
        if adopted and adopted.isoformat() != stem:
            said = _("adopted on {day} but the file is named '{name}'; expected '{expected}'")
            message = said.format(day=adopted, name=f"{stem}.md", expected=f"{adopted}.md")
            yield filed.problem(Severity.ERROR, ("adopted",), message)
