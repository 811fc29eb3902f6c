"""Text written as YAML is read back as the same text, whatever it holds."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from macros.record.characters import UNPRINTABLE
from macros.record.models.names import Owners, parse_owners
from macros.record.source import read_yaml
from macros.record.writing import comment, yaml_number, yaml_text

HOSTILE = (
    "a: b", "a #b", "# a", "- a", "a:", "&a", "*a", "!a", "%a", "@a", "`a`", "'a'", '"a"', "{a}", "[a]", "| a", "> a",
    "?", "no", "NULL", "~", "12", "1:2", "2022-11-10", "---", "...", "a\nb", "a\n\n# b\n- c", "a\tb", "a\\nb",
    "a\u2028b", "a\ufeffb", "é – ü", "日本", "😀", "a\xa0b", "\N{RIGHT-TO-LEFT OVERRIDE}a", "<<",
)  # fmt: skip
# No record holds any other text; see tests/test_characters.py.
PRINTABLE = st.text().filter(lambda text: not UNPRINTABLE.search(text) and "\x85" not in text)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_read_back_as_it_was(text: str) -> None:
    assert read_back(f"title: {yaml_text(text)}") == {"title": text}


@given(PRINTABLE)
def test_any_text_is_read_back_as_it_was(text: str) -> None:
    assert read_back(f"title: {yaml_text(text)}") == {"title": text}


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Welcome & Introductions", "Welcome & Introductions"),
        ("An update, agenda item 5 (DVLA)", "An update, agenda item 5 (DVLA)"),
        ("Update: DVLA", '"Update: DVLA"'),
        ("No", '"No"'),
        ("a\nb", '"a\\nb"'),
    ],
)
def test_text_is_plain_where_nothing_in_it_could_mean_anything(text: str, written: str) -> None:
    assert yaml_text(text) == written


@pytest.mark.parametrize(
    ("text", "written"), [("1", "1"), ("2.10", "2.10"), ("7a", '"7a"'), ("0x1", '"0x1"'), ("A", "A")]
)
def test_a_number_stays_as_printed(text: str, written: str) -> None:
    assert yaml_number(text) == written
    assert read_back(f"number: {written}") == {"number": text}


@pytest.mark.parametrize("value", ["FS", "OBSCC / KS", "FS, OBSCC", ["FS", "OBSCC"], ["FS", "and"], "D'A & Ö-1"])
def test_initials_are_read_back_as_printed(value: str | list[str]) -> None:
    names = parse_owners(value)
    assert isinstance(names, Owners)
    assert parse_owners(read_back(f"lead: {yaml_text(names.text)}")["lead"]) == names


@given(PRINTABLE)
@example("a\nstatus: approved\r- b\u2028# c")
def test_nothing_gets_out_of_a_comment(text: str) -> None:
    written = "\n".join(["date: 1", *comment(text, "  "), "time: 2"])
    assert read_back(written) == {"date": "1", "time": "2"}


def test_a_comment_keeps_its_words_and_breaks_long_lines() -> None:
    assert comment("One.\nTwo " + "word " * 40) == [
        "# One.",
        "# Two " + " ".join(["word"] * 21),
        "# " + " ".join(["word"] * 19),
    ]


def read_back(text: str) -> dict[str, object]:
    entry, problems = read_yaml(text, "x.yml")
    assert [str(problem) for problem in problems] == []
    return entry.plain
