"""The two invented series of meetings in examples/: what the check says of them, every key, every page.

The golden pages stand beside each example; `make examples` writes them again, to be read before they are committed.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from example_pages import EXAMPLES, NAMES, TODAY, example, markup_of, pages_of, plain_path
from lxml import html
from test_reference import kinds

from macros.cli import main
from macros.pages import Expected, expected_values
from macros.record.models import AutomaticTests, Check, Record, TimeRange, leaves
from macros.site import audit

# Values that no place on a page is expected to hold, with the reason.
NOT_EXPECTED = {
    "ref": "the reference of the action or decision ends with it",
    "follows": "the entry is shown under the reference or id of that action",
    "not_printed": "no page says that initials are not printed; it shows the name",
    "acknowledged.warning": "a page has the reason alone",
}
# Values that a page shows in other words, or as a place, with the reason.
IN_OTHER_WORDS = {
    "statuses": "the page says which words count as what",
}


def test_the_check_of_the_full_example_has_notes_alone() -> None:
    assert [problem.severity.word for problem in example("full").archive.problems if problem.severity.word != "note"] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_command_has_no_errors_or_warnings(name: str) -> None:
    done = CliRunner().invoke(main, ["check", "--project", str(EXAMPLES / name), "--today", str(TODAY)])
    assert done.exit_code == 0
    assert "No errors, no warnings" in done.output


def test_an_example_without_a_statement_or_a_contact_is_told_of_them_alone() -> None:
    assert [problem.message.partition(";")[0] for problem in example("minimal").archive.problems] == [
        "no accessibility statement is recorded", "no 'contact' is given",
    ]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_every_page_reads_as_its_golden_page(name: str) -> None:
    folder = EXAMPLES / name / "pages"
    golden = {
        file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8") for file in sorted(folder.rglob("*.md"))
    }
    pages = pages_of(name)
    assert sorted(pages) == sorted(golden), "run `make examples`, and read what it changed"
    for path, text in pages.items():
        assert text == golden[path], f"{path}: run `make examples`, and read what it changed"


def records(name: str) -> dict[str, Record]:
    """Every record of an example by its file."""
    archive = example(name).archive
    files = [
        archive.group_file, archive.people_file, archive.glossary_file, archive.redirects_file,
        archive.accessibility_file, *archive.meeting_files.values(), *archive.terms_files.values(),
    ]  # fmt: skip
    return {filed.file: filed.record for filed in files if filed}


def keys_in(value: Any) -> Iterator[tuple[str, str]]:
    """The kind of record and the key of everything that was typed."""
    if isinstance(value, Record):
        for key in value.model_fields_set:
            yield type(value).__name__, key
            yield from keys_in(getattr(value, key))
    elif isinstance(value, (tuple, dict)):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from keys_in(inner)


def test_the_full_example_uses_every_key() -> None:
    automatic = (AutomaticTests, Check)
    every = {(kind.__name__, key) for kind in kinds() if kind not in automatic for key in kind.model_fields}
    used = {key for record in records("full").values() for key in keys_in(record)}
    assert sorted(every - used) == []


def field_of(path: tuple[str | int, ...]) -> tuple[str, str]:
    """The last key of a path, and the last two."""
    keys = [step for step in path if isinstance(step, str)]
    return keys[-1], ".".join(keys[-2:])


@pytest.mark.parametrize("name", NAMES)
def test_the_audit_expects_every_value_of_every_file_on_a_page(name: str) -> None:
    register = example(name)
    expected = {(item.file, item.path) for item in expected_values(register)}
    missing = [
        (file, path, value)
        for file, record in records(name).items()
        for path, value, _prose in leaves(record)
        if (file, path) not in expected and not NOT_EXPECTED.keys() & {*field_of(path)}
    ]
    assert missing == []
