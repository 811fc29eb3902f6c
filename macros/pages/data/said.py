"""What open data says of names, days, approvals and addresses: as the pages do, beside the keys of people.json."""

from macros.record.models import Meeting, Owners
from macros.register import Meant, Register, addresses


def day(meeting: Meeting) -> str:
    """The first day of a meeting, or its month, as in ISO 8601."""
    return meeting.date.isoformat()


def keys(names: Meant | None) -> list[str]:
    """The ids of those whom names mean, each once; of words that are in the register of people."""
    return list(dict.fromkeys(names.meant)) if names else []


def printed(register: Register, text: str | None, meeting: Meeting) -> str | None:
    """Names as printed; in place of a key that no document prints, what pages say for it."""
    return register.meant(Owners(text, ()), meeting.date).text if text else None


def approved_by(register: Register, stem: str) -> list[str]:
    """The ids of the meetings that approved the minutes of a meeting, each once."""
    return list(dict.fromkeys(one.by for one in register.approvals.get(stem, ())))


def url(register: Register, address: str) -> str | None:
    """The whole address of what is at an address of the site; None where that of the site is not known."""
    return addresses.on_the_web(register.site_address, address) if register.site_address else None
