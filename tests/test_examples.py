"""The two invented series of meetings in examples/: what the check says of them, every key, every page.

The golden pages stand beside each example; `make examples` writes them again, to be read before they are committed.
"""

import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from example_pages import EXAMPLES, NAMES, TODAY, example, markup_of, pages_of, plain_path
from test_reference import kinds

from macros.cli import main
from macros.pages import Expected, expected_values
from macros.record.models import (
    Attendees,
    AutomaticTests,
    Check,
    Due,
    Names,
    RaisedWhen,
    Record,
    TimeRange,
    leaves,
)
from macros.register import addresses
from macros.site.audit import faults, shows

# Values that no place on a page is expected to hold, with the reason.
NOT_EXPECTED = {
    "ref": "the reference of the action or decision ends with it",
    "follows": "the entry is shown under the reference or id of that action",
    "not_printed": "pages show the name, and nothing else is to be said",
    "warning": "of an acknowledged warning, pages have the reason alone",
    "redirects": "not text for readers; the audit asks for the page or the anchor itself",
}
# What stands under a key of its own, which may be one that no document prints, or the name itself.
UNDER_KEYS = ("people", "posts", "organisations")


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


def is_excepted(path: tuple[str | int, ...]) -> bool:
    """Whether no place on a page is expected to hold the value at a path, or a key stands there that is only a key."""
    return path[-1] in NOT_EXPECTED or path[0] in NOT_EXPECTED or (path[0] in UNDER_KEYS and len(path) == 2)


@pytest.mark.parametrize("name", NAMES)
def test_the_audit_expects_every_value_of_every_file_on_a_page(name: str) -> None:
    expected = {(item.file, item.path) for item in expected_values(example(name))}
    missing = [
        (file, path, value)
        for file, record in records(name).items()
        for path, value, _prose in leaves(record)
        if (file, path) not in expected and not is_excepted(path)
    ]
    assert missing == []


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of the full example as files, each within nothing but a body."""
    folder = tmp_path_factory.mktemp("site")
    for address, markup in markup_of("full").items():
        file = folder / addresses.built_file(address)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f'<!doctype html><meta charset="utf-8"><body>{markup}</body>', encoding="utf-8")
    return folder


def complaints(site: Path, expected: list[Expected], monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """What the audit says of values in these pages if these are expected: the file and the key of each."""
    monkeypatch.setattr(sys.modules[faults.__module__], "expected_values", lambda _register: expected)
    return {
        ": ".join(message.split(": ")[:2])
        for message in faults(example("full"), site)
        if message.startswith("data/") and not message.startswith("data/index.html")
    }


def named(item: Expected) -> str:
    """A value as the messages of the audit name it."""
    return f"{item.file}: {'.'.join(str(step + 1 if isinstance(step, int) else step) for step in item.path)}"


def changed(item: Expected) -> Expected:
    """The same place with a value that no page holds."""
    value = item.value
    if item.said is not None:
        return replace(item, said=f"{item.said} otherwise")
    if isinstance(value, Attendees):
        return replace(item, value=replace(value, text=f"{value.text} ZZZ"))
    if isinstance(value, (Names, RaisedWhen, Due)):
        return replace(item, value=replace(value, text=f"{value.text} otherwise"))
    if isinstance(value, StrEnum):
        return replace(item, value=f"{value} otherwise")
    if isinstance(value, date):
        return replace(item, value=date(1999, 9, 9))
    if isinstance(value, TimeRange):
        return replace(item, value=TimeRange("04:44", "05:55"))
    return replace(item, value=f"{getattr(value, 'text', value)} otherwise")


def test_the_audit_finds_every_value_and_misses_each_that_a_page_does_not_hold(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = [*expected_values(example("full"))]
    assert complaints(site, expected, monkeypatch) == set()
    others = [changed(item) for item in expected if not isinstance(item.value, bool)]
    assert {named(item) for item in others} - complaints(site, others, monkeypatch) == set()


def test_the_audit_misses_each_mark_that_a_page_does_not_hold(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mark is a value like `private: true`, which a page says in words of its own."""
    marks = [item for item in expected_values(example("full")) if isinstance(item.value, bool)]
    elsewhere = [replace(item, path=(*item.path[:-1], f"{item.path[-1]}_not")) for item in marks]
    assert {named(item) for item in elsewhere} == complaints(site, elsewhere, monkeypatch)


@pytest.mark.parametrize("name", NAMES)
def test_every_value_is_where_a_reader_reads_and_not_only_in_the_markup(name: str) -> None:
    """The golden pages hold nothing hidden, so the value has to be in their text."""
    unread = []
    for item in expected_values(example(name)):
        page = pages_of(name)[plain_path(item.address.partition("#")[0])]
        words = item.said or str(getattr(item.value, "text", item.value))
        if (
            isinstance(item.value, str)
            and not isinstance(item.value, StrEnum)
            and not shows(" ".join(page.split()), words)
        ):
            unread.append((named(item), words, item.address))
    assert unread == []
