"""Files far beyond any record are refused in a sentence, and the longest that are not take no longer than they are."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from folders import ANPR_IAG
from test_bad_input import counted

from macros.pages.explaining import Explanations, FirstUses
from macros.pages.prose import prose
from macros.record import Unpublishable
from macros.record.models import StandingItem
from macros.register import Abbreviations
from macros.register.addresses import item_names
from macros.rules.loading import load

MEETING = "data/meetings/2022-03-21.yml"
TOO_LONG = "the file has more than 5,000,000 bytes; no record is so long, so see what is in it"
TOO_MANY = "the list has more than 10000 entries, which no record has; see what is in the file"
TOO_DEEP = "lists and keys are nested more than 12 deep; check the indentation"
HEAD = "date: 2022-03-21\nstatus: published\n"


@pytest.mark.parametrize(("text", "place", "said"), [
    (HEAD + "notes:\n" + "  - word word\n" * 800_000, "1:1", TOO_LONG),
    (HEAD + "notes:\n" + "  - a\n" * 100_000, "10004:5", TOO_MANY),
    (HEAD + "notes: [" + "a, " * 100_000 + "a]\n", "3:30009", TOO_MANY),
    (HEAD + "notes: " + "[" * 1000 + "]" * 1000, "3:20", TOO_DEEP),
    (HEAD + "notes: " + "{a: " * 1000 + "}" * 1000, "3:53", TOO_DEEP),
    (HEAD + "notes:\n" + "".join(f"{' ' * depth}-\n" for depth in range(1, 1000)), "16:14", TOO_DEEP),
    (HEAD + "".join(f"key{number}: a\n" for number in range(20_000)), "10001:1",
     "there are more than 10000 keys here, which no record has; see what is in the file"),
])  # fmt: skip
def test_what_is_far_too_long_or_deep_is_said_so(tmp_path: Path, text: str, place: str, said: str) -> None:
    shutil.copytree(ANPR_IAG / "data", tmp_path / "data")
    (tmp_path / MEETING).write_text(text, encoding="utf-8")
    with pytest.raises(Unpublishable) as found:
        load(tmp_path)
    errors = [str(problem) for problem in found.value.problems if problem.place.file == MEETING]
    assert f"{MEETING}:{place}: {said}" in errors


def explained(text: str) -> str:
    known = Abbreviations(["ABC"])
    uses = FirstUses(known, Explanations())
    return prose(text, "", {}, between=lambda block, start, end: uses.linked(block, start, end, lambda key: None))


TEXTS: dict[str, Callable[[int], str]] = {
    "lists in lists": lambda size: "\n".join(f"{' ' * depth}- a" for depth in range(size // 40)),
    "entries on one line": lambda size: "- " * size + "a",
    "quotes in quotes": lambda size: f"{'>' * 1000} a\n" * (size // 100),
    "rows of no table": lambda size: "| a |\n" * size,
    "lines": lambda size: "a\n" * size,
    "addresses": lambda size: "http://a. " * size,
    "abbreviations and addresses": lambda size: "ABC http://a. " * size,
    "definitions": lambda size: "".join(f"[a{number}]: https://a.example/{number}\n" for number in range(size)),
    "brackets": lambda size: "[a](" * size,
    "stars": lambda size: "**a" * size,
    "headings": lambda size: "# a\n\n" * size,
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_four_times_as_long_takes_no_more_than_six_times_the_work(name: str) -> None:
    write = TEXTS[name]
    explained(write(10))
    with counted() as few:
        explained(write(400))
    with counted() as many:
        explained(write(1600))
    assert many[0] < 6 * few[0] + 1000


def test_items_of_one_name_are_numbered_in_as_many_steps() -> None:
    items = [StandingItem(title="Break")] * 5000
    assert item_names(items)[-1] == "break-5000"
    mixed = [StandingItem(title=title) for title in ("Break", "Break 2", "Break", "Break", "Break 2")]
    assert item_names(mixed) == ("break", "break-2", "break-3", "break-4", "break-2-2")
