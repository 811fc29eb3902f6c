"""Who leads, owns or attends, kept as printed: `ABC / EF`, `GH/IJ`, `AB ABC`, `Cllr Jane Smith`."""

import re
from dataclasses import dataclass, field
from typing import Annotated, Any

from pydantic import BeforeValidator, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from macros.language import _
from macros.record.models.record import quoted

INITIALS = r"[^\W_](?:[\w.'’-]{0,38}[^\W_])?"
_TOKEN = re.compile(INITIALS)
# A capital before two or more small letters, maybe behind O' or Mc, or with another by a hyphen; or small letters.
_SHAPE_OF_A_NAME = re.compile(r"(?=.*Aaa)(?:A['’])?(?:Aa+)+(?:-(?:A['’])?(?:Aa+)+)*|a{4,}|x+")
_BETWEEN = re.compile(r"(?:[\s/,;&+]|\band\b)+")
_LONGEST_NAME = 80
# What minutes print where nobody sent apologies, or where nothing is to be said of them.
_NOBODY = re.compile(
    r"(?:none|nil|no apologies)(?: (?:were |was )?(?:received|sent|given|recorded))?\.?|n/?a\.?|n\.a\."
    "|not applicable|[-–—]",
    re.IGNORECASE,
)


def is_full_name(key: str) -> bool:
    """Whether a key of the register of people cannot be initials, and so is a name."""
    return not _TOKEN.fullmatch(key)


def is_name(key: str) -> bool:
    """Whether a key, or what a document prints, is a name by the look of it: several words, or one like `Amira`,
    `O'Brien`, `McKay` or `jsmith`. `TfL`, `PhD`, `KS2` and `Ed` may be initials."""
    return is_full_name(key) or bool(_SHAPE_OF_A_NAME.fullmatch("".join(map(_shape, key))))


def _shape(letter: str) -> str:
    """`A` for a capital, `a` for a small letter, and `x` for a letter of a script that has neither."""
    if letter.isalpha():
        return "A" if letter.isupper() else "a" if letter.islower() else "x"
    return letter


def _key(value: Any) -> str:
    """Initials, or a name in full on one line. Raises PydanticCustomError for anything else."""
    text = value.strip() if isinstance(value, str) else ""
    if not any(letter.isalnum() for letter in text) or "\n" in text or len(text) > _LONGEST_NAME:
        raise PydanticCustomError(
            "key", _("{found} names nobody; expected initials like EF, or a name of at most {number} letters"),
            {"found": quoted(value), "number": _LONGEST_NAME},
        )  # fmt: skip
    return text


Key = Annotated[
    str, BeforeValidator(_key),
    WithJsonSchema({
        "type": "string", "pattern": r"^[^\n]*[^\W_][^\n]*$", "maxLength": _LONGEST_NAME,
        "examples": ["KS", "Jane Smith"],
    }),
]  # fmt: skip


@dataclass(frozen=True)
class Names:
    """Initials in the order recorded, and the text that holds them as it was printed."""

    text: str
    keys: tuple[str, ...]

    @property
    def rest(self) -> str:
        """The printed text behind the last initials."""
        return self.text[sum(len(before) + len(key) for before, key in self.pieces) :]

    @property
    def pieces(self) -> tuple[tuple[str, str], ...]:
        """The printed text in pairs: the text before a set of initials, and the initials."""
        out: list[tuple[str, str]] = []
        words = [*_TOKEN.finditer(self.text)]
        starts, ends = {word.start() for word in words}, {word.end() for word in words}
        at = 0
        for key in self.keys:  # a word, or several that are a name
            found = next(
                start
                for start in range(at, len(self.text))
                if self.text.startswith(key, start)
                and (start in starts or not key[0].isalnum())
                and (start + len(key) in ends or not key[-1].isalnum())
            )
            out.append((self.text[at:found], key))
            at = found + len(key)
        return tuple(out)


@dataclass(frozen=True)
class Owners(Names):
    """Owners as printed, in any words. Whom they name, if anybody, is looked up in the register of people."""


@dataclass(frozen=True)
class Attendees(Owners):
    """Who came, or sent apologies, as printed; `each` of them in words of their own. Words like none name nobody."""

    each: tuple[str, ...] = field(default=(), compare=False)

    @property
    def nobody(self) -> bool:
        """Whether the words name nobody: none, nil, or a dash."""
        return not self.each


def parse_owners(value: Any) -> Owners | None:
    """Read a text, or a list of texts; an empty text or list is None, as if it were left out. Raises
    PydanticCustomError for anything else."""
    if isinstance(value, Owners) or value in ([], ""):
        return value or None
    listed = value if isinstance(value, list) else [value]
    for index, item in enumerate(listed):
        if not isinstance(item, str) or not item.strip():
            raise PydanticCustomError(
                "names", _("{found} names nobody; expected initials, a name or other words, as printed"),
                {"found": quoted(item)} | ({"index": index} if listed is value else {}),
            )  # fmt: skip
    return Owners(", ".join(item.strip() for item in listed), ())


def parts_of(text: str) -> list[str]:
    """What stands in a text between spaces, commas, semicolons, slashes, ampersands, plus signs and `and`."""
    return [part for part in _BETWEEN.split(text.strip()) if part]


def listed_in(text: str) -> list[str]:
    """What stands in a text on lines of its own and between semicolons, or else between commas, except for those within
    brackets; the text itself if that is nothing."""
    signs = ";\n" if len(_apart(text, ";")) > 1 else ",\n"
    return [part.strip() for part in _apart(text, signs) if part.strip()] or [text]


def _apart(text: str, signs: str) -> list[str]:
    """The parts of a text between signs that are not within brackets."""
    parts, inside = [""], 0
    for letter in text:
        inside = max(0, inside + (letter == "(") - (letter == ")"))
        if letter in signs and not inside:
            parts.append("")
        else:
            parts[-1] += letter
    return parts


def _attendees(value: Any) -> Attendees | None:
    """Read a list of texts, or a text with commas (or semicolons) between them; an empty list is None."""
    if isinstance(value, Attendees):
        return value
    found = parse_owners(value)
    if not found:
        return None
    if isinstance(value, list):
        each = tuple(item.strip() for item in value)
        return Attendees(("; " if any("," in one for one in each) else ", ").join(each), (), each)
    return Attendees(found.text, (), tuple(listed_in(found.text)))


_SCHEMA = {
    "anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}],
    "examples": ["AB", ["AB", "ABC"], "ABC / EF"],
}

OwnersField = Annotated[Owners | None, BeforeValidator(parse_owners), WithJsonSchema(_SCHEMA)]
AttendeesField = Annotated[Attendees | None, BeforeValidator(_attendees), WithJsonSchema(_SCHEMA)]


def _printed(value: Any) -> Any:
    """A list of names as one text, as the page shows it."""
    return ", ".join(value) if isinstance(value, list) and all(isinstance(one, str) for one in value) else value


PrintedNames = Annotated[
    str, BeforeValidator(_printed), StringConstraints(min_length=1, strict=True), WithJsonSchema(_SCHEMA),
]  # fmt: skip


def _apologies(value: Any) -> Attendees | None:
    text = value[0] if isinstance(value, list) and len(value) == 1 else value
    if isinstance(text, str) and _NOBODY.fullmatch(text.strip()):
        return Attendees(text.strip(), ())
    return _attendees(value)


Apologies = Annotated[Attendees | None, BeforeValidator(_apologies), WithJsonSchema(_SCHEMA)]
