"""The page of one person, post or organisation: their open and closed actions."""

from macros.pages.page import Page
from macros.pages.roles import counted_seats, presence_said
from macros.register import Action, Presence, seats
from macros.register.addresses import person_anchor


def owner(page: Page, key: str) -> str:
    """The actions of the owner with the key `key`, or with the address of a name, with ages; for an organisation, also
    its people.

    Raises KeyError for a key that is not in the register.
    """
    register = page.register
    if key not in register.archive.people.entries:
        key = {person_anchor(one): one for one in register.archive.people.entries}[key]
    owned = register.owned.get(key, ())
    return page.write(
        "owner.html", key=key, who=page.who(key), known=register.archive.people.entries[key], kind=_kind(page, key),
        still_open=[action for action in owned if action.open],
        closed=[action for action in owned if not action.open],
        seats=seats(register, key), counted=counted_seats(seats(register, key)), presence_said=presence_said,
        once_owned=register.once_owned.get(key, ()), attended=register.attended.get(key, ()),
        excused=[stem for stem, named in register.named_at.items() if named.get(key) is Presence.APOLOGIES],
        members=[(page.who(member), _open(register.owned.get(member, ()))) for member in register.members.get(key, ())],
    )  # fmt: skip


def _kind(page: Page, key: str) -> str:
    people = page.register.archive.people
    return "person" if key in people.people else "post" if key in people.posts else "organisation"


def _open(actions: tuple[Action, ...]) -> int:
    return sum(action.open for action in actions)
