"""Text as words, so that however a thing is written, the same search finds it.

docs/scripts/finding/text.js does the same in the browser; a test compares the two.
"""

import re
from collections.abc import Iterator
from functools import cache
from unicodedata import category, normalize

from babel import Locale

from macros.language.translation import current_locale

# Letters that have no decomposition in Unicode, as they are commonly typed on a keyboard that lacks them.
_LETTERS = str.maketrans({
    "æ": "ae", "œ": "oe", "ø": "o", "ß": "ss", "ð": "d", "þ": "th", "ł": "l", "đ": "d", "ı": "i", "ς": "σ",
})  # fmt: skip
_JOINERS = "\u00ad\u200c\u200d\u2060"  # a soft hyphen and other characters that nobody sees within a word
_TOKEN = re.compile(r"[^\W\d_]+|\d+")
_DAY = re.compile(
    r"(?<![^\W_])(?:(?P<y1>[0-9]{4})[-/](?P<m1>[0-9]{2})[-/](?P<d1>[0-9]{2})"
    r"|(?P<d2>[0-9]{1,2})[-/.](?P<m2>[0-9]{1,2})[-/.](?P<y2>[0-9]{4}|[0-9]{2})"
    r"|(?P<d3>[0-9]{1,2})(?:st|nd|rd|th)?(?:\s+of)?\s+(?P<m3>[^\W\d_]{3,})\.?,?\s+(?P<y3>[0-9]{4})"
    r"|(?P<m4>[^\W\d_]{3,})\.?\s+(?P<d4>[0-9]{1,2})(?:st|nd|rd|th)?,?\s+(?P<y4>[0-9]{4}))(?![^\W_])"
)


def folded(text: str) -> str:
    """The text in small letters without accents and other marks."""
    if text.isascii():
        return text.lower()
    decomposed = normalize("NFKD", normalize("NFKD", text).lower())
    kept = (sign for sign in decomposed if not category(sign).startswith("M") and sign not in _JOINERS)
    return "".join(kept).translate(_LETTERS)


def tokens(text: str) -> list[tuple[str, int]]:
    """The words of a text, each with its place, counted from 0.

    A word is a run of letters or a run of digits of the folded text, so `IAG0721-06`, `IAG 0721 06` and `iag0721–06`
    are the same three words. A day, however it is written, is also the word `2022-03-21` at the place of its first
    word. Numbers with slashes or full stops are read with the day first.
    """
    plain = folded(text)
    words = [(found.group(), found.start()) for found in _TOKEN.finditer(plain)]
    out = [(word, place) for place, (word, _start) in enumerate(words)]
    if days := dict(_days(plain)):
        out += [(days[start], place) for place, (_word, start) in enumerate(words) if start in days]
    return out


def _days(plain: str) -> Iterator[tuple[int, str]]:
    """Each day in a folded text: where it begins, and the day like 2022-03-21."""
    for found in _DAY.finditer(plain):
        year, month, day = (
            next(filter(None, found.group(*(f"{part}{form}" for form in range(1, 5))))) for part in "ymd"
        )
        number = int(month) if month.isascii() and month.isdigit() else _month(month)
        if 1 <= number <= 12 and 1 <= int(day) <= 31:
            yield found.start(), f"{'20' if len(year) == 2 else ''}{year}-{number:02}-{int(day):02}"


def _month(name: str) -> int:
    """The number of a month by its name or the beginning of its name; 0 if there is none."""
    names = _months(current_locale())
    return next((number for known, number in names if known.startswith(name)), 0)


@cache
def _months(locale: str) -> tuple[tuple[str, int], ...]:
    """The folded names of the months in a language, alone and beside a day, and in English."""
    named = [
        (Locale.parse(language).months[context]["wide"], context)
        for language, context in ((locale, "stand-alone"), (locale, "format"), ("en", "format"))
    ]
    return tuple((folded(names[number]), number) for names, _context in named for number in range(1, 13))
