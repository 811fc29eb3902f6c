"""The life of the actions, by a second implementation that is naive and slow and shares no code with the program.

It works on plain values as they stand in the files, one question at a time, from the definitions in the guide: an
action is open until a meeting records it closed; what a meeting does not say stays as it was.
"""

import os
from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from macros.record.archive import Archive, Filed
from macros.record.models import Group, Meeting, People, read
from macros.record.problems import Place
from macros.record.source import Mapping
from macros.register.following import follow
from macros.register.register import Register

EXAMPLES = int(os.environ.get("ORACLE_EXAMPLES", "500"))
KIND_OF = {  # by hand, not from the program's table
    "open": "open", "Ongoing": "open", "on hold": "open", "done": "closed", "Completed": "closed", "dropped": "closed",
    "superseded": "closed", "closed": "closed", "bingo": "closed",
}  # fmt: skip
IDS = st.sampled_from(["T0130-1", "T0230-1", "T0330-2", "X-9"])
RAISED = st.sampled_from(["here", "not known", "2029-11", "2030-01-01", "before 2030-02-01"])


@st.composite
def archives(draw: st.DrawFn) -> tuple[bool, bool, list[dict[str, Any]]]:
    """Up to twelve meetings, each with a day, a status and entries, as they would be typed; before them whether ids
    begin anew at each meeting, and whether actions are raised where they are first recorded."""
    restarting, first_recorded = draw(st.booleans()), draw(st.booleans())
    day, meetings, references = date(2030, 1, 1), [], []
    for _number in range(draw(st.integers(0, 12))):
        entries = []
        for place in range(draw(st.integers(0, 4))):
            entry: dict[str, Any] = {}
            kind = draw(st.sampled_from(["id", "none", "follows"] if references else ["id", "none"]))
            if kind == "id":
                entry["id"] = draw(IDS)
            if kind == "follows":
                entry["follows"] = draw(st.sampled_from(references))
            if kind == "none":
                references.append(f"{day}/{place + 1}")
            entry |= draw(st.fixed_dictionaries({}, optional={
                "action": st.sampled_from(["Sweep", "Mend"]), "owner": st.sampled_from(["AB", "CD / AB", "All"]),
                "status": st.sampled_from(sorted(KIND_OF)), "raised": RAISED, "reopened": st.just("true"),
                "no_longer_listed": st.just("true"), "due": st.sampled_from(["2030-02-03", "soon"]),
            }))  # fmt: skip
            if kind == "id" and (entry.get("raised") == "here" or restarting):
                references.append(f"{day}/{place + 1}")
            entries.append(entry)
        meetings.append({"date": str(day), "status": draw(st.sampled_from(["draft", "cancelled"])), "actions": entries})
        day += timedelta(days=draw(st.integers(1, 40)))
    # What was planned, and what follows an entry of a meeting that was not held, is not of interest here.
    held = {meeting["date"] for meeting in meetings if meeting["status"] == "draft"}
    for meeting in meetings:
        meeting["actions"] = [e for e in meeting["actions"] if e.get("follows", "").partition("/")[0] in {"", *held}]
    return restarting, first_recorded, meetings


def naive(restarting: bool, first_recorded: bool, meetings: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """What is to be known of each action, by its id."""
    held = [meeting for meeting in meetings if meeting["status"] == "draft"]
    listed = []  # (action, day, place, entry), in the order of the record
    for meeting in held:
        for place, entry in enumerate(meeting["actions"]):
            listed.append((meant(entry, meeting["date"], place, listed, restarting), meeting["date"], place, entry))
    out = {}
    for action in dict.fromkeys(action for action, *_rest in listed):
        entries = [(day, entry) for one, day, _place, entry in listed if one == action]
        out[action] = {
            "days": [day for day, _entry in entries], "wording": last(entries, "action"),
            "owner": last(entries, "owner"),
            "due": last(entries, "due"), "open": is_open(entries),
            "raised": raised(action, entries, held, first_recorded),
        }  # fmt: skip
    return out


def meant(entry: dict[str, Any], day: str, place: int, before: list[Any], restarting: bool) -> str:
    """The action that an entry is about."""
    same = [action for action, _day, _place, other in before if other.get("id") == entry.get("id") and "id" in entry]
    here = [one for one, when, _place, other in before if when == day and other.get("id") == entry.get("id")]
    if "follows" in entry:
        named = [action for action, when, at, _other in before if f"{when}/{at + 1}" == entry["follows"]]
        return named[0] if named else str(entry["follows"])
    if "id" not in entry or (restarting and not here) or (same and entry.get("raised") == "here"):
        return f"{day}/{place + 1}"
    return same[-1] if same else str(entry["id"])


def last(entries: list[tuple[str, dict[str, Any]]], key: str) -> str | None:
    found = [entry[key] for _day, entry in entries if key in entry]
    return found[-1] if found else None


def is_open(entries: list[tuple[str, dict[str, Any]]]) -> bool:
    state = True
    for _day, entry in entries:
        if "status" in entry or "no_longer_listed" in entry:
            state = KIND_OF.get(entry.get("status", "open")) == "open" and "no_longer_listed" not in entry
        elif "reopened" in entry:
            state = True
    return state


def raised(
    action: str, entries: list[tuple[str, dict[str, Any]]], held: list[dict[str, Any]], first_recorded: bool
) -> str:
    """`at` a meeting, `in` a month, `before` a month, or `?`."""
    said = [(day, entry["raised"]) for day, entry in entries if "raised" in entry]
    first = entries[0][0]
    if said:
        day, words = said[-1]
        if words == "here":
            return f"at {day}"
        if words == "not known":
            return "?"
        if words.startswith("before"):
            return f"before {min(words[7:14], first[:7])}"
        if len(words) == 10:
            return f"at {words}" if words in [one["date"] for one in held] else f"in {min(words[:7], first[:7])}"
        month = words
    elif action[0] == "T":
        month = f"20{action[3:5]}-{action[1:3]}"
    else:
        return f"at {first}" if first_recorded else "?"
    month = min(month, first[:7])
    return f"at {first}" if month == first[:7] else f"in {month}"


def program(restarting: bool, first_recorded: bool, meetings: list[dict[str, Any]]) -> Register:
    """What the program makes of the same values."""
    group = {
        "name": "Invented", "short_name": "I", "publisher": "IO", "action_id": "T{month}{year}-{number}",
        "licence": {"name": "Invented", "url": "https://licence.example/"}, "statuses": {"bingo": "done"},
        "restarting_ids": restarting, "actions_raised": "where first recorded" if first_recorded else None,
    }  # fmt: skip
    people = {"people": {"AB": {}, "CD": {}}, "organisations": {"IO": {"name": "Invented Office"}}}
    made = {file: read(kind, value) for file, kind, value in (("group", Group, group), ("people", People, people))}
    records = {one["date"]: read(Meeting, one) for one in meetings}
    filed = {stem: Filed(stem, f"{stem}.yml", record, Mapping(Place(stem))) for stem, record in records.items()}
    files = [Filed(name, f"{name}.yml", record, Mapping(Place(name))) for name, record in made.items()]
    return follow(Archive(files[0], files[1], filed, {}, frozenset(filed), None, None, None, None, ""))


def said(register: Register, action: str) -> dict[str, Any]:
    found = register.actions[action]
    month = f"{found.raised[0]}-{found.raised[1]:02}"
    known = {"UNKNOWN": "?", "BEFORE": f"before {month}"}.get(found.known.name, f"in {month}")
    return {
        "days": [mention.meeting for mention in found.mentions], "wording": found.last.wording,
        "owner": found.owner.text if found.owner else None, "due": found.last.due.text if found.last.due else None,
        "open": found.open, "raised": f"at {found.raised_at}" if found.raised_at else known,
    }  # fmt: skip


@settings(max_examples=EXAMPLES)
@given(archives())
def test_the_program_follows_the_actions_as_the_naive_one_does(
    archive: tuple[bool, bool, list[dict[str, Any]]],
) -> None:
    register, expected = program(*archive), naive(*archive)
    assert {action: said(register, action) for action in register.actions} == expected
    assert len(register.open) == sum(action["open"] for action in expected.values())
    assert sum(register.counts.values()) == len(expected)
