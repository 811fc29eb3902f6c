"""A side feature: the record as open data, at /data/: JSON and CSV with their schemas, and one file with all of them
and the source files."""

from macros.pages.data.files import files as FILES
from macros.pages.data.offers import alternatives as ALTERNATIVES
from macros.pages.data.page import open_data, pages

PAGES = pages
MACROS = {"open_data": open_data}

__all__ = ["ALTERNATIVES", "FILES", "MACROS", "PAGES"]
