"""Rules about the group's file."""

import re
from collections.abc import Iterator

from macros.language import _
from macros.record import Archive, Problem, Severity

_OWNER_AND_NAME = re.compile(r"https://[\w.-]+(?::\d+)?/[^/]+/.*[^/].*")


def contact_is_given(archive: Archive) -> Iterator[Problem]:
    """The group's file says how a reader reaches the publisher.

        note: no 'contact' is given; the site says that none is recorded

    You can leave this. To remove the note, add a line 'contact:' with an address for readers to data/group.yml.
    """
    if not archive.group.contact:
        said = _("no 'contact' is given; the site says that none is recorded")
        yield archive.group_file.problem(Severity.NOTE, (), said)


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
