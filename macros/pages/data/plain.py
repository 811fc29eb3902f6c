"""A record as plain values: what JSON holds, by the keys of the data files."""

from datetime import date
from functools import cache
from typing import Any

from macros.record.models import Attendees, Due, Names, RaisedWhen, Record, TimeRange
from macros.record.models.names import listed_in

_NOTHING: tuple[Any, ...] = (None, (), {})


def plain(record: Record) -> dict[str, Any]:
    """Each recorded value by its key, in the order of the model; what is not recorded is left out.

    Days are written as in ISO 8601, names and times as printed. The model reads the same record from it.
    """
    found = ((name, getattr(record, name), default) for name, default in _fields(type(record)))
    return {name: _plain(value) for name, value, default in found if _is_recorded(value, default)}


def _is_recorded(value: Any, default: Any) -> bool:
    return value is not default if isinstance(value, bool) else value not in _NOTHING


@cache
def _fields(kind: type[Record]) -> tuple[tuple[str, Any], ...]:
    return tuple((name, field.default) for name, field in kind.model_fields.items())


def _plain(value: Any) -> Any:
    match value:
        case bool():
            return value
        case str():
            return str(value)
        case tuple():
            return [_plain(inner) for inner in value]
        case dict():
            return {key: _plain(inner) for key, inner in value.items()}
        case Record():
            return plain(value)
        case Attendees() if value.each and list(value.each) != listed_in(value.text):
            return list(value.each)
        case Names() | Due() | RaisedWhen():
            return value.text
        case TimeRange():
            return value.typed
        case date():
            return value.isoformat()
    raise NotImplementedError(f"no plain value for {type(value).__name__}")
