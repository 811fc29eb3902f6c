"""The list of meetings by year."""

from dataclasses import dataclass
from itertools import groupby

from macros.language import _, wording
from macros.pages.page import Page
from macros.pages.state import state_in_short
from macros.record.models import AgendaItem, Meeting, every_item
from macros.register import decisions_of


@dataclass(frozen=True)
class Row:
    """A meeting in the list. `title`: as printed, if it says that the meeting was no ordinary one; `state`: whether it
    was held, and what its minutes are; `holds`: how much of each is on its page, as far as there is any."""

    stem: str
    title: str
    state: str
    where: list[str]
    holds: list[str]


def meetings_index(page: Page) -> str:
    """Every meeting by year, the newest first."""
    newest_first = sorted(page.register.archive.meetings.items(), reverse=True)
    years = [
        (year, [_row(page, stem, meeting) for stem, meeting in group])
        for year, group in groupby(newest_first, key=lambda item: item[1].date.year)
    ]
    return page.write("meetings.html", years=years)


def _row(page: Page, stem: str, meeting: Meeting) -> Row:
    title = meeting.title or ""
    is_said = title in page.meeting_name(stem)
    return Row(
        stem,
        "" if is_said or not _is_special(title) else title,
        state_in_short(page.register, stem),
        page.where(stem),
        _holds(page, stem, meeting),
    )


def _is_special(title: str) -> bool:
    """Whether a printed title says that a meeting was no ordinary one."""
    words = _("extraordinary, special, emergency, annual, inaugural").split(",")
    return any(word.strip() in title.casefold() for word in words)


def _holds(page: Page, stem: str, meeting: Meeting) -> list[str]:
    step = page.register.steps.get(stem)
    items = [item for _path, item in every_item(meeting.agenda) if isinstance(item, AgendaItem)]
    papers = len(meeting.papers) + sum(len(item.papers) for item in items)
    counts = [(wording.decisions, len(decisions_of(stem, meeting)))]
    if step:
        counts += [
            (wording.new_actions, len(step.arising)), (wording.actions_reviewed, step.reviewed),
            (wording.other_actions, len(step.unplaced)),
        ]  # fmt: skip
    else:
        counts += [(wording.actions, len(meeting.actions))]
    counts += [(wording.papers, papers)]
    return [said(count) for said, count in counts if count]
