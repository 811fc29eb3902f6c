"""The register: what is derived from the records, such as the history of each action and every address."""

from macros.register.abbreviations import Abbreviations
from macros.register.attendance import excused_from, is_only_names, named_first, present_at
from macros.register.decisions import Decided, decisions_of, superseded
from macros.register.following import follow, follow_before
from macros.register.history import Action, Raised, Recorded, Silence
from macros.register.initials import Initials, Meant, without_article
from macros.register.items import Placed, item_called, placed_items
from macros.register.lifecycle import Mention, Step, is_arising, owned
from macros.register.places import existing_addresses, page_addresses, promised_addresses
from macros.register.references import references
from macros.register.register import STATUSES, Register
from macros.register.repository import RepositoryHost, repository_host
from macros.register.statuses import Status, kind_of, status_kinds, status_of_entry, status_said
from macros.register.withheld import Kept, withheld_anchor, withheld_under

__all__ = [
    "STATUSES",
    "Abbreviations",
    "Action",
    "Decided",
    "Initials",
    "Kept",
    "Meant",
    "Mention",
    "Placed",
    "Raised",
    "Recorded",
    "Register",
    "RepositoryHost",
    "Silence",
    "Status",
    "Step",
    "decisions_of",
    "excused_from",
    "existing_addresses",
    "follow",
    "follow_before",
    "is_arising",
    "is_only_names",
    "item_called",
    "kind_of",
    "named_first",
    "owned",
    "page_addresses",
    "placed_items",
    "present_at",
    "promised_addresses",
    "references",
    "repository_host",
    "status_kinds",
    "status_of_entry",
    "status_said",
    "superseded",
    "withheld_anchor",
    "withheld_under",
    "without_article",
]
