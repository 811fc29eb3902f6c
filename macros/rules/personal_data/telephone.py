"""Telephone numbers."""

import re
from collections.abc import Iterator

from phonenumbers import Leniency, NumberParseException, PhoneNumberMatcher, is_valid_number, parse

from macros.rules.personal_data.found import Found, Kind

_MAY_BE_ONE = re.compile(r"(?:\+|(?<!\d)0|\(\d)(?:[ \u00a0().\-–/]{0,3}\d){7,15}")
_SPACE = r"[ \u00a0.-]?"
# Numbers for drama, which nobody has, of the ranges that phonenumbers does not know.
_DRAMA = re.compile(
    rf"(?<![\w.])(?:(?:\+|00)44{_SPACE}(?:\(0\))?{_SPACE}|\(?0)(?:1632\)?{_SPACE}960{_SPACE}\d{{3}}"
    rf"|1[1-6]\d\)?{_SPACE}496{_SPACE}0\d{{3}}|7700{_SPACE}900{_SPACE}\d{{3}})(?!\w)"
)
# One of several side by side, of which the matcher finds none.
_GROUPED = re.compile(r"(?<![\d.-])0\d{2,4}[ -]?\d{3,4}[ -]?\d{3,4}(?!\d)")
# One that is mistyped may be somebody else's.
_SAID = re.compile(
    r"\b(?:tel(?:ephone)?|phone|mob(?:ile)?|fax|ring|call|text)\b[^\d\n]{0,30}(?P<number>0(?: ?\d){8,10})(?!\w)",
    re.IGNORECASE,
)
# The code for calls abroad, in place of +.
_ABROAD = re.compile(r"(?<![\w+])00(?=[1-9])")
_LONGEST = 40
_NOT_ONE = re.compile(r"(?:ISBN|ISSN|DOI|£|€|\$|\b[A-Z]{2,5}[-/])[\s:\d-]{0,3}$", re.IGNORECASE)
_DATES = re.compile(r"(?:\d{4}[ ./-]\d\d[ ./-]\d\d|\d\d[ ./-]\d\d[ ./-]\d{4})(?!\d)|0\d{3} ?[-–] ?\d{4}$")


def telephone_numbers(text: str, country: str) -> Iterator[Found]:
    """Each telephone number that Google's libphonenumber (`phonenumbers`), which follows the numbering plans that Ofcom
    and others publish, holds for a valid one: with the code of a country, or as it is dialled in the group's own.

    A number that is not valid counts behind words such as telephone or ring. Ofcom's numbers for drama are found like
    others, so that invented records can be tried.
    """
    if not _MAY_BE_ONE.search(text):
        return
    taken = [(found.start(), found.end()) for found in _DRAMA.finditer(text)]
    for found in PhoneNumberMatcher(text, country, leniency=Leniency.VALID):
        taken.append((found.start, found.end))
    taken += [found.span("number") for found in _SAID.finditer(text)]
    taken += [found.span() for found in _GROUPED.finditer(text) if _is_valid(found[0], country)]
    for abroad in _ABROAD.finditer(text):
        number = "+" + text[abroad.end() : abroad.end() + _LONGEST]
        for found in PhoneNumberMatcher(number, country, leniency=Leniency.VALID, max_tries=1):
            if found.start == 0:
                taken.append((abroad.start(), abroad.end() + found.end - 1))
    for start, end in taken:
        if not _NOT_ONE.search(text, 0, start) and not _DATES.match(text, start):
            yield Found(Kind.TELEPHONE, start, end)


def _is_valid(number: str, country: str) -> bool:
    try:
        return is_valid_number(parse(number, country))
    except NumberParseException:
        return False
