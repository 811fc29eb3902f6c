"""The files of the feeds."""

from itertools import chain

from macros.pages.feeds.atom import atom
from macros.pages.feeds.feeds import of_owners, of_the_record
from macros.register import Register


def files(register: Register) -> dict[str, bytes]:
    """Every feed by its address; none if the address of the site is not known."""
    if not register.site_address:
        return {}
    return {feed.address: atom(register, feed) for feed in chain(of_the_record(register), of_owners(register))}


FILES = files
