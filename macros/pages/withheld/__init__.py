"""A side feature: the register of what is withheld, at /withheld/. A record that withholds nothing has none."""

from macros.pages.withheld.register import EXPECTED, MACROS, PAGES

__all__ = ["EXPECTED", "MACROS", "PAGES"]
