"""How everything is said: sentences from gettext catalogues, and dates, numbers and lists in the locale's own forms."""

from macros.language.translation import (
    ENGLISH,
    _,
    catalogue,
    is_english,
    is_language,
    is_spoken,
    language_tag,
    languages_by_name,
    marked,
    ngettext,
    one_of,
    said_by_scripts,
    speak,
    spoken,
    spoken_language,
    spoken_like,
)

__all__ = [
    "ENGLISH",
    "_",
    "catalogue",
    "is_english",
    "is_language",
    "is_spoken",
    "language_tag",
    "languages_by_name",
    "marked",
    "ngettext",
    "one_of",
    "said_by_scripts",
    "speak",
    "spoken",
    "spoken_language",
    "spoken_like",
]
