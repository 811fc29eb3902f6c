"""Initials of who leads, owns or attends, kept as printed: `ABC / EF`, `GH/IJ`, `AB ABC`."""

import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BeforeValidator, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from macros.language import _
from macros.record.models.record import quoted

INITIALS = r"[^\W_](?:[\w.'’-]{0,38}[^\W_])?"
_TOKEN = re.compile(INITIALS)
_BETWEEN = re.compile(r"(?:[\s/,;&+]|\band\b)+")

Initials = Annotated[str, StringConstraints(pattern=f"^{INITIALS}$", strict=True)]


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
        starts, ends = [word.start() for word in words], {word.end() for word in words}
        at = 0
        for key in self.keys:  # a word, or several that are a name
            found = next(
                start
                for start in starts
                if start >= at and self.text.startswith(key, start) and start + len(key) in ends
            )
            out.append((self.text[at:found], key))
            at = found + len(key)
        return tuple(out)


@dataclass(frozen=True)
class Owners(Names):
    """Owners as printed, in any words. Whom they name, if anybody, is looked up in the register of people."""


def _owners(value: Any) -> Owners | None:
    """Read a text, or a list of texts; an empty list is None. Raises PydanticCustomError for anything else."""
    if isinstance(value, Owners) or value == []:
        return value or None
    listed = value if isinstance(value, list) else [value]
    for index, item in enumerate(listed):
        if not isinstance(item, str) or not item.strip():
            raise PydanticCustomError(
                "names", _("{found} is no owner; expected initials, a name or other words, as printed"),
                {"found": quoted(item)} | ({"index": index} if listed is value else {}),
            )  # fmt: skip
    return Owners(", ".join(item.strip() for item in listed), ())


def parse_names(value: Any) -> Names | None:
    """Read initials from a text such as `AB / CD`, or from a list of initials; an empty list is None.

    Initials are separated by a space, comma, semicolon, slash, ampersand, plus or `and`.
    Raises PydanticCustomError with a message for the reader for anything else.
    """
    if isinstance(value, Names) or value == []:
        return value or None
    if isinstance(value, list):
        for index, item in enumerate(value):
            if not isinstance(item, str) or not _TOKEN.fullmatch(item):
                raise PydanticCustomError(
                    "names", _("{found} is not initials; expected initials like EF, one to a place in the list"),
                    {"found": quoted(item), "index": index},
                )  # fmt: skip
        return Names(", ".join(value), tuple(value))
    parts = _BETWEEN.split(value.strip()) if isinstance(value, str) else [""]
    if not all(_TOKEN.fullmatch(part) for part in parts):
        raise PydanticCustomError(
            "names", _("{found} is not initials; expected initials like EF, or several like [AB, EF]"),
            {"found": quoted(value)},
        )  # fmt: skip
    return Names(value.strip(), tuple(parts))


_SCHEMA = {
    "anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}],
    "examples": ["AB", ["AB", "ABC"], "ABC / EF"],
}

OwnersField = Annotated[Owners | None, BeforeValidator(_owners), WithJsonSchema(_SCHEMA)]
NamesField = Annotated[Names | None, BeforeValidator(parse_names), WithJsonSchema(_SCHEMA)]


def _printed(value: Any) -> Any:
    """A list of names as one text, as the page shows it."""
    return ", ".join(value) if isinstance(value, list) and all(isinstance(one, str) for one in value) else value


PrintedNames = Annotated[
    str, BeforeValidator(_printed), StringConstraints(min_length=1, strict=True), WithJsonSchema(_SCHEMA),
]  # fmt: skip


def _apologies(value: Any) -> Names | None:
    return Names(value, ()) if value == "none" else parse_names(value)


Apologies = Annotated[Names | None, BeforeValidator(_apologies), WithJsonSchema(_SCHEMA)]
