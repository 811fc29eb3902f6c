"""The language of all text: messages from gettext catalogues; dates, numbers and lists in the format of the locale."""

from macros.language.finding import tokens
from macros.language.month import MonthOnly
from macros.language.ordinary import is_ordinary_word
from macros.language.printing import (
    Printed,
    for_markdown,
    for_terminal,
    json_text,
    markdown_code,
    on_one_line,
    visible,
    workflow_command,
)
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
    "Printed",
    "_",
    "catalogue",
    "current_locale",
    "for_markdown",
    "for_terminal",
    "is_english",
    "is_language",
    "is_ordinary_word",
    "is_supported",
    "json_text",
    "language_code",
    "language_tag",
    "languages_by_name",
    "markdown_code",
    "marked",
    "ngettext",
    "on_one_line",
    "one_of",
    "script_messages",
    "set_locale",
    "supported_like",
    "tokens",
    "visible",
    "workflow_command",
]
