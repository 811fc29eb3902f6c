"""The CSV files (RFC 4180, UTF-8), and what describes them: CSV on the Web metadata."""

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from macros.pages.data.rows import ActionRow, AgendaRow, AttendanceRow, DecisionRow, MeetingRow
from macros.pages.data.schemas import schema_of, words_of
from macros.register import addresses

BETWEEN = ";"
# What a spreadsheet may read as a formula or as several cells: its signs in both widths, also behind spaces, quotation
# marks and signs that nobody sees.
_UNSEEN = "\"'`“”‘’\u00ad\u200b-\u200f\u2060\ufeff"
_SIGN = "[=+\\-@＝＋－＠]"
_MAY_ACT = re.compile(f"\\A(?:[\\s{_UNSEEN}]*{_SIGN}|[ \"'“”‘’]*[\t\r\n])")
# In countries with a decimal comma, a spreadsheet begins a cell behind each semicolon.
_BEHIND_SEMICOLON = re.compile(f";(?=[ \t{_UNSEEN}]*{_SIGN})")
SAFE = (
    "A cell that a spreadsheet could read as a formula begins with an apostrophe that is not part of the text. Such a "
    "cell has =, +, - or @ (also as a wide sign), a tab or the end of a line as its first sign, or behind spaces and "
    "quotation marks. The same is done behind a semicolon, where some spreadsheets begin another cell. To get the "
    "text, remove the first apostrophe of the cell, and that behind each semicolon, where the rest is of such a kind."
)


@dataclass(frozen=True)
class Table:
    """A table: the name of its file, what it is, the model of its rows, and those fields that are lists or records and
    so are not in it."""

    name: str
    about: str
    model: type[Any]
    without: frozenset[str] = frozenset()

    @property
    def file(self) -> str:
        """The name of the file."""
        return f"{self.name}.csv"

    @property
    def columns(self) -> dict[str, dict[str, Any]]:
        """The schema of each column by its name, in the order of the file."""
        found: dict[str, dict[str, Any]] = schema_of(self.model)["properties"]
        return {name: part for name, part in found.items() if name not in self.without}


TABLES = (
    Table("actions", "A row for each action, with its latest state.", ActionRow, frozenset({"history"})),
    Table("decisions", "A row for each decision.", DecisionRow, frozenset({"votes"})),
    Table("meetings", "A row for each meeting.", MeetingRow),
    Table("agenda-items", "A row for each item of an agenda.", AgendaRow),
    Table("attendance", "A row for each entry of the lists of who was at a meeting, or was not.", AttendanceRow),
)


def csv_text(table: Table, rows: Iterable[Mapping[str, Any]]) -> str:
    """The rows as CSV, below the names of the columns. What is not recorded is an empty cell."""
    out = io.StringIO()
    write = csv.writer(out, lineterminator="\r\n")
    names = [*table.columns]
    write.writerow(names)
    write.writerows([cell(row[name]) for name in names] for row in rows)
    return out.getvalue()


def cell(value: str | bool | list[str] | None) -> str:
    """A value as a cell that no spreadsheet reads as a formula."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case list():
            return safe(BETWEEN.join(value))
    return safe(value)


def safe(text: str) -> str:
    """The text, behind an apostrophe if a spreadsheet could read it as a formula. `SAFE` says how to take that off."""
    within = _BEHIND_SEMICOLON.sub(";'", text)
    return f"'{within}" if _MAY_ACT.match(within) else within


def metadata(table: Table) -> str:
    """What describes the file, beside it (W3C, Metadata Vocabulary for Tabular Data), as JSON text."""
    return json.dumps({
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": table.file,
        "dc:title": table.name,
        "dc:description": f"{table.about} {SAFE}",
        "dialect": {"encoding": "utf-8", "lineTerminators": ["\r\n"], "quoteChar": '"', "doubleQuote": True,
                    "delimiter": ",", "header": True},
        "tableSchema": {
            "columns": [_column(name, part) for name, part in table.columns.items()],
            **({"primaryKey": "id"} if "id" in table.columns else {}),
        },
    }, indent=2, ensure_ascii=False) + "\n"  # fmt: skip


def _column(name: str, part: Mapping[str, Any]) -> dict[str, Any]:
    found = {"name": name, "titles": name, "dc:description": part["description"], "datatype": _datatype(part)}
    if part.get("type") == "array":
        found["separator"] = BETWEEN
    if part.get("type") in ("string", "boolean"):
        found["required"] = True
    return found


def _datatype(part: Mapping[str, Any]) -> str | dict[str, str]:
    if words := words_of(part):
        return {"base": "string", "format": f"^({'|'.join(words)})$"}  # ECMAScript; the words are letters and spaces
    return "boolean" if part.get("type") == "boolean" else "date" if part.get("format") == "date" else "string"


def metadata_address(table: Table) -> str:
    """Where the metadata of a table is, which is where programs look for it."""
    return addresses.data_file(f"{table.file}-metadata.json")
