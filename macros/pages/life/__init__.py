"""A side feature: the history of the actions as pictures, at /actions/life/."""

from macros.pages.life.pictures import MACROS, PAGES

__all__ = ["MACROS", "PAGES"]
