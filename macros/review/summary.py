"""The changes of the record as Markdown, for a pull request, and as JSON, for programs.

Text of the record is escaped in the Markdown: no table breaks, nothing is loaded and nobody is mentioned.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict

from macros.language import _, for_markdown, json_text, marked, ngettext, wording
from macros.record import Problem, Severity, phrases
from macros.record.models import Change, MeetingStatus
from macros.register import Difference, status_said
from macros.review.changes import ActionChange, Changes, EntryChange, Fate, MeetingChange, Turn
from macros.review.clipping import clipped
from macros.review.outside import by_kind
from macros.review.shortened import shortened


def as_markdown(
    changes: Changes, problems: Iterable[Problem], remarks: Iterable[str] = (), outside: Sequence[str] = ()
) -> str:
    """What merging will publish, as Markdown. `remarks`: sentences about what could not be compared; `outside`: the
    paths of the changed files that are no part of the record."""
    problems = tuple(problems)
    parts = [
        _before_all(problems, remarks, outside),
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
    same = _("No change to the record.") + "\n"
    if changes.none:
        text = f"{text}\n{same}" if text else ""
    return f"{_title()}{text}" if text else same


def as_summary(
    changes: Changes, problems: Iterable[Problem], remarks: Iterable[str] = (), outside: Sequence[str] = ()
) -> str:
    """The same, for a host that refuses what is too large. What must be read first, and what stops the merge, stays."""
    problems, remarks = tuple(problems), tuple(remarks)
    always = f"{_title()}{_before_all(problems, remarks, outside)}"
    return shortened(as_markdown(changes, problems, remarks, outside), len(always))


def _title() -> str:
    return "# {}\n\n".format(_("What merging will publish"))


def _before_all(problems: Iterable[Problem], remarks: Iterable[str], outside: Sequence[str]) -> str:
    parts = [
        _outside(outside),
        *(f"{for_markdown(remark)}\n" for remark in remarks),
        _part(_("What stops the merge"), (_problem(p) for p in problems if p.severity is Severity.ERROR)),
    ]
    return "\n".join(filter(None, parts))


def as_json(
    changes: Changes, problems: Iterable[Problem], remarks: Iterable[str] = (), outside: Sequence[str] = ()
) -> str:
    """The fields of `Changes` as a JSON object, with `problems` (place, severity, message), `remarks` and `outside`."""
    listed = [{"place": str(p.place), "severity": p.severity.word, "message": p.message} for p in problems]
    whole = {**asdict(changes), "problems": listed, "remarks": list(remarks), "outside": list(outside)}
    return json_text(whole) + "\n"


def _part(title: str, lines: Iterable[str], sign: str = "- ") -> str:
    text = "".join(f"{sign}{line}\n" for line in lines)
    return f"## {title}\n\n{text.rstrip()}\n" if text else ""


def _outside(files: Sequence[str]) -> str:
    """The files that are not of the record, first and under a warning: they can change what the rest of this says."""
    if not files:
        return ""
    title = _("Read this first: more than the record changes")
    said = ngettext(
        "{number} file that is no part of the record is changed, too. It can alter every page, what is checked and "
        "what this summary says. Whoever merges must read it, or ask somebody who can. The preview shows what it does "
        "to the published pages.",
        "{number} files that are no part of the record are changed, too. They can alter every page, what is checked "
        "and what this summary says. Whoever merges must read them, or ask somebody who can. The preview shows what "
        "they do to the published pages.",
        len(files),
    ).format(number=wording.number(len(files)))
    lines = (f"- **{_(kind)}**: {', '.join(map(for_markdown, named))}\n" for kind, named in by_kind(files).items())
    return f"## ⚠ {title}\n\n{said}\n\n{''.join(lines)}"


def _problem(problem: Problem) -> str:
    return f"{for_markdown(str(problem.place))}: {for_markdown(problem.message)}"


def _meeting(change: MeetingChange) -> str:
    parts = [_status(change)]
    if change.renamed_from:
        parts.append(_("its file was {name}").format(name=for_markdown(f"{change.renamed_from}.yml")))
    if change.differences:
        wheres = dict.fromkeys(found.titles[0] for found in change.differences)
        parts.append(_("changed: {what}").format(what="; ".join(map(for_markdown, wheres))))
    parts += map(_day, change.days)
    what = "; ".join(filter(None, parts)) or _("a change is reported")
    values = () if change.corrects else change.whole or change.differences
    approval = f" {for_markdown(change.approval)}." if change.after is not change.before and change.approval else ""
    return f"**{for_markdown(change.name)}**: {what}.{approval}{''.join(_reports(change))}{_folded(values)}"


def _day(found: Difference) -> str:
    said = _("{what}: {day}, was {before}") if found.before else _("{what}: {day}")
    return said.format(
        what=for_markdown(found.where),
        day=for_markdown(found.after or _("not recorded")),
        before=for_markdown(found.before or ""),
    )


def _reports(change: MeetingChange) -> Iterator[str]:
    """What the page of a meeting will say of changes to its record, and what it will say no longer."""
    if not change.whole:
        yield from (f"\n  - {line}" for line in (*map(_noted, change.noted), *map(_unsaid, change.unsaid)))


def _unsaid(entry: Change) -> str:
    said = _("Its page will no longer say: {day}: {note}")
    return said.format(day=wording.day(entry.date), note=for_markdown(entry.note))


def _noted(entry: Change) -> str:
    said = _("Its page will say: {day}: {note}")
    return said.format(day=wording.day(entry.date), note=for_markdown(entry.note))


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
    MeetingStatus.WITHOUT_MINUTES: marked("new, held, without minutes"),
    MeetingStatus.DRAFT: marked("new, a draft"),
    MeetingStatus.PUBLISHED: marked("new, published"),
    MeetingStatus.APPROVED: marked("new, approved"),
    MeetingStatus.CANCELLED: marked("new, cancelled"),
    MeetingStatus.POSTPONED: marked("new, postponed"),
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
        action=f"**{for_markdown(action.id)}**", before=for_markdown(status_said(action.before)),
        after=for_markdown(status_said(action.after)), days=wording.listed(map(for_markdown, action.named)),
    )  # fmt: skip


def _with_owner(action: ActionChange) -> str:
    said = _("{wording} (owner {owner})") if action.owner else _("{wording} (no owner recorded)")
    return said.format(wording=for_markdown(action.wording), owner=for_markdown(action.owner or ""))


def _corrections(changes: Changes) -> Iterator[str]:
    corrected = [change for change in changes.meetings if change.corrects]
    if corrected or changes.names:
        yield "## " + _("Corrections to pages already public") + "\n"
    for change in corrected:
        name = for_markdown(change.name)
        title = _(_UNTIL_NOW[change.before]).format(meeting=name) if change.before else name
        yield f"### {title}\n\n{_table(change.differences)}\n"
    for names in changes.names:
        parts = [_table(names.differences)] if names.differences else []
        if lines := [*map(_noted, names.noted), *map(_unsaid, names.unsaid)]:
            parts.append("\n".join(f"- {line}" for line in lines))
        yield "\n\n".join([f"### {for_markdown(names.file)}", *parts]) + "\n"


def _table(found: Iterable[Difference]) -> str:
    rows = (
        f"| {for_markdown(one.where)} | {' | '.join(map(_side, clipped(one.before, one.after)))} |" for one in found
    )
    heads = " | ".join((_("Where"), _("Before"), _("After")))
    return "\n".join((f"| {heads} |", "|---|---|---|", *rows))


def _side(text: str | None) -> str:
    return for_markdown(text) if text else "*" + _("not recorded") + "*"


def _entry(change: EntryChange) -> str:
    name = f"{for_markdown(change.key)}{f' ({for_markdown(change.name)})' if change.name else ''}"
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
        return said.format(old=for_markdown(found.where), new=for_markdown(found.before or ""))
    said = _("{old} leads to {new}, no longer to {before}.") if found.before else _("{old} leads to {new}.")
    return said.format(
        old=for_markdown(found.where), new=for_markdown(found.after), before=for_markdown(found.before or "")
    )
