"""The meetings index by year, and the latest and the next meeting."""

from itertools import groupby

from macros.pages.page import Page
from macros.record import phrases
from macros.record.models import Meeting


def meetings_index(page: Page) -> str:
    """Every meeting by year, the newest first."""
    newest_first = sorted(page.register.archive.meetings.items(), reverse=True)
    years = [(year, list(group)) for year, group in groupby(newest_first, key=lambda item: item[1].date.year)]
    return page.write("meetings.html", years=years)


def latest_meeting(page: Page) -> str:
    """The latest meeting that was held, with its results."""
    stem = page.register.latest
    step = page.register.steps[stem] if stem else None
    return page.write("latest_meeting.html", stem=stem, step=step)


def next_meeting(page: Page) -> str:
    """The next scheduled meeting, or a sentence that none is; and the day that decides it, if one was asked for."""
    register = page.register
    stem, meetings = register.next, register.archive.meetings
    latest = meetings[register.latest].date if register.latest else None
    return page.write(
        "next_meeting.html", stem=stem, where=_where(meetings[stem]) if stem else [],
        asked_for=latest is not None and register.as_of != latest,
    )  # fmt: skip


def _where(meeting: Meeting) -> list[str]:
    """The time and the place of a meeting, as far as recorded."""
    return list(filter(None, (phrases.times(meeting.time) if meeting.time else "", meeting.location)))
