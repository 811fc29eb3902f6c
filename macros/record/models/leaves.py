"""Every value of a record, so that checks cover all fields."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel

from macros.record.models.record import ProseMark

Path = tuple[str | int, ...]


def leaves(record: BaseModel, path: Path = ()) -> Iterator[tuple[Path, Any, ProseMark | None]]:
    """Yield the path, the value and, if it is prose, the mark of its Markdown, for each value that somebody recorded.

    A truth value is recorded if it differs from what holds without it.
    """
    for name, prose, default in _fields(type(record)):
        value = getattr(record, name)
        if not isinstance(value, bool) or value is not default:
            yield from _inside(value, (*path, name), prose)


@cache
def _fields(kind: type[BaseModel]) -> tuple[tuple[str, ProseMark | None, Any], ...]:
    """The name of each field, the mark of its Markdown if it holds prose, and its default."""
    return tuple(
        (name, next((mark for mark in _marks(field) if isinstance(mark, ProseMark)), None), field.default)
        for name, field in kind.model_fields.items()
    )


def _inside(value: Any, path: Path, prose: ProseMark | None) -> Iterator[tuple[Path, Any, ProseMark | None]]:
    if isinstance(value, BaseModel):
        yield from leaves(value, path)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _inside(item, (*path, index), prose)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield (*path, key), key, None
            yield from _inside(item, (*path, key), prose)
    elif value is not None:
        yield path, value, prose


def _marks(field: Any) -> list[Any]:
    inner = getattr(field.annotation, "__args__", ())
    return [*field.metadata, *(mark for part in inner for mark in getattr(part, "__metadata__", ()))]
