"""The page of one meeting: a module and a template for each of its parts."""

from macros.pages.meeting.listed import Listed, listed_at, to_come
from macros.pages.meeting.meeting import meeting
from macros.pages.meeting.named import initials_of

__all__ = ["Listed", "initials_of", "listed_at", "meeting", "to_come"]
