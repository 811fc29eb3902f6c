"""What open data says of names, days and statuses: the words of the pages, beside the keys of people.json."""

from macros.record.models import Meeting, Owners
from macros.register import Meant, Register


def day(meeting: Meeting) -> str:
    """The first day of a meeting, or its month, as in ISO 8601."""
    return meeting.date.isoformat()


def keys(names: Meant | None) -> list[str]:
    """The ids of those whom names mean, each once; of words that are in the register of people."""
    return list(dict.fromkeys(names.meant)) if names else []


def printed(register: Register, text: str | None, meeting: Meeting) -> str | None:
    """Names as printed; in place of a key that no document prints, what pages say for it."""
    return register.meant(Owners(text, ()), meeting.date).text if text else None
