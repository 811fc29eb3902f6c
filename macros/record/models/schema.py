"""The JSON Schemas of the data files (draft 2020-12), generated from the models."""

import json
from typing import Any

from macros.record.models.accessibility import Accessibility
from macros.record.models.automatic_tests import AutomaticTests
from macros.record.models.glossary import Glossary
from macros.record.models.group import Group
from macros.record.models.meeting import Meeting
from macros.record.models.people import People
from macros.record.models.record import Record
from macros.record.models.redirects import Redirects


def json_schema(kind: type[Record]) -> str:
    """The schema of one kind of record as JSON text with a final newline."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **kind.model_json_schema()}
    for part in (schema, *schema.get("$defs", {}).values()):
        for key in set(part.get("properties", {})) - set(part.get("required", ())):
            _allow_nothing(part["properties"][key])
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _allow_nothing(field: dict[str, Any]) -> None:
    """Allow null: an empty key counts as left out, so an editor should not report it."""
    if "anyOf" in field and {"type": "null"} not in field["anyOf"]:
        field["anyOf"].append({"type": "null"})
    elif isinstance(field.get("type"), str):
        field["type"] = [field["type"], "null"]


def schema_files() -> dict[str, str]:
    """File name to text for every kind of YAML file in the record."""
    kinds: dict[str, type[Record]] = {
        "accessibility": Accessibility, "accessibility-tests": AutomaticTests, "glossary": Glossary, "group": Group,
        "meeting": Meeting, "people": People, "redirects": Redirects,
    }  # fmt: skip
    return {f"{name}.schema.json": json_schema(kind) for name, kind in kinds.items()}
