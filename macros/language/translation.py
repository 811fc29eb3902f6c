"""The current locale: messages from gettext catalogues, formats from Babel.

A message is written in English where it is used, marked by `_`, `ngettext` or `marked` (in a template also by
`trans`), and `make words` collects all of them in `macros/language/locale/messages.pot`. A translation is
`macros/language/locale/<language>/LC_MESSAGES/messages.po`, a catalogue of GNU gettext.

The locale is a setting of the process, as in the C library: one run is for one group.
"""

import re
from collections.abc import Iterable
from functools import cache
from gettext import NullTranslations
from io import BytesIO
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.lists import format_list
from babel.messages.catalog import Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations

CATALOGUES = Path(__file__).parent / "locale"
TEMPLATE = CATALOGUES / "messages.pot"
SCRIPTS = ("docs/scripts/", "macros/office/forms/browser/")
ENGLISH = "en_GB"


class _Setting:
    locale = ENGLISH


def set_locale(locale: str) -> None:
    """Set the locale for all text from here on. `locale` is a name of CLDR like `en_GB`; see `is_supported`."""
    _Setting.locale = locale


def current_locale() -> str:
    """The current locale, like `en_GB`."""
    return _Setting.locale


def language_tag() -> str:
    """The current locale as a language tag of BCP 47, like `en-GB`."""
    return current_locale().replace("_", "-")


def language_code() -> str:
    """The language of the current locale without the country, like `en`."""
    return Locale.parse(current_locale()).language


def is_english() -> bool:
    """Whether the language is English, so that messages are not translated."""
    return language_code() == "en"


def languages() -> list[str]:
    """The codes of the available languages: English, and each with a catalogue. Sorted."""
    return sorted({"en", *(path.parents[1].name for path in CATALOGUES.glob("*/LC_MESSAGES/messages.po"))})


def catalogue(locale: str) -> Path:
    """The path of the catalogue of a locale's language. The file may be missing."""
    return CATALOGUES / Locale.parse(locale).language / "LC_MESSAGES/messages.po"


def is_supported(locale: str) -> bool:
    """Whether CLDR has the locale and its language is English or has a catalogue."""
    try:
        known = Locale.parse(locale)
    except (ValueError, UnknownLocaleError):
        return False
    return str(known) == locale and known.language in languages()


def supported_like(found: str) -> str:
    """The supported locale that is meant by another spelling, like `en-gb` or `en_UK`; empty if there is none."""
    try:
        meant = str(Locale.parse(found.replace("-", "_")))
    except (ValueError, UnknownLocaleError):
        return ""
    return meant if is_supported(meant) else ""


def languages_by_name() -> list[str]:
    """The available languages by name with their codes, like `English (en)`."""
    names = Locale.parse(current_locale()).languages
    return [f"{names.get(language, language)} ({language})" for language in languages()]


def is_language(tag: str) -> bool:
    """Whether a text is a tag of BCP 47, like `cy` or `zh-Hant`, whose language CLDR has."""
    return re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", tag) is not None and tag.partition("-")[0] in _known()


@cache
def _known() -> frozenset[str]:
    return frozenset(Locale.parse(ENGLISH).languages)


def _(message: str) -> str:
    """The translation of a message into the current language."""
    return _translations(_Setting.locale).gettext(message)


def ngettext(one: str, many: str, number: int) -> str:
    """The translation of a message in the plural form for a number."""
    return _translations(_Setting.locale).ngettext(one, many, number)


def marked(message: str) -> str:
    """The message unchanged. This marks it for the catalogue; `_` translates it where it is used."""
    return message


def one_of(words: Iterable[str]) -> str:
    """`a`, `a or b`, `a, b or c`."""
    return format_list(tuple(words), style="or", locale=current_locale())


def script_messages() -> dict[str, str | dict[str, str]]:
    """Each English message of the browser scripts with its translation.

    A message with plural forms maps each category of CLDR (`one`, `few`, ...), as in `Intl.PluralRules`, to its form.
    """
    with TEMPLATE.open("rb") as text:
        messages = [message for message in read_po(text) if message.id and _is_of_scripts(message)]
    translations, category = _translations(current_locale()), Locale.parse(current_locale()).plural_form
    samples = {category(number): number for number in _NUMBERS}
    found: dict[str, str | dict[str, str]] = {}
    for message in messages:
        if isinstance(message.id, str):
            found[message.id] = translations.gettext(message.id)
        else:
            one, many = message.id
            found[one] = {form: translations.ngettext(one, many, number) for form, number in samples.items()}
    return found


def _is_of_scripts(message: Message) -> bool:
    return any(file.startswith(SCRIPTS) for file, _ in message.locations)


# These contain a number of every plural category of whole numbers, in every language.
_NUMBERS = (1_000_000, *range(200))


@cache
def _translations(locale: str) -> NullTranslations:
    file = catalogue(locale)
    if not file.is_file():
        return NullTranslations()
    compiled = BytesIO()
    with file.open("rb") as text:
        write_mo(compiled, read_po(text, locale=Locale.parse(locale).language))
    compiled.seek(0)
    return Translations(compiled)
