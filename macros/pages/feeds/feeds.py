"""Every feed: those of the whole record, and one for each owner of actions."""

from collections.abc import Iterable, Iterator
from functools import partial

from macros.language import _
from macros.pages.feeds.corrections import corrections
from macros.pages.feeds.decisions import decisions
from macros.pages.feeds.entries import MOST_OF_OWNER, Entry, Feed
from macros.pages.feeds.minutes import minutes
from macros.pages.feeds.updates import updates, updates_of_owners
from macros.register import Register, addresses


def of_the_record(register: Register) -> Iterator[Feed]:
    """Those of the whole record; that of the decisions only if there are any."""
    yield Feed(addresses.MINUTES_FEED, _("Minutes"),
               _("The minutes of each meeting, when they are approved and when they are corrected."),
               addresses.MEETINGS, minutes)  # fmt: skip
    yield Feed(addresses.UPDATES_FEED, _("Updates of actions"),
               _("What each meeting records about each action."), addresses.ACTIONS, updates)  # fmt: skip
    if register.decided:
        yield Feed(addresses.DECISIONS_FEED, _("Decisions"), _("What the group decides."),
                   addresses.DECISIONS, decisions)  # fmt: skip
    yield Feed(addresses.CORRECTIONS_FEED, _("Corrections"),
               _("What is changed after it was published, without mistakes of typing."),
               addresses.CORRECTIONS, corrections)  # fmt: skip


def of_owners(register: Register) -> Iterator[Feed]:
    """One for everybody who owns an action or owned one, in the order of the register of people."""
    found = updates_of_owners(register)
    for key in register.archive.people.entries:
        if key in register.owners:
            yield _of_owner(register, key, found.get(key, []))


def _of_owner(register: Register, key: str, found: Iterable[Entry]) -> Feed:
    said = register.initials.said(key, register.present)
    return Feed(
        addresses.owner_feed(key), _("Actions of {initials}").format(initials=said),
        _("What each meeting records about the actions of {initials}.").format(initials=said),
        addresses.owner(key), partial(_those, found), MOST_OF_OWNER,
    )  # fmt: skip


def _those(found: Iterable[Entry], register: Register) -> Iterable[Entry]:
    return found
