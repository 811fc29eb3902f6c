"""The page of people, posts and organisations."""

from functools import partial

from macros.pages.page import Page
from macros.record.models import about, not_beside
from macros.register.addresses import person_anchor


def people(page: Page) -> str:
    """Who each set of initials is, with roles, meetings attended and actions owned."""
    page = page.without_explanations()
    register = page.register
    found = register.archive.people
    return page.write(
        "people.html",
        people=sorted(found.people.items(), key=lambda item: item[0].lower()),
        posts=sorted(found.posts.items(), key=lambda item: page.name(item[1]).lower()),
        organisations=sorted(found.organisations.items(), key=lambda item: page.name(item[1]).lower()),
        changes=tuple(reversed(found.changes)),
        about=partial(about, found.acknowledged), reasons=not_beside(found.acknowledged, found.entries),
        members=register.members, attended=register.attended, owned=register.owned, anchor=person_anchor,
    )  # fmt: skip
