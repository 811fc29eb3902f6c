"""Where readers and programs find the feeds."""

from collections.abc import Iterator

from macros.language import _
from macros.pages.alternatives import Alternative, Use
from macros.pages.feeds.feeds import of_the_record
from macros.register import Register, addresses

_ATOM = "application/atom+xml"


def alternatives(register: Register, address: str) -> Iterator[Alternative]:
    """The feeds that follow a page; for the home page, those of the whole record and the page that lists them."""
    if address == addresses.HOME:
        about = _("What a feed is, and each of them with its newest entries.")
        yield Alternative(Use.SUBSCRIBE, _("Feeds"), addresses.FEEDS, about=about)
    if not register.site_address:
        return
    if address == addresses.HOME or address in _FOLLOWED or address in register.actions_at:
        for feed in of_the_record(register):
            followed = addresses.ACTIONS if address in register.actions_at else address
            if address == addresses.HOME or feed.page == followed:
                name = _("{title} (feed)").format(title=feed.title)
                yield Alternative(Use.SUBSCRIBE, name, feed.address, _ATOM, feed.about)
    elif (key := register.people_at.get(address)) and key in register.owners:
        yield Alternative(Use.SUBSCRIBE, _("Updates (feed)"), addresses.owner_feed(key), _ATOM)


_FOLLOWED = (addresses.MEETINGS, addresses.ACTIONS, addresses.DECISIONS, addresses.CORRECTIONS)


def missing(register: Register) -> Iterator[str]:
    """That there are no feeds, and what they need."""
    if not register.site_address:
        yield _("Without the address of the site there are no feeds: set SITE_URL, or site_url in mkdocs.yml.")


ALTERNATIVES, MISSING = alternatives, missing
