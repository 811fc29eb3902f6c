"""Rules about the group's file."""

import re
from collections.abc import Iterator

from macros.language import _
from macros.record import Archive, Problem, Severity
from macros.record.models import ENGLAND, WORKING_DAY

_OWNER_AND_NAME = re.compile(r"https://[\w.-]+(?::\d+)?/[^/]+/.*[^/].*")


def contact_is_given(archive: Archive) -> Iterator[Problem]:
    """The group's file says how a reader reaches the publisher.

        note: no 'contact' is given; the site says that none is recorded

    You can leave this. To remove the note, add a line 'contact:' with an address for readers to data/group.yml.
    """
    if not archive.group.contact:
        said = _("no 'contact' is given; the site says that none is recorded")
        yield archive.group_file.problem(Severity.NOTE, (), said)


def working_days_are_those_of_the_country(archive: Archive) -> Iterator[Problem]:
    """Where minutes are due in working days and the group is not in the United Kingdom, its holidays are named.

        warning: working days are counted by the holidays of England and Wales, and the locale is de_DE; write
          'holidays:' with the country, like DE

    Write the rule as two keys: `within: 15 working days` and `holidays: DE` below 'minutes_due:'. If the holidays of
    England are meant, write `holidays: GB-ENG`.
    """
    group, due = archive.group, archive.group.minutes_due
    country = group.locale.rpartition("_")[2]
    if due and due.within.unit == WORKING_DAY and not due.holidays and country != ENGLAND.partition("-")[0]:
        said = _(
            "working days are counted by the holidays of England and Wales, and the locale is {locale}; write "
            "'holidays:' with the country, like DE"
        )
        yield archive.group_file.warning(("minutes_due",), said.format(locale=group.locale), "holidays")


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
