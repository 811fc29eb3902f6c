"""An invented archive of any size, for measuring and for tests.

Every name in it says that it is invented, so that nobody can take it for a real record. The same
numbers give the same bytes: nothing is drawn but from the seed.
"""

import argparse
import textwrap
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

PEOPLE = [f"P{number:02}" for number in range(1, 41)]
OFFICES = [f"O{number}" for number in range(1, 9)]
AGENDA_ITEMS = 9
WORDS_OF_MINUTES = 120

_FIRST_MEETING = date(2001, 1, 8)
_LAST_DAY = date(2099, 12, 31)  # an action id has two digits for its year
_FORTNIGHT = 14
_VOCABULARY = (
    "account action again agreed answer apple available basket before bread bridge button candle change clear cloud "
    "colour consider copper corner cotton decision detail discussed document draft early example feather figures "
    "findings further garden general guidance hammer harbour helpful independent invented issue kettle ladder lantern "
    "letter level marble matter meadow measure meeting member minutes mirror needle note number open orchard paper "
    "part pebble pencil period plan point position possible practice process progress project proposal purpose "
    "question reader reason recent record report request result review ribbon river saddle scheme section short "
    "silver spoon standard statement summary survey table teapot test thimble time tunnel umbrella update use view "
    "velvet village walnut whole willow window winter work year"
)
_OPENINGS = (
    "The group noted",
    "The chair asked about",
    "Members discussed",
    "The office explained",
    "It was agreed on",
)


@dataclass(frozen=True)
class _Action:
    """An action as the meeting that raised it worded it."""

    id: str
    wording: str
    owner: str


def write_archive(folder: Path, meetings: int, actions: int, seed: int) -> None:
    """Write `folder`/data: that many meetings, with that many action entries each, that pass every check.

    There is one meeting a fortnight, or more where a century would not hold them. Raises ValueError
    where not even one a day would fit.
    """
    inventor = _Inventor(Random(seed), actions)
    data = folder / "data"
    _write(data / "group.yml", _GROUP)
    _write(data / "people.yml", _people())
    _write(data / "terms-of-reference" / "2001-01-01.md", inventor.terms())
    (data / "meetings").mkdir(parents=True, exist_ok=True)
    for day in _days(meetings):
        _write(data / "meetings" / f"{day}.yml", inventor.meeting(day))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _days(meetings: int) -> list[date]:
    """The days of the meetings, each once, the earliest first."""
    century = (_LAST_DAY - _FIRST_MEETING).days
    apart = min(_FORTNIGHT, century // max(1, meetings))
    if not apart:
        raise ValueError(f"{meetings} meetings do not fit between {_FIRST_MEETING} and {_LAST_DAY}; ask for fewer")
    return [_FIRST_MEETING + timedelta(days=apart * number) for number in range(meetings)]


_GROUP = """\
name: Invented Group for Measuring
short_name: Invented Group
publisher: O1
action_id: INV{month}{year}-{number}
licence:
  name: Invented Licence
  url: https://example.org/invented-licence
contact: Nobody. This group is invented.
"""


def _people() -> str:
    lines = ["people:"]
    for place, key in enumerate(PEOPLE):
        office = OFFICES[place % len(OFFICES)]
        lines += [f"  {key}:", f"    name: Invented Person {key[1:]}", "    roles:"]
        lines += [f"      - title: Invented Role {place % 5 + 1}", f"        organisation: {office}"]
    lines += ["organisations:"]
    for key in OFFICES:
        lines += [f"  {key}:", f"    name: Invented Office {key[1:]}"]
    return "\n".join(lines) + "\n"


class _Inventor:
    """Invents one meeting after the other and remembers which actions are open.

    No more actions are open at a time than a meeting has entries: what finds no room is completed
    at the meeting that raises it.
    """

    def __init__(self, random: Random, actions: int) -> None:
        self.random = random
        self.vocabulary = _VOCABULARY.split()
        self.entries = actions
        self.open: list[_Action] = []
        self.raised: Counter[str] = Counter()

    def meeting(self, day: date) -> str:
        """The file of the next meeting. A third of its entries are of earlier meetings, where any is open."""
        came = self.random.sample(PEOPLE, self.random.randint(12, 16))
        away = [key for key in PEOPLE if key not in came]
        lines = [
            f"date: {day}",
            "title: Invented minutes for measuring",
            "time: 10:00-12:00",
            f"location: Invented Room {self.random.randint(1, 4)}",
            "status: published",
            f"published: {day + timedelta(days=10)}",
            f"chair: {came[0]}",
            f"attendees: [{', '.join(came)}]",
            f"apologies: [{', '.join(self.random.sample(away, self.random.randint(0, 3)))}]",
            "agenda:",
        ]
        for number in range(1, AGENDA_ITEMS + 1):
            lines += self.agenda_item(number, self.random.choice(came))
        lines += self.actions(day)
        lines += ["sources:", f"  - title: Invented minutes of {day}", f"    url: https://example.org/invented/{day}"]
        lines += ["    supplies: [details, attendance, agenda, minutes, actions reviewed, actions arising]"]
        return "\n".join(lines) + "\n"

    def agenda_item(self, number: int, lead: str) -> list[str]:
        """One row of the agenda, with its minutes."""
        begins, ends = (f"{10 + minute // 60}:{minute % 60:02}" for minute in (13 * number - 13, 13 * number))
        return [
            f"  - number: {number}",
            f"    time: {begins}-{ends}",
            f"    title: Invented item on {self.words(self.random.randint(2, 6))}",
            f"    lead: {lead}",
            "    minutes: |",
            *textwrap.indent(self.minutes(), "      ").splitlines(),
        ]

    def minutes(self) -> str:
        """About 120 words of Markdown: two paragraphs, the second with a mention of an action, and a list."""
        first, second, third = (self.sentences(WORDS_OF_MINUTES // 3) for _ in range(3))
        named = f" See {self.random.choice(self.open).id}." if self.open else ""
        points = "\n".join(textwrap.fill(f"- {point}.", 100, subsequent_indent="  ") for point in third)
        paragraphs = [f"**Invented.** {'. '.join(first)}.", f"{'. '.join(second)}.{named}"]
        return "\n\n".join([*(textwrap.fill(text, 100) for text in paragraphs), points])

    def actions(self, day: date) -> list[str]:
        """The action entries of a meeting, and the open actions that it does not mention."""
        before = list(self.open)
        carried = before[: -(-self.entries // 3)]
        new = [self.new_action(day) for _ in range(self.entries - len(carried))]
        entries = [line for action in carried for line in self.reviewed(action, new)]
        entries += [line for action in new for line in self.arising(action)]
        self.random.shuffle(self.open)
        passed_over = [action.id for action in before if action not in carried]
        lines = ["actions:", *entries] if entries else []
        return [*lines, "not_mentioned:", *(f"  - {key}" for key in passed_over)] if passed_over else lines

    def new_action(self, day: date) -> _Action:
        """An action with the next number of the meeting's month."""
        month = f"{day:%m%y}"
        self.raised[month] += 1
        owner = ", ".join(self.random.sample([*PEOPLE, *OFFICES], self.random.choice((1, 1, 1, 2))))
        wording = f"Invented action to {self.words(self.random.randint(8, 20))}."
        return _Action(f"INV{month}-{self.raised[month]:02}", wording, owner)

    def reviewed(self, action: _Action, new: list[_Action]) -> list[str]:
        """What a later meeting records: three actions in four come to their end."""
        lines = self.entry(action, with_wording=self.random.random() < 0.75)
        if self.random.random() < 0.25:
            return [*lines, f"    status: {self.random.choice(('outstanding', 'in progress'))}", *self.update()]
        self.open.remove(action)
        status = self.random.choice(("completed",) * 8 + ("withdrawn", "superseded" if new else "withdrawn"))
        by = [f"    superseded_by: {new[0].id}"] if status == "superseded" else []
        return [*lines, f"    status: {status}", *by, *self.update()]

    def arising(self, action: _Action) -> list[str]:
        """What the meeting that raises an action records."""
        lines = self.entry(action, with_wording=True)
        if len(self.open) >= self.entries:
            return [*lines, "    status: completed", *self.update()]
        self.open.append(action)
        return [*lines, *self.random.choice(([], ["    status: outstanding"]))]

    def entry(self, action: _Action, with_wording: bool) -> list[str]:
        """An action entry's id, wording and owner."""
        wording = _folded("action", action.wording) if with_wording else []
        return [f"  - id: {action.id}", *wording, f"    owner: [{action.owner}]"]

    def update(self) -> list[str]:
        """An update of one or two sentences."""
        return _folded("update", f"{'. '.join(self.sentences(self.random.randint(8, 30)))}.")

    def terms(self) -> str:
        """One version of the terms of reference."""
        parts = [f"### Invented term {number}\n\n{self.minutes()}\n" for number in range(1, 7)]
        return "---\nadopted: 2001-01-01\nnote: Invented terms of no real group.\n---\n" + "\n".join(parts)

    def sentences(self, words: int) -> list[str]:
        """Sentences without full stops, of about that many words together."""
        out: list[str] = []
        while words > 0:
            length = min(max(6, words), self.random.randint(8, 16))
            opening = self.random.choice(_OPENINGS)
            out.append(f"{opening} {self.words(length - len(opening.split()))}")
            words -= length
        return out

    def words(self, number: int) -> str:
        """That many words."""
        return " ".join(self.random.choices(self.vocabulary, k=number))


def _folded(key: str, text: str) -> list[str]:
    return [f"    {key}: >-", *textwrap.wrap(text, 100, initial_indent=" " * 6, subsequent_indent=" " * 6)]


def main() -> None:
    """Write an invented archive from the command line."""
    parser = argparse.ArgumentParser(description="Write an invented archive.")
    parser.add_argument("folder", type=Path, help="the project's folder; data/ is written below it")
    parser.add_argument("--meetings", type=int, default=100)
    parser.add_argument("--actions", type=int, default=12, help="action entries of each meeting")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    write_archive(given.folder, given.meetings, given.actions, given.seed)


if __name__ == "__main__":
    main()
