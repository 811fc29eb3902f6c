"""The pages written by hand, for the search: title, description and text."""

import re
from dataclasses import dataclass
from pathlib import Path

from macros.register.addresses import page_at

_FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_MACRO = re.compile(r"\{\{.*?(?:\}\}|\Z)|\{%.*?(?:%\}|\Z)|\{#(?!\w).*?(?:#\}|\Z)", re.DOTALL)
_LINK = re.compile(r"\[([^\[\]]+)\]\([^()]*\)")
_HEADING = re.compile(r"^# +(.+?)(?: +\{.*\})?$", re.MULTILINE)


@dataclass(frozen=True)
class HandWritten:
    """A page written by hand: `text` is its Markdown without front matter, first heading, macros and links."""

    title: str
    description: str
    text: str


def hand_written(source: str) -> HandWritten:
    """Read the Markdown of a page. Its title is that of its front matter, or else its first heading."""
    front = _FRONT.match(source)
    text = _LINK.sub(r"\1", _MACRO.sub("", source[front.end() :] if front else source))
    heading = _HEADING.search(text)
    title = _value(front, "title") or (heading.group(1) if heading else "")
    return HandWritten(title, _value(front, "description"), _HEADING.sub("", text, count=1).strip())


def hand_written_pages(docs: Path) -> dict[str, HandWritten]:
    """The pages written by hand in a folder, by their address."""
    return {
        page_at(file.relative_to(docs).as_posix().removesuffix("index.md")): hand_written(file.read_text("utf-8"))
        for file in sorted(docs.rglob("*.md"))
    }


def _value(front: re.Match[str] | None, key: str) -> str:
    found = re.search(rf"^{key}: *(.+)$", front.group(1), re.MULTILINE) if front else None
    return found.group(1).strip().strip("\"'") if found else ""
