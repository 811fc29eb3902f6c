"""The people and organisations page."""

from collections import defaultdict

from macros.addresses import person_anchor
from macros.pages.page import Page


def people(page: Page) -> str:
    """Who each set of initials is, with roles, meetings attended and actions owned."""
    register = page.register
    found = register.archive.people
    members: dict[str, list[str]] = defaultdict(list)
    for key, person in found.people.items():
        for organisation in {role.organisation for role in person.roles if role.organisation}:
            members[organisation].append(key)
    return page.write(
        "people.html",
        people=sorted(found.people.items(), key=lambda item: item[0].lower()),
        organisations=sorted(found.organisations.items(), key=lambda item: item[1].name.lower()),
        members=members, attended=register.attended, owned=register.owned, anchor=person_anchor,
    )  # fmt: skip
