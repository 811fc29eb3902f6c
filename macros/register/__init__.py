"""The register: what is derived from the records, such as the history of each action and every address."""

from macros.register.abbreviations import Abbreviations
from macros.register.approvals import Approval, approvals, awaiting, may_approve, with_their_state
from macros.register.attendance import LISTS, Presence, excused_from, is_only_names, named_first, present_at
from macros.register.corrections import NO_HISTORY, Correction, Hidden, Known, Version, Versions
from macros.register.decisions import Decided, decisions_of, superseded
from macros.register.differences import Difference, ValuePath, days_of_status, differences, hidden, is_content
from macros.register.edition import Edition
from macros.register.following import follow, follow_before
from macros.register.history import Action, Raised, Recorded, Silence
from macros.register.initials import Initials, Meant, without_article
from macros.register.items import Placed, item_called, placed_items
from macros.register.lifecycle import Mention, Step, is_arising, met_on, owned
from macros.register.membership import Period, Seat, has_attendance_over_time, periods, seats
from macros.register.noted import Noted, noted, removed_in, told
from macros.register.permanent import tag, uid
from macros.register.places import existing_addresses, page_addresses, promised_addresses
from macros.register.postponed import is_postponed_to, postponed_from
from macros.register.references import references
from macros.register.register import STATUSES, Register
from macros.register.repository import RepositoryHost, file_to_begin, file_to_edit, repository_host
from macros.register.statuses import Status, kind_of, status_kinds, status_of_entry, status_said
from macros.register.timeliness import Timeliness, approved_on, timeliness
from macros.register.versions import in_force_at
from macros.register.withheld import Kept, withheld_anchor, withheld_under

__all__ = [
    "LISTS",
    "NO_HISTORY",
    "STATUSES",
    "Abbreviations",
    "Action",
    "Approval",
    "Correction",
    "Decided",
    "Difference",
    "Edition",
    "Hidden",
    "Initials",
    "Kept",
    "Known",
    "Meant",
    "Mention",
    "Noted",
    "Period",
    "Placed",
    "Presence",
    "Raised",
    "Recorded",
    "Register",
    "RepositoryHost",
    "Seat",
    "Silence",
    "Status",
    "Step",
    "Timeliness",
    "ValuePath",
    "Version",
    "Versions",
    "approvals",
    "approved_on",
    "awaiting",
    "days_of_status",
    "decisions_of",
    "differences",
    "excused_from",
    "existing_addresses",
    "file_to_begin",
    "file_to_edit",
    "follow",
    "follow_before",
    "has_attendance_over_time",
    "hidden",
    "in_force_at",
    "is_arising",
    "is_content",
    "is_only_names",
    "is_postponed_to",
    "item_called",
    "kind_of",
    "may_approve",
    "met_on",
    "named_first",
    "noted",
    "owned",
    "page_addresses",
    "periods",
    "placed_items",
    "postponed_from",
    "present_at",
    "promised_addresses",
    "references",
    "removed_in",
    "repository_host",
    "seats",
    "status_kinds",
    "status_of_entry",
    "status_said",
    "superseded",
    "tag",
    "timeliness",
    "told",
    "uid",
    "with_their_state",
    "withheld_anchor",
    "withheld_under",
    "without_article",
]
