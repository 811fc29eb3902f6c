"""Whom the page of a meeting names."""

from collections.abc import Iterable, Iterator

from macros.language import _
from macros.pages.meeting.listed import Listed
from macros.pages.page import Page
from macros.record.models import Meeting, Names, every_item
from macros.register import Meant

Officer = tuple[str, str, Meant]


def initials_of(page: Page, record: Meeting, listed: Iterable[Listed]) -> list[Names]:
    """The initials and names on the page, with repetitions."""
    fields: list[Names | None] = [*_who_came(record), *(names for _label, _field, names in officers(page, record))]
    fields += [item.lead for _path, item in every_item(record.agenda)]
    fields += [item.owner for item in listed]
    return [names for names in fields if names]


def officers(page: Page, record: Meeting) -> list[Officer]:
    """The label, the field and the printed names of everybody with an office at the meeting."""
    offices = (
        (_("Chair"), "chair", record.chair), (_("Vice-chair"), "vice_chair", record.vice_chair),
        (_("Secretary"), "secretary", record.secretary),
    )  # fmt: skip
    found = ((label, field, page.printed(names, record.date)) for label, field, names in offices)
    return [(label, field, names) for label, field, names in found if names]


def _who_came(meeting: Meeting) -> Iterator[Names]:
    """Everybody whom the lists of attendance name."""
    yield from (names for names in (meeting.attendees, meeting.apologies) if names)
    for group in meeting.attendance:
        for entry in (*group.present, *group.apologies, *group.absent):
            yield from (names for names in (entry.name, entry.organisation, entry.deputy_for) if names)
