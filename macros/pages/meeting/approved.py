"""The earlier minutes that a meeting approved, for its page."""

from dataclasses import dataclass

from macros.language import wording
from macros.pages.page import Page
from macros.record.models import ApprovedMinutes, parse_day_or_month
from macros.register import Placed, Register, addresses, item_called, placed_items


@dataclass(frozen=True)
class EarlierMinutes:
    """An entry about earlier minutes: its anchor, the meeting in words, and the address of its page, if it has one.

    `under`: the name of the item under which it stands; `item`: as printed, if it stands under none.
    """

    anchor: str
    meeting: str
    address: str
    under: str
    item: str
    amendments: tuple[str, ...]


def earlier_minutes(page: Page, stem: str) -> list[EarlierMinutes]:
    """The earlier minutes that a meeting approved, or that one to come is to approve."""
    meetings = page.register.archive.meetings
    return [
        EarlierMinutes(
            addresses.approval_anchor(nth), minutes_called(page.register, entry.meeting),
            page.link(addresses.meeting(entry.meeting)) if entry.meeting in meetings else "",
            under.name if (under := item_of_approval(page.register, stem, entry)) else "",
            "" if under else entry.item or "", entry.with_amendments,
        )
        for nth, entry in enumerate(meetings[stem].approves, start=1)
    ]  # fmt: skip


def item_of_approval(register: Register, stem: str, entry: ApprovedMinutes) -> Placed | None:
    """The item under which a meeting that was held approved minutes; None if it is not on the agenda."""
    record = register.archive.meetings[stem]
    return item_called(placed_items(record.agenda), entry.item) if entry.item and record.status.held else None


def minutes_called(register: Register, meeting: str) -> str:
    """What the meeting is called of which minutes were approved: its name, or else its day, or else the words typed."""
    try:
        return register.meeting_names.get(meeting) or wording.day(parse_day_or_month(meeting))
    except ValueError:
        return meeting
