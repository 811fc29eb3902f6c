"""What a meeting approved, decided and asked for, with the first words of each."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from textwrap import shorten

from macros.language import _, ngettext, wording
from macros.pages.meeting.approved import EarlierMinutes
from macros.pages.meeting.listed import Entries, Listed
from macros.pages.prose import text_of_short_prose
from macros.record import phrases
from macros.record.models import Meeting
from macros.register import Decided, addresses, status_said

_LONGEST = 50  # letters of the first words


@dataclass(frozen=True)
class First:
    """The first words of a decision or an action, and where on the page it stands in full. `id`: that of an action;
    `owner`: its owners as printed. Both may be empty."""

    anchor: str
    words: str
    id: str = ""
    owner: str = ""


@dataclass(frozen=True)
class Line:
    """A count in words, with the first words of each that is counted, or with `results` in words. `anchor`: the part of
    the page that it counts, unless each of them has a place of its own."""

    counted: str
    anchor: str = ""
    each: tuple[First, ...] = ()
    results: str = ""


def in_short(
    record: Meeting, decided: Iterable[Decided], entries: Entries, approved: Iterable[EarlierMinutes]
) -> list[Line]:
    """The approvals of earlier minutes, the decisions and the actions of a meeting in a few lines; none without any."""
    lines = [
        *_approvals(record, approved),
        _decisions([*decided]),
        _arising(entries.arising),
        _unplaced(entries),
        _reviewed(record, entries.reviewed),
    ]
    if number := len(record.not_mentioned):
        said = ngettext("{number} open action not mentioned", "{number} open actions not mentioned", number)
        lines.append(Line(said.format(number=wording.number(number)), "not-mentioned"))
    return [line for line in lines if line]


def first_words(text: str) -> str:
    """A short text of the record on one line; cut at a word if it is long, and then with an ellipsis."""
    said = " ".join(text_of_short_prose(text).split())
    if len(said) <= _LONGEST:
        return said
    at_a_word = shorten(said, _LONGEST, placeholder="…")
    return at_a_word if len(at_a_word) > _LONGEST // 2 else f"{said[:_LONGEST]}…"


def _approvals(record: Meeting, approved: Iterable[EarlierMinutes]) -> Iterator[Line]:
    """What a meeting that was held approved; of one to come, its record has only what it is to approve."""
    for one in approved if record.status.held else ():
        yield Line(phrases.minutes_approved(one.meeting, one.amendments), one.anchor)


def _decisions(decided: list[Decided]) -> Line | None:
    each = (
        First(addresses.decision_anchor(one.name), first_words(one.entry.decision or one.called)) for one in decided
    )
    return Line(wording.decisions(len(decided)), each=tuple(each)) if decided else None


def _arising(listed: tuple[Listed, ...]) -> Line | None:
    said = ngettext("{number} action arising", "{number} actions arising", len(listed))
    return _actions(said.format(number=wording.number(len(listed))), listed)


def _unplaced(entries: Entries) -> Line | None:
    listed = entries.unplaced
    if not entries.arising and not entries.reviewed:
        return _actions(wording.actions(len(listed)), listed)
    said = ngettext("{number} other action", "{number} other actions", len(listed))
    return _actions(said.format(number=wording.number(len(listed))), listed)


def _actions(said: str, listed: tuple[Listed, ...]) -> Line | None:
    each = (
        First(
            addresses.entry_anchor(one.id, one.nth), first_words(one.wording or ""), one.id,
            one.owner.text if one.owner else "",
        )
        for one in listed
    )  # fmt: skip
    return Line(said, each=tuple(each)) if listed else None


def _reviewed(record: Meeting, listed: tuple[Listed, ...]) -> Line | None:
    stated = {one.id: one.status for one in listed}
    if not stated:
        return None
    number = len(stated)
    if not record.status.held:
        said = ngettext("{number} action to review", "{number} actions to review", number)
        return Line(said.format(number=wording.number(number)), "actions-reviewed")
    counts = Counter(status_said(status) if status else _("without a status") for status in stated.values())
    results = ", ".join(f"{wording.number(times)} {said}" for said, times in counts.most_common())
    said = ngettext("{number} action reviewed", "{number} actions reviewed", number)
    return Line(said.format(number=wording.number(number)), "actions-reviewed", results=results)
