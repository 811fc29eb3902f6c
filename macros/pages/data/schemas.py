"""The JSON Schemas (draft 2020-12) of the open data, made from its models."""

import json
from typing import Any

from pydantic import TypeAdapter


def schema_of(kind: type[Any]) -> dict[str, Any]:
    """The schema of a kind of value. Unknown keys are allowed, since further ones may come within a version."""
    found = TypeAdapter(kind).json_schema()
    for part in (found, *found.get("$defs", {}).values()):
        part.pop("additionalProperties", None)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **found}


def schema_text(kind: type[Any]) -> str:
    """The same as JSON text with a final newline."""
    return json.dumps(schema_of(kind), indent=2, ensure_ascii=False) + "\n"
