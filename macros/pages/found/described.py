"""What a page is about, by the names of schema.org: the front matter from which overrides/main.html writes JSON-LD."""

from macros.record.models import Meeting, MeetingStatus
from macros.register import Register, addresses

_STATES = {
    MeetingStatus.SCHEDULED: "EventScheduled", MeetingStatus.CANCELLED: "EventCancelled",
    MeetingStatus.POSTPONED: "EventPostponed",
}  # fmt: skip


def described(register: Register, address: str) -> dict[str, dict[str, str]]:
    """What the page of a meeting, an action or a version of the terms is about, as `about_page`; else nothing.

    `type` is a class of schema.org; all else is one of its properties, as far as recorded. The title, the description
    and the address of the page belong to it too.
    """
    if address in register.actions_at:
        return {"about_page": {"type": "DigitalDocument"}}
    if stem := register.meetings_at.get(address):
        return {"about_page": _meeting(register.archive.meetings[stem])}
    folder, _slash, stem = address.rstrip("/").rpartition("/")
    if folder == addresses.TERMS.rstrip("/") and stem in register.terms:
        return {"about_page": {"type": "DigitalDocument"}}
    return {}


def _meeting(meeting: Meeting) -> dict[str, str]:
    found = {"type": "Event", "startDate": meeting.date.isoformat()}
    if meeting.end_date:
        found["endDate"] = meeting.end_date.isoformat()
    if meeting.location:
        found["location"] = meeting.location
    if state := _STATES.get(meeting.status):
        found["eventStatus"] = f"https://schema.org/{state}"
    return found


FRONT = described
