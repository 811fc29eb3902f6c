"""What the page of a meeting says of one that was postponed: to which day, or from which."""

from dataclasses import dataclass

from macros.pages.meeting.approved import minutes_called
from macros.pages.page import Page
from macros.register import addresses, is_postponed_to, postponed_from


@dataclass(frozen=True)
class Postponed:
    """A meeting at the other end, as the page calls it. `address`: that of its page; empty if it is not on record."""

    called: str
    address: str = ""


def postponed(page: Page, stem: str) -> tuple[Postponed | None, list[Postponed]]:
    """What a meeting was postponed to, as far as its file says it, and the meetings that were postponed to it."""
    meetings, register = page.register.archive.meetings, page.register
    named, other = meetings[stem].postponed_to, is_postponed_to(meetings, stem)
    to = Postponed(minutes_called(register, named), _link(page, other) if other else "") if named else None
    return to, [Postponed(register.meeting_names[one], _link(page, one)) for one in postponed_from(meetings, stem)]


def _link(page: Page, stem: str) -> str:
    return page.link(addresses.meeting(stem))
