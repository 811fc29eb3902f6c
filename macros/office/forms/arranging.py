"""The order of the fields in a form: as on the page, and at its end, folded, those that are rarely used.

The file keeps the order of the model: each field has its place there, and a group is no key of the file.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from macros.language import _, marked

FormField = dict[str, Any]

# What the forms' own script has to know of a field, and Sveltia CMS does not: see browser/start.js.
IN_FILE = "in_file"


@dataclass(frozen=True)
class Group:
    """Fields that a form folds together. `summary`: what stands of them while they are folded."""

    name: str
    label: str
    hint: str
    fields: tuple[str, ...] = ()
    summary: str | None = None


ATTENDANCE = Group(
    "who_was_there", marked("Attendance"), marked("Who chaired, who came, and who sent apologies."),
    ("chair", "vice_chair", "secretary", "attendees", "apologies", "attendance", "quorum"), "{{chair}} {{attendees}}",
)  # fmt: skip
MORE = Group("more", marked("More"), marked("What only some documents have."))

# By the name of the record. What is not named here is in the group "More", in the order of the model.
ORDER: dict[str, tuple[str | Group, ...]] = {
    "Meeting": (
        "date", "title", "time", "location", "status", "postponed_to", "published", "approved", "agenda", "approves",
        "decisions", "actions",
        ATTENDANCE, "papers", "next_meeting", "sources", "notes", "changes",
    ),
    "AgendaItem": ("number", "time", "title", "lead", "minutes", "decisions", "papers"),
    "ActionEntry": ("id", "action", "owner", "status", "update", "due"),
    "Decision": ("id", "decision", "result"),
    "Attendee": ("name", "role", "organisation"),
}  # fmt: skip

# What stands of an entry while it is folded. Without a line here: its first fields.
SUMMARIES = {
    "AgendaItem": "{{number}}{{number | ternary('. ', '')}}{{title}}",
    "ActionEntry": "{{id}} {{action}} {{owner}} {{status}}",
    "Decision": "{{id}} {{decision}}",
    "Attendance": "{{group}}",
    "ApprovedMinutes": "{{meeting}}",
}

# Lists that are rarely looked at: only their number of entries is seen before somebody opens them.
FOLDED = {"papers", "sources", "notes", "changes"}


def arranged(record: str, fields: Iterable[FormField]) -> list[FormField]:
    """The fields of a record in the order of its form. Every field is in it exactly once."""
    placed = [field | {IN_FILE: field.get(IN_FILE, {}) | {"place": place}} for place, field in enumerate(fields)]
    if record not in ORDER:
        return placed
    left = {field["name"]: field for field in placed}
    found = [
        _group(one, [left.pop(name) for name in one.fields]) if isinstance(one, Group) else left.pop(one)
        for one in ORDER[record] if isinstance(one, Group) or one in left
    ]  # fmt: skip
    return [*found, _group(MORE, [*left.values()])] if left else found


def _group(group: Group, fields: list[FormField]) -> FormField:
    return {
        "name": group.name, "label": _(group.label), "hint": _(group.hint), "required": True, "widget": "object",
        "collapsed": True, "fields": fields, IN_FILE: {"is_group": True},
        **({"summary": group.summary} if group.summary else {}),
    }  # fmt: skip
