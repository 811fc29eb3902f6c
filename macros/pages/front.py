"""The description of the record: the page about it, and the name of the site."""

from macros import offered
from macros.language import _
from macros.pages.corrections import corrected
from macros.pages.frame import reachable
from macros.pages.page import Page
from macros.record import GROUP, phrases
from macros.record.models import ActionIds, Group
from macros.register import addresses, repository_host


def about_record(page: Page) -> str:
    """What the group is, who publishes the record, under which licence, and how its action ids are built."""
    group = page.register.archive.group
    host = repository_host(group)
    return page.write(
        "about.html", group=group, called=page.group, publisher=page.publisher,
        changes=corrected(page, GROUP), reachable=reachable,
        has_gaps=any(not (item.number and item.time and item.title and item.lead) for item in group.standing_agenda),
        in_ids=_in_ids(group.action_id), habits=_habits(group), forms_host=host,
        has_withheld=page.has(addresses.WITHHELD) and page.register.withholds,
        has_forms=bool(host) and _has_forms(page),  # without a host there are none, and no file is made to see it
    )  # fmt: skip


def _has_forms(page: Page) -> bool:
    return any(addresses.EDIT in address for files in offered("FILES") for address in files(page.register))


def _habits(group: Group) -> list[tuple[str, str]]:
    """What is said of the actions of all meetings: the key of data/group.yml, and a sentence."""
    found = (
        ("restarting_ids", group.restarting_ids, _("Ids begin anew at each meeting.")),
        ("actions_raised", group.actions_raised, phrases.raised_where_first_recorded()),
        ("reviews_actions", not group.reviews_actions, _("Meetings do not go through the actions of earlier ones.")),
    )
    return [(field, said) for field, holds, said in found if holds]


def _in_ids(ids: ActionIds | None) -> str:
    """The meaning of the parts of an action id, as text."""
    month, year = (ids is not None and part in ids.pattern for part in ("{month}", "{year}"))
    if month and year:
        return _("the month and year of the meeting that raised the action, and a running number")
    if month:
        return _("the month of the meeting that raised the action, and a running number")
    if year:
        return _("the year of the meeting that raised the action, and a running number")
    return _("a running number")
