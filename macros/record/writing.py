"""Writes records as YAML, so that reading it gives exactly the same record.

Only three forms of text are needed: text on one line, in double quotes if it could mean something in YAML; text on
several lines, below the sign `|`; and comments on lines of their own.
"""

import json
import re
import textwrap
from datetime import date
from typing import Any

from macros.record.characters import BREAK
from macros.record.models import ActionIds, Attendees, Due, Names, RaisedWhen, Record, TimeRange

_WIDTH = 110
_PLAIN = re.compile(r"[^\W\d_](?:[\w .,;/()&+'’–-]|:(?=\w))*(?<! )")
# What no YAML reader takes for a day or a number: this site's reference of an action.
_REFERENCE = re.compile(r"\d{4}-\d{2}[\d-]*(?:-[a-z])?/[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*")
_NUMBER = re.compile(r"\d+(?:\.\d+)*")
# Words that other YAML readers do not read as text.
_NOT_TEXT = {"null", "true", "false", "yes", "no", "on", "off", "y", "n"}


class _Bare(str):
    """A day, a time or a truth value, which stands without quotes."""


def yaml_entry(record: Record) -> list[str]:
    """A record as an entry of a YAML list: the lines of each value that it has, in the order of the model, the first
    line after a dash."""
    return _entry(_plain(record))


def _plain(value: Any) -> Any:
    """A value of a record as text, or as lists and mappings of text: what a data file holds."""
    match value:
        case Record():
            fields = type(value).model_fields.items()
            values = {name: getattr(value, name) for name, field in fields if getattr(value, name) != field.default}
            return {name: _plain(inner) for name, inner in values.items()}
        case dict():
            return {key: _plain(inner) for key, inner in value.items()}
        case tuple():
            return [_plain(inner) for inner in value]
        case Attendees() if value.each and any("," in one or ";" in one for one in value.each):
            return list(value.each)
        case Names() | Due(last=None):
            return value.text
        case Due() | RaisedWhen():
            return _Bare(value.text)
        case ActionIds():
            return [value.pattern, *value.others] if value.others else value.pattern
        case TimeRange():
            return _Bare(value.typed)
        case bool():
            return _Bare(str(value).lower())
        case date():
            return _Bare(value.isoformat())
        case _:
            return str(value)


def _mapping(values: dict[str, Any]) -> list[str]:
    out: list[str] = []
    for key, value in values.items():
        name = yaml_number(key)
        if isinstance(value, str):
            first, *more = _text(value)
            out += [f"{name}: {first}", *(f"  {line}" if line else "" for line in more)]
        elif not value:
            out.append(f"{name}: {{}}" if isinstance(value, dict) else f"{name}: []")
        else:
            inner = _mapping(value) if isinstance(value, dict) else _listing(value)
            out += [f"{name}:", *(f"  {line}" if line else "" for line in inner)]
    return out


def _listing(values: list[Any]) -> list[str]:
    return [line for value in values for line in _entry(value)]


def _entry(value: Any) -> list[str]:
    first, *more = _text(value) if isinstance(value, str) else _mapping(value) or ["{}"]
    return [f"- {first}", *(f"  {line}" if line else "" for line in more)]


def _text(text: str) -> list[str]:
    """A text as one line, or as the sign `|` and the lines below it."""
    lines = text.split("\n")
    in_lines = (
        len(lines) > 1 and text == text.strip() and all(line.isprintable() and line == line.rstrip() for line in lines)
    )
    return ["|", *lines] if in_lines else [text if isinstance(text, _Bare) else yaml_number(text)]


def yaml_text(text: str) -> str:
    """A text as a YAML value on one line."""
    if _REFERENCE.fullmatch(text) or (_PLAIN.fullmatch(text) and text.lower() not in _NOT_TEXT):
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(sign if sign.isprintable() else _escaped(sign) for sign in quoted)


def yaml_number(text: str) -> str:
    """A printed number, like `2.10`, as a YAML value on one line."""
    return text if _NUMBER.fullmatch(text) else yaml_text(text)


def comment(text: str, indent: str = "") -> list[str]:
    """A text as comment lines of at most 110 characters."""
    width = _WIDTH - len(indent)
    lines = [
        line for paragraph in BREAK.split(text)
        for line in textwrap.wrap(paragraph, width, break_long_words=False, break_on_hyphens=False)
    ]  # fmt: skip
    return [f"{indent}# {line}" for line in lines]


def _escaped(sign: str) -> str:
    return f"\\u{ord(sign):04x}" if ord(sign) < 0x10000 else f"\\U{ord(sign):08x}"
