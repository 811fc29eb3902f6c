"""The search page. Without JavaScript, it links to the lists of the record instead."""

from macros.language import _, marked
from macros.pages.choices import Choice, people_choices, status_choices
from macros.pages.page import Page
from macros.pages.search_records import Kind

_KINDS = {
    Kind.ACTION: marked("Actions"), Kind.AGENDA_ITEM: marked("Agenda items"), Kind.MEETING: marked("Meetings"),
    Kind.TERMS: marked("Terms of reference"), Kind.PEOPLE: marked("People and organisations"),
    Kind.PAGE: marked("Other pages"),
}  # fmt: skip


def search(page: Page) -> str:
    """The search form, the place for the results, and links for readers without JavaScript."""
    meetings = page.register.archive.meetings.values()
    leads = [
        page.register.meant(item.lead, meeting.date) for meeting in meetings for item in meeting.agenda if item.lead
    ]
    led = {key for lead in leads for key in lead.meant}
    years = {*page.register.years, *(meeting.date.year for meeting in meetings)}
    years |= {terms.day.year for terms in page.register.terms.values() if terms.day}
    return page.write(
        "search.html", kinds=[Choice(kind, _(words)) for kind, words in _KINDS.items()],
        owners=people_choices(page, page.register.owners | led), years=sorted(years, reverse=True),
        statuses=[Choice("open", _("Open")), Choice("closed", _("Closed")), *status_choices(page.register)],
    )  # fmt: skip
