"""Makes a record from plain values, or reports every fault with a message of our own."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from macros.language import _, one_of
from macros.record.models.record import Record, quoted
from macros.record.problems import nearest

R = TypeVar("R", bound=Record)
Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Fault:
    """A fault of the value at a path, with its message; `on_key` if the key itself is wrong.

    `missing` names a required key that the value at the path does not have.
    """

    path: Path
    message: str
    on_key: bool = False
    missing: str = ""


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
        known = sorted(_fields_at(kind, path[:-1]))
        fix = nearest(str(path[-1]), known) or _("; the known keys are {keys}").format(keys=", ".join(known))
        if " " in str(path[-1]).strip() and _may_be_text(_record_at(kind, path[:-1])):
            fix = _("; if the line is the text of the entry, put the whole of it in quotes")
        return Fault(path, _("'{key}' is not a known key{fix}").format(key=path[-1], fix=fix), on_key=True)
    if found["type"] == "missing":
        key = str(found["loc"][-1])
        return Fault(path, _("the key '{key}' is missing").format(key=key), missing=key)
    on_key = found["loc"][-1:] == ("[key]",)
    # For a key that is not one of the allowed keys, the message names the key above it.
    above = path[:-1] if on_key and found["type"] == "enum" else path
    name = next((step for step in reversed(above) if isinstance(step, str)), _("the file"))
    return Fault(path, _message(found, name, first_key(_record_at(kind, path))), on_key)


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


def first_key(kind: type[BaseModel]) -> str:
    """The first required key of a kind of record, or its first key if none is required."""
    fields = kind.model_fields
    return next((name for name, field in fields.items() if field.is_required()), next(iter(fields)))


def _fields_at(kind: type[BaseModel], path: Path) -> set[str]:
    return set(_record_at(kind, path).model_fields)


def _record_at(kind: type[BaseModel], path: Path) -> type[BaseModel]:
    for step in path:
        field = kind.model_fields.get(str(step))
        inner = _model_in(field.annotation) if field else None
        kind = inner or kind
    return kind


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)


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
