"""Makes a record from plain values, or reports every fault with a message of our own."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from macros.language import _, one_of
from macros.record.models.keys import first_key, key_meant, keys_at, record_at
from macros.record.models.meant import Meant, day_meant, plain, times_meant
from macros.record.models.record import Record, quoted
from macros.record.problems import nearest, nearest_word

R = TypeVar("R", bound=Record)
Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Fault:
    """A fault of the value at a path, with its message; `on_key` if the key itself is wrong.

    `missing` names a required key that the value at the path does not have. `meant`: the value or key as it should be,
    if that is known.
    """

    path: Path
    message: str
    on_key: bool = False
    missing: str = ""
    meant: Meant | None = None


def read(kind: type[R], values: Mapping[str, Any]) -> R | tuple[Fault, ...]:
    """Make a record of `kind` from values of text, lists and mappings.

    Returns the record, or all its faults.
    """
    try:
        return kind.model_validate(values)
    except ValidationError as error:
        return tuple(dict.fromkeys(_fault(kind, values, found) for found in error.errors()))


def _fault(kind: type[Record], values: Mapping[str, Any], found: Any) -> Fault:
    path = _path_in(values, found["loc"])
    if found["type"] == "names" and "index" in found.get("ctx", {}):
        path = (*path, found["ctx"]["index"])
    if found["type"] == "extra_forbidden":
        return _unknown_key(kind, path)
    if found["type"] == "missing":
        key = str(found["loc"][-1])
        return Fault(path, _("the key '{key}' is missing").format(key=key), missing=key)
    on_key = found["loc"][-1:] == ("[key]",)
    # For a key that is not one of the allowed keys, the message names the key above it.
    above = path[:-1] if on_key and found["type"] == "enum" else path
    name = next((step for step in reversed(above) if isinstance(step, str)), _("the file"))
    message = _message(found, name, first_key(record_at(kind, path)))
    return Fault(path, message, on_key, meant=None if on_key else _meant(found))


def _unknown_key(kind: type[Record], path: Path) -> Fault:
    found, said = str(path[-1]), _("'{key}' is not a known key{fix}")
    meant = key_meant(found, kind, path)
    if " " in found.strip() and not (meant and meant.certain) and _may_be_text(record_at(kind, path[:-1])):
        fix = _("; if the line is the text of the entry, put the whole of it in quotes")
        return Fault(path, said.format(key=found, fix=fix), on_key=True)
    fix = meant.said if meant else _("; the known keys are {keys}").format(keys=", ".join(keys_at(kind, path[:-1])))
    key = Meant(meant.key, meant.certain, meant.lists) if meant and meant.key else None
    return Fault(path, said.format(key=found, fix=fix), on_key=True, meant=key)


def _meant(found: Any) -> Meant | None:
    """What a value of the wrong form is meant to be."""
    value = found["input"]
    if not isinstance(value, str):
        return None
    match found["type"]:
        case "day" | "raised":
            return day_meant(value)
        case "times":
            return times_meant(value)
        case "enum" | "literal_error":
            known = re.findall(r"'([^']+)'", found["ctx"]["expected"])
            if plain(value).lower() in known:
                return Meant(plain(value).lower())
            near = nearest_word(value, known)
            return Meant(near, certain=False) if near else None
    return None


def _may_be_text(kind: type[BaseModel]) -> bool:
    """Whether a text alone is a record of this kind, too."""
    try:
        return bool(kind.model_validate("https://text.example/"))
    except ValidationError:
        return False


def _path_in(values: Any, loc: tuple[str | int, ...]) -> Path:
    """The part of pydantic's location that exists in the values: pydantic also names the branches of unions."""
    path: list[str | int] = []
    for step in loc:
        if isinstance(values, dict) and step in values:
            path.append(step)
            values = values[str(step)]
        elif isinstance(values, list) and isinstance(step, int) and step < len(values):
            path.append(step)
            values = values[step]
    return tuple(path)


def _message(found: Any, name: str, key: str) -> str:
    value, context = found["input"], found.get("ctx", {})
    said = quoted(value)
    match found["type"]:
        case "string_too_short":
            return _("'{key}' is empty; write text or leave the key out").format(key=name)
        case "string_too_long":
            return _("{found} is too long for an id; expected one like ABC0322-01").format(found=said)
        case "string_type" | "literal_error" if value is None:
            return _("'{key}' is empty; write text or leave it out").format(key=name)
        case "string_type":
            return _("'{key}' is {found}; expected text").format(key=name, found=said)
        case "string_pattern_mismatch":
            return _("{found} is not an id like ABC0322-01; an id has a letter or a digit, and no comma").format(
                found=said
            )
        case "enum" | "literal_error":
            return _no_choice(value, re.findall(r"'([^']+)'", context["expected"]), name)
        case "tuple_type":
            text = _("'{key}' is {found}; expected a list, each entry on a line that begins with '-'")
            return text.format(key=name, found=said)
        case "dict_type":
            return _("'{key}' is {found}; expected keys with values below it").format(key=name, found=said)
        case "model_type" | "model_attributes_type":
            text = _("'{key}' is {found}; expected keys with values, like '{example}: ...'")
            return text.format(key=name, found=said, example=key)
        case "bool_parsing" | "bool_type":
            return _("{key} {found} is not known; expected true or false").format(key=name, found=said)
        case "none_required":
            return _("'{key}' has to be left out").format(key=name)
        case _:
            return str(found["msg"])


def _no_choice(value: Any, known: list[str], name: str) -> str:
    expected = one_of(f"'{word}'" for word in known)
    if not isinstance(value, str):
        return _("'{key}' is {found}; expected {expected}").format(key=name, found=quoted(value), expected=expected)
    fix = nearest(value, known) or _("; expected {expected}").format(expected=expected)
    return _("{key} {found} is not known{fix}").format(key=name, found=quoted(value), fix=fix)
