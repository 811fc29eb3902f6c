"""The search page. Without JavaScript, it links to the lists of the record instead."""

from macros.language import _, marked
from macros.pages.choices import Choice, people_choices, result_choices, status_choices
from macros.pages.page import Page
from macros.pages.search_records import Kind
from macros.record.models import every_item
from macros.register import decisions_of

_KINDS = {
    Kind.ACTION: marked("Actions"), Kind.DECISION: marked("Decisions"),
    Kind.AGENDA_ITEM: marked("Agenda items"), Kind.MEETING: marked("Meetings"),
    Kind.TERMS: marked("Terms of reference"), Kind.PEOPLE: marked("People and organisations"),
    Kind.PAGE: marked("Other pages"),
}  # fmt: skip


def search(page: Page) -> str:
    """The search form, the place for the results, and links for readers without JavaScript."""
    meetings = page.register.archive.meetings.values()
    leads = [
        page.register.meant(item.lead, meeting.date)
        for meeting in meetings
        for _path, item in every_item(meeting.agenda)
        if item.lead
    ]
    results = {one.kind for stem, held in page.register.archive.meetings.items() for one in decisions_of(stem, held)}
    kinds = {kind: words for kind, words in _KINDS.items() if kind is not Kind.DECISION or results}
    led = {key for lead in leads for key in lead.meant}
    years = {*page.register.years, *(meeting.date.year for meeting in meetings)}
    years |= {terms.day.year for terms in page.register.terms.values() if terms.day}
    return page.write(
        "search.html", kinds=[Choice(kind, _(words)) for kind, words in kinds.items()], results=result_choices(results),
        owners=people_choices(page, page.register.owners | led), years=sorted(years, reverse=True),
        statuses=[Choice("open", _("Open")), Choice("closed", _("Closed")), *status_choices(page.register)],
    )  # fmt: skip
