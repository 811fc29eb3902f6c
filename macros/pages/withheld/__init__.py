"""A side feature: the register of what is withheld, at /withheld/. It is there even if nothing is,
so that its address, once published, leads somewhere when the last entry is gone."""

from macros.pages.withheld.register import EXPECTED, MACROS, PAGES

__all__ = ["EXPECTED", "MACROS", "PAGES"]
