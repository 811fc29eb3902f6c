"""A side feature: Atom feeds of what is new (RFC 4287), and the page that lists them, at /feeds/.

The page is always there. Feeds need whole addresses, so they are written only where that of the site is known.
"""

from macros.pages.feeds.files import FILES
from macros.pages.feeds.listed import MACROS, PAGES
from macros.pages.feeds.offered import ALTERNATIVES, MISSING

__all__ = ["ALTERNATIVES", "FILES", "MACROS", "MISSING", "PAGES"]
