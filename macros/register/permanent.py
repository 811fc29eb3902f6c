"""Names for programs, which change neither with the address of the site nor with what is said there.

They are made of the first name of the group that data/group.yml has and of an address below the site's root, which is
a promise; so a new name of the group changes none of them, if the former one is kept under `names:`. Their
authority is a name that nobody can own (RFC 6761, 6.4), for the domain of a group may pass to somebody else.
"""

from urllib.parse import quote

from macros.record.models import Group
from macros.register.addresses import slug

_NOBODY = "published-minutes.invalid"


def tag(group: Group, address: str) -> str:
    """A tag URI (RFC 4151) for what is at an address."""
    return f"tag:{_NOBODY},2026:{quote(slug(_first_name(group)))}/{quote(address.replace('#', ''))}"


def uid(group: Group, address: str) -> str:
    """The UID of what is at an address in a calendar (RFC 5545, 3.8.4.7)."""
    return f"{quote(address.replace('#', '').rstrip('/'))}@{quote(slug(_first_name(group)))}.{_NOBODY}"


def _first_name(group: Group) -> str:
    """The earliest name that is known: the present one is added to the former ones, and may change again."""
    return next((one.name for one in group.names if one.until), group.name)
