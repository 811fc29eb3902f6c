"""Text of the record written as YAML: what `source` reads back is exactly what was written.

Only two kinds of value are needed: text on one line, plain where nothing in it could mean
anything in YAML and else in double quotes, and comments, each on lines of its own.
"""

import json
import re
import textwrap

from macros.record.models import Names
from macros.record.source import BREAK, UNPRINTABLE

_WIDTH = 110
_PLAIN = re.compile(r"[^\W\d_](?:[\w .,;/()&+'’–-]|:(?=\w))*(?<! )")
_NUMBER = re.compile(r"\d+(?:\.\d+)*")
# Words that are not text to other readers of YAML, though they are to ours.
_NOT_TEXT = {"null", "true", "false", "yes", "no", "on", "off", "y", "n"}


def yaml_text(text: str) -> str:
    """A text as a YAML value on one line."""
    if _PLAIN.fullmatch(text) and text.lower() not in _NOT_TEXT:
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(sign if sign.isprintable() else _escaped(sign) for sign in quoted)


def yaml_number(text: str) -> str:
    """The same for a printed number, which stays as it is printed."""
    return text if _NUMBER.fullmatch(text) else yaml_text(text)


def yaml_names(names: Names) -> str:
    """The same for initials: the text as printed, or the list that they were read from."""
    is_list = len(names.keys) > 1 and names.text == ", ".join(names.keys)
    return f"[{names.text}]" if is_list else yaml_text(names.text)


def comment(text: str, indent: str = "") -> list[str]:
    """A text as comment lines. What no reader could see stands there as a replacement sign."""
    width = _WIDTH - len(indent)
    lines = [
        line for paragraph in BREAK.split(UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text))
        for line in textwrap.wrap(paragraph, width, break_long_words=False, break_on_hyphens=False)
    ]  # fmt: skip
    return [f"{indent}# {line}" for line in lines]


def _escaped(sign: str) -> str:
    return f"\\u{ord(sign):04x}" if ord(sign) < 0x10000 else f"\\U{ord(sign):08x}"
