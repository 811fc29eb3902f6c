"""A side feature: how to cite the record and its parts, at /cite/, and as files for programs that manage references."""

from macros.pages.citing.pages import ALTERNATIVES, FILES, MACROS, PAGES

__all__ = ["ALTERNATIVES", "FILES", "MACROS", "PAGES"]
