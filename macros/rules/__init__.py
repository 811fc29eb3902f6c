"""The rules of the record, and `load`, which reads a record and checks it by all of them."""

from macros.rules.acknowledged import acknowledged_warnings_arise
from macros.rules.listing import ADDRESS_RULES, LIFE_RULES, every_rule
from macros.rules.loading import load
from macros.rules.meeting import fits_its_date
from macros.rules.prose import links_lead_to_pages, titles
from macros.rules.reports import WRITERS, nothing_published, plain_text

__all__ = [
    "ADDRESS_RULES",
    "LIFE_RULES",
    "WRITERS",
    "acknowledged_warnings_arise",
    "every_rule",
    "fits_its_date",
    "links_lead_to_pages",
    "load",
    "nothing_published",
    "plain_text",
    "titles",
]
