"""Brings the draft of a meeting up to date with the meetings before it, and keeps what somebody has written there."""

from datetime import date
from difflib import unified_diff

from macros.language import _
from macros.office.drafting import head_of_actions
from macros.office.open_actions import entry_lines
from macros.record import Entry, Listing, Mapping, Stop, read_yaml
from macros.register import Action, Register

_WHOSE = ("id", "follows")


def refreshed(text: str, file: str, before: Register, day: date) -> str:
    """The text of a draft with an entry for each action that is open by now.

    An entry in which nothing is written is written anew, with its comments, and taken out if its action is closed by
    now. Every entry in which something is written stays, and so does every other line. Raises Stop if the draft has no
    list of actions that can be read.
    """
    entry, problems = read_yaml(text, file)
    if problems or "actions" not in entry.keys:
        said = _("{file} has no list 'actions:' that can be read; run 'minutes check' and put it right first")
        raise Stop(said.format(file=file))
    listed = entry.items.get("actions")
    items = listed.items if isinstance(listed, Listing) else ()
    lines, start = text.splitlines(), entry.keys["actions"].line
    starts = [item.place.line - 1 for item in items]
    ends = [*starts[1:], _end(lines, max([start, *(at + 1 for at in starts)]))]
    open_now, new, met = {action.id: action for action in before.open}, list[str](), _passed_over(entry, before)
    for item, first, last in zip(items, starts, ends, strict=True):
        whose = _whose(item, before)
        met.add(whose)
        typed = lines[first:last]
        untouched = whose and isinstance(item, Mapping) and not {*item.plain} - {*_WHOSE}
        new += _entry(before, open_now[whose], day) if untouched and whose in open_now else [] if untouched else typed
    for action in before.open:
        new += _entry(before, action, day) if action.id not in met else []
    head, behind = _head(lines[: start - 1], before, day), lines[ends[-1] if starts else start :]
    end = "\r\n" if "\r\n" in text else "\n"
    return "".join(line + end for line in (*head, lines[start - 1], *new, *behind))


def difference(old: str, new: str, file: str) -> str:
    """What differs between two texts of a file, as a unified diff."""
    return "\n".join(unified_diff(old.splitlines(), new.splitlines(), file, file, lineterm="", n=1))


def _entry(before: Register, action: Action, day: date) -> list[str]:
    return list(entry_lines(before, action, day))


def _whose(item: Entry, before: Register) -> str:
    """The action that an entry is about, if an earlier meeting has recorded it; else empty."""
    plain = item.plain if isinstance(item, Mapping) else {}
    return next((before.called[plain[key]] for key in _WHOSE if plain.get(key) in before.called), "")


def _passed_over(entry: Mapping, before: Register) -> set[str]:
    """The actions that the draft says not to have been mentioned."""
    listed = entry.plain.get("not_mentioned")
    return {before.called.get(one, "") for one in listed} if isinstance(listed, list) else set()


def _end(lines: list[str], at: int) -> int:
    """The line behind the last one from `at` on that is indented."""
    end = at
    while at < len(lines) and (not lines[at].strip() or lines[at][0] in " \t"):
        at += 1
        end = at if lines[at - 1].strip() else end
    return end


def _head(above: list[str], before: Register, day: date) -> list[str]:
    """The lines above the actions, with the comments about them written anew, if they are still there."""
    first = len(above)
    while first and above[first - 1].startswith("#"):
        first -= 1
    head = head_of_actions(before, day)
    return [*above[:first], *head] if above[first:][:1] == head[:1] else above
