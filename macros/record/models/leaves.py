"""Every value of a record, so that checks cover all fields."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel

from macros.record.models.record import ProseMark

Path = tuple[str | int, ...]


def leaves(record: BaseModel, path: Path = ()) -> Iterator[tuple[Path, Any, bool]]:
    """Yield the path, the value and whether it is prose, for each value that somebody recorded."""
    for name, is_prose in _fields(type(record)):
        yield from _inside(getattr(record, name), (*path, name), is_prose)


@cache
def _fields(kind: type[BaseModel]) -> tuple[tuple[str, bool], ...]:
    """The name of each field, and whether it holds prose."""
    fields = kind.model_fields.items()
    return tuple((name, any(isinstance(mark, ProseMark) for mark in _marks(field))) for name, field in fields)


def _inside(value: Any, path: Path, is_prose: bool) -> Iterator[tuple[Path, Any, bool]]:
    if isinstance(value, BaseModel):
        yield from leaves(value, path)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _inside(item, (*path, index), is_prose)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield (*path, key), key, False
            yield from _inside(item, (*path, key), is_prose)
    elif value is not None and value is not False:
        yield path, value, is_prose


def _marks(field: Any) -> list[Any]:
    inner = getattr(field.annotation, "__args__", ())
    return [*field.metadata, *(mark for part in inner for mark in getattr(part, "__metadata__", ()))]
