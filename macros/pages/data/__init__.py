"""A side feature: the record as open data, at /data/: JSON and CSV with their schemas, and one file with all of them
and the source files."""

from macros.pages.data.files import files as FILES

__all__ = ["FILES"]
