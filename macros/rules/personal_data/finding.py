"""Finds personal data in a text."""

import re
from collections.abc import Iterator

from macros.rules.personal_data.bank import bank_details
from macros.rules.personal_data.birth import dates_of_birth
from macros.rules.personal_data.email import email_addresses
from macros.rules.personal_data.found import Finder, Found
from macros.rules.personal_data.national_insurance import national_insurance_numbers
from macros.rules.personal_data.postcode import postcodes
from macros.rules.personal_data.telephone import telephone_numbers
from macros.rules.personal_data.vehicle import SAYS_SO, registration_marks
from macros.rules.personal_data.vehicle_by_words import marks_by_words

# Each kind in one file, one line here. Of two that overlap, the one further up counts.
FINDERS: tuple[Finder, ...] = (
    email_addresses,
    bank_details,
    national_insurance_numbers,
    dates_of_birth,
    telephone_numbers,
    registration_marks,
    marks_by_words,
    postcodes,
)
# Most texts have no digit or only dates, times and ids of actions, which is seen much faster than the finders see it.
_DIGIT = re.compile("[0-9]")
_HARMLESS = re.compile(r"(?<![\w-])(?:\d{4}-\d\d(?:-\d\d)?|\d\d?[:.]\d\d|[A-Z]{2,6}\d{4}-\d\d?)(?![\w-])")
_FORM = re.compile(
    r"\d(?:(?:[\W_]{0,3}\d){4}|[\s-]{0,3}[A-Z]{1,3}(?![A-Za-z])|[a-z]?\d?\s{0,2}\d[a-z]{2}(?!\w))|[A-Z][IZ][A-Z]?\s?\d"
)
_WORDS = re.compile(rf"born|birth|\bd\.? ?o\.? ?b|(?<=\()b\.|{SAYS_SO.pattern}|trade", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s<>()\"']{1,2000}")


def find(text: str, country: str = "GB") -> Iterator[Found]:
    """Each piece of personal data in a text, in order. Addresses of the web are left out, except for emails in them."""
    if not _may_hold_some(text):
        return
    words = _ADDRESS.sub(lambda found: "\x00" * len(found[0]), text)
    taken: list[Found] = []
    for finder in FINDERS:
        for found in finder(text if finder is email_addresses else words, country):
            if all(found.end <= other.start or found.start >= other.end for other in taken):
                taken.append(found)
    yield from sorted(taken, key=lambda one: one.start)


def _may_hold_some(text: str) -> bool:
    if "@" in text:
        return True
    return bool(_DIGIT.search(text) and (_FORM.search(_HARMLESS.sub(" ", text)) or _WORDS.search(text)))
