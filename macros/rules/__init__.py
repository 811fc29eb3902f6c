"""The rules of the record, and `load`, which reads a record and checks it by all of them."""

from macros.rules.acknowledged import acknowledged_warnings_arise
from macros.rules.listing import LIFE_RULES, every_rule
from macros.rules.loading import load
from macros.rules.redirects import redirects_hold
from macros.rules.reports import WRITERS, nothing_published, plain_text

__all__ = [
    "LIFE_RULES",
    "WRITERS",
    "acknowledged_warnings_arise",
    "every_rule",
    "load",
    "nothing_published",
    "plain_text",
    "redirects_hold",
]
