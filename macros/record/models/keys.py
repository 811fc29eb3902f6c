"""The keys of the records, and which of them is meant by another word."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, get_args, get_origin

from pydantic import BaseModel

from macros.language import _
from macros.record.models.meant import plain
from macros.record.models.record import Record
from macros.record.problems import did_you_mean, nearest_word

_OTHERS = tomllib.loads(Path(__file__).with_name("other_keys.toml").read_text(encoding="utf-8"))
# The lists whose entries people know by the keys in them.
_LISTS = ("agenda", "actions", "decisions")
_TITLES = frozenset(_OTHERS.pop("titles"))


class KeyMeant(NamedTuple):
    """How a message about an unknown key ends, the key that is meant, empty if that is a guess among several or none,
    whether only its capitals, spaces or unseen characters differ, and whether it has a list of entries."""

    said: str
    key: str = ""
    certain: bool = False
    lists: bool = False


def key_meant(found: str, kind: type[Record], path: tuple[str | int, ...]) -> KeyMeant | None:
    """What an unknown key at a path of the keys of a record is meant to be; None if that is not known."""
    here, words = record_at(kind, path[:-1]), " ".join(plain(found).lower().replace("_", " ").replace("-", " ").split())
    known = here.model_fields
    if (same := words.replace(" ", "_")) in known:
        return _mean(here, same, certain=True)
    other = _OTHERS.get(here.__name__, {}).get(words, "")
    if isinstance(other, list):
        return KeyMeant(did_you_mean(other))
    if other:
        return _mean(here, other)
    if here.__name__ == "Meeting" and words in _TITLES:
        said = _("; it is the title of an item: write it under 'agenda:', as '- title: {title}'")
        return KeyMeant(said.format(title=found.replace("_", " ")))
    if near := next((name for name in known if name in (f"{same}s", same.removesuffix("s"))), ""):
        return _mean(here, near)
    if elsewhere := _elsewhere(same, kind, here):
        return KeyMeant(elsewhere)
    near = nearest_word(found, known)
    return _mean(here, near) if near else None


def _mean(here: type[BaseModel], key: str, certain: bool = False) -> KeyMeant:
    lists = get_origin(here.model_fields[key].annotation) is tuple
    return KeyMeant(did_you_mean([key]), key, certain, lists)


def _elsewhere(key: str, kind: type[Record], here: type[BaseModel]) -> str:
    """Where a key is known that is not known here: in the entries of a list here, or at the top of the file."""
    if here is not kind and (name := next((name for name in (key, f"{key}s") if name in kind.model_fields), "")):
        return _("; '{key}:' is a key of the whole file, and begins in column 1").format(key=name)
    for name, field in kind.model_fields.items():
        inner = model_in(field.annotation)
        if name in _LISTS and inner and inner is not here and key in inner.model_fields:
            return _("; it is a key of an entry under '{list}:'").format(list=name)
    return ""


def is_like_a_key(words: str) -> bool:
    """Whether words before a colon may be meant as a key of a file: one in small letters, or in any letters a key of a
    meeting or what people write for one. Minutes have lines like `Resolved: ...` and `Action: ...`, too."""
    low = " ".join(words.lower().replace("_", " ").split())
    return bool(re.fullmatch("[a-z_]+", words)) or low.replace(" ", "_") in _of_meetings() or low in _OTHERS["Meeting"]


@cache
def _of_meetings() -> frozenset[str]:
    kinds = {kind.__name__: kind for kind in Record.__subclasses__()}
    return frozenset(kinds["Meeting"].model_fields)


def first_key(kind: type[BaseModel]) -> str:
    """The first required key of a kind of record, or its first key if none is required."""
    fields = kind.model_fields
    return next((name for name, field in fields.items() if field.is_required()), next(iter(fields)))


def keys_at(kind: type[BaseModel], path: tuple[str | int, ...]) -> list[str]:
    """The known keys of the record at a path, in the order of the alphabet."""
    return sorted(record_at(kind, path).model_fields)


def record_at(kind: type[BaseModel], path: tuple[str | int, ...]) -> type[BaseModel]:
    """The kind of the innermost record at a path of keys and list positions."""
    for step in path:
        field = kind.model_fields.get(str(step))
        inner = model_in(field.annotation) if field else None
        kind = inner or kind
    return kind


def model_in(annotation: Any) -> type[BaseModel] | None:
    """The kind of record that a field holds, alone or in a list; None if it holds none."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := model_in(part))), None)


@cache
def every_key() -> frozenset[str]:
    """Every key of every kind of record."""
    kinds, todo = set[type[BaseModel]](), list[type[BaseModel]](Record.__subclasses__())
    while todo:
        kind = todo.pop()
        if kind not in kinds:
            kinds.add(kind)
            todo += kind.__subclasses__()
    return frozenset(name for kind in kinds for name in kind.model_fields)
