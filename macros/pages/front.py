"""The home page's parts and the description of the record."""

from markupsafe import escape

from macros import wording
from macros.forms import repository_host
from macros.models import ActionIds
from macros.pages.actions import as_of
from macros.pages.meetings import latest_meeting, next_meeting
from macros.pages.page import Page


def home(page: Page) -> str:
    """The latest meeting, the next one, the open actions, and how to find things."""
    return page.write("home.html", latest=latest_meeting(page), next=next_meeting(page), as_of=as_of(page))


def about_record(page: Page) -> str:
    """Who publishes the record, under which licence, and how its action ids are built."""
    group = page.register.archive.group
    publisher = page.register.archive.people.organisations[group.publisher]
    return page.write(
        "about.html", group=group, publisher=publisher,
        in_ids=_in_ids(group.action_id), forms_host=repository_host(group),
    )  # fmt: skip


def _in_ids(ids: ActionIds | None) -> str:
    """What the parts of an action id say."""
    parts = [part for part in ("month", "year") if ids and f"{{{part}}}" in ids.pattern]
    when = f"the {wording.listed(parts)} of the meeting that raised the action, and " if parts else ""
    return f"{when}a running number"


def site_name(page: Page) -> str:
    """The site's name as HTML."""
    return str(escape(f"{page.register.archive.group.short_name} published minutes"))
