"""The language of all text: messages from gettext catalogues; dates, numbers and lists in the format of the locale."""

from macros.language.finding import tokens
from macros.language.month import MonthOnly
from macros.language.ordinary import is_ordinary_word
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
    "MonthOnly",
    "_",
    "catalogue",
    "current_locale",
    "is_english",
    "is_language",
    "is_ordinary_word",
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
    "tokens",
]
