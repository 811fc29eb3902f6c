"""Scaffolds the file of a new meeting: the standing agenda, every open action, and a comment on each key that most
groups need or that this group has used.

The comments are the descriptions of the models' fields.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, get_args

from macros.language import _
from macros.office.open_actions import entry_lines
from macros.record import Archive, comment, yaml_entry
from macros.record.models import (
    ActionEntry,
    ActionIds,
    AgendaItem,
    Decision,
    Group,
    Meeting,
    MeetingStatus,
    Record,
    StandingItem,
    descriptions,
    every_item,
)
from macros.register import Register, awaiting

# What the file offers from the first meeting on. Every other key is offered once a meeting on record has it.
_ALWAYS: dict[type[Record], tuple[str, ...]] = {
    Meeting: (
        "date", "time", "location", "status", "published", "chair", "attendees", "apologies", "approves", "agenda",
        "actions",
    ),
    AgendaItem: ("number", "title", "minutes"),
    Decision: ("decision",),
    ActionEntry: ("action", "owner", "status", "update"),
}  # fmt: skip

_SCHEMA = "# yaml-language-server: $schema=../../schema/meeting.schema.json"


# What stands in the place of a day that is not known yet; the check then asks for the day.
NO_DAY = "YYYY-MM-DD"


def meeting_file(before: Register, day: date | None) -> str:
    """The text of the file of a meeting that is scheduled for a day, or for one that is not known yet.

    `before` is the register as it stood before that meeting.
    """
    group = before.archive.group
    values = {"date": [f"date: {day or NO_DAY}"], "status": [f"status: {MeetingStatus.SCHEDULED}"]}
    values["agenda"] = [*_no_standing_agenda(group), "agenda:", *agenda_lines(group.standing_agenda)]
    values["approves"] = [*_what_awaits_approval(before), "approves:"]
    open_actions = [line for action in before.open for line in entry_lines(before, action, day or before.present)]
    values["actions"] = [*_which_actions(before, day), "actions:", *open_actions]
    offered = _offered(Meeting, before.archive.meetings.values())
    parts = ["\n".join([_SCHEMA, "#", *_how_to_fill_in()])]
    parts += [
        "\n".join([*_explained(key, _entries_of(before.archive, key)), *values.get(key, [f"{key}:"])])
        for key in offered
    ]
    parts.append("\n".join(_not_offered(offered)))
    return "\n\n".join(parts) + "\n"


def _offered(kind: type[Record], used: Iterable[Record]) -> list[str]:
    """The keys of a kind of record that most groups need, or that one of these records has."""
    fields = kind.model_fields
    found = {key for one in used for key in fields if getattr(one, key, None) not in (None, fields[key].default)}
    always = {*_ALWAYS.get(kind, fields)} - ({"attendees", "apologies"} if "attendance" in found else set())
    return [key for key in fields if key in always | found]


def _not_offered(offered: list[str]) -> list[str]:
    keys = ", ".join(key for key in Meeting.model_fields if key not in offered)
    if not keys:
        return []
    said = _("No meeting on record has any other key. There are also: {keys}. The guide's reference of keys says what "
             "each is for.")  # fmt: skip
    return comment(said.format(keys=keys))


def agenda_lines(items: tuple[StandingItem, ...]) -> list[str]:
    """Items of an agenda as YAML, each key on its line."""
    return [f"  {line}" for item in items for line in yaml_entry(item)]


def _how_to_fill_in() -> list[str]:
    return comment(
        _(
            "A meeting that is not held yet. Fill in what is known: a key with nothing behind it counts as left out. "
            "After the meeting, change the status to draft and write down what the meeting recorded; "
            "change it to published when the office publishes the record. Comments like this one stand on lines of "
            "their own. Put text in quotes if it holds a colon followed by a space, or the sign #."
        )
    )


def _entries_of(archive: Archive, key: str) -> Iterator[Record]:
    """The entries on record under a key of a meeting, and those of the standing agenda."""
    for meeting in archive.meetings.values():
        yield from _entries(getattr(meeting, key))
        if key == "decisions":
            items = (item for _path, item in every_item(meeting.agenda) if isinstance(item, AgendaItem))
            yield from (decision for item in items for decision in item.decisions)
    if key == "agenda":
        yield from archive.group.standing_agenda


def _explained(key: str, used: Iterable[Record]) -> list[str]:
    """Comments on a key and, if it has a list of entries, on the keys of an entry. `used`: the entries on record."""
    lines = comment(descriptions(Meeting)[key])
    entry = _entry_of(Meeting.model_fields[key].annotation)
    if entry:
        offered = _offered(entry, used)
        said = _("Each begins with a dash, like '- {key}:', and may have:")
        lines += comment(said.format(key=offered[0]))
        for name in offered:
            first, *more = comment(f"{name}: {descriptions(entry)[name]}")
            lines += ["#   " + first[2:], *("#     " + line[2:] for line in more)]
    return lines


def _entries(value: Any) -> Iterator[Record]:
    """The record, or the records of a list, and those within them of the same kind."""
    for one in value if isinstance(value, tuple) else (value,):
        if isinstance(one, Record):
            yield one
            yield from _entries(getattr(one, "items", ()))


def _entry_of(annotation: Any) -> type[Record] | None:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next((found for part in get_args(annotation) if (found := _entry_of(part))), None)


def _no_standing_agenda(group: Group) -> list[str]:
    if group.standing_agenda:
        return []
    return comment(_("data/group.yml has no 'standing_agenda'; if it had one, it would be written here."))


def _what_awaits_approval(before: Register) -> list[str]:
    """A comment on the latest minutes that the meeting may approve."""
    found = awaiting(before.archive.meetings)
    if not found:
        return []
    said = _("The approval of the minutes of {day} is not recorded. If this meeting approves them, write {stem} below.")
    return comment(said.format(day=before.meeting_names[found[-1]], stem=found[-1]))


def _which_actions(before: Register, day: date | None) -> list[str]:
    ids = before.archive.group.action_id
    arising = _("Add below what arises at the meeting.")
    if ids and day:
        free = _next_id(before, ids, day)
        arising = _("Add below what arises at the meeting, with ids from {id} on.").format(id=free)
    found = _("No earlier meeting is on record, so no action is open.")
    if before.latest:
        found = (
            _("These actions were open after the meeting of {day}.")
            if before.open
            else _("No action was open after the meeting of {day}.")
        )
        found = found.format(day=before.meeting_names[before.latest])
    return comment(f"{found} {arising}")


def _next_id(before: Register, ids: ActionIds, day: date) -> str:
    """The first id of the group's own that no action on record has, in the month of a day if the ids have months."""
    every = {entry.id for one in before.archive.meetings.values() for entry in one.actions if entry.id}
    return ids.next_on(day, every | set(before.called))


def head_of_actions(before: Register, day: date) -> list[str]:
    """The comments above the list of actions."""
    return [*_explained("actions", _entries_of(before.archive, "actions")), *_which_actions(before, day)]
