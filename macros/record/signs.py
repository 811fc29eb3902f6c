"""Signs that look like marks of Markdown and cannot be meant as such, so that they are text as typed."""

import re

STARRED_WORD = r"\*[^\W\d_]{1,60}\*"
_PATTERNS = re.compile(
    rf"{STARRED_WORD}(?:\s?(?:[,;/&]|,? ?\b(?:and|or)\b)\s?{STARRED_WORD}){{1,50}}|[\"“'‘]{STARRED_WORD}[\"”'’]"
)
_NUMBER = re.compile(r"#[ \t]+\d+(?:[ \t]+(?P<next>\S).*)?")
_MINUS = re.compile(r"-[ \t]+\d")
# Not the dash, which is a mark of its own, and no sign that is used for words, such as +.
BULLETS = "*•●▪▫◦○·∙‣⁃■□"
_LINE_OF_SIGNS = rf"[-{BULLETS} \t]*$"
ENTRY = re.compile(rf"(?:[-{BULLETS}](?!{_LINE_OF_SIGNS})|\d{{1,9}}[.)])(?=[ \t]+\S)")
_LETTER = r"(?:([a-z])\1?|(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3}))"
LETTERED = re.compile(rf"(?:{_LETTER}[.)]|\((?:{_LETTER.replace('1', '2')}|[A-Z])\)|[A-Z]\))(?=[ \t]+\S)")


def kind_of(sign: str) -> str:
    """What the signs of one list have in common: that of `4.` is `1.`, that of `(iv)` is `(a)`."""
    return re.sub(r"\d+", "1", re.sub("[a-z]+", "a", re.sub("[A-Z]", "A", sign)))


def means_number(line: str) -> bool:
    """Whether a line like `# 1 berth` begins with a sign for "number", and not with that of a heading."""
    found = _NUMBER.fullmatch(line.strip())
    return bool(found and (not found["next"] or found["next"].islower()))


def means_minus(line: str, above: str, below: str) -> bool:
    """Whether a line like `- 4 degrees` begins with a minus, and not with the sign of an entry: it goes on with the
    sentence above, which ends in no colon, and there is no other entry beside it."""
    is_alone = not ENTRY.match(above.lstrip()) and not ENTRY.match(below.lstrip())
    return bool(_MINUS.match(line.lstrip())) and is_alone and bool(above.strip()) and not above.rstrip().endswith(":")


def is_in_pattern(text: str, at: int) -> bool:
    """Whether a star stands in words with stars one after the other, like `*log* and *abc*`, or in one in quotation
    marks: patterns of a search, and no italics."""
    return any(found.start() <= at < found.end() for found in _PATTERNS.finditer(text))
