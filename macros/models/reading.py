"""From plain values to a record, or to every fault in our own words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from macros.models.names import INITIALS
from macros.models.record import Record, quoted
from macros.problems import nearest

R = TypeVar("R", bound=Record)
Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Fault:
    """What is wrong with the value at a path; `on_key` when the key itself is the fault.

    `missing` names a required key that the value at the path does not have.
    """

    path: Path
    sentence: str
    on_key: bool = False
    missing: str = ""


def read(kind: type[R], values: Mapping[str, Any]) -> R | tuple[Fault, ...]:
    """Make a record of `kind` from values of text, lists and mappings.

    Returns the record, or all its faults, each with a sentence in plain words.
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
        guess = nearest(str(path[-1]), known)
        return Fault(path, f"'{path[-1]}' is not a known key{guess or '; known are ' + ', '.join(known)}", True)
    if found["type"] == "missing":
        key = str(found["loc"][-1])
        return Fault(path, f"the key '{key}' is missing", missing=key)
    name = next((step for step in reversed(path) if isinstance(step, str)), "the file")
    return Fault(path, _sentence(found, name), on_key=found["loc"][-1:] == ("[key]",))


def _path_in(values: Any, loc: tuple[str | int, ...]) -> Path:
    """The part of pydantic's location that the values have; it also names union branches."""
    path: list[str | int] = []
    for step in loc:
        if isinstance(values, dict) and step in values:
            path.append(step)
            values = values[str(step)]
        elif isinstance(values, list) and isinstance(step, int) and step < len(values):
            path.append(step)
            values = values[step]
    return tuple(path)


def _fields_at(kind: type[BaseModel], path: Path) -> set[str]:
    for step in path:
        field = kind.model_fields.get(str(step))
        inner = _model_in(field.annotation) if field else None
        kind = inner or kind
    return set(kind.model_fields)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)


def _sentence(found: Any, name: str) -> str:
    value, context = found["input"], found.get("ctx", {})
    match found["type"]:
        case "string_too_short":
            return f"'{name}' is empty; write a text or leave the key out"
        case "string_too_long":
            return f"{quoted(value)} is too long for an id; expected one like IAG0322-01"
        case "string_type" | "literal_error" if value is None:
            return f"'{name}' is empty; write a text or leave it out"
        case "string_type":
            return f"'{name}' is {quoted(value)}; expected a text"
        case "string_pattern_mismatch":
            kind = "initials like KS" if INITIALS in context["pattern"] else "an id like IAG0322-01"
            return f"{quoted(value)} is not {kind}"
        case "enum" | "literal_error" if not isinstance(value, str):
            return f"'{name}' is {quoted(value)}; expected {context['expected']}"
        case "enum" | "literal_error":
            words = context["expected"].replace(" or ", ", ").split(", ")
            guess = nearest(str(value), [word.strip("'") for word in words])
            return f"{name} {quoted(value)} is not known{guess or '; expected ' + context['expected']}"
        case "tuple_type":
            return f"'{name}' is {quoted(value)}; expected a list, each entry on a line that begins with '-'"
        case "dict_type" | "model_type" | "model_attributes_type":
            return f"'{name}' is {quoted(value)}; expected keys with values, like 'title: ...'"
        case "bool_parsing" | "bool_type":
            return f"{name} {quoted(value)} is not known; expected true or false"
        case "none_required":
            return f"'{name}' has to be left out"
        case _:
            return str(found["msg"])
