"""What kind of status printed words are: those of the group, and the usual ones."""

from collections.abc import Mapping
from dataclasses import dataclass

from macros.language import _, wording
from macros.record import phrases
from macros.record.models import KINDS, USUAL_WORDS, ActionEntry, ActionStatus

Kinds = Mapping[str, ActionStatus]


@dataclass(frozen=True)
class Status:
    """A status as printed, and its kind; a `kind` of None is not known, which no published record has."""

    printed: str
    kind: ActionStatus | None

    @property
    def closes(self) -> bool:
        """Whether an action with this status is closed."""
        return bool(self.kind and self.kind.closes)

    @property
    def said(self) -> str:
        """The printed words; the English word for a kind is in the language of the site."""
        if self.kind is None or self.printed.casefold() != self.kind.value:
            return self.printed
        translated = _(self.kind.value)
        return self.printed if translated == self.kind.value else translated


def status_kinds(own: Mapping[str, str]) -> dict[str, ActionStatus]:
    """The kind of status by printed words, as `_compared`, from those of the group (`statuses:` of its file)."""
    return USUAL_WORDS | {_compared(words): KINDS[kind] for words, kind in own.items()}


def _compared(printed: str) -> str:
    """Printed words without what makes no difference: capitals, further spaces, and a full stop at the end."""
    return " ".join(printed.casefold().rstrip(".").split())


def status_of_entry(entry: ActionEntry, kinds: Kinds) -> Status | None:
    """The status that an entry records, or None.

    An action that was moved, struck through or is no longer listed is closed in that way, unless the printed words
    say how.
    """
    printed = Status(entry.status, kinds.get(_compared(entry.status))) if entry.status else None
    if printed and printed.closes:
        return printed
    for said, kind in (
        (_("moved to {group}").format(group=entry.moved_to) if entry.moved_to else "", ActionStatus.MOVED),
        (_(ActionStatus.NO_LONGER_LISTED.value) if entry.no_longer_listed else "", ActionStatus.NO_LONGER_LISTED),
        (_("struck through") if entry.struck_through else "", ActionStatus.CLOSED),
    ):
        if said:
            return Status(wording.listed([*([entry.status] if entry.status else []), said]), kind)
    return printed


def status_said(status: Status | None) -> str:
    """The status as text, or `no status recorded`."""
    return status.said if status else phrases.action_status(None)


def kind_of(status: Status | None) -> ActionStatus | None:
    """The kind of a status; None if none is recorded."""
    return status.kind if status else None
