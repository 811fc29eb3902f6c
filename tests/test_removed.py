"""Personal data that is taken out with an entry `removed: true`: the review of the proposal never prints it again.

The oracle is a search of all that the review says for a word that stands nowhere but in what was removed.
"""

import shutil
from pathlib import Path

import pytest
from folders import DATA

from macros.record import Problem
from macros.register import Register
from macros.review import as_json, as_markdown, broken_promises, compare
from macros.rules import load

SECRET = "Zyxquill"
ENTRY = "changes:\n  - {date: 2031-01-01, note: A private name was taken out., removed: true}\n"
# A file of the toy archive, a line of it, and what stood there before the removal.
HELD = [
    ("meetings/2030-03-14.yml", "    update: Half done.\n", f"    update: Half done, says {SECRET}.\n"),
    ("meetings/2030-03-14.yml", "attendees: [AB]\n", f"attendees: [AB]\nnotes: [Seen by {SECRET}.]\n"),
    ("meetings/2030-03-14.yml", "    owner: INO\n", f"    owner: {SECRET} Jones\n"),
    ("meetings/2030-03-14.yml", "not_mentioned: [TOY0130-03]\n",
     f"  - {{id: TOY0330-02, action: Telephone {SECRET}., owner: AB}}\nnot_mentioned: [TOY0130-03]\n"),
    ("meetings/2030-03-14.yml", "attendees: [AB]\n",
     f"attendees: [AB]\nagenda: [{{title: The complaint of {SECRET}, minutes: It was read.}}]\n"),
    ("people.yml", "organisations:\n", f"  QJ:\n    name: {SECRET} Jones\norganisations:\n"),
    ("people.yml", "organisations:\n", f"  {SECRET} Jones:\norganisations:\n"),
    ("people.yml", "    name: Invented Person A\n", f"    name: {SECRET} Jones\n"),
    ("glossary.yml", "words:\n", f"words:\n  {SECRET.upper()}: {{means: A private name}}\n"),
    ("group.yml", "contact: office@invented.example\n", f"contact: {SECRET}@invented.example\n"),
    ("terms-of-reference/2030-01-10.md", "The group is invented.", f"The group is that of {SECRET}."),
]  # fmt: skip


def archive(folder: Path, file: str, old: str, new: str) -> Register:
    shutil.copytree(DATA / "toy" / "data", folder / "data")
    place = folder / "data" / file
    text = place.read_text(encoding="utf-8")
    assert old in text
    place.write_text(text.replace(old, new, 1), encoding="utf-8")
    return load(folder)


def with_entry(text: str, file: str) -> str:
    return text.replace("---\n", f"---\n{ENTRY}", 1) if file.endswith(".md") else f"{text}{ENTRY}"


@pytest.fixture(params=HELD, ids=str)
def proposal(request, tmp_path: Path) -> tuple[Register, Register, Register]:
    """What was published, and what is proposed without and with the entry."""
    file, clean, held = request.param
    text = (DATA / "toy/data" / file).read_text(encoding="utf-8")
    before = archive(tmp_path / "before", file, clean, held)
    silently = archive(tmp_path / "silently", file, text, text)
    return before, silently, archive(tmp_path / "after", file, text, with_entry(text, file))


def said(before: Register, after: Register) -> tuple[str, tuple[Problem, ...]]:
    changes = compare(before, after)
    problems = broken_promises(before, after, changes)
    return as_markdown(changes, problems) + as_json(changes, problems), problems


def test_what_was_removed_is_printed_without_the_entry_and_not_with_it(proposal) -> None:
    before, silently, after = proposal
    assert SECRET.casefold() in said(before, silently)[0].casefold()
    text, problems = said(before, after)
    assert SECRET.casefold() not in text.casefold()
    assert "not shown" in text
    assert problems == ()


def test_an_entry_may_say_later_that_data_was_removed_and_never_again_that_it_was_not(tmp_path: Path) -> None:
    file = "meetings/2030-03-14.yml"
    text = (DATA / "toy/data" / file).read_text(encoding="utf-8")
    plain = archive(tmp_path / "plain", file, text, with_entry(text, file).replace(", removed: true", ""))
    removed = archive(tmp_path / "removed", file, text, with_entry(text, file))
    assert said(plain, removed)[1] == ()
    [problem] = said(removed, plain)[1]
    assert "the change of 2031-01-01 was published and is removed or altered" in problem.message
