"""The changes of the record in words: as Markdown, for a person at a forge, and as JSON, for a program.

Text of the record is harmless in the Markdown: every sign that Markdown, HTML or a forge could take
for its own stands as a character reference, so that no table breaks, nothing is loaded and nobody
is called by name.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import date
from itertools import takewhile
from typing import Any

from macros import wording
from macros.changes import ActionChange, Changes, EntryChange, Fate, MeetingChange, Turn
from macros.differences import Difference
from macros.models import MeetingStatus
from macros.problems import Problem, Severity

NO_CHANGE = "No change to the record."
_SIGNS = re.compile(r"[\\`*_\[\]<>&|~$]|[\u202a-\u202e\u2066-\u2069]")
_CALLS = re.compile(r"@(?=\w)|#(?=\d)|(?<=\w)@")
_ADDRESS = re.compile(r"(?<=://)|\b(?<=www)(?=\.)", re.IGNORECASE)
_WORD_JOINER = "&#8288;"
_LONG, _AROUND = 200, 40


def as_markdown(changes: Changes, problems: Iterable[Problem], remarks: Iterable[str] = ()) -> str:
    """What merging will publish. `remarks` are sentences on what could not be compared."""
    parts = [
        *(f"{literal(remark)}\n" for remark in remarks),
        _part("What stops the merge", (_problem(p) for p in problems if p.severity is Severity.ERROR)),
        _part("What to look at before merging", (_problem(p) for p in problems if p.severity is not Severity.ERROR)),
        _part("Meetings", map(_meeting, changes.meetings)),
        _part("Actions", (line for turn in Turn for line in _turn(turn, changes.actions))),
        *_corrections(changes.meetings),
        _part("People and organisations", map(_entry, changes.people)),
        _part("Glossary", map(_entry, changes.glossary)),
        _part("Terms of reference", map(_entry, changes.terms)),
        _part("The group", [_table(changes.group)] if changes.group else [], sign=""),
        _part("Old addresses", map(_redirect, changes.redirects)),
    ]
    told = "\n".join(part for part in parts if part)
    return f"# What merging will publish\n\n{told}" if told else f"{NO_CHANGE}\n"


def as_json(changes: Changes, problems: Iterable[Problem], remarks: Iterable[str] = ()) -> str:
    """The same for a program: the fields of `Changes`, and the problems each with its place and severity."""
    said = [{"place": str(p.place), "severity": p.severity.word, "message": p.message} for p in problems]
    whole = {**asdict(changes), "problems": said, "remarks": list(remarks)}
    return json.dumps(whole, indent=2, ensure_ascii=False, default=_plain) + "\n"


def _plain(value: Any) -> Any:
    return value.model_dump(mode="json") if hasattr(value, "model_dump") else str(value)


def literal(text: str) -> str:
    """Text of the record as Markdown that shows it and does nothing else."""
    safe = _CALLS.sub(lambda found: f"{found.group()}\0", text)
    safe = _ADDRESS.sub("\0", safe)
    safe = _SIGNS.sub(lambda found: f"&#{ord(found.group())};", safe)
    lines = "<br>".join(line.strip() for line in safe.strip().splitlines())
    return lines.replace("\0", _WORD_JOINER)


def _part(title: str, lines: Iterable[str], sign: str = "- ") -> str:
    told = "".join(f"{sign}{line}\n" for line in lines)
    return f"## {title}\n\n{told}" if told else ""


def _problem(problem: Problem) -> str:
    return f"{literal(str(problem.place))}: {literal(problem.message)}"


def _meeting(change: MeetingChange) -> str:
    told = [_status(change)]
    if change.renamed_from:
        told.append(f"its file was {change.renamed_from}.yml")
    if change.differences:
        wheres = dict.fromkeys(found.titles[0] for found in change.differences)
        told.append("changed: " + "; ".join(map(literal, wheres)))
    notes = "".join(f"\n  - Its page will say: {wording.day(e.date)}: {literal(e.note)}" for e in change.noted)
    return f"**{change.name}**: {'; '.join(filter(None, told)) or 'a change is told'}.{notes}"


def _status(change: MeetingChange) -> str:
    if change.after is None:
        return "its record is taken away"
    if change.before is None:
        return f"new, {_IS[change.after]}"
    return f"from {change.before} to {change.after}" if change.before is not change.after else ""


_IS = {
    MeetingStatus.SCHEDULED: "scheduled",
    MeetingStatus.DRAFT: "a draft",
    MeetingStatus.PUBLISHED: "published",
    MeetingStatus.APPROVED: "approved",
    MeetingStatus.CANCELLED: "cancelled",
}


def _turn(turn: Turn, actions: Iterable[ActionChange]) -> Iterator[str]:
    for action in actions:
        if action.turn is turn:
            yield f"**{action.id}** {turn}{_state(action)}: {literal(action.wording)}{_owner(action)}"


def _state(action: ActionChange) -> str:
    after = wording.action_status(action.after)
    match action.turn:
        case Turn.RAISED:
            return f", {after}" if action.after else ""
        case Turn.CLOSED:
            return f", {after}"
        case Turn.NOT_MENTIONED:
            days = (wording.meeting_day(date.fromisoformat(stem[:10]), stem) for stem in action.meetings)
            return f" at the meeting of {wording.listed(days)}"
        case Turn.GONE:
            return " from the record"
        case _ if action.before is action.after:
            return f", still {after}"
        case _:
            return f", from {wording.action_status(action.before)} to {after}"


def _owner(action: ActionChange) -> str:
    return f" (owner {literal(action.owner)})" if action.owner else " (no owner recorded)"


def _corrections(meetings: Iterable[MeetingChange]) -> Iterator[str]:
    corrected = [change for change in meetings if change.corrects]
    if corrected:
        yield "## Corrections to pages already public\n"
    for change in corrected:
        status = _IS[change.before] if change.before else ""
        yield f"### {change.name}, {status} until now\n\n{_table(change.differences)}\n"


def _table(found: Iterable[Difference]) -> str:
    rows = (f"| {literal(one.where)} | {' | '.join(map(_side, _clipped(one)))} |" for one in found)
    return "\n".join(("| Where | Before | After |", "|---|---|---|", *rows))


def _side(text: str | None) -> str:
    return literal(text) if text else "*not recorded*"


def _clipped(found: Difference) -> tuple[str | None, str | None]:
    """Both values; of two long ones only the part that differs, with some words around it."""
    before, after = found.before, found.after
    if not before or not after or max(len(before), len(after)) <= _LONG:
        return before, after
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False)))
    rest = min(len(before), len(after)) - same
    ends = zip(reversed(before), reversed(after), strict=False)
    tail = min(rest, sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], ends)))
    return _cut(before, same, tail), _cut(after, same, tail)


def _cut(text: str, same: int, tail: int) -> str:
    start, end = max(0, same - _AROUND), min(len(text), len(text) - tail + _AROUND)
    start = text.find(" ", start, same) + 1 if start and " " in text[start:same] else start
    end = text.rfind(" ", len(text) - tail, end) if " " in text[len(text) - tail : end] and end < len(text) else end
    return f"{'… ' if start else ''}{text[start:end]}{' …' if end < len(text) else ''}"


def _entry(change: EntryChange) -> str:
    told = f"{literal(change.key)}{f' ({literal(change.name)})' if change.name else ''}: {change.fate}"
    if change.fate is not Fate.CHANGED:
        return f"{told}."
    return f"{told}.\n\n{_indented(_table(change.differences))}\n"


def _indented(table: str) -> str:
    return "\n".join(f"  {line}" for line in table.splitlines())


def _redirect(found: Difference) -> str:
    if found.after is None:
        return f"{literal(found.where)} no longer leads to {literal(found.before or '')}."
    return f"{literal(found.where)} leads to {literal(found.after)}."
