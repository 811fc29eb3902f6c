"""A side feature: the register of decisions, at /decisions/. A record without decisions has none."""

from macros.pages.decisions.register import EXPECTED, MACROS, PAGES

__all__ = ["EXPECTED", "MACROS", "PAGES"]
