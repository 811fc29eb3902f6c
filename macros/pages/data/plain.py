"""A record as plain values: what JSON holds, by the keys of the data files."""

from datetime import date
from functools import cache
from typing import Any

from macros.record.models import Attendees, Due, Names, RaisedWhen, Record, TimeRange
from macros.record.models.names import listed_in

# The most frequent kinds of values are looked up by their type; the others are asked one by one.
_AS_THEY_ARE = (bool, str)


def plain(record: Record) -> dict[str, Any]:
    """Each recorded value by its key, in the order of the model; what is not recorded is left out.

    Days are written as in ISO 8601, names and times as printed. The model reads the same record from it.
    """
    out = {}
    for name, default in _fields(type(record)):
        value = getattr(record, name)
        if value is default or value is None or value == () or (type(value) is dict and not value):
            continue
        out[name] = value if type(value) in _AS_THEY_ARE else _plain(value)
    return out


@cache
def _fields(kind: type[Record]) -> tuple[tuple[str, Any], ...]:
    """The name of each field, and its value where a truth value is not recorded."""
    return tuple(
        (name, field.default if isinstance(field.default, bool) else None) for name, field in kind.model_fields.items()
    )


def _plain(value: Any) -> Any:
    match value:
        case Record():
            return plain(value)
        case tuple():
            return [_plain(inner) for inner in value]
        case Attendees() if value.each and list(value.each) != listed_in(value.text):
            return list(value.each)
        case Names() | Due() | RaisedWhen():
            return value.text
        case TimeRange():
            return value.typed
        case str():  # a choice, too
            return str(value)
        case date():
            return value.isoformat()
    raise NotImplementedError(f"no plain value for {type(value).__name__}")
