"""The actions of an owner of which a day or a month is recorded by which they were to be done, as tasks."""

from collections.abc import Iterator

from icalendar import Todo

from macros.language import _
from macros.pages.calendars.events import Written
from macros.pages.calendars.values import add_common, add_text
from macros.pages.entries import time_due
from macros.pages.prose import text_of_short_prose
from macros.record.models import ActionStatus
from macros.register import Action, Register, addresses, kind_of, status_said

_STATES = {
    ActionStatus.OUTSTANDING: "NEEDS-ACTION", ActionStatus.IN_PROGRESS: "IN-PROCESS",
    ActionStatus.COMPLETED: "COMPLETED",
}  # fmt: skip


def tasks(register: Register, key: str) -> list[Written]:
    """Those of one owner, open and closed, so that the calendar does not go away with the last open one."""
    return [Written(_task(register, action)) for action in register.owned.get(key, ()) if has_due(action)]


def has_due(action: Action) -> bool:
    """Whether a day or a month is recorded by which an action was to be done."""
    return bool(action.last.due and action.last.due.last)


def _task(register: Register, action: Action) -> bytes:
    task, files = Todo(), register.archive.meeting_files
    said_by = tuple(dict.fromkeys(files[mention.meeting].file for mention in action.mentions))
    add_common(task, register, addresses.action(action.id), said_by, said=len(action.mentions) - 1)
    assert action.last.due and action.last.due.last
    task.add("due", action.last.due.last)
    words = text_of_short_prose(action.wording)
    add_text(task, "summary", f"{action.id}: {' '.join(words.split())}")
    add_text(task, "description", "\n".join(_description(register, action)))
    if state := _STATES.get(kind_of(action.status), "" if action.open else "CANCELLED"):  # type: ignore[arg-type]
        task.add("status", state)
    return bytes(task.to_ical())


def _description(register: Register, action: Action) -> Iterator[str]:
    assert action.last.due
    yield text_of_short_prose(action.wording)
    yield _("Due: {time}").format(time=time_due(action.last.due))
    said = _("Status: {status} ({meeting})")
    yield said.format(status=status_said(action.status), meeting=register.meeting_names[action.last.meeting])
    if register.site_address:
        yield addresses.on_the_web(register.site_address, addresses.action(action.id))
