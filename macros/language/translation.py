"""The language in which everything is said: sentences from gettext catalogues, the locale's own forms from Babel.

A sentence is written in English where it is used, marked by `_`, `ngettext` or `marked` (in a template also by
`trans`), and `make words` gathers all of them in `macros/language/locale/messages.pot`. A translation is
`macros/language/locale/<language>/LC_MESSAGES/messages.po`, a catalogue of GNU gettext.

The language is a setting of the process, like that of the C library: one run speaks for one group.
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
    """Say everything from here on in a locale of CLDR, like `en_GB`. See `is_supported`."""
    _Setting.locale = locale


def current_locale() -> str:
    """The locale in which things are said now, like `en_GB`."""
    return _Setting.locale


def language_tag() -> str:
    """The same as a language tag of BCP 47, like `en-GB`."""
    return current_locale().replace("_", "-")


def language_code() -> str:
    """The language without the country, like `en`."""
    return Locale.parse(current_locale()).language


def is_english() -> bool:
    """Whether sentences are said as they stand in the code."""
    return language_code() == "en"


def languages() -> list[str]:
    """The languages that every sentence has: English, and each with a catalogue."""
    return sorted({"en", *(path.parents[1].name for path in CATALOGUES.glob("*/LC_MESSAGES/messages.po"))})


def catalogue(locale: str) -> Path:
    """The file in which the language of a locale has its sentences, whether there is one or not."""
    return CATALOGUES / Locale.parse(locale).language / "LC_MESSAGES/messages.po"


def is_supported(locale: str) -> bool:
    """Whether CLDR knows the locale and its language has the sentences."""
    try:
        known = Locale.parse(locale)
    except (ValueError, UnknownLocaleError):
        return False
    return str(known) == locale and known.language in languages()


def supported_like(found: str) -> str:
    """The locale that somebody meant who wrote it otherwise, like `en-gb` or `en_UK`, if it is spoken; or empty."""
    try:
        meant = str(Locale.parse(found.replace("-", "_")))
    except (ValueError, UnknownLocaleError):
        return ""
    return meant if is_supported(meant) else ""


def languages_by_name() -> list[str]:
    """The same languages as people call them, each with the letters that stand for it, like `English (en)`."""
    names = Locale.parse(current_locale()).languages
    return [f"{names.get(language, language)} ({language})" for language in languages()]


def is_language(tag: str) -> bool:
    """Whether a tag of BCP 47, like `cy` or `zh-Hant`, begins with a language that CLDR knows."""
    return re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", tag) is not None and tag.partition("-")[0] in _known()


@cache
def _known() -> frozenset[str]:
    return frozenset(Locale.parse(ENGLISH).languages)


def _(sentence: str) -> str:
    """A sentence in the language spoken."""
    return _translations(_Setting.locale).gettext(sentence)


def ngettext(one: str, many: str, number: int) -> str:
    """The form of a sentence that goes with a number."""
    return _translations(_Setting.locale).ngettext(one, many, number)


def marked(sentence: str) -> str:
    """The sentence as it is: it is only marked for the catalogue here, and said later by `_`."""
    return sentence


def one_of(words: Iterable[str]) -> str:
    """`a`, `a or b`, `a, b or c`."""
    return format_list(tuple(words), style="or", locale=current_locale())


def script_messages() -> dict[str, str | dict[str, str]]:
    """Each English sentence of the scripts with its translation.

    Of a sentence that counts, each form stands by the category of CLDR for which `Intl.PluralRules` asks.
    """
    with TEMPLATE.open("rb") as text:
        messages = [message for message in read_po(text) if message.id and _is_of_scripts(message)]
    translations, category = _translations(current_locale()), Locale.parse(current_locale()).plural_form
    samples = {category(number): number for number in _NUMBERS}
    said: dict[str, str | dict[str, str]] = {}
    for message in messages:
        if isinstance(message.id, str):
            said[message.id] = translations.gettext(message.id)
        else:
            one, many = message.id
            said[one] = {form: translations.ngettext(one, many, number) for form, number in samples.items()}
    return said


def _is_of_scripts(message: Message) -> bool:
    return any(file.startswith(SCRIPTS) for file, _ in message.locations)


# Among these is a number of every category that whole numbers have in any language.
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
