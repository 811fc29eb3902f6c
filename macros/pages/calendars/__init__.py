"""A side feature: the meetings and the due actions of each owner as calendars (iCalendar, RFC 5545).

They are written for any site; their links to its pages need its address.
"""

from macros.pages.calendars.files import FILES
from macros.pages.calendars.offered import ALTERNATIVES, MISSING

__all__ = ["ALTERNATIVES", "FILES", "MISSING"]
