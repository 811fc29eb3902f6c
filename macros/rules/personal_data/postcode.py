"""Postcodes of the United Kingdom."""

import re
from collections.abc import Iterator

from macros.rules.personal_data.found import Found, Kind

_AREAS = (
    "AB|AL|BA|BB|BD|BF|BH|BL|BN|BR|BS|BT|BX|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|EC|EH|EN|EX|FK|FY"
    "|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|LA|LD|LE|LL|LN|LS|LU|ME|MK|ML|NE|NG|NN|NP|NR|NW|OL|OX"
    "|PA|PE|PH|PL|PO|PR|RG|RH|RM|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|WA|WC|WD|WF|WN|WR"
    "|WS|WV|YO|ZE|B|E|G|L|M|N|S|W"
)
_OUTWARD = rf"(?:(?:{_AREAS})\d(?:\d|[A-HJKMNPR-Y])?|GIR)"
_POSTCODE = re.compile(rf"(?<![\w-]){_OUTWARD}(?P<space>\s{{0,2}})\d(?P<letters>[A-Z]{{2}})(?![\w-])", re.IGNORECASE)
# `the M1 1ST exit`, `a B4 2ND row`, `W3 4GB`
_ORDINAL_OR_SIZE = re.compile(r"(?:1ST|2ND|3RD|[04-9]TH|\d[GT]B)$", re.IGNORECASE)
_UNUSED = re.compile("[CIKMOV]", re.IGNORECASE)
_BEFORE_ONE = re.compile(r"(?:post ?code\W{1,3}|[,\n]\s{0,3})$", re.IGNORECASE)


def postcodes(text: str, _country: str) -> Iterator[Found]:
    """Each postcode: an area and a district, then a digit and two letters.

    As in BS 7666 and Royal Mail's guide to the Postcode Address File: the inward code has none of C, I, K, M, O and V,
    and the area is one of the 124 there are (with the Channel Islands, the Isle of Man and GIR 0AA). Capitals, or small
    letters throughout with a space. What may be an ordinal or a size of memory (1ST, 8GB), or has other letters, counts
    only where a comma, a new line or the word postcode stands before it, as in an address.
    """
    for found in _POSTCODE.finditer(text):
        is_one_case = found[0].isupper() or (found[0].islower() and found["space"])
        is_doubtful = _ORDINAL_OR_SIZE.search(found[0]) or _UNUSED.search(found["letters"])
        if is_one_case and not (is_doubtful and not _BEFORE_ONE.search(text, 0, found.start())):
            yield Found(Kind.POSTCODE, found.start(), found.end())
