"""What git, an editor or a hand leaves in data/ that cannot be read as it is: it is named, and not what follows."""

import shutil
from pathlib import Path

import pytest
from folders import DATA
from hypothesis import given
from hypothesis import strategies as st

from macros.record.conflicts import conflicts_in, without_conflicts
from macros.record.problems import Severity, Unpublishable
from macros.record.strays import strays
from macros.rules.loading import load

MEETING, TERMS = "data/meetings/2030-01-10.yml", "data/terms-of-reference/2030-01-01.md"


@pytest.fixture
def toy(tmp_path: Path) -> Path:
    """A copy of the invented record without errors, in its own folder."""
    return shutil.copytree(DATA / "slips/right", tmp_path / "toy")


def errors(folder: Path) -> list[str]:
    try:
        load(folder)
    except Unpublishable as found:
        return [str(problem) for problem in found.problems if problem.severity is Severity.ERROR]
    return []


def conflict(ours: str, theirs: str, base: str | None = None) -> str:
    middle = "" if base is None else f"||||||| 0a1b2c3\n{base}\n"
    return f"<<<<<<< HEAD\n{ours}\n{middle}=======\n{theirs}\n>>>>>>> corrections\n"


PLACES = {
    "terms": (TERMS, "The forum meets four times a year.\n", "The forum meets twice a year."),
    "the head of a meeting": (MEETING, "title: First meeting\n", "title: 'The first meeting"),
    "an entry": (MEETING, "    title: Tides\n", "    titel: The tides"),
    "the first line": (MEETING, "date: 2030-01-10\n", "date: 2030-01-11"),
    "the last line": (MEETING, "  - The list of those present is signed.\n", "  - The list is lost."),
    "the glossary": ("data/glossary.yml", "    means: Automatic Identification System\n", "    means: Another word"),
    "people": ("data/people.yml", "    name: Ada Brook\n", "    name: Ada Brooke"),
    "the group": ("data/group.yml", "publisher: HLO\n", "publisher: PORT"),
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("base", [None, "what both began with: x"])
def test_a_conflict_is_the_one_thing_that_is_said(toy: Path, place: str, base: str | None) -> None:
    file, ours, theirs = PLACES[place]
    text = (toy / file).read_text(encoding="utf-8")
    (toy / file).write_text(text.replace(ours, conflict(ours[:-1], theirs, base)), encoding="utf-8")
    line = text[: text.index(ours)].count("\n") + 1
    last = line + (4 if base is None else 6)
    assert errors(toy) == [
        f"{file}:{line}:1: two people changed this place: lines {line} to {last} hold both versions, of 'HEAD' and of "
        "'corrections'; keep one of the two, and delete the lines that begin with <<<<<<<, ======= or >>>>>>>"
    ]


def test_a_conflict_in_minutes_of_several_lines_is_named(toy: Path) -> None:
    text = (toy / MEETING).read_text(encoding="utf-8")
    block = "|\n      Everybody was\n" + conflict("      welcomed.", "      greeted.") + "      The end."
    (toy / MEETING).write_text(text.replace("Everybody was welcomed.", block, 1), encoding="utf-8")
    [said] = errors(toy)
    assert said.startswith(f"{MEETING}:14:1: two people changed this place: lines 14 to 18 ")


@pytest.mark.parametrize("left", ["<<<<<<< HEAD\n", ">>>>>>> corrections\n"])
def test_a_line_that_is_left_of_a_conflict_is_named(toy: Path, left: str) -> None:
    text = (toy / TERMS).read_text(encoding="utf-8")
    (toy / TERMS).write_text(text + left, encoding="utf-8")
    [said] = errors(toy)
    assert "a line of git is left from a place that two people changed" in said


@pytest.mark.parametrize("text", [
    "The members\n=======\n\nAre named.\n", "=======\n", "|||||||\n", "> > quoted\n>>>>>>>\n", "a <<<<<<< b\n",
    "<<<<<<<<\n",
])  # fmt: skip
def test_what_only_looks_like_a_conflict_is_text(toy: Path, text: str) -> None:
    with (toy / TERMS).open("a", encoding="utf-8") as terms:
        terms.write(f"\n{text}")
    assert errors(toy) == []


words = st.lists(st.sampled_from(["word", "=====", "- x", "", "a: b"]), max_size=3)


@given(st.lists(st.tuples(words, words, words), max_size=4))
def test_the_first_version_of_every_conflict_is_kept_in_its_lines(parts: list[tuple[list[str], ...]]) -> None:
    marked, expected, count = [], [], len(parts)
    for before, ours, theirs in parts:
        marked += [*before, "<<<<<<< a", *ours, "=======", *theirs, ">>>>>>> b"]
        expected += [*before, "", *ours, "", *([""] * len(theirs)), ""]
    found = list(conflicts_in(marked))
    assert len(found) == count
    assert without_conflicts(marked, found) == expected


RENAMED = {
    "data/glossary.yaml": "data/glossary.yml", "data/Glossary.yml": "data/glossary.yml",
    "data/redirect.yml": "data/redirects.yml", "data/People.yml": "data/people.yml", "data/person.yml": "",
    "data/groups.yml": "data/group.yml", "data/2030-01-10.yml": MEETING, "data/2030-1-10.yml": MEETING,
    "data/meetings/2030-01-10.yaml": MEETING, "data/meetings/2030_1_10.YML": MEETING, "data/2030-01-01.md": TERMS,
    "data/terms-of-reference/2030-1-1.txt": TERMS, "data/meeting": "data/meetings", "data/Meetings": "data/meetings",
    "data/terms": "data/terms-of-reference", "data/terms_of_reference": "data/terms-of-reference",
}  # fmt: skip


@pytest.mark.parametrize("name", RENAMED)
def test_a_slip_in_a_name_is_the_one_thing_that_is_said(toy: Path, name: str) -> None:
    right = RENAMED[name]
    (toy / "data/redirects.yml").write_text("redirects:\n  /old/: /actions/\n")
    if right:
        (toy / right).rename(toy / name)
        assert errors(toy) == [f"{name}:1:1: this is not read because of its name; rename it to '{right}'"]
        (toy / name).rename(toy / right)
    assert errors(toy) == []


def test_what_belongs_into_another_file_is_named(toy: Path) -> None:
    shutil.copy(toy / "data/glossary.yml", toy / "data/glossary.yaml")
    assert errors(toy) == [
        "data/glossary.yaml:1:1: this is not read, but 'data/glossary.yml' is; put what belongs there into that file, "
        "and delete this one"
    ]


def test_anything_else_in_the_data_is_a_note_unless_it_explains_the_folder(toy: Path) -> None:
    for name in ("README.md", "LICENSE", ".gitkeep", "meetings/.DS_Store", "meetings/README.md", "plan.png", "old"):
        (toy / "data" / name).touch()
    assert [(stray.name, stray.problem.severity) for stray in strays(toy)] == [
        ("data/old", Severity.NOTE), ("data/plan.png", Severity.NOTE),
    ]  # fmt: skip
    assert errors(toy) == []


def test_a_file_pasted_twice_is_one_fault(toy: Path) -> None:
    text = (toy / MEETING).read_text(encoding="utf-8")
    (toy / MEETING).write_text(text * 2, encoding="utf-8")
    assert errors(toy) == [
        f"{MEETING}:{text.count(chr(10)) + 1}:1: 'date' is here again, first on line 1; if the text is pasted twice, "
        "delete one of the two"
    ]
    (toy / MEETING).write_text(f"---\n{text}---\n{text}", encoding="utf-8")
    [said] = errors(toy)
    assert said.endswith("a second document begins here; a file holds one, so delete the '---'")


def test_lines_that_are_not_utf_8_hide_no_other_fault(toy: Path) -> None:
    content = (toy / MEETING).read_text(encoding="utf-8").replace("Tides", "Marées").replace("chair: AB", "chiar: AB")
    (toy / MEETING).write_bytes(content.encode("latin-1"))
    assert errors(toy) == [
        f"{MEETING}:6:1: 'chiar' is not a known key; did you mean 'chair'?",
        f"{MEETING}:18:1: this line is not UTF-8 text; save the file again as UTF-8",
    ]
