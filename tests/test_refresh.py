"""The draft of the next meeting: it asks of an id that may be used twice, proposes the next free one, and is brought up
to date when an earlier meeting changes, without a loss of what is written in it."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from repository import change, minutes, write

from macros.record.models.action_ids import ActionIds
from macros.rules import load

EARLIER, DRAFT = "data/meetings/2030-01-10.yml", "data/meetings/2030-03-14.yml"
FILES = {
    "data/group.yml": "name: Invented Forum\nshort_name: IF\naction_id: IF{month}{year}-{number}\ncontact: a@b.c\n",
    "data/people.yml": "people:\n  AB:\n    name: Ann Brown\n  CH:\n    name: Cleo Hart\n",
    EARLIER: "date: 2030-01-10\nstatus: draft\nattendees: [AB, CH]\nactions:\n"
    "  - id: IF0130-01\n    action: Paint the shed\n    owner: CH\n    raised: here\n"
    "  - id: IF0130-02\n    action: Buy a lamp\n    owner: AB\n    raised: here\n"
    "  - id: IF0130-03\n    action: Count the boats\n    owner: AB\n    raised: here\n",
    "data/terms-of-reference/.gitkeep": "",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, dict(FILES))
    assert minutes(tmp_path, "new", "2030-03-14").exit_code == 0
    return tmp_path


def text(folder: Path) -> str:
    return (folder / DRAFT).read_text(encoding="utf-8")


def said_of(folder: Path, words: str) -> list[str]:
    """What the check says of the draft about an action."""
    return [line for line in minutes(folder, "check").stdout.splitlines() if DRAFT in line and words in line]


def test_an_empty_owner_is_the_one_before(folder: Path) -> None:
    change(folder, DRAFT, ("status: scheduled", "status: draft"), ("    status:\n", "    status: in progress\n"))
    register = load(folder)
    assert [action.owner.text for action in register.open if action.owner] == ["CH", "AB", "AB"]
    assert said_of(folder, "owner") == []
    change(folder, DRAFT, ("    owner:\n", '    owner: ""\n'))
    assert [action.owner.text for action in load(folder).open if action.owner] == ["CH", "AB", "AB"]


def test_a_draft_that_is_up_to_date_stays(folder: Path) -> None:
    before = text(folder)
    assert minutes(folder, "new", "2030-03-14", "--refresh").stdout == (
        f"{DRAFT} is up to date: it has every action that is open before it.\n"
    )
    assert text(folder) == before


def test_a_draft_is_brought_up_to_date_and_keeps_what_is_written(folder: Path) -> None:
    comment = "# Owner so far: CH. It stays if you leave this empty.\n    owner:"
    change(folder, DRAFT, (comment, "# CH, said AB.\n    owner: AB"))
    with (folder / DRAFT).open("a", encoding="utf-8") as file:
        file.write("# A remark of mine.\n")
    change(folder, DRAFT, ("actions:\n  - id: IF0130-01", "actions:\n  - action: Mend the gate\n  - id: IF0130-01"))
    change(
        folder, EARLIER,
        ("boats\n    owner: AB\n", "boats\n    owner: AB\n    status: completed\n"),
        ("shed\n    owner: CH\n", "shed\n    owner: CH\n    status: completed\n"),
        ("lamp\n    owner: AB\n", "lamp\n    owner: CH\n"),
        ("  - id: IF0130-02", "  - id: IF0130-04\n    action: Dig\n    owner: AB\n    raised: here\n  - id: IF0130-02"),
    )  # fmt: skip
    before = text(folder)
    done = minutes(folder, "new", "2030-03-14", "--refresh")
    assert done.exit_code == 0, done.output
    changed = [line for line in done.stdout.splitlines()[2:] if line[0] in "+-"]
    assert changed == [
        "-    # Owner so far: AB. It stays if you leave this empty.",
        "+    # Owner so far: CH. It stays if you leave this empty.",
        "-  - id: IF0130-03", "-    # Count the boats", "+  - id: IF0130-04", "+    # Dig",
    ]  # fmt: skip
    written = "  - action: Mend the gate\n  - id: IF0130-01\n    # Paint the shed\n    # CH, said AB.\n    owner: AB\n"
    assert written in before
    assert written in text(folder)
    assert text(folder).endswith("# A remark of mine.\n")
    assert minutes(folder, "new", "2030-03-14", "--refresh").stdout.startswith(f"{DRAFT} is up to date")


def test_what_the_draft_passes_over_is_not_added(folder: Path) -> None:
    change(folder, DRAFT, ("date: 2030-03-14", "date: 2030-03-14\nnot_mentioned: [IF0130-02]"))
    (folder / DRAFT).write_text(text(folder).replace("  - id: IF0130-02", "  - action: Row"), encoding="utf-8")
    minutes(folder, "new", "2030-03-14", "--refresh")
    assert "id: IF0130-02" not in text(folder)


@pytest.mark.parametrize(
    ("meeting", "said"),
    [
        ("2030-05-16", "there is no file data/meetings/2030-05-16.yml yet; create it with 'minutes new 2030-05-16'\n"),
        (
            "2030-01-10",
            "the meeting in data/meetings/2030-01-10.yml is published; only a scheduled one or a draft is refreshed\n",
        ),
    ],
)
def test_what_cannot_be_refreshed_is_one_sentence(folder: Path, meeting: str, said: str) -> None:
    change(folder, EARLIER, ("status: draft", "status: published"))
    done = minutes(folder, "new", meeting, "--refresh")
    assert (done.exit_code, done.stderr) == (1, said)


NEW = "  - id: {id}\n    action: {action}\n    owner: CH\n"


@pytest.mark.parametrize(
    ("entry", "asked"),
    [
        (NEW.format(id="IF0130-02", action="Mend the roof of the hall"), True),
        (NEW.format(id="IF0130-02", action="Mend the roof") + "    status: outstanding\n", True),
        (NEW.format(id="IF0130-02", action="A lamp is to be bought"), False),
        (NEW.format(id="IF0130-02", action="Mend the roof") + "    update: The lamp was one.\n", False),
        (NEW.format(id="IF0130-02", action="Mend the roof") + "    raised: here\n", False),
        (NEW.format(id="IF0330-01", action="Mend the roof"), False),
    ],
)
def test_an_id_of_an_open_action_with_other_words_is_a_question(tmp_path: Path, entry: str, asked: bool) -> None:
    write(tmp_path, {**FILES, DRAFT: f"date: 2030-03-14\nstatus: draft\nactions:\n{entry}"})
    found = said_of(tmp_path, "IF0130-02'")
    question = (
        f"{DRAFT}:4:9: warning: is this a new action? 'IF0130-02' is open with other words, 'Buy a lamp', since "
        "2030-01-10; if it is new, give it an id that is free, like 'IF0330-01', or add 'raised: here' if this one is "
        "printed (or acknowledge 'other action IF0130-02')"
    )
    assert [line for line in found if "new action" in line or asked] == ([question] if asked else [])


def test_the_draft_proposes_the_next_free_id(folder: Path) -> None:
    assert "with ids from IF0330-01 on" in text(folder).replace("\n# ", " ")
    minutes(folder, "new", "2030-01-24")
    later = (folder / "data/meetings/2030-01-24.yml").read_text(encoding="utf-8")
    assert "with ids from IF0130-04 on" in later.replace("\n# ", " ")


PATTERNS = ["A{month}{year}-{number}", "{number}", "B{number}/{year}"]


@given(st.sets(st.integers(1, 2000), max_size=8), st.sampled_from(PATTERNS))
def test_the_next_id_is_of_the_pattern_and_above_all(numbers: set[int], pattern: str) -> None:
    ids, day = ActionIds(pattern), date(2030, 3, 14)
    one = pattern.replace("{month}", "03").replace("{year}", "30")
    taken = {one.replace("{number}", f"{number:02}") for number in numbers} | {"other", "A0230-99"}
    new = ids.next_on(day, taken)
    assert ids.fits(new) and new not in taken
    assert new == one.replace("{number}", f"{max(numbers, default=0) + 1:02}")


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("IF0322-01", "did you mean 'IF{month}{year}-{number}'?"),
        ("IF, {number}", "would give ids like 'IF, 01', which no action can have"),
    ],
)
def test_init_refuses_a_pattern_that_no_id_fits(tmp_path: Path, pattern: str, said: str) -> None:
    write(tmp_path, {**FILES, "mkdocs.yml": "", "docs/index.md": "", "overrides/main.html": ""})
    done = minutes(tmp_path, "init", "--yes", "--name", "Invented", "--action-id", pattern)
    assert (done.exit_code, said in done.stderr) == (1, True), done.output
    assert "Invented Forum" in (tmp_path / "data/group.yml").read_text(encoding="utf-8")
