"""A rule about the forms that the group's file switches on."""

import re
from collections.abc import Iterator

from macros.language import _
from macros.record.archive import Archive
from macros.record.problems import Problem, Severity

_OWNER_AND_NAME = re.compile(r"https?://[\w.-]+(?::\d+)?/[^/]+/.*[^/].*")


def forms_have_a_repository(archive: Archive) -> Iterator[Problem]:
    """A group with forms names the repository in which they save, down to its owner and name.

        the forms have nowhere to save; 'repository' has to hold the address of the repository, like
          https://github.com/owner/name

    Add a line 'repository:' to data/group.yml, with the address of the repository as your browser shows it. If the
    group wants no forms, delete the lines of 'forms:'.
    """
    group = archive.group
    if group.forms and not _OWNER_AND_NAME.fullmatch(group.repository or ""):
        said = _(
            "the forms have nowhere to save; 'repository' has to hold the address of the repository, like "
            "https://github.com/owner/name"
        )
        yield archive.group_file.problem(Severity.ERROR, ("forms",), said)


RULES = (forms_have_a_repository,)
