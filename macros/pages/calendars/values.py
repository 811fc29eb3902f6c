"""The values that every component of a calendar has: texts, stamps and revisions."""

import re
from datetime import UTC, date, datetime

from icalendar import Component, vText

from macros.register import Register, addresses, uid

# What RFC 5545, 3.1 forbids in a text, and XML 1.0, into which readers may put it, too; and what ends a line.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_ENDS_LINE = re.compile("\r\n?|[\x85\u2028\u2029]")


def add_text(component: Component, name: str, text: str) -> None:
    """Add a text that no sign in it breaks out of: the library escapes it and folds its line. A character that may not
    be there becomes U+FFFD; every line break is that of RFC 5545, 3.3.11."""
    component.add(name, vText(_FORBIDDEN.sub("\ufffd", _ENDS_LINE.sub("\n", text))))


def add_common(component: Component, register: Register, address: str, file: str, name: str = "") -> None:
    """Add UID, DTSTAMP, SEQUENCE and, where the address of the site is known, URL of what is at an address. `file`: the
    one that said it last; `name`: what tells it apart from others there.

    SEQUENCE is the number of the published changes of the record: it may only grow (RFC 5545, 3.8.7.4), and that of the
    changes of one thing falls when a meeting no longer mentions it.
    """
    component.add("uid", uid(register.archive.group, f"{address}{name}"))
    component.add("dtstamp", datetime.combine(_stamp(register, file), datetime.min.time(), UTC))
    component.add("sequence", register.versions.changes)
    if register.site_address:
        component.add("url", addresses.on_the_web(register.site_address, address))


def _stamp(register: Register, file: str) -> date:
    """The day of the latest version of a file, or else that of the edition."""
    versions = register.versions.of.get(file, ())
    return (versions[-1].day if versions else None) or register.edition.day or register.as_of
