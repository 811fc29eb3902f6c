"""The entry of an open action in the file of the next meeting, to be filled in."""

from collections.abc import Iterator
from datetime import date

from macros.language import _
from macros.record import comment, yaml_text
from macros.register import Action, Register, references, status_said


def entry_lines(before: Register, action: Action, day: date) -> Iterator[str]:
    """The entry of an action that is open before a meeting on a day, to be filled in."""
    return _begun_with_dash(_entry(before, action, day))


def _whose(before: Register, action: Action) -> Iterator[str]:
    """The line that says which action an entry is about: its printed id, unless that now means another one."""
    if before.called.get(action.printed or "") == action.id and not before.archive.group.restarting_ids:
        yield f"id: {yaml_text(action.printed or '')}"
        return
    first = action.mentions[0]
    reference = references(first.meeting, before.archive.meetings[first.meeting])[first.index]
    meant = next(one for one in (action.id, reference) if before.called.get(one) == action.id)
    yield f"follows: {yaml_text(meant)}"


def _entry(before: Register, action: Action, day: date) -> Iterator[str]:
    yield from _whose(before, action)
    yield from comment(action.wording)
    owner = before.initials.printed_on(action.owner, day) if action.owner else None
    said = _("No owner is recorded.")
    if action.owner:
        said = (
            _("Owner so far: {owner}. It stays if you leave this empty.").format(owner=owner.text)
            if owner
            else _("The owner so far is {owner}; on this day these initials mean somebody else, or nobody.").format(
                owner=action.owner.text
            )
        )
    yield from comment(said)
    yield "owner:"
    yield from comment(_("Status so far: {status}").format(status=status_said(action.status)))
    yield "status:"
    if action.update:
        name = before.meeting_names[action.update.meeting]
        said = _("Last update, recorded on {day}: {update}")
        yield from comment(said.format(day=name, update=action.update.entry.update))
    else:
        yield from comment(_("No update is recorded so far."))
    yield "update:"


def _begun_with_dash(lines: Iterator[str]) -> Iterator[str]:
    """The lines of one entry of a list, the first after a dash."""
    yield f"  - {next(lines)}"
    for line in lines:
        yield f"    {line}"
