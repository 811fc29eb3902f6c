"""Vehicle registration marks that only the words in front of them give away."""

import re
from collections.abc import Iterator

from macros.rules.personal_data.found import Found, Kind
from macros.rules.personal_data.vehicle import SAYS_SO

_GAP = r"[\s-]?"
_DATELESS = rf"[A-Z]{{1,3}}{_GAP}[1-9]\d{{0,3}}|[1-9]\d{{0,3}}{_GAP}[A-Z]{{1,3}}"
_MILITARY = rf"\d\d{_GAP}[A-Z]{{2}}{_GAP}\d\d|[A-Z]{{2}}{_GAP}\d\d{_GAP}[A-Z]{{2}}"
_TRADE = r"\d{5}"
_REGISTERED = rf"(?P<mark>{_MILITARY}|{_DATELESS})(?![\w/(]|-\w)"
_NAMED = r"(?:[Rr]egistration|[Rr]egistered|[Rr]egs?|VR[MN]s?|[Vv]r[mn]s?|[Pp]lates?|[Ii]ndex|[Tt]rade [Ll]icences?)"
_VEHICLE = r"(?:[Vv]ehicles?|[Cc]ars?|[Vv]ans?|[Tt]axis?|[Ll]orr(?:y|ies)|[Bb]us|[Mm]otorcycles?)"
_IS = r"(?:[\s.,:(='\"“‘–-]{1,3}(?:mark|number|no|is|was|reads)\b){0,3}[\s.,:(='\"“‘–]{1,4}"
_BEHIND = re.compile(rf"\b{_NAMED}{_IS}{_REGISTERED}")
# Behind a vehicle alone may stand a road: the car M25.
_BEHIND_VEHICLE = re.compile(rf"\b{_VEHICLE}[\s(]{{1,2}}(?![ABM]\d){_REGISTERED}")
_ONE_MORE = re.compile(rf"(?:,|/|;|\s?&|,?\s(?:and|or))\s?(?P<mark>{_MILITARY}|{_DATELESS}|{_TRADE})(?![\w/(]|-\w)")
_ON_TRADE = re.compile(rf"\b[Tt]rade [Pp]lates?{_IS}(?P<mark>{_TRADE})(?!\w)")
_READ_AS = re.compile(rf"\bread as (?P<mark>{_DATELESS})(?![\w/(]|-\w)")
_PATTERNS = (_BEHIND, _BEHIND_VEHICLE, _ON_TRADE)


def marks_by_words(text: str, _country: str) -> Iterator[Found]:
    """Each dateless mark (ABC 123, 1 A, and the two letters of Northern Ireland), military mark (12 AB 34) and trade
    plate (123 AB, or five digits since 2015) behind the words registration, plate, VRM, index or vehicle, and each
    further one that "and" or a comma adds.

    As in the Road Vehicles (Display of Registration Marks) Regulations 2001 and, for trade plates, the Road Vehicles
    (Registration and Licensing) Regulations 2002.
    So many other things have these forms that without such words none of them counts.
    """
    if not SAYS_SO.search(text) and "rade licence" not in text:
        return
    found_one = False
    for pattern in _PATTERNS:
        for found in pattern.finditer(text):
            found_one = True
            yield Found(Kind.VEHICLE, *found.span("mark"))
            while found := _ONE_MORE.match(text, found.end()):  # type: ignore[assignment]
                yield Found(Kind.VEHICLE, *found.span("mark"))
    for found in _READ_AS.finditer(text) if found_one else ():
        yield Found(Kind.VEHICLE, *found.span("mark"))
