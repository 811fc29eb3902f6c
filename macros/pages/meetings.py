"""The meetings index by year, the latest meeting and the planned ones."""

from itertools import groupby

from macros.pages.foreseen import foreseen
from macros.pages.page import Page


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


def planned_meetings(page: Page) -> str:
    """The meetings planned after the latest one held, or a sentence that none is.

    The sentences stay true when the days have gone by, since nobody knows when the page is read.
    """
    register = page.register
    planned = [(stem, page.where(stem)) for stem in register.planned]
    last = next(reversed(register.archive.meetings), None)
    said = foreseen(page, last) if last and last == register.latest else None
    return page.write("planned_meetings.html", planned=planned, foreseen=said)
