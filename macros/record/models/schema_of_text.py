"""The schema of an entry of a list that may also be its main text alone."""

from dataclasses import dataclass
from typing import Any

from pydantic import GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue


@dataclass(frozen=True)
class OrText:
    """In the schema, an entry may also be a text: the value of its `key` alone."""

    key: str

    def __get_pydantic_json_schema__(self, core: Any, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"anyOf": [handler(core), {"type": "string", "$comment": self.key}]}
