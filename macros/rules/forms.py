"""A rule about the forms that the group's file switches on."""

import re
from collections.abc import Iterator

from macros.archive import Archive
from macros.problems import Problem, Severity

_OWNER_AND_NAME = re.compile(r"https?://[\w.-]+(?::\d+)?/[^/]+/.*[^/].*")


def forms_have_a_repository(archive: Archive) -> Iterator[Problem]:
    """A group with forms names the repository in which they save, down to its owner and name."""
    group, like = archive.group, "like https://github.com/owner/name"
    if not group.forms:
        return
    if not group.repository:
        yield archive.group_file.problem(
            Severity.ERROR, ("forms",), f"the forms have nowhere to save; add a line 'repository:' {like}"
        )
    elif not _OWNER_AND_NAME.fullmatch(group.repository):
        yield archive.group_file.problem(
            Severity.ERROR, ("repository",), f"the forms need the repository's owner and name; write it {like}"
        )
