"""National Insurance numbers."""

import re
from collections.abc import Iterator

from macros.rules.personal_data.found import Found, Kind

_BETWEEN = r"[ \u00a0.-]?"
_PREFIX = r"(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]"
_DIGITS = rf"{_BETWEEN}\d\d{_BETWEEN}\d\d{_BETWEEN}\d\d"
_NUMBER = re.compile(rf"(?<!\w){_PREFIX}{_DIGITS}{_BETWEEN}[A-D](?!\w)", re.IGNORECASE)
_WITHOUT_SUFFIX = re.compile(rf"(?<!\w){_PREFIX}{_DIGITS}(?!\w)", re.IGNORECASE)
_SAYS_SO = re.compile(r"\b(?:NI|N\.I\.|NINO|National Insurance)(?!\w)", re.IGNORECASE)


def national_insurance_numbers(text: str, _country: str) -> Iterator[Found]:
    """Each National Insurance number: two letters, six digits, and a letter from A to D.

    As in HMRC's manual NIM39110: D, F, I, Q, U and V are in no prefix, O is not its second letter, and BG, GB, KN, NK,
    NT, TN and ZZ are not used, so that the specimen QQ 12 34 56 C is none. Without the last letter it counts where the
    text says what it is.
    """
    for pattern in (_NUMBER, _WITHOUT_SUFFIX) if _SAYS_SO.search(text) else (_NUMBER,):
        for found in pattern.finditer(text):
            yield Found(Kind.NATIONAL_INSURANCE, found.start(), found.end())
