"""The reference of keys is generated from the models, committed, and leaves out no key."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.office.reference import FILES, REFERENCE, reference
from macros.record.models import Record

TEXT = reference()


def kinds(kind: type[Record] = Record) -> Iterator[type[Record]]:
    """Every kind of record that the models define."""
    for below in kind.__subclasses__():
        if below.__module__.startswith("macros.record.models."):
            yield below
            yield from kinds(below)


def sections() -> dict[str, str]:
    """The text below each heading."""
    parts = re.split(r"^#{2,3} (.+)\n", TEXT, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def heading(kind: type[Record]) -> str:
    of_file = {record: title for title, _, record in FILES}
    return of_file.get(kind) or re.sub(r"(?<=[a-z])(?=[A-Z])", " ", kind.__name__).capitalize()


def test_the_committed_reference_is_current(project: Path) -> None:
    assert (project / REFERENCE).read_text(encoding="utf-8") == TEXT, "run `make schema`"


@pytest.mark.parametrize("kind", [*kinds()], ids=lambda kind: kind.__name__)
def test_every_key_is_in_the_section_of_its_record_and_says_whether_it_is_required(kind: type[Record]) -> None:
    listed = re.findall(r"^- \*\*`(\w+)`\*\* \((.*)\): .{10}", sections()[heading(kind)], re.MULTILINE)
    expected = [(name, field.is_required()) for name, field in kind.model_fields.items()]
    assert [(name, what.endswith("**required**")) for name, what in listed] == expected


def test_every_section_is_that_of_a_record() -> None:
    assert set(sections()) == {heading(kind) for kind in kinds()}


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param("- **`date`** (date, **required**): The day of the meeting, like `2022-03-21`; ", id="required"),
        pytest.param("- **`organisation`** (key of a person or body): ", id="key"),
        pytest.param("- **`agenda`** (list; each entry: [agenda item](#agenda-item))", id="list of records"),
        pytest.param(
            "- **`papers`** (list; each entry: text, or keys of [paper](#paper))", id="list of records or texts"
        ),
        pytest.param("- **`people`** (keys; each value: [person](#person))", id="mapping of records"),
        pytest.param("- **`licence`** ([licence](#licence)): The licence", id="record"),
        pytest.param("- **`tools`** (keys; each value: text, **required**)", id="mapping of text"),
        pytest.param(
            "`reopened`** (true or false): Whether this meeting opened a closed action again. `true` if it did.",
            id="true or false",
        ),
        pytest.param("`github` or `gitlab`: which kind of host", id="choices marked in the description"),
        pytest.param("come from this document. One of `details`, `attendance`, ", id="choices added"),
        pytest.param("Left out or empty if it does not say. For", id="no example where the description has one"),
        pytest.param("to the office. Example: `https://github.com/owner/name`.", id="example added"),
        pytest.param("published from. If left out: `main`.", id="default"),
        pytest.param(
            "For “Apologies were received from EF and Mr Green”, write [`apologies: [EF, Mr Green]`](recipes/index.md#",
            id="recipe",
        ),
        pytest.param(
            "For “4. Roads (AB)”, see [what to write for `agenda`](recipes/index.md#says-4-roads-ab).",
            id="recipe of several lines",
        ),
        pytest.param("`false` if it only came up.", id="true or false that is true if left out"),
        pytest.param("a running `{number}`. In a list, the first is the group's own", id="braces"),
    ],
)
def test_a_key_is_shown_with(lines: str) -> None:
    assert lines in TEXT


def test_nothing_on_the_page_is_taken_for_a_macro() -> None:
    assert not re.search(r"\{[{%#]", TEXT)
