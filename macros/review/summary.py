"""The changes of the record as Markdown, for a pull request, and as JSON, for programs.

Text of the record is escaped in the Markdown: every character with a meaning in Markdown, HTML or on the host becomes a
character reference. So no table breaks, nothing is loaded and nobody is mentioned.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import takewhile
from typing import Any

from macros.language import _, marked, wording
from macros.record import Problem, Severity, phrases
from macros.record.models import Change, MeetingStatus
from macros.review.changes import ActionChange, Changes, EntryChange, Fate, MeetingChange, Turn
from macros.review.differences import Difference

_SIGNS = re.compile(r"[\\`*_\[\]<>&|~$]|[\u202a-\u202e\u2066-\u2069]")
_CALLS = re.compile(r"@(?=\w)|#(?=\d)|(?<=\w)@")
_ADDRESS = re.compile(r"(?<=://)|\b(?<=www)(?=\.)", re.IGNORECASE)
_WORD_JOINER = "&#8288;"
_LONG, _AROUND = 200, 40


def as_markdown(changes: Changes, problems: Iterable[Problem], remarks: Iterable[str] = ()) -> str:
    """What merging will publish, as Markdown. `remarks`: sentences about what could not be compared."""
    parts = [
        *(f"{literal(remark)}\n" for remark in remarks),
        _part(_("What stops the merge"), (_problem(p) for p in problems if p.severity is Severity.ERROR)),
        _part(_("What to look at before merging"), (_problem(p) for p in problems if p.severity is not Severity.ERROR)),
        _part(_("Meetings"), map(_meeting, changes.meetings)),
        _part(_("Actions"), (line for turn in Turn for line in _turn(turn, changes.actions))),
        *_corrections(changes),
        _part(_("People and organisations"), map(_entry, changes.people)),
        _part(_("Glossary"), map(_entry, changes.glossary)),
        _part(_("Terms of reference"), map(_entry, changes.terms)),
        _part(_("The group"), [_table(changes.group)] if changes.group else [], sign=""),
        _part(_("Accessibility statement"), [_table(changes.accessibility)] if changes.accessibility else [], sign=""),
        _part(_("Old addresses"), map(_redirect, changes.redirects)),
    ]
    text = "\n".join(part for part in parts if part)
    title, same = _("What merging will publish"), _("No change to the record.") + "\n"
    if changes.none:
        text = f"{text}\n{same}" if text else ""
    return f"# {title}\n\n{text}" if text else same


def as_json(changes: Changes, problems: Iterable[Problem], remarks: Iterable[str] = ()) -> str:
    """The fields of `Changes` as a JSON object, with `problems` (place, severity, message) and `remarks`."""
    listed = [{"place": str(p.place), "severity": p.severity.word, "message": p.message} for p in problems]
    whole = {**asdict(changes), "problems": listed, "remarks": list(remarks)}
    return json.dumps(whole, indent=2, ensure_ascii=False, default=_plain) + "\n"


def _plain(value: Any) -> Any:
    return value.model_dump(mode="json") if hasattr(value, "model_dump") else str(value)


def literal(text: str) -> str:
    """Text of the record as Markdown that only shows it."""
    safe = _CALLS.sub(lambda found: f"{found.group()}\0", text)
    safe = _ADDRESS.sub("\0", safe)
    safe = _SIGNS.sub(lambda found: f"&#{ord(found.group())};", safe)
    lines = "<br>".join(line.strip() for line in safe.strip().splitlines())
    return lines.replace("\0", _WORD_JOINER)


def _part(title: str, lines: Iterable[str], sign: str = "- ") -> str:
    text = "".join(f"{sign}{line}\n" for line in lines)
    return f"## {title}\n\n{text.rstrip()}\n" if text else ""


def _problem(problem: Problem) -> str:
    return f"{literal(str(problem.place))}: {literal(problem.message)}"


def _meeting(change: MeetingChange) -> str:
    parts = [_status(change)]
    if change.renamed_from:
        parts.append(_("its file was {name}").format(name=f"{change.renamed_from}.yml"))
    if change.differences:
        wheres = dict.fromkeys(found.titles[0] for found in change.differences)
        parts.append(_("changed: {what}").format(what="; ".join(map(literal, wheres))))
    parts += map(_day, change.days)
    what = "; ".join(filter(None, parts)) or _("a change is reported")
    values = () if change.corrects else change.whole or change.differences
    return f"**{literal(change.name)}**: {what}.{''.join(_reports(change))}{_folded(values)}"


def _day(found: Difference) -> str:
    said = _("{what}: {day}, was {before}") if found.before else _("{what}: {day}")
    return said.format(what=found.where, day=found.after or _("not recorded"), before=found.before)


def _reports(change: MeetingChange) -> Iterator[str]:
    """What the page of a meeting will say of changes to its record, and what it will say no longer."""
    if change.whole:
        return
    yield from (f"\n  - {_noted(entry)}" for entry in change.noted)
    said = _("Its page will no longer say: {day}: {note}")
    for entry in change.unsaid:
        yield f"\n  - {said.format(day=wording.day(entry.date), note=literal(entry.note))}"


def _noted(entry: Change) -> str:
    said = _("Its page will say: {day}: {note}")
    return said.format(day=wording.day(entry.date), note=literal(entry.note))


def _folded(found: Iterable[Difference]) -> str:
    """Every value that is added, changed or taken away, in a table that the reader unfolds."""
    table = _indented(_table(found)) if found else ""
    title = _("Every value")
    return f"\n\n  <details><summary>{title}</summary>\n\n{table}\n\n  </details>\n" if table else ""


def _status(change: MeetingChange) -> str:
    if change.after is None:
        return _("its record is taken away")
    if change.before is None:
        return _(_NEW[change.after])
    if change.before is change.after:
        return ""
    before, after = phrases.meeting_is(change.before), phrases.meeting_is(change.after)
    return _("from {before} to {after}").format(before=before, after=after)


_NEW = {
    MeetingStatus.SCHEDULED: marked("new, scheduled"),
    MeetingStatus.DRAFT: marked("new, a draft"),
    MeetingStatus.PUBLISHED: marked("new, published"),
    MeetingStatus.APPROVED: marked("new, approved"),
    MeetingStatus.CANCELLED: marked("new, cancelled"),
}
_UNTIL_NOW = {
    MeetingStatus.DRAFT: marked("{meeting}, a draft until now"),
    MeetingStatus.PUBLISHED: marked("{meeting}, published until now"),
    MeetingStatus.APPROVED: marked("{meeting}, approved until now"),
}


def _turn(turn: Turn, actions: Iterable[ActionChange]) -> Iterator[str]:
    for action in actions:
        if action.turn is turn:
            yield f"{_became(action)}: {_with_owner(action)}"


def _became(action: ActionChange) -> str:
    match action.turn:
        case Turn.RAISED:
            said = _("{action} raised, {after}") if action.after else _("{action} raised")
        case Turn.CLOSED:
            said = _("{action} closed, {after}")
        case Turn.NOT_MENTIONED:
            said = _("{action} not mentioned at the meeting of {days}")
        case Turn.GONE:
            said = _("{action} gone from the record")
        case Turn.REOPENED:
            said = _("{action} reopened, from {before} to {after}")
        case Turn.UPDATED if action.before is action.after:
            said = _("{action} updated, still {after}")
        case Turn.UPDATED:
            said = _("{action} updated, from {before} to {after}")
    return said.format(
        action=f"**{action.id}**", before=phrases.action_status(action.before),
        after=phrases.action_status(action.after), days=wording.listed(map(literal, action.named)),
    )  # fmt: skip


def _with_owner(action: ActionChange) -> str:
    said = _("{wording} (owner {owner})") if action.owner else _("{wording} (no owner recorded)")
    return said.format(wording=literal(action.wording), owner=literal(action.owner or ""))


def _corrections(changes: Changes) -> Iterator[str]:
    corrected = [change for change in changes.meetings if change.corrects]
    if corrected or changes.names:
        yield "## " + _("Corrections to pages already public") + "\n"
    for change in corrected:
        name = literal(change.name)
        title = _(_UNTIL_NOW[change.before]).format(meeting=name) if change.before else name
        yield f"### {title}\n\n{_table(change.differences)}\n"
    for names in changes.names:
        parts = [_table(names.differences)] if names.differences else []
        if names.noted:
            parts.append("\n".join(f"- {_noted(entry)}" for entry in names.noted))
        yield "\n\n".join([f"### {names.file}", *parts]) + "\n"


def _table(found: Iterable[Difference]) -> str:
    rows = (f"| {literal(one.where)} | {' | '.join(map(_side, _clipped(one)))} |" for one in found)
    heads = " | ".join((_("Where"), _("Before"), _("After")))
    return "\n".join((f"| {heads} |", "|---|---|---|", *rows))


def _side(text: str | None) -> str:
    return literal(text) if text else "*" + _("not recorded") + "*"


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
    name = f"{literal(change.key)}{f' ({literal(change.name)})' if change.name else ''}"
    text = f"{name}: {_(_FATES[change.fate])}"
    if change.fate is Fate.CHANGED:
        return f"{text}\n\n{_indented(_table(change.differences))}\n"
    return f"{text}{_folded(change.differences)}"


_FATES = {Fate.ADDED: marked("added."), Fate.CHANGED: marked("changed."), Fate.REMOVED: marked("removed.")}


def _indented(table: str) -> str:
    return "\n".join(f"  {line}" for line in table.splitlines())


def _redirect(found: Difference) -> str:
    if found.after is None:
        said = _("{old} no longer leads to {new}.")
        return said.format(old=literal(found.where), new=literal(found.before or ""))
    said = _("{old} leads to {new}, no longer to {before}.") if found.before else _("{old} leads to {new}.")
    return said.format(old=literal(found.where), new=literal(found.after), before=literal(found.before or ""))
