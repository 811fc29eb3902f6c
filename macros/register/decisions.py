"""The decisions of a meeting, with this site's references for them."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from macros.record.models import AgendaItem, Decision, DecisionResult, Meeting, result_kind
from macros.register.addresses import slug, unused
from macros.register.items import Path, Placed, placed_items


@dataclass(frozen=True)
class Decided:
    """A decision with its meeting, the path in its file, and the agenda item under which it was made, if it was.

    `name`: the last part of its reference, which no other decision of the meeting has.
    """

    stem: str
    name: str
    path: Path
    entry: Decision
    under: Placed | None

    @property
    def reference(self) -> str:
        """This site's reference, like `2025-09-18/d3`."""
        return f"{self.stem}/{self.name}"

    @property
    def called(self) -> str:
        """The printed id, or else the reference."""
        return self.entry.id or self.reference

    @property
    def kind(self) -> DecisionResult | None:
        """The kind of the printed result, or else of what is printed of the votes, if it is known."""
        return result_kind(self.entry.result or (self.entry.votes.how if self.entry.votes else None))


def decisions_of(stem: str, meeting: Meeting) -> tuple[Decided, ...]:
    """The decisions of a meeting: first those under its agenda items, then those under none.

    A decision is called by its `ref:`, by its printed id, or else by its place among all of them, like `d3`.
    """
    found = [*_in_file(meeting)]
    taken: list[str] = []
    names: dict[Path, str] = {}
    numbered = enumerate(found, start=1)
    for number, (path, entry, _under) in sorted(
        numbered, key=lambda one: one[1][1].ref is None
    ):  # what is written first
        names[path] = unused((entry.ref or slug(entry.id or "") or f"d{number}").lower(), taken)
        taken.append(names[path])
    return tuple(Decided(stem, names[path], path, entry, under) for path, entry, under in found)


def _in_file(meeting: Meeting) -> Iterator[tuple[Path, Decision, Placed | None]]:
    for placed in placed_items(meeting.agenda):
        if isinstance(placed.item, AgendaItem):
            for index, entry in enumerate(placed.item.decisions):
                yield (*placed.path, "decisions", index), entry, placed
    for index, entry in enumerate(meeting.decisions):
        yield ("decisions", index), entry, None


def superseded(text: str, by: Decided, decided: dict[str, Decided]) -> Decided | None:
    """The earlier decision that another says it supersedes, by its reference or else its printed id: of several with
    that id, the latest. None if there is none."""
    earlier = list(takewhile(lambda one: one.reference != by.reference, decided.values()))
    for called in (lambda one: one.reference.casefold() == text.casefold(), lambda one: one.entry.id == text):
        if found := [*filter(called, earlier)]:
            return found[-1]
    return None
