"""The actions of an owner of which a day or a month was recorded by which they were to be done, as tasks."""

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
    """Those of one owner, whether open, closed or no longer theirs, so that neither the calendar nor what is in it goes
    away without a word. One that is no longer theirs is cancelled there."""
    said = register.initials.said(key, register.present)
    found = [(action, "") for action in register.owned.get(key, ()) if had_due(action)]
    found += [(action, said) for action in register.once_owned.get(key, ()) if had_due(action)]
    return [Written(_task(register, action, once_owned_by)) for action, once_owned_by in found]


def had_due(action: Action) -> bool:
    """Whether a day or a month was recorded by which an action was to be done, by any meeting."""
    return any(mention.due and mention.due.last for mention in action.mentions)


def _task(register: Register, action: Action, once_owned_by: str) -> bytes:
    task, file = Todo(), register.archive.meeting_files[action.last.meeting].file
    add_common(task, register, addresses.action(action.id), file)
    if action.last.due and action.last.due.last:
        task.add("due", action.last.due.last)
    words = text_of_short_prose(action.wording)
    add_text(task, "summary", f"{action.id}: {' '.join(words.split())}")
    add_text(task, "description", "\n".join(_description(register, action, once_owned_by)))
    state = _STATES.get(kind_of(action.status), "" if action.open else "CANCELLED")  # type: ignore[arg-type]
    if state := "CANCELLED" if once_owned_by else state:
        task.add("status", state)
    return bytes(task.to_ical())


def _description(register: Register, action: Action, once_owned_by: str) -> Iterator[str]:
    yield text_of_short_prose(action.wording)
    if once_owned_by:
        yield _("This is no longer recorded as an action of {initials}.").format(initials=once_owned_by)
    if action.last.due:
        yield _("Due: {time}").format(time=time_due(action.last.due))
    said = _("Status: {status} ({meeting})")
    yield said.format(status=status_said(action.status), meeting=register.meeting_names[action.last.meeting])
    if register.site_address:
        yield addresses.on_the_web(register.site_address, addresses.action(action.id))
