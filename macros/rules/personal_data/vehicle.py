"""Vehicle registration marks of the United Kingdom, by their form."""

import re
from collections.abc import Iterator

from macros.language import is_ordinary_word
from macros.rules.personal_data.found import Found, Kind

_GAP = r"[^\S\n]{0,2}\n?"
# No I and Q are in the serial letters, and no Z in the letters of a place.
_LETTER, _OF_PLACE = "[A-HJ-PR-Z]", "[A-HJ-PR-Y]"
# The current form, those with a letter before or behind (with Q for vehicles of unknown age), and diplomatic ones.
_CURRENT = rf"{_OF_PLACE}{{2}}(?:0[2-9]|[1-46-9]\d|5[1-9])(?:{_GAP}|-){_LETTER}{{3}}"
_BEHIND_LETTER = rf"[1-9]\d{{0,2}}{_GAP}{_LETTER}{{3}}"
_PREFIX = rf"[A-HJ-NP-TV-Y]{_GAP}{_BEHIND_LETTER}"
_SUFFIX = rf"{_LETTER}{{3}}{_GAP}[1-9]\d{{0,2}}{_GAP}[A-HJ-NPR-TV-Y]"
_DIPLOMATIC = rf"(?:[1-3]\d\d|400){_GAP}[DX]{_GAP}[1-9]\d\d"
# Three letters of a mark of Northern Ireland. The last two are of a county, and one of them is I or Z.
_NORTHERN = rf"[A-Z](?:[A-Z]Z|[A-Y]I|I[ABJLW]){_GAP}[1-9]\d{{0,3}}"
_REGISTERED = re.compile(rf"(?<![\w.-])(?:(?P<current>{_CURRENT})|(?P<prefix>{_PREFIX})|(?P<suffix>{_SUFFIX})"
                   rf"|(?P<diplomatic>{_DIPLOMATIC})|(?P<northern>{_NORTHERN}))(?!-?\w)")  # fmt: skip
_TYPED_SMALL = re.compile(rf"(?<![\w.-])(?:{_CURRENT}|[A-HJ-NP-TV-Y]{_BEHIND_LETTER}|{_SUFFIX})(?!-?\w)", re.IGNORECASE)

SAYS_SO = re.compile(
    r"\b(?:vehicles?|cars?|vans?|taxis?|lorr(?:y|ies)|(?:mini)?bus(?:es)?|coach(?:es)?|motor(?:bike|cycle)s?|tractors?|registration|"
    r"registered|regs?|vr[mn]s?|plates?|index|hits?|misread|clone[ds]?)\b",
    re.IGNORECASE,
)
_NEAR = 60
# Units of the police and of programs' years that look like the first half of a mark.
_HALF_OF_NAME = re.compile(r"(?:SO|CO|MO|SC|FY|QR|TC|KS|PC|PS)\d\d\s|Q[1-4]\s|[ABM]\d{1,3}\s(?:HGV|LGV|BUS)")
# `V8 LTS`, as programs and papers are numbered
_ONE_DIGIT = re.compile(r"[A-Z]\s{0,3}\d\s{0,3}[A-Z]{3}|[A-Z]{3}\s{0,3}\d\s{0,3}[A-Z]")
_LIST = (
    "APR/AUG/BBC/BSC/BST/BUS/CAM/CAR/CCC/CUP/DEC/DVD/EEC/ETC/FAQ/FEB/FOI/GMT/HGV/IEC/ISO/ITU/JAN/JUL/JUN/KMH/KPH/LGV/"
    "MAP/MAR/MAX/MPH/NHS/NOV/PCC/PCS/PDF/PLC/PNC/PPS/PSU/SEP/TAX/TBC/TOR/USB/UTC/VAN/VAT"
)
_CALLED = frozenset(_LIST.split("/"))
_YEAR = re.compile(r"(?:19|20)\d\d$")


def registration_marks(text: str, _country: str) -> Iterator[Found]:
    """Each registration mark that is known by its form, as in DVLA's leaflet INF104 and the Road Vehicles
    (Display of Registration Marks) Regulations 2001.

    The current form (AB12 CDE, without the ages 00, 01 and 50), a letter in front (A123 BCD), a letter behind
    (ABC 123D), Q in front, diplomatic (101 D 234) and Northern Ireland (AIZ 1234). They are in capitals, or in small
    letters where the text speaks of vehicles nearby. What is rather an abbreviation, a word, a road or a year counts
    only there too.
    """
    for found in _REGISTERED.finditer(text):
        if _speaks_of_vehicles(text, found) or not _may_be_other(found):
            yield Found(Kind.VEHICLE, found.start(), found.end())
    if SAYS_SO.search(text):
        for found in _TYPED_SMALL.finditer(text):
            if _speaks_of_vehicles(text, found) and not any(map(_is_word, re.findall("[a-z]{3}", found[0]))):
                yield Found(Kind.VEHICLE, found.start(), found.end())


def _speaks_of_vehicles(text: str, found: re.Match[str]) -> bool:
    near = text[max(0, found.start() - _NEAR) : found.start()] + "\n" + text[found.end() : found.end() + _NEAR]
    return bool(SAYS_SO.search(near))


def _may_be_other(found: re.Match[str]) -> bool:
    """Whether what has the form of a mark is as likely an abbreviation, a word, a road or a year."""
    letters = [part for part in re.findall(r"[A-Z]+", found[0]) if len(part) == 3]
    if found["northern"]:
        return bool(_YEAR.search(found[0])) or not found[0][:3].endswith("Z")
    return bool(_HALF_OF_NAME.match(found[0]) or _ONE_DIGIT.fullmatch(found[0])) or any(map(_is_word, letters))


def _is_word(letters: str) -> bool:
    return letters.upper() in _CALLED or is_ordinary_word(letters.upper())
