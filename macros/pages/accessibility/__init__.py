"""A side feature: the accessibility statement at /accessibility/, its rules, and what the automatic tests found."""

from macros.pages.accessibility.rules import RULES
from macros.pages.accessibility.statement import EXPECTED, MACROS, PAGES, SEARCHED

__all__ = ["EXPECTED", "MACROS", "PAGES", "RULES", "SEARCHED"]
