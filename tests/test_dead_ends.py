"""No dead ends: from any refused state, doing what the messages say ends in a change that may be merged.

A state is an invented record with some of its parts renamed, removed or rewritten. Beside each kind of message stands
what somebody does who follows it to the letter. The oracle is the gate itself: it has to have nothing more to say.
"""

import json
import os
import re
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.record import Severity, Unpublishable, read_what_is_left
from macros.register import follow
from macros.review import broken_promises, compare
from macros.site import open_register, open_unlinked, pages_by_hand

State = dict[str, dict[str, Any]]
FIRST, SECOND, THIRD = (f"data/meetings/2023-0{month}-06.yml" for month in (3, 6, 9))
OLD_TERMS, NEW_TERMS = (f"data/terms-of-reference/{year}-01-31.md" for year in (2022, 2023))
REDIRECTS = "data/redirects.yml"
NOTED = {"date": "2023-08-01", "note": "Invented note."}


def meeting(day: str, status: str, **more: Any) -> dict[str, Any]:
    agenda = [{"number": "1", "title": "Welcome", "minutes": "Said FIT."}, {"number": "2", "title": "Lamps"}]
    return {"date": day, "status": status, "attendees": ["KS"], "apologies": "none", "agenda": agenda, **more}


RECORD: State = {
    "data/group.yml": {
        "name": "Invented Forum", "short_name": "IF", "publisher": "IO",
        "licence": {"name": "Invented Licence", "url": "https://licence.example/"},
    },
    "data/people.yml": {
        "people": {"KS": {"name": "Kim Sand"}, "AB": {"name": "Ann Bell"}},
        "organisations": {"IO": {"name": "Invented Office"}},
    },
    "data/glossary.yml": {"words": {"FIT": {"means": "Fitting"}, "LED": {"means": "Lamp"}}},
    FIRST: meeting(
        "2023-03-06", "approved", approved="2023-06-06", changes=[NOTED],
        actions=[{"id": "IF0323-01", "action": "Do it.", "owner": "KS", "status": "outstanding"}],
    ),
    SECOND: meeting("2023-06-06", "published", actions=[{"id": "IF0323-01", "status": "completed"}], changes=[NOTED]),
    THIRD: meeting("2023-09-06", "draft"),
    OLD_TERMS: {"adopted": "2022-01-31", "text": "To advise.", "changes": [NOTED]},
    NEW_TERMS: {"adopted": "2023-01-31", "text": "To advise well."},
    REDIRECTS: {"redirects": {
        "/people/zz/": "/people/ks/", "/people/#zz": "/people/#ks", "/minutes/": "/meetings/", "/old/": "/about/",
        "/old/#part": "/about/", "/meetings/2023-03-06/#if0323-09": "/meetings/2023-03-06/",
    }},
}  # fmt: skip


def put(folder: Path, state: State) -> Path:
    for name, values in state.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        kept = {key: value for key, value in values.items() if value not in ([], {}, None)}
        text = f"\n{kept.pop('text')}\n" if name.endswith(".md") else ""
        written = yaml.safe_dump(kept, sort_keys=False, allow_unicode=True, width=1000)
        (folder / name).write_text(f"---\n{written}---\n{text}" if text else written, encoding="utf-8")
    for name in ("data/meetings", "data/terms-of-reference", "docs"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    return folder


# What is done to a record. Each takes the record and the file of a meeting.


def renamed(state: State, file: str) -> None:
    if file in state:
        state[file]["date"] = f"{state[file]['date'][:8]}07"
        state[file.replace("06.yml", "07.yml")] = state.pop(file)


def misnamed(state: State, file: str) -> None:
    if file in state:
        state[file.replace(".yml", "-draft-of-ks.yml")] = state.pop(file)


def removed(state: State, file: str) -> None:
    state.pop(file, None)


def with_status(status: str) -> Callable[[State, str], None]:
    def edit(state: State, file: str) -> None:
        if file in state:
            for day in ("approved", "published"):
                state[file].pop(day, None)
            state[file]["status"] = status

    edit.__name__ = status
    return edit


def rewritten(state: State, file: str) -> None:
    if file in state:
        state[file]["agenda"][0]["minutes"] = "Said otherwise."


def shortened(state: State, file: str) -> None:
    if file in state:
        state[file]["agenda"] = state[file]["agenda"][:1]


def unexplained(state: State, file: str) -> None:
    for name in (file, OLD_TERMS):
        if name in state:
            state[name]["changes"] = []


def other_ids(state: State, _file: str) -> None:
    for name in (FIRST, SECOND):
        for action in state.get(name, {}).get("actions", ()):
            action["id"] = "IF0323-09"


def person_takes_an_old_address(state: State, _file: str) -> None:
    state["data/people.yml"]["people"]["ZZ"] = {"name": "Zoe Zander"}


def page_takes_an_old_address(state: State, _file: str) -> None:
    state["docs/minutes/index.md"] = {"text": "By hand."}


def person_gone(state: State, _file: str) -> None:
    state["data/people.yml"]["people"].pop("AB", None)


def other_name(state: State, _file: str) -> None:
    state["data/people.yml"]["people"]["KS"]["name"] = "Kim Stone"


def word_gone(state: State, _file: str) -> None:
    state["data/glossary.yml"]["words"].pop("LED", None)


def other_meaning(state: State, _file: str) -> None:
    state["data/glossary.yml"]["words"]["FIT"]["means"] = "Figure"


def redirects_gone(state: State, _file: str) -> None:
    state.pop(REDIRECTS, None)


def half_the_redirects_gone(state: State, _file: str) -> None:
    lines = state.get(REDIRECTS, {}).get("redirects", {})
    for old in list(lines)[::2]:
        del lines[old]


def redirects_from_what_stands(state: State, file: str) -> None:
    lines = state.setdefault(REDIRECTS, {"redirects": {}})["redirects"]
    lines |= {f"/meetings/{Path(file).stem}/": "/meetings/", "/people/#ks": "/people/ks/", "/gone/#here": "/nowhere/"}


def redirects_in_a_circle(state: State, _file: str) -> None:
    state.setdefault(REDIRECTS, {"redirects": {}})["redirects"] |= {"/one/": "/two/", "/two/": "/one/", "/me/": "/me/"}


def terms_rewritten(state: State, _file: str) -> None:
    if OLD_TERMS in state:
        state[OLD_TERMS]["text"] = "To decide."


def terms_renamed(state: State, _file: str) -> None:
    if OLD_TERMS in state:
        state["data/terms-of-reference/2022-02-01.md"] = state.pop(OLD_TERMS) | {"adopted": "2022-02-01"}


def terms_misnamed(state: State, _file: str) -> None:
    if OLD_TERMS in state:
        state["data/terms-of-reference/first.md"] = state.pop(OLD_TERMS)


def terms_gone(state: State, _file: str) -> None:
    state.pop(OLD_TERMS, None)


def terms_not_recorded(state: State, _file: str) -> None:
    if OLD_TERMS in state:
        state[OLD_TERMS]["adopted"] = "not recorded"


STATUSES = [with_status(status) for status in ("draft", "published", "approved", "cancelled", "scheduled")]
EDITS = [
    renamed, misnamed, removed, *STATUSES, rewritten, shortened, unexplained, other_ids, person_takes_an_old_address,
    page_takes_an_old_address, person_gone, other_name, word_gone, other_meaning, redirects_gone,
    half_the_redirects_gone, redirects_from_what_stands, redirects_in_a_circle, terms_rewritten, terms_renamed,
    terms_misnamed, terms_gone, terms_not_recorded,
]  # fmt: skip


# What each message asks for. Each takes the record before and now, the file of the message and what it names.


def add_entry(_old: State, now: State, file: str, _found: re.Match[str]) -> None:
    entries = now[file].setdefault("changes", [])
    entries.append({"date": "2023-10-01", "note": f"Invented reason {len(entries)}."})


def put_entries_back(old: State, now: State, file: str, _found: re.Match[str]) -> None:
    earlier = old.get(file) or next(values for name, values in old.items() if name[:20] == file[:20])
    entries = now[file].setdefault("changes", [])
    now[file]["changes"] = [*earlier["changes"], *(entry for entry in entries if entry not in earlier["changes"])]


def put_file_back(old: State, now: State, file: str, _found: re.Match[str]) -> None:
    now[file] = json.loads(json.dumps(old[file]))


def write_line(_old: State, now: State, _file: str, found: re.Match[str]) -> None:
    now.setdefault(REDIRECTS, {"redirects": {}})["redirects"][found["old"]] = found["new"]


def delete_line(_old: State, now: State, _file: str, found: re.Match[str]) -> None:
    now[REDIRECTS]["redirects"].pop(found["old"])


def lead_elsewhere(_old: State, now: State, _file: str, found: re.Match[str]) -> None:
    lines, new = now[REDIRECTS]["redirects"], found.groupdict().get("new") or "/meetings/"
    lines |= {line: new for line, to in lines.items() if to == found["old"]}


def write_another(_old: State, now: State, _file: str, found: re.Match[str]) -> None:
    now[REDIRECTS]["redirects"][found["old"]] = "/meetings/"


def rename_file(_old: State, now: State, file: str, found: re.Match[str]) -> None:
    expected = f"{Path(file).parent.as_posix()}/{found['new']}"
    if expected not in now:
        now[expected] = now.pop(file)
    else:
        now.pop(file)


WAYS = [
    (r"without a new entry; add one under 'changes:'", [add_entry]),
    (r"published pages would say otherwise: .*; if it was wrong, add an entry under 'changes:'", [add_entry]),
    (r"is removed or altered; put it back as it was", [put_entries_back]),
    (r"gone; put the file back, or, if it has another name now, write under 'redirects:' '(?P<old>\S+): (?P<new>\S+)'",
     [put_file_back, write_line]),
    (r"gone; put the file back$", [put_file_back]),
    (r"would lead to nothing; .*, or give the address .*, like '(?P<old>\S+): (?P<new>\S+)'", [write_line]),
    (r"'(?P<old>\S+)' exists on this site, so it cannot be redirected; delete the line", [delete_line]),
    (r"'(?P<old>\S+)' leads to itself; write the address that takes its place, or", [delete_line, write_another]),
    (r"'(?P<old>\S+)' is itself redirected, to '(?P<new>\S+)'; write the last address", [lead_elsewhere]),
    (r"'(?P<old>\S+)' is not an address of this site; did you mean '(?P<new>\S+)'\?", [lead_elsewhere]),
    (r"'(?P<old>\S+)' is not an address of this site; check it", [lead_elsewhere]),
    (r"there is no page .* to lead on from '\S+'; redirect '(?P<old>\S+)' too", [write_another]),
    (r"there can be no page '(?P<old>\S+)', because something else is at that address; change it", [delete_line]),
    (r"is named '\S+'; expected '(?P<new>\S+)'", [rename_file]),
]  # fmt: skip


def refusals(before: Path, now: Path) -> list[tuple[str, str]]:
    """The file and message of each error of the check, or else of the comparison."""
    try:
        open_register(now)
        earlier, later = follow(read_what_is_left(before)), open_unlinked(now)
    except Unpublishable as found:
        problems = found.problems
    else:
        problems = broken_promises(earlier, later, compare(earlier, later), by_hand=pages_by_hand(now))
    return [(one.place.file, one.message) for one in problems if one.severity is Severity.ERROR]


EDIT = st.tuples(st.sampled_from(EDITS), st.sampled_from([FIRST, SECOND, THIRD]))
BROKEN = st.tuples(
    st.sampled_from([misnamed, terms_misnamed, redirects_from_what_stands, redirects_in_a_circle]),
    st.sampled_from([FIRST, SECOND, THIRD]),
)


@settings(max_examples=int(os.environ.get("EXAMPLES", "60")))
@given(st.lists(BROKEN, max_size=2), st.lists(EDIT, min_size=1, max_size=5), st.data())
def test_following_the_messages_ends_in_a_change_that_may_be_merged(
    broken: list[Any], edits: list[Any], data: st.DataObject
) -> None:
    old: State = json.loads(json.dumps(RECORD))
    for edit, file in broken:
        edit(old, file)
    now: State = json.loads(json.dumps(old))
    for edit, file in edits:
        edit(now, file)
    said = []
    with tempfile.TemporaryDirectory() as folder:
        before = put(Path(folder) / "before", old)
        for step in range(80):
            found = refusals(before, put(Path(folder) / str(step), now))
            if not found:
                return
            file, message = found[0]
            said.append(f"{file}: {message}")
            ways = [(match, fixes) for pattern, fixes in WAYS if (match := re.search(pattern, message))]
            assert ways, ("a message without a way", said)
            match, fixes = ways[0]
            data.draw(st.sampled_from(fixes))(old, now, file, match)
    pytest.fail("a dead end:\n" + "\n".join(said[-12:]))
