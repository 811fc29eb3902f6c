"""The keys of a data file, by its JSON Schema: what a field holds, and which records are within it."""

from typing import Any

Schema = dict[str, Any]
Definitions = dict[str, Schema]


def resolved(schema: Schema, definitions: Definitions) -> Schema:
    """A schema with its references resolved, and without the choice of null. `name`: that of the record that it is."""
    name = schema.get("$ref", "").rpartition("/")[2]
    found = {**definitions.get(name, {}), "name": name}
    for choice in schema.get("anyOf", ()):
        if choice != {"type": "null"}:
            inner = resolved(choice, definitions)
            found = {**inner, **found, "name": found["name"] or inner["name"]}
    return {**found, **schema}


def entry_of(field: Schema, definitions: Definitions) -> Schema | None:
    """The schema of the entries of a list, or of the values of a mapping; None for any other field."""
    patterns = [*field.get("patternProperties", {}).values()]
    found = field.get("items") or (patterns[0] if patterns else field.get("additionalProperties"))
    return resolved(found, definitions) if found else None
