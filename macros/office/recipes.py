"""What printed minutes say, and what to write for it: the recipes that the guide and the reference of keys show.

They are in recipes.yml beside this file, which explains its keys. `tests/test_recipes.py` tries each of them.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from macros.office.keys import Definitions, Schema, entry_of, resolved
from macros.record import (
    GLOSSARY,
    GROUP,
    MEETINGS,
    PEOPLE,
    REDIRECTS,
    TERMS,
    Entry,
    Listing,
    Mapping,
    read_terms,
    read_yaml,
)
from macros.record.models import Glossary, Group, Meeting, People, Record, Redirects, Terms, json_schema
from macros.register.addresses import slug

KINDS: dict[str, type[Record]] = {
    "meeting": Meeting, "people": People, "terms": Terms, "group": Group, "glossary": Glossary,
    "redirects": Redirects,
}  # fmt: skip
# An example of each kind of file.
FILES = {
    "meeting": f"{MEETINGS}/2025-09-18.yml", "people": PEOPLE, "terms": f"{TERMS}/2022-01-31.md", "group": GROUP,
    "glossary": GLOSSARY, "redirects": REDIRECTS,
}  # fmt: skip
_FILE = Path(__file__).with_suffix(".yml")
_WORDS = 6


@dataclass(frozen=True, eq=False)
class Recipe:
    """What minutes say, and what to write for it in a `file`, a word of `KINDS`.

    `when`: in which case, or what is not printed. `because`: a sentence for the clerk.

    For the test: `shows` is what a reader then sees, on the page of that file or on `page`; `also`, the text of other
    files by their word. `earlier` is the meeting before, and `meeting` are further lines of the meeting's own.
    """

    write: str
    shows: str
    says: str = ""
    when: str = ""
    file: str = "meeting"
    page: str = ""
    because: str = ""
    also: dict[str, str] = field(default_factory=dict)

    @property
    def anchor(self) -> str:
        """The anchor of its row in the guide, from its first words."""
        return "says-" + "-".join(slug(self.says or self.when).split("-")[:_WORDS])

    @property
    def entry(self) -> Mapping:
        """What it writes, with the places."""
        return (read_terms if self.file == "terms" else read_yaml)(self.write, self.file)[0]


@dataclass(frozen=True)
class Part:
    """Recipes under one heading."""

    title: str
    recipes: tuple[Recipe, ...]


class Use(NamedTuple):
    """One key of a record as a recipe writes it. `written`: the key with its value on one line; empty if it takes
    several."""

    kind: str
    key: str
    written: str


@cache
def parts() -> tuple[Part, ...]:
    """Every recipe, in the order in which a clerk types."""
    file, problems = read_yaml(f"parts:\n{_FILE.read_text(encoding='utf-8')}", _FILE.name)
    assert not problems, problems
    return tuple(
        Part(part["heading"], tuple(Recipe(**recipe) for recipe in part["recipes"])) for part in file.plain["parts"]
    )


def recipes() -> tuple[Recipe, ...]:
    """Every recipe."""
    return tuple(chain.from_iterable(part.recipes for part in parts()))


def kind_of_file(kind: type[Record]) -> str:
    """The word of `KINDS` for the record of a file; empty if no recipe is for such a file."""
    return next((word for word, known in KINDS.items() if known is kind), "")


@cache
def uses(recipe: Recipe) -> tuple[Use, ...]:
    """Each key that a recipe writes, with the record that it is a key of."""
    schema, definitions = _schema(recipe.file)
    return tuple(_uses(recipe.entry, schema, definitions, recipe.write.splitlines()))


@cache
def _schema(file: str) -> tuple[Schema, Definitions]:
    schema = json.loads(json_schema(KINDS[file]))
    return {**schema, "name": KINDS[file].__name__}, schema.get("$defs", {})


def _uses(entry: Entry, schema: Schema, definitions: Definitions, lines: list[str]) -> Iterator[Use]:
    """The keys of an entry, and those of the records within it."""
    if isinstance(entry, Mapping) and "properties" in schema:
        for key in entry.keys:
            yield Use(schema["name"], key, _on_one_line(entry, key, lines))
            yield from _uses(entry.items[key], resolved(schema["properties"][key], definitions), definitions, lines)
        return
    if isinstance(entry, Mapping | Listing) and (inner := entry_of(schema, definitions)):
        for each in entry.items.values() if isinstance(entry, Mapping) else entry.items:
            yield from _uses(each, inner, definitions, lines)


def first_for(file: str, kind: str, key: str) -> tuple[Recipe, Use] | None:
    """The first recipe for a key of a record, and how it writes it: if possible one of that kind of file, and one that
    writes the key on a single line."""
    found = [(recipe, use) for recipe in recipes() for use in uses(recipe) if (use.kind, use.key) == (kind, key)]
    return min(found, key=lambda pair: (pair[0].file != file, not pair[1].written), default=None)


def _on_one_line(entry: Mapping, key: str, lines: list[str]) -> str:
    """A key with its value as it is typed, if that takes one line."""
    place = entry.keys[key]
    line = lines[place.line - 1][place.column - 1 :]
    return "" if line.endswith((":", "|")) or not line.startswith(f"{key}:") else line
