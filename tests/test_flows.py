"""What happens to a group, from first to last: the pages of the guide for it, mistakes, and what the site then says.

What is typed is read from the page of the guide, and so is what the check and the pages are expected to say.
"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from flows import (
    GROUP,
    JUNE,
    MARCH,
    NOVEMBER,
    PEOPLE,
    RECORD,
    REDIRECTS,
    WHEN,
    answer,
    flow,
    site,
    type_in,
)
from repository import change, git, merge, minutes, repository, write

EXTRA = "data/meetings/2022-10-03.yml"
LATER = "data/meetings/2022-11-24.yml"
NEW_MARCH = MARCH.replace("21", "22")
DRAFTED = (("status: scheduled", "status: draft\nnot_mentioned: [IF0322-01, IF0622-01]"),)
PUBLISHED = ("published: 2022-07-01\n", "")
EVAN = RECORD[PEOPLE][RECORD[PEOPLE].index("  EF:") : RECORD[PEOPLE].index("organisations:")]
Typed = tuple[tuple[str, str], ...]
Step = Callable[[Path, Typed], None]


def typed_without(*lines: str) -> Step:
    """All that the page says to type, except for some lines."""

    def step(folder: Path, typed: Typed) -> None:
        type_in(folder, tuple((file, _without(text, lines)) for file, text in typed))

    return step  # fmt: skip


def _without(text: str, lines: tuple[str, ...]) -> str:
    for line in lines:
        text = re.sub(rf"(?m)^{re.escape(line)}(?:\n(?=\S)|.*\n(?:(?!\S).*\n)*)", "", text)
    return text


def deleted(file: str) -> Step:
    return lambda folder, _typed: write(folder, {file: None})


def changed(file: str, *replacements: tuple[str, str]) -> Step:
    return lambda folder, _typed: change(folder, file, *replacements)


def steps(*each: Step) -> Step:
    def every(folder: Path, typed: Typed) -> None:
        for one in each:
            one(folder, typed)

    return every  # fmt: skip


def moved(old: str, new: str) -> Step:
    return lambda folder, _typed: git(folder, "mv", old, new) and None


def nothing(_folder: Path, _typed: Typed) -> None:
    """The record as it is."""


RIGHT = typed_without()
# By the page: what happened before; the mistaken tries, whose messages the page lists in this order; what is done
# beside typing. Each try begins anew.
FLOWS: dict[str, tuple[Step, tuple[Step, ...], Step]] = {
    "wrong-date": (
        nothing,
        (
            moved(MARCH, NEW_MARCH),
            steps(moved(MARCH, NEW_MARCH), changed(NEW_MARCH, ("date: 2022-03-21", "date: 2022-03-22"))),
            steps(moved(MARCH, NEW_MARCH), typed_without("changes:")),
        ),
        moved(MARCH, NEW_MARCH),
    ),
    "cancelled": (nothing, (nothing, deleted(NOVEMBER)), nothing),
    "postponed": (
        nothing,
        (
            typed_without("status: postponed"),
            lambda folder, typed: type_in(folder, typed[:1]),
            steps(moved(NOVEMBER, LATER), changed(LATER, ("date: 2022-11-10", "date: 2022-11-24"))),
        ),
        nothing,
    ),
    "extraordinary": (
        nothing,
        (typed_without("acknowledged:"), steps(RIGHT, lambda folder, _: _renamed(folder))),
        nothing,
    ),
    "withdrawn": (
        nothing,
        (
            changed(JUNE, ("status: published", "status: withdrawn")),
            RIGHT,
            changed(JUNE, ("status: published", "status: draft"), PUBLISHED),
            deleted(JUNE),
        ),
        changed(JUNE, PUBLISHED),
    ),
    "correspondence": (
        changed(NOVEMBER, *DRAFTED),
        (
            steps(changed(NOVEMBER, (DRAFTED[0][1], DRAFTED[0][0])), RIGHT),
            typed_without("status:"),
        ),
        nothing,
    ),
    "new-name": (nothing, (changed(PEOPLE, ("Carys Evans", "Carys Hughes")),), nothing),
    "retired": (
        nothing,
        (
            changed(PEOPLE, (EVAN, "")),
            changed(PEOPLE, ("Policy officer", "Adviser")),
        ),
        nothing,
    ),
    "merged-body": (
        changed(NOVEMBER, ("status: scheduled", "status: draft\nnot_mentioned: [IF0322-01]")),
        (changed(PEOPLE, ("Harbour Trust", "Port Authority")), changed(PEOPLE, ("on: HT", "on: PA"))),
        nothing,
    ),
    "new-chair": (
        nothing,
        (
            changed(PEOPLE, ("title: Chair", "title: Deputy chair"), ("title: Harbour master", "title: Chair")),
            steps(RIGHT, changed(NOVEMBER, ("chair: CD", "chair: CD\nattendees: [AB, EF]"))),
        ),
        nothing,
    ),
    "approved": (nothing, (typed_without("changes:"),), nothing),
    "removed": (
        nothing,
        (
            steps(RIGHT, changed(MARCH, ("    removed: true\n", ""))),
            steps(RIGHT, changed(MARCH, ('"[withheld: personal data] asked for five new lamps."',
                                         "[withheld: personal data] asked for five new lamps."))),
            typed_without("changes:"),
        ),
        nothing,
    ),
    "staff": (nothing, (changed(GROUP, ("forum@office.example", "http://office.example/contact")),), nothing),
}  # fmt: skip


def _renamed(folder: Path) -> None:
    (folder / EXTRA).rename(folder / EXTRA.replace(".yml", "-extra.yml"))


@pytest.mark.parametrize("name", FLOWS)
def test_what_the_guide_says_to_type_passes_and_is_seen_and_its_mistakes_are_told(name: str, tmp_path: Path) -> None:
    before, mistaken, beside = FLOWS[name]
    page, today = flow(name), "2022-11-20" if name == "cancelled" else "2022-11-01"
    folder = repository(tmp_path / "group", RECORD)
    before(folder, ())
    merge(folder)
    assert len(page.messages) == len(mistaken) and page.typed and page.said
    for message, step in zip(page.messages, mistaken, strict=True):
        step(folder, page.typed)
        said = answer(folder, today)[1]
        assert message in said, said
        git(folder, "reset", "--quiet", "--hard", "main")
        git(folder, "clean", "--quiet", "--force")
    beside(folder, page.typed)
    type_in(folder, page.typed)
    passed, said = answer(folder, today)
    assert passed and "warning" not in said.replace("no warnings", "") and "look at before" not in said, said
    merge(folder)
    text = site(folder, today)
    assert [words for words in page.said if words not in text] == []


def test_what_is_removed_is_printed_nowhere(tmp_path: Path) -> None:
    folder = repository(tmp_path / "group", RECORD)
    type_in(folder, flow("removed").typed)
    assert "Hart" not in answer(folder)[1]
    merge(folder)
    assert "Hart" not in site(folder)


def test_a_wrong_date_is_put_right_by_one_command_or_as_the_guide_says(tmp_path: Path) -> None:
    by_hand, by_command = (repository(tmp_path / name, RECORD) for name in ("hand", "command"))
    git(by_hand, "mv", MARCH, NEW_MARCH)
    type_in(by_hand, flow("wrong-date").typed)
    minutes(by_command, "rename", "2022-03-21", "2022-03-22")
    for file in (NEW_MARCH, REDIRECTS):
        one, other = ((folder / file).read_text() for folder in (by_hand, by_command))
        assert one.replace("2022-10-30", "") == re.sub(r"(?<=- date: )\S+", "", other)


def test_a_publication_is_undone_with_a_word_to_readers(tmp_path: Path) -> None:
    page, folder = flow("undone"), repository(tmp_path / "group", RECORD)
    merge(folder)
    change(folder, NOVEMBER, ("status: scheduled", "status: published\npublished: 2022-11-12\nattendees: [AB]"))
    write(folder, {EXTRA: "date: 2022-10-03\nstatus: published\n"})
    merge(folder)
    git(folder, "revert", "--no-edit", "--mainline=1", "HEAD")
    passed, said = answer(folder)
    assert not passed and all(message in said for message in page.messages), said
    write(folder, {EXTRA: "date: 2022-10-03\nstatus: draft\nchanges:\n  - {date: 2022-11-14, note: Taken back.}\n"})
    type_in(folder, page.typed)
    assert answer(folder)[0]
    merge(folder)
    assert [words for words in page.said if words not in site(folder)] == []


def test_two_people_who_edit_at_once_lose_nothing(tmp_path: Path) -> None:
    page, folder = flow("two-people"), repository(tmp_path / "group", RECORD)
    (file, conflict), right = page.typed
    change(folder, JUNE, ("welcomed everybody", "welcomed all"))
    merge(folder)
    git(folder, "checkout", "--quiet", "-B", "proposal", "main~1")
    behind, merged = page.messages[::-1]
    type_in(folder, (right,))
    assert behind in answer(folder)[1]
    agenda = RECORD[JUNE][RECORD[JUNE].index("agenda:") : RECORD[JUNE].index("actions:")]
    write(folder, {file: RECORD[JUNE].replace(agenda, conflict)})
    passed, said = answer(folder)
    assert not passed and merged in said, said
    git(folder, "checkout", "--quiet", "-B", "proposal", "main", "--force")
    type_in(folder, (right,))
    assert answer(folder)[0] and behind not in answer(folder)[1]
    merge(folder)
    assert page.said[-1] in site(folder)


@pytest.mark.parametrize("page", sorted(WHEN.glob("*/index.md")), ids=lambda page: page.parent.name)
def test_each_page_has_its_four_parts_and_is_tried(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    parts = ["What to type", "What the site will say", "What the check may say", "How to undo it"]
    assert re.findall(r"(?m)^## (.+)", text) == parts
    assert re.search(r"(?m)^title: When ", text)
    assert page.parent.name in {*FLOWS, "undone", "two-people"}
