"""What each meeting recorded about each action."""

from collections import defaultdict
from collections.abc import Iterator
from functools import partial

from macros.language import _, wording
from macros.pages.entries import facts_of
from macros.pages.feeds.entries import MOST_OF_OWNER, Entry
from macros.pages.page import Page
from macros.record import phrases
from macros.record.models import MeetingStatus
from macros.register import Mention, Recorded, Register, addresses, status_said


def updates(register: Register) -> Iterator[Entry]:
    """An entry for each of these, those of the latest meeting first, and those of one meeting in its order."""
    for step in reversed(register.steps.values()):
        for mention in step.mentions:
            yield _entry(register, mention)


def updates_of_owners(register: Register) -> dict[str, list[Entry]]:
    """The same for everybody who owned an action after what was recorded, as many as a feed has and one more."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for step in reversed(register.steps.values()):
        for mention in step.mentions:
            for key in dict.fromkeys(mention.owner.meant if mention.owner else ()):
                if len(found[key]) <= MOST_OF_OWNER:
                    found[key].append(_entry(register, mention))
    return found


def _entry(register: Register, mention: Mention) -> Entry:
    stem, address = mention.meeting, addresses.mention(mention.id, mention.meeting, mention.nth)
    day = register.steps[stem].meeting.last_day
    return Entry(address, _title(register, mention), day, address, partial(_html, mention=mention))


def _title(register: Register, mention: Mention) -> str:
    day = register.meeting_names[mention.meeting]
    entry, said = mention.entry, _("{action} recorded, {day}")
    if mention.stated or entry.reopened:
        said = _("{action} recorded as {status}, {day}")
    elif mention.id in register.steps[mention.meeting].arising:
        said = _("{action} raised, {day}")
    recorded = phrases.recorded(status_said(mention.stated), entry.superseded_by, entry.reopened)
    title = said.format(action=mention.id, status=recorded, day=day)
    is_draft = register.status(mention.meeting) is MeetingStatus.DRAFT
    return f"{title} {wording.in_a_draft()}" if is_draft else title


def _html(page: Page, mention: Mention) -> str:
    line, day = Recorded(mention.meeting, mention), page.day_of(mention.meeting)
    return page.write(
        "feed_update.html", line=line, mention=mention, then=page.on(day),
        facts=facts_of(page, line.stem, mention.entry), worded=page.on(page.day_of(mention.worded_at)),
    )  # fmt: skip
