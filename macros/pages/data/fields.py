"""Every field of the open data as its page explains it, from the schemas."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from macros.pages.data.schemas import schema_of, words_of

Schema = Mapping[str, Any]
_WORDS = {
    "string": "text", "boolean": "true or false", "null": "null", "object": "keys with values", "array": "list",
    "number": "number", "integer": "number",
}  # fmt: skip


@dataclass(frozen=True)
class Field:
    """A field: its name, what kind of value it has, what it says, and the words one of which it has, if only these."""

    name: str
    kind: str
    about: str
    words: tuple[str, ...]

    @property
    def choice(self) -> str:
        """Its words, as text; empty if it may have any."""
        return _one_of(self.words) if self.words else ""


@dataclass(frozen=True)
class Kind:
    """A kind of record with its fields. `name`: that of its model."""

    name: str
    about: str
    fields: tuple[Field, ...]


def kinds_in(model: type[Any]) -> Iterator[Kind]:
    """A kind of file, and then each kind of record that is in it, in the order in which they are first named."""
    schema = schema_of(model)
    within = schema.get("$defs", {})
    yield _kind(schema["title"], schema)
    todo, done = list(_named(schema["properties"])), set[str]()
    while todo:
        name = todo.pop(0)
        if name not in done and "properties" in within[name]:
            done.add(name)
            yield _kind(name, within[name])
            todo += _named(within[name]["properties"])
        elif name not in done:
            todo += _named(within[name])


def fields_of(properties: Mapping[str, Schema]) -> tuple[Field, ...]:
    """Each field of a schema in its order."""
    return tuple(
        Field(name, _said(part), " ".join(part.get("description", "").split()), words_of(part))
        for name, part in properties.items()
    )


def _kind(name: str, schema: Schema) -> Kind:
    return Kind(name, " ".join(schema.get("description", "").split()), fields_of(schema["properties"]))


def _named(schema: Any) -> Iterator[str]:
    """The names of the definitions that a part of a schema refers to."""
    if isinstance(schema, dict):
        if "$ref" in schema:
            yield str(schema["$ref"]).rpartition("/")[2]
        for part in schema.values():
            yield from _named(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from _named(part)


def _said(schema: Schema) -> str:
    """What kind of value a field has, in words: `text, or null`, `list of HistoryEntry`."""
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "anyOf" in schema:
        return ", or ".join(dict.fromkeys(map(_said, schema["anyOf"])))
    if schema.get("format") == "date":
        return "day like 2022-03-21"
    if "enum" in schema:
        return _one_of(schema["enum"])
    if "const" in schema:
        return str(schema["const"])
    kinds = schema.get("type", "object")
    words = ", or ".join(_WORDS[one] for one in ([kinds] if isinstance(kinds, str) else kinds))
    if "items" not in schema:
        return words
    return f"{words}{', each' if 'enum' in schema['items'] else ' of'} {_said(schema['items'])}"


def _one_of(words: Iterable[str]) -> str:
    return f"one of {', '.join(words)}"
