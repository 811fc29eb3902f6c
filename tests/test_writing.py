"""Text and records written as YAML are read back as the same, whatever they hold."""

from pathlib import Path
from textwrap import dedent

import pytest
from folders import DATA
from generated_records import GLOSSARY, GROUP, MEETING, PEOPLE
from hypothesis import example, given
from hypothesis import strategies as st

from macros.record.characters import UNPRINTABLE
from macros.record.models import Glossary, Group, Meeting, People, Record, read
from macros.record.models.names import Owners, parse_owners
from macros.record.source import read_yaml
from macros.record.writing import comment, yaml_entry, yaml_number, yaml_text

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


FILES = [file for file in sorted(DATA.glob("*/data/meetings/*.yml")) if file.parts[-4] not in ("awful", "slips")]
KINDS = {Meeting: MEETING, People: PEOPLE, Group: GROUP, Glossary: GLOSSARY}


@pytest.mark.parametrize("kind", KINDS)
@given(st.data())
def test_any_record_is_read_back_as_it_was(kind: type[Record], data: st.DataObject) -> None:
    record = read(kind, data.draw(KINDS[kind]))
    assert isinstance(record, kind), record
    assert read(kind, read_back(written(record))) == record


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parts[-4]} {file.stem}")
def test_each_meeting_of_the_tests_and_of_the_record_is_read_back_as_it_was(file: Path) -> None:
    values = read_back(file.read_text(encoding="utf-8"))
    record = read(Meeting, values)
    assert isinstance(record, Meeting), record
    text = written(record)
    again = read(Meeting, read_back(text))
    assert again == record
    assert written(again) == text
    assert all("\\n" not in line or "\\u" in line for line in text.splitlines())


def test_a_record_is_written_as_a_clerk_would_write_it() -> None:
    typed = dedent("""\
        date: 2030-01-10
        time: 10:00-12:00
        status: draft
        attendees: AB, Jane Smith (items 1-3)
        agenda:
          - number: 2.10
            title: "Update: roads"
            minutes: |
              The *chair* said:

              - one
                more
              - two
            private: true
        actions:
          - raised: before 2030-01-10
            action: CD to write to AB
            owner: AB / CD
            due: 2030-02
    """)
    record = read(Meeting, read_back(typed))
    assert isinstance(record, Meeting)
    assert written(record) == typed


def written(record: Record) -> str:
    """A record alone in its file, without the dash of an entry."""
    return "".join(f"{line[2:]}\n" for line in yaml_entry(record))


def read_back(text: str) -> dict[str, object]:
    entry, problems = read_yaml(text, "x.yml")
    assert [str(problem) for problem in problems] == []
    return entry.plain
