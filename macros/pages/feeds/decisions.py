"""The decisions of each meeting."""

from collections.abc import Iterator
from functools import partial

from macros.language import _, wording
from macros.pages.decided import decision_address, facts_of
from macros.pages.feeds.entries import Entry
from macros.pages.page import Page
from macros.record.models import MeetingStatus
from macros.register import Decided, Register, addresses


def decisions(register: Register) -> Iterator[Entry]:
    """An entry for each, those of the latest meeting first, and those of one meeting in its order."""
    page = Page(register, addresses.DECISIONS)
    for one in sorted(register.decided.values(), key=lambda one: one.stem, reverse=True):
        said = (
            _("Decision {decision} recorded as {result}, {day}")
            if one.entry.result
            else _("Decision {decision} recorded, {day}")
        )
        day = register.meeting_names[one.stem]
        title = said.format(decision=one.called, result=one.entry.result, day=day)
        if register.status(one.stem) is MeetingStatus.DRAFT:
            title = f"{title} {wording.in_a_draft()}"
        last = register.archive.meetings[one.stem].last_day
        name = addresses.decision(one.reference)
        yield Entry(name, title, last, decision_address(page, one), partial(_html, one=one))


def _html(page: Page, one: Decided) -> str:
    then = page.on(page.day_of(one.stem))
    return page.write("feed_decision.html", then=then, entry=one.entry, facts=facts_of(then, one))
