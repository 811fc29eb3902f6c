"""A side feature: the file of the next meeting, on the page that prepares it, for an office without a command line."""

from macros.office.next_file.section import next_file as PREPARING

__all__ = ["PREPARING"]
