"""Whom initials mean on a day: the one place that knows. Documents of different times may mean different people by
the same initials, or the same person by different ones."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from macros.record.models import INITIALS, DatedInitials, Names, People, holds_on

_WORD = re.compile(INITIALS)


@dataclass(frozen=True)
class Meant(Names):
    """Initials as a document printed them, with whom each meant on its day, by the initials of the entry."""

    meant: tuple[str, ...]

    @property
    def people(self) -> Iterator[tuple[str, str, str]]:
        """The text printed before each set of initials, the initials, and whom they meant."""
        for (before, printed), meant in zip(self.pieces, self.meant, strict=True):
            yield before, printed, meant


class Initials:
    """The initials of a register of people.

    On a day, initials mean the entry that says under `printed_as:` that it is printed so then, or else the entry that
    stands under them, unless its own `printed_as:` says of the same initials that they mean it at other times.
    """

    def __init__(self, people: People) -> None:
        self._known = frozenset(people.initials)
        self._dated: dict[str, list[tuple[str, DatedInitials]]] = defaultdict(list)
        for key, entry in people.entries.items():
            for dated in entry.printed_as:
                self._dated[dated.printed].append((key, dated))

    @property
    def all(self) -> frozenset[str]:
        """Every set of initials that means somebody at some time."""
        return self._known | self._dated.keys()

    @property
    def dated(self) -> frozenset[str]:
        """The initials whose meaning depends on the day."""
        return frozenset(self._dated)

    def whom(self, printed: str, day: date) -> tuple[str, ...]:
        """Everybody whom initials may mean on a day: one, unless the record does not say or contradicts itself."""
        if printed not in self._dated:
            return (printed,) if printed in self._known else ()
        dated = self._dated[printed]
        if found := tuple(dict.fromkeys(key for key, period in dated if holds_on(period, day))):
            return found
        at_other_times = any(key == printed for key, _period in dated)
        return (printed,) if printed in self._known and not at_other_times else ()

    def ever(self, printed: str) -> tuple[str, ...]:
        """Everybody whom initials mean at some time."""
        if printed not in self._dated:
            return (printed,) if printed in self._known else ()
        own = (printed,) if printed in self._known else ()
        return tuple(dict.fromkeys((*own, *(key for key, _period in self._dated[printed]))))

    def printed_on(self, names: Meant, day: date) -> Names | None:
        """The same people by initials that mean them on a day, as a document of that day would print them: the same
        ones where they still do. None if somebody has no initials on that day."""
        printed = [self._printed_on(old, key, day) for _before, old, key in names.people]
        if not all(printed):
            return None
        text = "".join(before + new for (before, _old), new in zip(names.pieces, printed, strict=True))
        return Names(text, tuple(printed))

    def _printed_on(self, printed: str, key: str, day: date) -> str:
        dated = (initials for initials, found in self._dated.items() if any(entry == key for entry, _period in found))
        return next((one for one in (printed, key, *dated) if self.whom(one, day) == (key,)), "")

    def within(self, text: str, day: date) -> Meant:
        """The initials in a text of printed names, such as `AB and Cllr Jane Smith`, that mean one entry on a day.

        Not beside another word that is no such initials: of `PC Smith` nobody knows whether PC is a rank.
        """
        words = [*_WORD.finditer(text)]
        known = {found.start() for found in words if len(self.whom(found[0], day)) == 1}

        def stands_alone(at: int) -> bool:
            beside = [(at - 1, at), (at, at + 1)]
            return all(
                words[other].start() in known or words[other][0].lower() == "and"
                for one, two in beside for other in (one, two)
                if other != at and 0 <= other < len(words) and text[words[one].end() : words[two].start()].isspace()
            )  # fmt: skip

        keys = tuple(found[0] for at, found in enumerate(words) if found.start() in known and stands_alone(at))
        return Meant(text, keys, tuple(self.whom(key, day)[0] for key in keys))

    def meant(self, names: Names, day: date) -> Meant:
        """Names with whom they mean on a day. Initials of which the record does not say so, which no published record
        has, mean themselves."""
        if isinstance(names, Meant):
            return names
        found = (self.whom(printed, day) for printed in names.keys)
        meant = tuple(whom[0] if len(whom) == 1 else printed for whom, printed in zip(found, names.keys, strict=True))
        return Meant(names.text, names.keys, meant)
