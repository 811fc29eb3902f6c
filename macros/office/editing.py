"""Adds entries to data files as somebody has typed them; every other line stays as it is."""

import re
from collections.abc import Iterable
from datetime import date

from macros.record import yaml_text


def with_change(text: str, day: date, note: str) -> str:
    """The text of a file with an entry below the last one under `changes:`."""
    lines = text.splitlines()
    start = next((at for at, line in enumerate(lines) if re.match(r"changes:\s*(#.*|\[\])?$", line)), None)
    if start is None:
        return _joined([*lines, "changes:", *_change("  ", day, note)], text)
    lines[start] = lines[start].replace("[]", "").rstrip()
    end = _end_of_block(lines, start)
    dash = next((line for line in lines[start + 1 : end] if line.lstrip().startswith("- ")), "  - ")
    indent = dash[: len(dash) - len(dash.lstrip())]
    return _joined([*lines[:end], *_change(indent, day, note), *lines[end:]], text)


def _change(indent: str, day: date, note: str) -> list[str]:
    return [f"{indent}- date: {day}", f"{indent}  note: {yaml_text(note)}"]


def with_redirects(text: str, redirects: dict[str, str], taken: Iterable[str]) -> str:
    """The text of data/redirects.yml with more redirects, and without those of addresses that are taken by pages."""
    left = {f"{address}:" for address in taken}
    lines = [line for line in text.splitlines() if _key(line) not in left]
    start = next((at for at, line in enumerate(lines) if line.startswith("redirects:")), len(lines))
    if start == len(lines):
        lines.append("redirects:")
    lines[start] = lines[start].replace("{}", "").rstrip()
    end = _end_of_block(lines, start)
    first = next((line for line in lines[start + 1 : end] if line.strip() and line.strip()[0] != "#"), "  ")
    indent = first[: len(first) - len(first.lstrip())] or "  "
    added = [f"{indent}{old}: {new}" for old, new in redirects.items()]
    return _joined([*lines[:end], *added, *lines[end:]], text)


def _key(line: str) -> str:
    return line.strip().partition(" ")[0].replace('"', "").replace("'", "")


def _joined(lines: list[str], text: str) -> str:
    """The lines with the line ends of the text that they are from."""
    end = "\r\n" if "\r\n" in text else "\n"
    return "".join(line + end for line in lines)


def _end_of_block(lines: list[str], start: int) -> int:
    """The line behind the last one that belongs to the key of a line."""
    end = at = start + 1
    while at < len(lines) and (not lines[at].strip() or lines[at][0] in " \t#-"):
        at += 1
        end = at if lines[at - 1].strip() and lines[at - 1][0] != "#" else end
    return end
