"""Whom initials mean on a day: the one place that knows. Documents of different times may mean different people by
the same initials, or the same person by different ones."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from macros.record.models import (
    INITIALS,
    DatedInitials,
    Names,
    Owners,
    People,
    Somebody,
    holds_on,
    is_called_by,
    is_full_name,
    name_on,
)

_WORD = re.compile(INITIALS)
_AFTER_WORDS = re.compile(r"[\W_]+$")
_ARTICLE = re.compile(r"[Tt]he (?=\w)")
_JOINING = frozenset(("and", "or", "with", "for", "to", "on", "from", "until", "as"))


@dataclass(frozen=True)
class Meant(Names):
    """Initials as a document printed them, with whom each meant on its day, by the initials of the entry."""

    meant: tuple[str, ...]

    @property
    def people(self) -> Iterator[tuple[str, str, str]]:
        """The text printed before each set of initials, the initials, and whom they meant."""
        for (before, printed), meant in zip(self.pieces, self.meant, strict=True):
            yield before, printed, meant


def without_article(words: str) -> str:
    """What is called `the Clerk`, `The Clerk`, `Clerk` and `clerk` alike: without `the`, and with a small first letter
    unless it begins like initials."""
    rest = _ARTICLE.sub("", words, count=1) if _ARTICLE.match(words) else words
    return rest if rest[1:2].isupper() or len(rest) < 2 else rest[0].lower() + rest[1:]


class Initials:
    """The initials and names of a register of people.

    On a day, initials mean the entry that says under `printed_as:` that it is printed so then, or else the entry that
    stands under them, unless its own `printed_as:` says of the same initials that they mean it at other times.
    Posts and organisations are known with and without an article, and with a small or a capital first letter.
    """

    def __init__(self, people: People) -> None:
        self._entries = people.entries
        self._known = frozenset(people.entries)
        self._no_people: dict[str, Somebody] = {**people.posts, **people.organisations}
        self._hidden = frozenset(key for key, entry in people.entries.items() if entry.not_printed)
        self._dated: dict[str, list[tuple[str, DatedInitials]]] = defaultdict(list)
        for key, entry in people.entries.items():
            for dated in entry.printed_as:
                self._dated[dated.printed].append((key, dated))

    @property
    def all(self) -> frozenset[str]:
        """Every set of initials, and every name, that means somebody at some time."""
        return self._known | self._dated.keys()

    @property
    def abbreviations(self) -> frozenset[str]:
        """Every set of initials that documents print."""
        shown = (one for one in self.all - self._hidden if not is_full_name(one))
        return frozenset(
            one for one in shown if one not in self._known or not is_called_by(one, self._entries[one])
        )  # fmt: skip

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

    def _named(self, words: str, day: date) -> str:
        """Whom initials or a name mean on a day, or else a post or an organisation in other forms of its name; empty if
        nobody, or not one alone."""
        found = self._exactly(words, day)
        if not found:
            forms = self._forms.get(without_article(words), ())
            found = tuple(dict.fromkeys(key for form in forms for key in self._exactly(form, day)))
        return found[0] if len(found) == 1 else ""

    def _exactly(self, words: str, day: date) -> tuple[str, ...]:
        called = [key for key in self._by_name.get(words, ()) if name_on(self._entries[key], day) == words]
        return tuple(dict.fromkeys((*self.whom(words, day), *called)))

    @cached_property
    def _forms(self) -> dict[str, list[str]]:
        """What posts and organisations are called, by the words without an article."""
        out: dict[str, list[str]] = defaultdict(list)
        for key, entry in self._no_people.items():
            names = (entry.name, *(dated.name for dated in entry.names), *(dated.printed for dated in entry.printed_as))
            for words in filter(None, dict.fromkeys((key, *names) if key not in self._hidden else names)):
                out[without_article(words)].append(words)
        return dict(out)

    @cached_property
    def _by_name(self) -> dict[str, list[str]]:
        """Everybody by each full name that they have or had."""
        out: dict[str, list[str]] = defaultdict(list)
        for key, entry in self._entries.items():
            for name in dict.fromkeys((entry.name, *(dated.name for dated in entry.names))):
                if name:
                    out[name].append(key)
        return dict(out)

    @cached_property
    def _beginning(self) -> dict[str, list[str]]:
        """All initials and full names, the longest first, by the first word of each."""
        out: dict[str, list[str]] = defaultdict(list)
        others = {
            article + first + words[1:]
            for words in self._forms if len(words) > 1
            for article in ("", "the ", "The ") for first in (words[0], words[0].upper())
        }  # fmt: skip
        for words in sorted({*self.all, *self._by_name, *others}, key=lambda one: (-len(one), one)):
            if first := _WORD.match(words):
                out[first[0]].append(words)
        return dict(out)

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
        return Names(text + names.rest, tuple(printed))

    def _printed_on(self, printed: str, key: str, day: date) -> str:
        dated = (initials for initials, found in self._dated.items() if any(entry == key for entry, _period in found))
        return next((one for one in (printed, key, *dated) if self.whom(one, day) == (key,)), "")

    def within(self, text: str, day: date) -> Meant:
        """The initials and full names in a text as printed, such as `AB and Cllr Jane Smith`, that mean one entry on a
        day.

        No initials and no single word beside another word that is none: of `PC Smith` nobody knows whether PC is a
        rank, and `the Clerk of Works` may be another one than `the Clerk`.
        """
        words = [*_WORD.finditer(text)]
        found = dict(self._found(text, words, day))
        covered = {at for first, (last, _said, _key) in found.items() for at in range(first, last + 1)}

        def stands_alone(first: int, last: int) -> bool:
            beside = [(first - 1, first - 1, first), (last + 1, last, last + 1)]
            return all(
                other in covered or words[other][0].lower() in _JOINING
                for other, one, two in beside
                if 0 <= other < len(words) and text[words[one].end() : words[two].start()].isspace()
            )  # fmt: skip

        certain = [
            (said, key) for first, (last, said, key) in found.items()
            if last - bool(_ARTICLE.match(said)) > first or stands_alone(first, last)
        ]  # fmt: skip
        return Meant(text, tuple(said for said, _key in certain), tuple(key for _said, key in certain))

    def _found(
        self, text: str, words: list[re.Match[str]], day: date
    ) -> Iterator[tuple[int, tuple[int, str, str]]]:  # fmt: skip
        """The number of the first word of each name or set of initials that means one entry, the number of its last
        word, the name as printed, and the entry. A name may end with another sign, like Jr."""
        number = {word.end(): index for index, word in enumerate(words)}
        after = 0
        for first, word in enumerate(words):
            for said in self._beginning.get(word[0], ()) if first >= after else ():
                last = number.get(word.start() + len(_AFTER_WORDS.sub("", said)))
                if last is not None and text.startswith(said, word.start()) and (key := self._named(said, day)):
                    yield first, (last, said, key)
                    after = last + 1
                    break

    def meant(self, names: Names, day: date) -> Meant:
        """Names with whom they mean on a day. Initials of which the record does not say so, which no published record
        has, mean themselves. A key that no document prints gives way to the name that it stands for."""
        if isinstance(names, Meant):
            return names
        if isinstance(names, Owners):
            return self._in_words(self.within(names.text, day), day)
        found = (self.whom(printed, day) for printed in names.keys)
        meant = tuple(whom[0] if len(whom) == 1 else printed for whom, printed in zip(found, names.keys, strict=True))
        return self._in_words(Meant(names.text, names.keys, meant), day)

    def _in_words(self, names: Meant, day: date) -> Meant:
        if self._hidden.isdisjoint(names.keys):
            return names
        said = [(before, self.said(key, day) if printed == key else printed) for before, printed, key in names.people]
        text = "".join(before + printed for before, printed in said) + names.rest
        return Meant(text, tuple(printed for _before, printed in said), names.meant)

    def said(self, key: str, day: date) -> str:
        """What pages call an entry where no printed words are at hand: its key, or its name if no document prints the
        key."""
        return (name_on(self._entries[key], day) or key) if key in self._hidden else key
