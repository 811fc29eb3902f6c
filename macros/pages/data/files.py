"""Every file of the open data, by its address."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from macros.pages.data.actions import actions
from macros.pages.data.bundle import bundle
from macros.pages.data.decisions import decisions
from macros.pages.data.documents import KINDS, document, head, line, opening
from macros.pages.data.meetings import meetings
from macros.pages.data.people import people
from macros.pages.data.rows import action_rows, agenda_rows, attendance_rows, decision_rows, meeting_rows
from macros.pages.data.schemas import schema_text
from macros.pages.data.tables import TABLES, csv_text, metadata, metadata_address
from macros.register import Register, addresses

Files = dict[str, str | bytes]


def files(register: Register) -> dict[str, str | bytes | Callable[[], bytes]]:
    """Every file, or what makes it. The same record gives the same bytes."""
    all_actions, all_decisions = [*actions(register)], [*decisions(register)]
    records: dict[str, Iterable[Mapping[str, Any]]] = {
        "meetings": meetings(register), "actions": all_actions, "decisions": all_decisions, "people": people(register),
    }  # fmt: skip
    rows: dict[str, Iterable[Mapping[str, Any]]] = {
        "actions": action_rows(register, all_actions), "decisions": decision_rows(register, all_decisions),
        "meetings": meeting_rows(register), "agenda-items": agenda_rows(register),
        "attendance": attendance_rows(register),
    }  # fmt: skip
    lines = {kind: {one["id"]: line(one) for one in those} for kind, those in records.items()}
    of_all = {**_of_all(register, lines), **_tables(rows)}
    return {**of_all, **_beside_pages(register, lines), addresses.RECORD_ZIP: partial(bundle, register, of_all)}


def _of_all(register: Register, lines: dict[str, dict[str, str]]) -> Files:
    top, out = head(register), Files()
    for kind, model in KINDS.items():
        here = addresses.data_file(f"{kind}.json")
        out[here] = document(opening(top, here, kind), lines[kind].values())
        out[addresses.data_schema(kind)] = schema_text(model)
    return out


def _tables(rows: Mapping[str, Iterable[Mapping[str, Any]]]) -> Files:
    out = Files()
    for table in TABLES:
        out[addresses.data_file(table.file)] = csv_text(table, rows[table.name])
        out[metadata_address(table)] = metadata(table)
    return out


def _beside_pages(register: Register, lines: dict[str, dict[str, str]]) -> Files:
    """The file of each meeting and of each action, beside its page."""
    top, out = head(register), Files()
    for kind, at in (("meetings", addresses.meeting_data), ("actions", addresses.action_data)):
        begins = ""
        for key, text in lines[kind].items():
            begins = begins or opening(top, at(key), kind)  # all are as far from the schema
            out[at(key)] = document(begins, [text])
    return out
