"""Text as words, so that however a thing is written, the same search finds it.

docs/scripts/finding/tokens.js does the same in the browser; a test compares the two.
"""

import re
from collections.abc import Iterator
from functools import cache
from unicodedata import category, normalize

from babel import Locale

from macros.language.translation import current_locale

# Letters that have no decomposition in Unicode, as they are commonly typed on a keyboard that lacks them.
_LETTERS = {
    "æ": "ae", "œ": "oe", "ø": "o", "ß": "ss", "ð": "d", "þ": "th", "ł": "l", "đ": "d", "ı": "i", "ς": "σ",
}  # fmt: skip
_APOSTROPHES = str.maketrans(dict.fromkeys("´ʼʻ", "'"))  # which are letters or accents in Unicode
_TATWEEL = "\u0640"  # only stretches an Arabic word
# Scripts without spaces between words, and the parts of Hangul: each letter is a word, so any part of a text is found.
_SPACELESS = (
    r"\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3005-\u3007\u3040-\u312f\u31f0-\u31ff\u3400-\u4dbf"
    r"\u4e00-\u9fff\ua960-\ua97f\ud7b0-\ud7ff\U00020000-\U0003ffff"
)
_LETTER = rf"[^\W\d_{_SPACELESS}]"
_TOKEN = re.compile(rf"(?=[^\W\d_])[{_SPACELESS}]|{_LETTER}+|\d+")
_DASH = "-‐‒–−־"
_SIGN = rf"[{_DASH}'`’‘′׳״/._]"
_IS_JOINED = re.compile(rf"[^\W_](?:{_SIGN}|,)(?=[^\W_])")
_JOINED = (
    re.compile(rf"{_LETTER}+(?:{_SIGN}{_LETTER}+)+"),
    re.compile(rf"(?:(?<={_LETTER})|(?<={_LETTER}{_SIGN}))\d+(?:{_SIGN}\d+)+"),
)
_JOINED_NUMBER = re.compile(rf"(?<!\d)\d+(?:[{_DASH}]\d+)+")
_THOUSANDS = re.compile(r"(?<!\d)(?<!\d[,.'’])\d{1,3}(?:([,.'’])\d{3})(?:\1\d{3})*(?!\d)")
_MOST_PARTS = 4  # joined, unless all of them are
_SHORTEST_NUMBER = 5  # digits; 20-21 is not 2021
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
    decomposed = normalize("NFKD", normalize("NFKD", text.translate(_APOSTROPHES)).lower())
    return decomposed.translate(_SEEN)


class _Seen(dict[int, str | None]):
    """What stands for each character: nothing for accents, points, other marks and what nobody sees within a word."""

    def __missing__(self, code: int) -> str | None:
        kind = category(chr(code))
        unseen = kind[0] == "M" or kind == "Cf" or chr(code) == _TATWEEL
        self[code] = None if unseen else _LETTERS.get(chr(code), chr(code))
        return self[code]


_SEEN = _Seen()


def tokens(text: str) -> list[tuple[str, int]]:
    """The words of a text, each with its place, counted from 0.

    A word is a run of letters or a run of digits of the folded text, so `ABC0721-06`, `ABC 0721 06` and `abc0721–06`
    are the same three words. Each letter of a script without spaces is a word.

    A day, however it is written, is also the word `2022-03-21` at the place of its first word. Numbers with slashes or
    full stops are read with the day first. Words that a sign joins, like `co-operation`, `O'Neill`, `ABC0721-06` and
    `1,200`, are also one word, with the number of its parts behind it: `cooperation+2`.
    """
    plain = folded(text)
    words = [(found.group(), found.start()) for found in _TOKEN.finditer(plain)]
    out = [(word, place) for place, (word, _start) in enumerate(words)]
    if days := dict(_days(plain)):
        out += [(days[start], place) for place, (_word, start) in enumerate(words) if start in days]
    if _IS_JOINED.search(plain):
        joined = {*_joined(plain)}
        places = {start: place for place, (_word, start) in enumerate(words)}
        out += sorted((f"{word}+{parts}", places[start]) for start, word, parts in joined)
    return out


def _joined(plain: str) -> Iterator[tuple[int, str, int]]:
    """Each word that words of a folded text make together: where it begins, the word, and of how many it is made."""
    for found in (found for pattern in _JOINED for found in pattern.finditer(plain)):
        yield from _runs(found)
    yield from (
        run for found in _JOINED_NUMBER.finditer(plain) for run in _runs(found) if len(run[1]) >= _SHORTEST_NUMBER
    )
    for found in _THOUSANDS.finditer(plain):
        parts = _TOKEN.findall(found.group())
        yield found.start(), "".join(parts), len(parts)


def _runs(found: re.Match[str]) -> Iterator[tuple[int, str, int]]:
    """The joinings of neighbouring parts."""
    parts = [(part.group(), found.start() + part.start()) for part in _TOKEN.finditer(found.group())]
    for first, (_part, start) in enumerate(parts):
        for last in range(first + 2, len(parts) + 1):
            if last - first <= _MOST_PARTS or last - first == len(parts):
                yield start, "".join(part for part, _start in parts[first:last]), last - first


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
