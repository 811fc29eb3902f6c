"""What is shown of an action, on its own page and as a part of another one."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from macros.language import _, wording
from macros.pages.action.neighbours import neighbours
from macros.pages.action.rewording import reworded
from macros.pages.entries import due, facts_of, reasons_about, time_raised
from macros.pages.page import Page
from macros.record.models import Section
from macros.register import Action, Raised, Recorded, addresses


def action_page(page: Page) -> str:
    """The page of the action that has this page's address: its wording as the heading, its state in one line, what each
    meeting recorded about it, the latest first, and the actions beside it."""
    action = page.register.actions_at[page.here]
    # A heading holds no links, so what its words mean is said in the list of names alone.
    page.on(page.day_of(action.last.worded_at)).typed(action.wording)
    return _written(
        page, action, "action/action.html", addresses.mention_anchor, neighbours=list(neighbours(page, action))
    )


def action_card(page: Page, action_id: str) -> str:
    """The same as a part of a page written by hand. Raises KeyError for an id that no meeting holds."""
    if action_id not in page.register.actions:
        raise KeyError(_("action '{action}' is not in any meeting").format(action=action_id))
    anchor = addresses.action_anchor(action_id)

    def anchor_at(stem: str, nth: int) -> str:
        return addresses.mention_in_year_anchor(action_id, stem, nth)

    return _written(
        page.apart(anchor), page.register.actions[action_id], "action/action_card.html", anchor_at, anchor=anchor
    )


@dataclass(frozen=True)
class Shown:
    """An action and what the templates say of it.

    `lines`: what each meeting recorded, the latest first; `anchor_at`: the anchor of each, by the stem of the meeting
    and which of its entries it is.
    """

    action: Action
    lines: tuple[Recorded, ...]
    raised: str
    due: Markup | None
    anchor_at: Callable[[str, int], str]

    @property
    def was_reowned(self) -> bool:
        """Whether a later meeting named other owners than an earlier one."""
        return any(line.owner_before for line in self.lines)


def _written(
    page: Page, action: Action, template: str, anchor_at: Callable[[str, int], str], **values: Any
) -> str:  # fmt: skip
    page = page.on(page.day_of(action.last.meeting))
    lines = tuple(reversed(action.recorded))
    shown = Shown(action, lines, raised(page, action), _due(page, action), anchor_at)
    return page.write(
        template, shown=shown, action=action, facts_of=facts_of, reworded=reworded,
        reasons={line.stem: reasons_about(page, line.stem, action.id) for line in lines},
        sources={line.stem: _sources(page, action, line) for line in lines}, **values,
    )  # fmt: skip


def _sources(page: Page, action: Action, line: Recorded) -> list[tuple[str, str]]:
    """The title of each document in which a meeting's record says this, and the link to it on that meeting's page."""
    section = Section.ARISING if line.stem == action.raised_at else Section.REVIEWED
    sources = page.register.archive.meetings[line.stem].sources if line.mention else ()
    return [
        (source.title, page.link(f"{addresses.meeting(line.stem)}#{addresses.source_anchor(index)}"))
        for index, source in enumerate(sources) if section in source.supplies
    ]  # fmt: skip


def raised(page: Page, action: Action) -> str:
    """When the action was raised, and how that is known, as text."""
    if action.raised_at:
        return page.meeting_name(action.raised_at)
    if action.known is Raised.UNKNOWN:
        return _("Not recorded; first mentioned at the meeting of {day}").format(
            day=page.meeting_name(action.mentions[0].meeting)
        )
    if action.raised_on and action.raised_on.entry.raised:
        when = action.raised_on.entry.raised
        said = _("{time}, as recorded at the meeting of {day}")
        return said.format(time=time_raised(when), day=page.meeting_name(action.raised_on.meeting))
    said = {
        Raised.NOT_HELD: _("{month}, as its id says; the record of that meeting is not held"),
        Raised.NOT_LISTED: _("{month}, as its id says; the record of that month does not list it"),
    }[action.known]
    return said.format(month=wording.month(*action.raised))


def _due(page: Page, action: Action) -> Markup | None:
    """When the action is due, as last recorded, and whether that day has gone by."""
    said = action.last.due
    if said is None:
        return None
    recorded = next(one for one in reversed(action.mentions) if one.entry.due)
    words = due(page, recorded.meeting, said)
    if not action.overdue(page.register.as_of):
        return words
    return Markup("{} {}").format(
        words, Markup('<strong class="overdue">{}</strong>').format(
            _("overdue on {day}").format(day=wording.day(page.register.as_of))
        )
    )  # fmt: skip
