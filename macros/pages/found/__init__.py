"""A side feature: what search engines and programs that show links find of each page: what it is about, in the words
of schema.org; a picture for links; and robots.txt."""

from macros.pages.found.described import FRONT
from macros.pages.found.whole import FILES, FRAME

__all__ = ["FILES", "FRAME", "FRONT"]
