"""The changes of the record as Markdown, for a pull request.

In the order of what a reader of the site would notice: what is new, what reads otherwise, what is gone; then warnings,
and folded, with their number, the changes that no page shows. What stops the merge stands before all that. Lists and no
tables, for the screen of a phone. Text of the record is escaped: nothing is loaded and nobody is mentioned.
"""

from collections.abc import Iterable, Iterator, Sequence

from macros.language import _, for_markdown, ngettext, wording
from macros.record import GLOSSARY, GROUP, PEOPLE, Problem, Severity
from macros.review.changes import Changes, EntryChange, Fate, MeetingChange, Turn
from macros.review.outside import by_kind
from macros.review.summary import registers
from macros.review.summary.actions import became, by_meeting, line
from macros.review.summary.internal import internal, public
from macros.review.summary.meetings import is_news, meeting
from macros.review.summary.shortened import shortened
from macros.review.summary.values import folded, in_sight, lines


def as_markdown(
    changes: Changes, problems: Iterable[Problem], remarks: Iterable[str] = (), outside: Sequence[str] = ()
) -> str:
    """What merging will publish, as Markdown. `remarks`: sentences about what could not be compared; `outside`: the
    paths of the changed files that are no part of the record."""
    problems = tuple(problems)
    shown = [
        *_part(_("Newly published"), _new(changes)),
        *_part(_("Changed on public pages"), _changed(changes)),
        *_part(_("Gone or moved"), _gone(changes)),
    ]
    before = _before_all(problems, remarks, outside)
    warned = _part(_("What to look at before merging"), _problems(problems, errors=False))
    quiet = [] if shown or before or not changes else [_("No public page changes."), ""]
    if changes.none:
        said = _("No change to the record.")
        return f"{_title()}{_text([*before, *warned, said])}" if before or any(warned) else f"{said}\n"
    return f"{_title()}{_text([*before, *quiet, *shown, *warned, *_internal(changes)])}"


def as_summary(
    changes: Changes, problems: Iterable[Problem], remarks: Iterable[str] = (), outside: Sequence[str] = ()
) -> str:
    """The same, for a host that refuses what is too large. What must be read first, and what stops the merge, stays."""
    problems, remarks = tuple(problems), tuple(remarks)
    always = f"{_title()}{_text(_before_all(problems, remarks, outside))}"
    return shortened(as_markdown(changes, problems, remarks, outside), len(always))


def _title() -> str:
    return "# {}\n\n".format(_("What merging will publish"))


def _text(parts: Iterable[str]) -> str:
    """Lines as one text, in which no two empty ones follow each other."""
    found = [line for part in parts for line in part.split("\n")]
    kept = [line for at, line in enumerate(found) if line or (at and found[at - 1])]
    return "\n".join(kept).strip("\n") + "\n"


def _part(title: str, found: Iterable[str], sign: str = "##") -> list[str]:
    """Lines below their heading; nothing without any."""
    listed = [*found]
    return [f"{sign} {title}", "", *listed, ""] if listed else []


def _before_all(problems: Iterable[Problem], remarks: Iterable[str], outside: Sequence[str]) -> list[str]:
    said = [line for remark in remarks for line in (for_markdown(remark), "")]
    return [*_outside(outside), *said, *_part(_("What stops the merge"), _problems(problems, errors=True))]


def _outside(files: Sequence[str]) -> list[str]:
    """The files that are not of the record, first and under a warning: they can change what the rest of this says."""
    if not files:
        return []
    said = ngettext(
        "{number} file that is no part of the record is changed, too. It can alter every page, what is checked and "
        "what this summary says. Whoever merges must read it, or ask somebody who can. The preview shows what it does "
        "to the published pages.",
        "{number} files that are no part of the record are changed, too. They can alter every page, what is checked "
        "and what this summary says. Whoever merges must read them, or ask somebody who can. The preview shows what "
        "they do to the published pages.",
        len(files),
    ).format(number=wording.number(len(files)))
    kinds = (f"- **{_(kind)}**: {', '.join(map(for_markdown, named))}" for kind, named in by_kind(files).items())
    title = _("Read this first: more than the record changes")
    return _part(f"⚠ {title}", [said, "", *kinds])


def _problems(problems: Iterable[Problem], errors: bool) -> Iterator[str]:
    for problem in problems:
        if (problem.severity is Severity.ERROR) is errors:
            yield f"- {for_markdown(str(problem.place))}: {for_markdown(problem.message)}"


def _new(changes: Changes) -> Iterator[str]:
    of_meetings, _others = by_meeting(changes.actions, changes.meetings)
    for change in sorted(filter(is_news, changes.meetings), key=_newest, reverse=True):
        yield from meeting(change, of_meetings.get(change.stem, ()))
    for title, entries in _registers(changes):
        yield from _part(title, registers.came_or_went(entries, Fate.ADDED), "###")


def _newest(change: MeetingChange) -> tuple[bool, str]:
    """New minutes before meetings to come and before minutes that were a draft."""
    return change.minutes_are_new and bool(change.after and change.after.held), change.stem


def _changed(changes: Changes) -> Iterator[str]:
    of_meetings, others = by_meeting(changes.actions, changes.meetings)
    for change in changes.meetings:
        if not is_news(change) and change.after is not None:
            yield from meeting(change, of_meetings.get(change.stem, ()))
    yield from _part(_("Actions"), became([one for one in others if one.turn is not Turn.GONE]), "###")
    for (title, entries), file in zip(_registers(changes), (PEOPLE, GLOSSARY, None), strict=True):
        yield from _part(title, registers.changed(entries, registers.of(changes, file) if file else None), "###")
    yield from _part(_("The group"), registers.of_the_group(changes, registers.of(changes, GROUP)), "###")
    yield from _part(_("Accessibility statement"), in_sight(lines(public(changes.accessibility))), "###")


def _gone(changes: Changes) -> Iterator[str]:
    gone: list[MeetingChange] = [change for change in changes.meetings if change.after is None]
    for change in gone:
        yield from meeting(change, ())
    yield from (f"- {line(action)}" for action in changes.actions if action.turn is Turn.GONE)
    for _title_of, entries in _registers(changes):
        yield from registers.came_or_went(entries, Fate.REMOVED)
    yield from registers.redirects(changes.redirects)


def _registers(changes: Changes) -> tuple[tuple[str, tuple[EntryChange, ...]], ...]:
    return (
        (_("People and organisations"), changes.people), (_("Glossary"), changes.glossary),
        (_("Terms of reference"), changes.terms),
    )  # fmt: skip


def _internal(changes: Changes) -> Iterator[str]:
    found = [*internal(changes)]
    said = ngettext("{number} internal change", "{number} internal changes", len(found))
    yield from folded(said.format(number=wording.number(len(found))), found)
