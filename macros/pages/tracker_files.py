"""The JSON files for the filters of the tracker: the same facts as on the pages.

One file has the facts about every action. One file for each year has the texts of the actions raised in it, so that a
browser loads them only when it needs them. The script computes only ages at an earlier meeting
(docs/scripts/tracker/).
"""

import json
from datetime import date
from typing import Any, TypeAlias

from macros.language import _, wording
from macros.pages.choices import result_choices
from macros.pages.entries import due_of
from macros.pages.page import Page
from macros.pages.prose import is_marked, text_of_short_prose
from macros.pages.tracker import LONG
from macros.record import phrases
from macros.register import (
    Action,
    Meant,
    Mention,
    Raised,
    Register,
    Status,
    addresses,
    kind_of,
    status_said,
)

# What stands in place of the meeting that raised an action, counted back from 0, if no meeting on record did.
_NOT_AT = (Raised.BEFORE, Raised.UNKNOWN, Raised.NOT_LISTED, Raised.NOT_HELD)


def tracker_files(register: Register) -> dict[str, str]:
    """The JSON of each file by its address."""
    page = Page(register, addresses.ACTIONS, explains=False)
    files = {addresses.texts_of(year): _texts(page, actions) for year, actions in register.years.items()}
    files[addresses.TRACKER_FACTS] = _json(_facts(Page(register, addresses.ACTIONS)))
    return files


def _facts(page: Page) -> dict[str, Any]:
    register = page.register
    printed, statuses, dues = _Numbered(), _Statuses(register), _Dues()
    number = {stem: index for index, stem in enumerate(register.held)}
    actions = [_action(page, action, number, statuses, printed, dues) for action in register.actions.values()]
    return {
        "group": page.group[1],
        "asOf": register.as_of.isoformat(),
        "statuses": statuses.words,
        **_results(register),
        "months": {f"{year}-{month:02}": wording.month(year, month) for year, month in register.of_month},
        "closing": [addresses.status(status) for status in register.statuses if status and status.closes],
        "meetings": [_meeting(page, stem) for stem in register.held],
        "years": {str(year): page.link(addresses.actions_of(year)) for year in register.years},
        "owners": {key: _owner(page, key) for key in sorted(register.archive.people.entries)},
        "glossary": _glossary(page),
        "printed": printed.pieces,
        "dues": dues.said,
        "long": LONG,
        "actions": actions,
    }


def _results(register: Register) -> dict[str, list[tuple[str, str]]]:
    """What can be asked of decisions with `is:`, for the search: that it is one, and each kind of result."""
    kinds = {one.kind for one in register.decided.values()}
    words = [("decision", _("decision")), *((choice.value, choice.words) for choice in result_choices(kinds))]
    return {"results": words} if kinds else {}


class _Statuses:
    """The kind of each status, as in addresses and classes, and its words; actions refer to them by number. First each
    kind, with the words of the site."""

    def __init__(self, register: Register) -> None:
        self.words = [(addresses.status(kind), phrases.action_status(kind)) for kind in register.statuses]
        self._numbers = {pair: number for number, pair in enumerate(self.words)}

    def number(self, status: Status | None) -> int:
        """The number of a status."""
        pair = (addresses.status(kind_of(status)), status_said(status))
        if pair not in self._numbers:
            self._numbers[pair] = len(self.words)
            self.words.append(pair)
        return self._numbers[pair]


class _Numbered:
    """Owners as printed, each stored once; actions refer to them by number. Each is the text before, the initials,
    whom they meant if that is not the entry under them, and the name and role of the day if they are others now. The
    text after the last stands alone."""

    def __init__(self) -> None:
        self.pieces: list[tuple[tuple[str, ...], ...]] = []
        self._numbers: dict[tuple[Meant, date], int] = {}

    def number(self, page: Page, names: Meant | None, day: date) -> int:
        """The number of these owners on a day, or -1 for none recorded."""
        if names is None:
            return -1
        if (names, day) not in self._numbers:
            pieces = tuple(_owned(page, day, *piece) for piece in names.people)
            pieces += ((names.rest,),) if names.rest else ()
            if pieces not in self.pieces:
                self.pieces.append(pieces)
            self._numbers[names, day] = self.pieces.index(pieces)
        return self._numbers[names, day]


class _Dues:
    """When actions are due, each stored once: the HTML, and the last day on which it is not overdue, or nothing."""

    def __init__(self) -> None:
        self.said: list[tuple[str, str]] = []
        self._numbers: dict[tuple[str, str], int] = {}

    def number(self, page: Page, action: Action, place: int) -> tuple[int, ...]:
        """The number of what is recorded up to the mention at a place, or nothing."""
        due, words = action.mentions[place].due, due_of(page, action.mentions[: place + 1])
        if due is None or words is None:
            return ()
        pair = (str(words), due.last.isoformat() if due.last else "")
        if pair not in self._numbers:
            self._numbers[pair] = len(self.said)
            self.said.append(pair)
        return (self._numbers[pair],)


def _owned(page: Page, day: date, before: str, printed: str, meant: str) -> tuple[str, ...]:
    then, now = page.who(meant, day), page.who(meant)
    if then != now:
        return before, printed, meant, then.name if then.is_named else "", then.role
    return (before, printed) if printed == meant else (before, printed, meant)


def _meeting(page: Page, stem: str) -> list[Any]:
    record = page.register.archive.meetings[stem]
    address = page.link(addresses.meeting(stem))
    return [stem, record.date.isoformat(), page.meeting_name(stem), address, page.is_draft(stem)]


def _owner(page: Page, key: str) -> list[Any]:
    """Name, role with its organisation, address, the members who own or owned an action, title alone, every name, the
    initials by which documents of some time mean them, and 1 if no document prints the key.

    This includes everybody in the register, so that the script also knows initials without actions.
    """
    register, who = page.register, page.who(key)
    person = register.archive.people.people.get(key)
    name = who.name if who.is_named else ""
    entry = register.archive.people.entries[key]
    names = [known.name for known in page.names_of(entry)]
    printed = [dated.printed for dated in entry.printed_as]
    members = [member for member in register.members.get(key, ()) if member in register.owners]
    title = (person.roles[-1].title or "") if person and person.roles else ""
    hidden = [1] if who.initials != key else []
    return [name, who.role, who.address, members, title, names, printed, *hidden]


def _glossary(page: Page) -> dict[str, list[str]]:
    """What is explained in text: the meaning of each word, and the link to more about it."""
    known = {key: page.stands_for(key) for key in sorted(page.register.abbreviated)}
    return {key: [said.called, said.address] for key, said in known.items() if said}


def _action(
    page: Page, action: Action, number: dict[str, int], statuses: _Statuses, printed: _Numbered, dues: "_Dues"
) -> list[Any]:
    """Id, month raised, the number of the meeting that raised it (or one below 0 for each reason why there is none),
    at each mention the number of the meeting, of the status and of the owners, and that of the day by which it is due
    if one is recorded, and the year of its page if that is another one."""
    raised_at = number[action.raised_at] if action.raised_at else _NOT_AT.index(action.known) - len(_NOT_AT)
    states = [
        (
            number[one.meeting], statuses.number(one.status),
            printed.number(page, one.owner, page.day_of(one.meeting)), *dues.number(page, action, place),
        )
        for place, one in enumerate(action.mentions)
    ]  # fmt: skip
    home = [action.year] if action.year != action.raised[0] else []
    return [action.id, *action.raised, raised_at, states, *home]


_Text: TypeAlias = str | int | tuple[str, str]


def _texts(page: Page, actions: tuple[Action, ...]) -> str:
    """For each action, the wording at each mention (0: unchanged), and the update and note there (0: none); for a text
    that has marks, the text without them and its HTML. At the end, the heading of the action if it has one."""
    return _json([
        [
            [_wording(page, mention) for mention in action.mentions],
            [_text(page, mention.entry.update) for mention in action.mentions],
            [_text(page, mention.entry.note) for mention in action.mentions],
            *([action.heading] if action.heading else []),
        ]
        for action in actions
    ])  # fmt: skip


def _text(page: Page, text: str | None) -> _Text:
    return (text_of_short_prose(text), page.short(text)) if text and is_marked(text) else text or 0


def _wording(page: Page, mention: Mention) -> _Text:
    unchanged = mention.previous is not None and mention.wording == mention.previous.wording
    return 0 if unchanged else _text(page, mention.wording) or _("Wording not recorded")


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
