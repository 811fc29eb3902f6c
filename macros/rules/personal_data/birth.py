"""Dates of birth."""

import re
from collections.abc import Iterator

from macros.rules.personal_data.found import Found, Kind

_MONTH = (
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    "|nov(?:ember)?|dec(?:ember)?)"
)
_YEAR = r"(?:\d{4}|['’]?\d\d)"
_DATE = "|".join((
    rf"\d{{1,2}}(?:st|nd|rd|th)?(?: of)?[\s.-]{{1,2}}{_MONTH}[\s.,-]{{1,2}}{_YEAR}",
    rf"{_MONTH}[\s.]{{1,2}}\d{{1,2}}(?:st|nd|rd|th)?,?\s{_YEAR}",
    r"\d{1,2}(?P<sign>[./-])\d{1,2}(?P=sign)(?:\d{4}|\d\d)",
    r"\d{4}-\d\d-\d\d",
))  # fmt: skip
_SAYS_SO = r"(?:dates? of birth|birth ?dates?|birthdays?|\bd\.? ?o\.? ?b\b\.?|\bborn\b|(?<=\()b\.)"
_DAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_BETWEEN = rf"(?:[\W_]{{1,3}}|(?:is|was|given|recorded|as|the|on|of|his|hers?|theirs?|{_DAY})\b){{0,9}}"
_BIRTH = re.compile(rf"(?:{_SAYS_SO}){_BETWEEN}(?<!\d)(?P<date>{_DATE})(?!\w)", re.IGNORECASE)


def dates_of_birth(text: str, _country: str) -> Iterator[Found]:
    """Each date behind words that say that somebody was born then, such as date of birth, DOB, born, or (b.

    Only small words such as is, on and the may stand between. A date alone is none; nor is a month or a year.
    """
    for found in _BIRTH.finditer(text):
        yield Found(Kind.BIRTH, found.start("date"), found.end("date"))
