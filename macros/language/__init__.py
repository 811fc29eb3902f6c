"""How everything is said: sentences from gettext catalogues, and dates, numbers and lists in the locale's own forms."""

from macros.language.translation import (
    ENGLISH,
    _,
    catalogue,
    current_locale,
    is_english,
    is_language,
    is_supported,
    language_code,
    language_tag,
    languages_by_name,
    marked,
    ngettext,
    one_of,
    script_messages,
    set_locale,
    supported_like,
)

__all__ = [
    "ENGLISH",
    "_",
    "catalogue",
    "current_locale",
    "is_english",
    "is_language",
    "is_supported",
    "language_code",
    "language_tag",
    "languages_by_name",
    "marked",
    "ngettext",
    "one_of",
    "script_messages",
    "set_locale",
    "supported_like",
]
