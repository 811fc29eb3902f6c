"""Bank details: sort codes and accounts, IBANs, and the numbers of cards."""

import re
from collections.abc import Iterator

from macros.rules.personal_data.found import Found, Kind
from macros.rules.personal_data.iban import LENGTHS

_SORT_CODE = r"\d\d(?P<sign>[- ]?)\d\d(?P=sign)\d\d"
_IS = r"(?:\s{0,2}(?:number|no\b\.?|code|is|was|of|:|=|#)){0,4}[\s(]{0,3}"
_UK = (
    re.compile(rf"\bsort[ -]?code{_IS}(?P<number>{_SORT_CODE})(?![\d-])", re.IGNORECASE),
    re.compile(rf"\b(?:account|acct|a/c){_IS}(?P<number>\d{{8}})(?!\w)", re.IGNORECASE),
    re.compile(r"(?<![\w.,/-])(?P<number>\d\d-\d\d-\d\d[ ,/]{1,3}\d{8})(?![\w-])"),
)
_IBAN = re.compile(r"(?<!\w)[A-Z]{2}\d\d(?:[ \u00a0]?[A-Z0-9]){11,30}")
_CARD = re.compile(
    r"(?<![\w.,/£€$-])(?:\d{13,19}|\d{4}([ \u00a0-])\d{4}\1\d{4}\1\d{4}|\d{4}([ \u00a0-])\d{6}\2\d{5})(?![\w-]|[.,]\d)"
)
# The first digits and the lengths that issuers have: Visa, Mastercard, American Express, Discover, JCB, Maestro.
_ISSUED = re.compile(
    r"4\d{12}(?:\d{3}){0,2}|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|3[47]\d{13}"
    r"|6(?:011|4[4-9]\d|5\d\d)\d{12}|35(?:2[89]|[3-8]\d)\d{12}|(?:50|5[6-9]|6[0-9])\d{14}"
)


def bank_details(text: str, _country: str) -> Iterator[Found]:
    """Each sort code and account number that words or their order give away, each IBAN, and each number of a card.

    An IBAN has the length that the registry of ISO 13616 gives its country, and its check digits are right. The number
    of a card begins as ISO/IEC 7812 lets issuers' numbers begin, and its check digit is right (Luhn).
    """
    for pattern in _UK:
        for found in pattern.finditer(text):
            yield Found(Kind.BANK, found.start("number"), found.end("number"))
    for found in _IBAN.finditer(text):
        if end := _end_of_iban(found[0]):
            yield Found(Kind.BANK, found.start(), found.start() + end)
    for found in _CARD.finditer(text):
        digits = re.sub(r"\D", "", found[0])
        if _ISSUED.fullmatch(digits) and is_luhn(digits):
            yield Found(Kind.BANK, found.start(), found.end())


def is_luhn(digits: str) -> bool:
    """Whether the last digit is the check digit of the others by the formula of Luhn (ISO/IEC 7812-1, annex B)."""
    doubled = (int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(digits)))
    return sum(number // 10 + number % 10 for number in doubled) % 10 == 0


def is_iban(letters: str) -> bool:
    """Whether letters and digits without spaces have the length and the check digits of an IBAN (ISO 13616-1)."""
    turned = letters[4:] + letters[:4]
    return len(letters) == LENGTHS.get(letters[:2]) and int("".join(str(int(sign, 36)) for sign in turned)) % 97 == 1


def _end_of_iban(found: str) -> int:
    """The end of the IBAN with which a text begins; 0 if it begins with none."""
    signs = [at for at, sign in enumerate(found) if sign.isalnum()]
    length = LENGTHS.get(found[:2], 0)
    if not 0 < length <= len(signs):
        return 0
    end = signs[length - 1] + 1
    return end if is_iban("".join(found[at] for at in signs[:length])) and not found[end : end + 1].isalnum() else 0
