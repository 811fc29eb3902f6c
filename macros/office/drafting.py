"""Scaffolds the file of a new meeting: the standing agenda, every open action, and a comment on each key.

The comments are the descriptions of the models' fields.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any, get_args

from macros.language import _
from macros.record import comment, yaml_number, yaml_text
from macros.record.models import Group, Meeting, MeetingStatus, Record, StandingItem, descriptions
from macros.register import Action, Register, status_said

_SCHEMA = "# yaml-language-server: $schema=../../schema/meeting.schema.json"


def meeting_file(before: Register, day: date) -> str:
    """The text of the file of a meeting that is scheduled for a day.

    `before` is the register as it stood before that meeting.
    """
    group = before.archive.group
    values = {"date": [f"date: {day}"], "status": [f"status: {MeetingStatus.SCHEDULED}"]}
    values["agenda"] = [*_no_standing_agenda(group), "agenda:", *agenda_lines(group.standing_agenda)]
    values["actions"] = [*_which_actions(before, day), "actions:", *_action_lines(before, day)]
    parts = ["\n".join([_SCHEMA, "#", *_how_to_fill_in()])]
    parts += ["\n".join([*_explained(key), *values.get(key, [f"{key}:"])]) for key in Meeting.model_fields]
    return "\n\n".join(parts) + "\n"


def agenda_lines(items: tuple[StandingItem, ...]) -> list[str]:
    """Items of an agenda as YAML, each key on its line."""
    return [line for item in items for line in _begun_with_dash(_item(item))]


def _how_to_fill_in() -> list[str]:
    return comment(
        _(
            "A meeting that is not held yet. Fill in what is known: a key with nothing behind it counts as left out. "
            "After the meeting, change the status to draft and write down what the meeting recorded; "
            "change it to published when the office publishes the record. Comments like this one stand on lines of "
            "their own. Put text in quotes if it holds a colon followed by a space, or the sign #."
        )
    )


def _explained(key: str) -> list[str]:
    """Comments on a key and, if it has a list of entries, on the keys of an entry."""
    lines = comment(descriptions(Meeting)[key])
    entry = _entry_of(Meeting.model_fields[key].annotation)
    if entry:
        said = _("Each begins with a dash, like '- {key}:', and may have:")
        lines += comment(said.format(key=next(iter(entry.model_fields))))
        for name, description in descriptions(entry).items():
            first, *more = comment(f"{name}: {description}")
            lines += ["#   " + first[2:], *("#     " + line[2:] for line in more)]
    return lines


def _entry_of(annotation: Any) -> type[Record] | None:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next((found for part in get_args(annotation) if (found := _entry_of(part))), None)


def _no_standing_agenda(group: Group) -> list[str]:
    if group.standing_agenda:
        return []
    return comment(_("data/group.yml has no 'standing_agenda'; if it had one, it would be written here."))


def _item(item: StandingItem) -> Iterator[str]:
    if item.number:
        yield f"number: {yaml_number(item.number)}"
    if item.time:
        yield f"time: {item.time.typed}"
    yield f"title: {yaml_text(item.title)}" if item.title else "title:"
    if item.lead:
        yield f"lead: {yaml_text(item.lead.text)}"


def _which_actions(before: Register, day: date) -> list[str]:
    ids = before.archive.group.action_id
    arising = _("Add below what arises at the meeting.")
    if ids:
        arising = _("Add below what arises at the meeting, with ids like {example}.").format(example=ids.raised_on(day))
    found = _("No earlier meeting is on record, so no action is open.")
    if before.latest:
        found = (
            _("These actions were open after the meeting of {day}.")
            if before.open
            else _("No action was open after the meeting of {day}.")
        )
        found = found.format(day=before.meeting_names[before.latest])
    return comment(f"{found} {arising}")


def _action_lines(before: Register, day: date) -> list[str]:
    return [line for action in before.open for line in _begun_with_dash(_entry(before, action, day))]


def _entry(before: Register, action: Action, day: date) -> Iterator[str]:
    yield f"id: {yaml_text(action.id)}"
    yield from comment(action.wording)
    owner = before.initials.printed_on(action.owner, day) if action.owner else None
    said = _("No owner is recorded.")
    if action.owner:
        said = (
            _("Owner so far: {owner}").format(owner=owner.text)
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
