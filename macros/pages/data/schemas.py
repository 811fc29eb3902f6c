"""The JSON Schemas (draft 2020-12) of the open data, made from its models."""

import json
from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter


def schema_of(kind: type[Any]) -> dict[str, Any]:
    """The schema of a kind of value. Unknown keys are allowed, since further ones may come within a version."""
    found = TypeAdapter(kind).json_schema()
    defined = found.get("$defs", {})
    for part in (found, *defined.values()):
        part.pop("additionalProperties", None)
    choices = {f"#/$defs/{name}": defined.pop(name) for name in [*defined] if "enum" in defined[name]}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **_with_words(found, choices)}


def _with_words(part: Any, choices: Mapping[str, Mapping[str, Any]]) -> Any:
    """A part of a schema that lists the words of each choice where the choice is named, so that it is read alone."""
    if isinstance(part, list):
        return [_with_words(one, choices) for one in part]
    if not isinstance(part, dict):
        return part
    if part.get("$ref") in choices:
        choice = choices[part["$ref"]]
        return {"type": choice["type"], "enum": choice["enum"], **{key: part[key] for key in part if key != "$ref"}}
    return {key: _with_words(one, choices) for key, one in part.items()}


def words_of(schema: Mapping[str, Any]) -> tuple[str, ...]:
    """The words one of which a value is, beside null; none if it may be another text."""
    return tuple(word for part in schema.get("anyOf", [schema]) for word in part.get("enum", ()))


def schema_text(kind: type[Any]) -> str:
    """The same as JSON text with a final newline."""
    return json.dumps(schema_of(kind), indent=2, ensure_ascii=False) + "\n"
