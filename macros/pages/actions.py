"""Open actions, and each action with its history."""

from markupsafe import Markup

from macros.language import MonthOnly, _, wording
from macros.pages.entries import due, facts_of, reasons_about, time_raised
from macros.pages.page import Page
from macros.register import Action, Raised, Register, addresses


def open_actions(page: Page, owner: str | None = None) -> str:
    """The open actions, all or those that `owner` (initials) owns. Raises KeyError for unknown initials."""
    if owner and owner not in page.register.archive.people.entries:
        raise KeyError(_("'{initials}' is not in data/people.yml").format(initials=owner))
    actions = [a for a in page.register.open if not owner or (a.owner and owner in a.owner.meant)]
    return page.write("open_actions.html", actions=actions)


def actions_raised(page: Page, year: int) -> str:
    """The histories of the actions raised in a year."""
    cards = [action_card(page, action.id) for action in page.register.years[year]]
    return page.write("actions_raised.html", year=year, cards=cards, as_of=as_of(page))


def action_card(page: Page, action_id: str) -> str:
    """One action with its whole dated history. Raises KeyError for an id that no meeting holds."""
    if action_id not in page.register.actions:
        raise KeyError(_("action '{action}' is not in any meeting").format(action=action_id))
    action = page.register.actions[action_id]
    before, after = _neighbours(page.register, action)
    anchor = addresses.action_anchor(action.id)
    page = page.apart(anchor).on(page.day_of(action.last.meeting))
    return page.write(
        "action.html", action=action, history=action.recorded, anchor=anchor,
        superseded_by=action.last.superseded_by,
        reasons={line.stem: reasons_about(page, line.stem, action.id) for line in action.recorded},
        raised=raised(page, action), before=before, after=after, due=_due(page, action), facts_of=facts_of,
    )  # fmt: skip


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


def as_of(page: Page) -> str:
    """The sentence on the day to which ages are counted."""
    register = page.register
    if not register.latest:
        return _("No meeting has been held yet.")
    said = _("Ages are counted to {day}.")
    if register.archive.meetings[register.latest].date == register.as_of:
        said = _("Ages are counted to {day}, the day of the latest meeting on record.")
        if isinstance(register.as_of, MonthOnly):
            said = _("Ages are counted to {day}, the month of the latest meeting on record.")
    return said.format(day=wording.day(register.as_of))


def _neighbours(register: Register, action: Action) -> tuple[Action | None, Action | None]:
    """The actions before and after this one among those raised in the same month."""
    raised = register.of_month[action.raised]
    at = raised.index(action)
    return raised[at - 1] if at else None, raised[at + 1] if at + 1 < len(raised) else None
