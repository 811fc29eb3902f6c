"""Characters that no page can show are errors; those that nobody sees are named, unless the script needs them."""

import os
import shutil
import unicodedata
from pathlib import Path

import pytest
from folders import DATA
from hypothesis import given
from hypothesis import strategies as st

from macros.record import Severity, Unpublishable
from macros.record.characters import UNPRINTABLE
from macros.record.source import read_yaml
from macros.rules.characters import _unseen
from macros.rules.loading import load

MEETING, TERMS = "data/meetings/2030-06-20.yml", "data/terms-of-reference/2030-06-20.md"
SAID = "It was not done after all."


@pytest.fixture
def record(tmp_path: Path) -> Path:
    shutil.copytree(DATA / "toy/data", tmp_path / "data")
    return tmp_path


def problems(folder: Path, severity: Severity) -> list[str]:
    try:
        found = load(folder).archive.problems
    except Unpublishable as refused:
        found = refused.problems
    return [str(problem) for problem in found if problem.severity is severity]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (r'a: "b\x07"', "1:6: '\\x07' is the character U+0007, which cannot be printed; delete it"),
        (r'a: "\e[31m"', "1:5: '\\e' is the character U+001B, which cannot be printed; delete it"),
        (r'a: "\N"', "1:5: '\\N' is the character U+0085, which cannot be printed; delete it"),
        (r'a: "\uFFFE"', "1:5: '\\uFFFE' is the character U+FFFE, which cannot be printed; delete it"),
        (r'a: "\U0001FFFF"', "1:5: '\\U0001FFFF' is the character U+1FFFF, which cannot be printed; delete it"),
        (r'a: "\ufdd0"', "1:5: '\\ufdd0' is the character U+FDD0, which cannot be printed; delete it"),
        ('a: "b\n  \\x1f"', "2:3: '\\x1f' is the character U+001F, which cannot be printed; delete it"),
        (r'"k\0": b', "1:3: '\\0' is the character U+0000, which cannot be printed; delete it"),
        (r'a: "\ud83d\ude00"', "1:5: '\\ud83d' is no character, since text has no U+D83D; write the character itself"),
        (r'a: "\U00110000"',
         "1:5: '\\U00110000' is no character, since text has no U+110000; write the character itself"),
        ("a: b\x07", "1:5: the character U+0007 cannot be printed; delete it"),
        ("a: \U0001fffe", "1:4: the character U+1FFFE cannot be printed; delete it"),
    ],
)  # fmt: skip
def test_a_character_that_no_page_can_show_is_named_at_its_place(typed: str, expected: str) -> None:
    assert [str(problem) for problem in read_yaml(typed, "x.yml")[1]] == [f"x.yml:{expected}"]


def test_each_of_them_is_named() -> None:
    found = read_yaml('a: "\\x01 \\x02"\nb: "\\x03"\n', "x.yml")[1]
    assert [str(problem.place) for problem in found] == ["x.yml:1:5", "x.yml:1:10", "x.yml:2:5"]


@pytest.mark.parametrize("typed", [r'a: "\\x07"', r"a: '\x07'", r"a: \x07", r'a: "\t\n\r\_\/\" \x41 \U0001F600"'])
def test_what_only_looks_like_one_is_text(typed: str) -> None:
    assert read_yaml(typed, "x.yml")[1] == ()


@given(st.characters())
def test_an_escape_is_refused_exactly_for_what_unicode_has_not_for_text(sign: str) -> None:
    """By the categories of Unicode: control characters but three, halves of pairs, and the last two of each plane."""
    number = ord(sign)
    apart = number & 0xFFFE == 0xFFFE or 0xFDD0 <= number <= 0xFDEF
    control = unicodedata.category(sign) in ("Cc", "Cs") and sign not in "\t\n\r"
    assert bool(read_yaml(f'a: "\\U{number:08x}"', "x.yml")[1]) == (apart or control)
    assert bool(UNPRINTABLE.match(sign)) == ((apart or control) and sign != "\x85")


def test_a_bell_in_the_terms_is_an_error(record: Path) -> None:
    file = record / TERMS
    file.write_text(file.read_text(encoding="utf-8") + "a\abc\n", encoding="utf-8")
    lines = len((record / TERMS).read_text(encoding="utf-8").splitlines())
    expected = f"{TERMS}:{lines}:2: the character U+0007 cannot be printed; delete it"
    assert problems(record, Severity.ERROR) == [expected]


@pytest.mark.parametrize(("name", "shown", "why"), [
    (b"2030-06-2\a.yml", "2030-06-2\N{REPLACEMENT CHARACTER}.yml",
     "the name of this file has the character U+0007, which cannot be printed; rename it"),
    (b"2030-\xff.yml", "2030-\N{REPLACEMENT CHARACTER}.yml", "the name of this file is not UTF-8 text; rename it"),
])  # fmt: skip
def test_so_is_the_name_of_a_file(record: Path, name: bytes, shown: str, why: str) -> None:
    shutil.copy(record / MEETING, os.path.join(os.fsencode(record / "data/meetings"), name))
    assert problems(record, Severity.ERROR) == [f"data/meetings/{shown}:1:1: {why}"]


@pytest.mark.parametrize(("text", "code", "name"), [
    ("a\u200bb", "U+200B", "zero width space"),
    ("a\u200cb", "U+200C", "zero width non-joiner"),
    ("a\u200db", "U+200D", "zero width joiner"),
    ("a\u2060b", "U+2060", "word joiner"),
    ("a\ufeffb", "U+FEFF", "zero width no-break space"),
    ("a\u00adb", "U+00AD", "soft hyphen"),
    ("a\u200eb", "U+200E", "left-to-right mark"),
    ("a\u200fb", "U+200F", "right-to-left mark"),
    ("a\u061cb", "U+061C", "arabic letter mark"),
    ("a\u202eb\u202cc", "U+202E", "right-to-left override"),
    ("\u05d0 \u202db\u202cc", "U+202D", "left-to-right override"),
    ("a\u2067b\u2069c", "U+2067", "right-to-left isolate"),
    ("a\U000e0041b", "U+E0041", "tag latin capital letter a"),
])  # fmt: skip
def test_a_character_that_nobody_sees_is_named(text: str, code: str, name: str) -> None:
    at, message, said = next(_unseen(text))
    assert (said, f"the character {code} ({name}) " in message, "delete it" in message) == (code, True, True)
    assert f"U+{ord(text[at]):04X}" == code


@pytest.mark.parametrize("text", [
    "می\u200cخواهم", "क्\u200dष", "👩\u200d👩\u200d👧", "❤\ufe0f\u200d🔥", "ไทย\u200bไทย", "ﷺ שלום\u200f!",
    "שלום \u200eABC",
    "א \u2067ב\u2069 ג", "א \u202bב\u202c ג", "🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f",
    "ᠠ\u180b", "☃\ufe0f", "葛\U000e0100", "e\u0301", "a\xa0b", "a\u2028b",
])  # fmt: skip
def test_what_the_script_needs_is_not(text: str) -> None:
    assert list(_unseen(text)) == []


@pytest.mark.parametrize(("text", "closing"), [
    ("a \u202ebc", "U+202C"), ("\u05d0 \u202bbc", "U+202C"), ("a \u2067bc", "U+2069"),
    ("\u05d0 \u2066b\u2066c\u2069", "U+2069"),
    ("a\u202eb\nc\u202c", "U+202C"),
])  # fmt: skip
def test_what_turns_the_rest_of_the_line_around_is_to_be_closed(text: str, closing: str) -> None:
    [(_at, message, _code)] = [found for found in _unseen(text) if "rest of the line" in found[1]]
    assert f"write {closing} behind the words that it is for" in message


def test_it_is_a_warning_in_every_file_that_can_be_acknowledged(record: Path) -> None:
    for name in ("group.yml", "people.yml", "glossary.yml", "accessibility.yml", MEETING.removeprefix("data/")):
        file = record / "data" / name
        file.write_text(file.read_text(encoding="utf-8") + "# no text, so not \u200b looked at\n", encoding="utf-8")
    file = record / MEETING
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(SAID, "It was\u200b not \u202edone."), encoding="utf-8")
    assert problems(record, Severity.ERROR) == []
    warnings = [line for line in problems(record, Severity.WARNING) if "character U+" in line]
    assert [line.partition(" (or ")[2] for line in warnings] == [
        "acknowledge 'character U+200B')", "acknowledge 'character U+202E')"
    ]  # fmt: skip
    answers = [f"  - warning: character {code}\n    reason: So printed.\n" for code in ("U+200B", "U+202E")]
    text = file.read_text(encoding="utf-8")
    known = "acknowledged:\n" in text
    file.write_text(
        text.replace("acknowledged:\n", "acknowledged:\n" + "".join(answers)) if known
        else text + "acknowledged:\n" + "".join(answers), encoding="utf-8",
    )  # fmt: skip
    assert [line for line in problems(record, Severity.WARNING) if "character U+" in line] == []
