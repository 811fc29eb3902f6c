"""The pages: pure functions from the register to HTML."""

from macros.pages.action import action_card, action_page
from macros.pages.actions import actions_raised, open_actions
from macros.pages.alternatives import Alternative, Use, other_forms
from macros.pages.blocks import as_html, finished, page_as_html
from macros.pages.corrections import corrections
from macros.pages.entries import time_due
from macros.pages.environment import TEMPLATES
from macros.pages.expected import Expected, expected_values
from macros.pages.frame import frame, published_by, site_name
from macros.pages.front import about_record
from macros.pages.glossary import glossary
from macros.pages.handwritten import hand_written_pages
from macros.pages.home import home
from macros.pages.meeting import Listed, initials_of, listed_at, meeting, to_come
from macros.pages.meetings import meetings_index
from macros.pages.moved import moved, moved_parts
from macros.pages.names import with_names
from macros.pages.owner import owner
from macros.pages.page import Page
from macros.pages.people import people
from macros.pages.preparing import preparing
from macros.pages.prose import text_of_short_prose
from macros.pages.roles import roles_and_attendance
from macros.pages.search import search
from macros.pages.search_files import search_files
from macros.pages.site_map import site_map
from macros.pages.state import state_in_short, state_in_text, status_in_short
from macros.pages.stubs import Stub, all_stubs, pages_of_the_record
from macros.pages.terms import terms_of_reference, terms_version
from macros.pages.tracker import action_tracker
from macros.pages.tracker_files import tracker_files
from macros.pages.versions import changed_steps, terms_compared
from macros.pages.who import Who

__all__ = [
    "TEMPLATES",
    "Alternative",
    "Expected",
    "Listed",
    "Page",
    "Stub",
    "Use",
    "Who",
    "about_record",
    "action_card",
    "action_page",
    "action_tracker",
    "actions_raised",
    "all_stubs",
    "as_html",
    "changed_steps",
    "corrections",
    "expected_values",
    "finished",
    "frame",
    "glossary",
    "hand_written_pages",
    "home",
    "initials_of",
    "listed_at",
    "meeting",
    "meetings_index",
    "moved",
    "moved_parts",
    "open_actions",
    "other_forms",
    "owner",
    "page_as_html",
    "pages_of_the_record",
    "people",
    "preparing",
    "published_by",
    "roles_and_attendance",
    "search",
    "search_files",
    "site_map",
    "site_name",
    "state_in_short",
    "state_in_text",
    "status_in_short",
    "terms_compared",
    "terms_of_reference",
    "terms_version",
    "text_of_short_prose",
    "time_due",
    "to_come",
    "tracker_files",
    "with_names",
]
