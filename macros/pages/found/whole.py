"""What is found of the whole site: robots.txt, the picture for links, and the record as a set of data."""

from pathlib import Path

from jinja2.utils import htmlsafe_json_dumps

from macros.language import _, language_code
from macros.pages.page import Page
from macros.register import Register, addresses

_CARD = Path(__file__).parent / "card.png"


def files(register: Register) -> dict[str, str | bytes]:
    """robots.txt (RFC 9309), which allows everything and names the site map where the site's address is known; and the
    picture for links, which is only found by a whole address."""
    lines = ["User-agent: *", "Disallow:"]
    if not register.site_address:
        return {addresses.ROBOTS: _lines(lines)}
    lines += ["", f"Sitemap: {register.site_address}{addresses.SITEMAP}"]
    return {addresses.ROBOTS: _lines(lines), addresses.CARD: _CARD.read_bytes()}


def _lines(lines: list[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def frame(page: Page) -> dict[str, str]:
    """The texts of the frame: the address of the picture for links, and what each page is part of (`part_of`) and the
    home page is about (`record`), as JSON that may stand in a script element."""
    register = page.register
    whole = {"@type": "WebSite", "name": _("{group} published minutes").format(group=page.group[1]), **_at(register)}
    return {
        "card": f"{register.site_address}{addresses.CARD}" if register.site_address else "",
        "part_of": str(htmlsafe_json_dumps(whole)),
        "record": str(htmlsafe_json_dumps({"@context": "https://schema.org", **_record(page)})),
    }


def _record(page: Page) -> dict[str, object]:
    register, group = page.register, page.register.archive.group
    days = [meeting.date.isoformat() for meeting in register.archive.meetings.values() if meeting.status.held]
    found = {
        "@type": "Dataset", "name": page.group[0], "inLanguage": language_code(), **_at(register),
        "publisher": {"@type": "Organization", "name": page.publisher} if page.publisher else None,
        "license": group.licence.url or group.licence.name if group.licence else None,
        "temporalCoverage": f"{days[0]}/{days[-1]}" if days else None, "version": register.edition.revision,
        "dateModified": register.edition.day.isoformat() if register.edition.day else None,
    }  # fmt: skip
    return {name: value for name, value in found.items() if value}


def _at(register: Register) -> dict[str, str]:
    return {"url": register.site_address} if register.site_address else {}


FILES, FRAME = files, frame
