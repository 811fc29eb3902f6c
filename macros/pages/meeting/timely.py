"""How long after a meeting its minutes were published and approved, and by when they are due, in one line."""

from collections.abc import Iterator
from datetime import date

from macros.language import _, wording
from macros.record.models import MinutesDue
from macros.register import Register, Timeliness


def timeliness_said(register: Register, stem: str) -> str:
    """The line for the page of a meeting; empty if no days are recorded. Days that are counted to the day of the build
    are said with that day, so that the line stays true on later days."""
    known, rule = register.timeliness(stem), register.archive.group.minutes_due
    return " ".join([*_counted(known), *(_due(known, rule, known.due) if rule and known.due else ())])


def _counted(known: Timeliness) -> Iterator[str]:
    published, approved = (wording.number_of_days(days or 0) for days in (known.published, known.approved))
    if known.published and known.approved:
        said = _("Published {published} and approved {approved} after the meeting.")
        yield said.format(published=published, approved=approved)
        return
    if known.published is not None:
        said = (
            _("Published {days} after the meeting.") if known.published else _("Published on the day of the meeting.")
        )
        yield said.format(days=published)
    if known.approved is not None:
        said = _("Approved {days} after the meeting.") if known.approved else _("Approved on the day of the meeting.")
        yield said.format(days=approved)


def _due(known: Timeliness, rule: MinutesDue, day: date) -> Iterator[str]:
    within, due, late = rule.within.text, wording.day(day), wording.number_of_days(known.late)
    if known.published is None:
        yield _("By the group’s rule of {within}, minutes are due by {due}.").format(within=within, due=due)
        if known.counted_to and known.late:
            said = _("Counted to {day}, they are {days} late.")
            yield said.format(day=wording.day(known.counted_to), days=late)
        return
    said = _("By the group’s rule of {within}, minutes were due by {due}.")
    if known.late:
        said = _("By the group’s rule of {within}, minutes were due by {due}, {days} earlier.")
    yield said.format(within=within, due=due, days=late)
