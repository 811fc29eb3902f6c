"""References as files: BibTeX, RIS and CSL-JSON. What is not recorded has no field in them."""

import json
import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from macros.language import MonthOnly
from macros.pages.citing.reference import Reference

# TeX counts braces even behind a backslash, so no text may hold one of its own.
_IN_TEX = str.maketrans({
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}", **{sign: f"\\{sign}" for sign in "%&$#_"}, "@": r"\symbol{64}", '"': "''",
})  # fmt: skip
_NOT_IN_KEYS = re.compile(r"[^A-Za-z0-9.-]+")


def bibtex(references: Iterable[Reference]) -> str:
    """The references as entries of the kind @misc, with `url` and `urldate` as biblatex has them, in UTF-8."""
    return "\n".join(map(_entry, references))


def _entry(one: Reference) -> str:
    fields = {
        "title": f"{{{_tex(one.entitled)}}}", "howpublished": _tex(one.site) if one.title else "",
        "publisher": _tex(one.publisher), "date": _iso(one.day), "year": str(one.day.year) if one.day else "",
        "version": one.revision, "url": one.url, "urldate": _iso(one.edition.day) if one.url else "",
    }  # fmt: skip
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@misc{{{_key(one.key)},\n{lines}}}\n"


def _key(name: str) -> str:
    """A name as a key of BibTeX, in letters of ASCII: of two names, two keys."""
    return _NOT_IN_KEYS.sub(lambda found: "".join(f"u{ord(letter):x}" for letter in found[0]), name)


def _tex(text: str) -> str:
    return _on_one_line(text).translate(_IN_TEX)


def ris(references: Iterable[Reference]) -> str:
    """The references in the RIS format, as web pages (ELEC). No line of a text begins with a tag."""
    return "\r\n".join(map(_tagged, references))


def _tagged(one: Reference) -> str:
    fields = (
        ("TY", "ELEC"), ("ID", one.key), ("TI", one.entitled), ("T2", one.site if one.title else ""),
        ("PB", one.publisher), ("PY", str(one.day.year) if one.day else ""), ("DA", _slashed(one.day)),
        ("ET", one.revision), ("LA", one.language), ("UR", one.url),
        ("Y2", _slashed(one.edition.day) if one.url else ""),
    )  # fmt: skip
    lines = "".join(f"{tag}  - {_on_one_line(value)}\r\n" for tag, value in fields if value)
    return f"{lines}ER  - \r\n"


def csl_json(references: Iterable[Reference]) -> str:
    """The references as CSL-JSON (schema 1.0.2), a list of web pages."""
    return "[\n" + ",\n".join(json.dumps(_item(one)) for one in references) + "\n]\n"


def _item(one: Reference) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "id": one.key, "type": "webpage", "title": _on_one_line(one.entitled),
        "container-title": _on_one_line(one.site) if one.title else "", "publisher": _on_one_line(one.publisher),
        "issued": _parts(one.day), "version": one.revision, "language": one.language, "URL": one.url,
        "accessed": _parts(one.edition.day) if one.url else None,
    }  # fmt: skip
    return {name: value for name, value in fields.items() if value}


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _numbers(day: date) -> list[int]:
    return [day.year, day.month] if isinstance(day, MonthOnly) else [day.year, day.month, day.day]


def _iso(day: date | None) -> str:
    return "-".join(f"{number:02}" for number in _numbers(day)) if day else ""


def _slashed(day: date | None) -> str:
    return "/".join(f"{number:02}" for number in _numbers(day)) if day else ""


def _parts(day: date | None) -> dict[str, list[list[int]]] | None:
    return {"date-parts": [_numbers(day)]} if day else None
