"""Writes text of the record as YAML, so that `source` reads back exactly the same text.

Only two forms are needed: text on one line, in double quotes if it could mean something in YAML, and comments on
lines of their own.
"""

import json
import re
import textwrap

from macros.record.characters import BREAK

_WIDTH = 110
_PLAIN = re.compile(r"[^\W\d_](?:[\w .,;/()&+'’–-]|:(?=\w))*(?<! )")
# What no YAML reader takes for a day or a number: this site's reference of an action.
_REFERENCE = re.compile(r"\d{4}-\d{2}[\d-]*(?:-[a-z])?/[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*")
_NUMBER = re.compile(r"\d+(?:\.\d+)*")
# Words that other YAML readers do not read as text.
_NOT_TEXT = {"null", "true", "false", "yes", "no", "on", "off", "y", "n"}


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
