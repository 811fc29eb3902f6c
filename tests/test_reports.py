"""The problems of a record in each form that `minutes check --format` knows.

The golden files stand beside the awful record;
`minutes check --project tests/data/awful --today 2026-12-01 --format ...` writes them again, to be read before they are
committed.
"""

import json

import pytest
from click.testing import CliRunner
from folders import DATA

from macros.cli import main
from macros.record.problems import Place, Problem, Severity
from macros.rules.reports import WRITERS

TODAY = {"MINUTES_TODAY": "2026-12-01"}
GOLDEN = {
    "text": "messages.txt",
    "github": "annotations.txt",
    "json": "problems.json",
    "markdown": "problems.md",
}
HOSTILE = Problem(
    Place("data/a,b:c%.yml", 3, 5), Severity.WARNING,
    "100 % of it,\r\n::error::gone <b>@all</b> [x](https://x.example) #1 `code` *b* ![p](www.x.example)",
)  # fmt: skip


def test_each_form_has_its_golden_file() -> None:
    assert GOLDEN.keys() == WRITERS.keys()


@pytest.mark.parametrize("form", GOLDEN)
def test_every_message_about_the_awful_record_in_each_form(form: str) -> None:
    done = CliRunner(env=TODAY).invoke(main, ["check", "--project", str(DATA / "awful"), "--format", form])
    assert done.exit_code == 1
    assert done.stdout == (DATA / "awful" / GOLDEN[form]).read_text(encoding="utf-8")


@pytest.mark.parametrize("form", GOLDEN)
def test_a_record_without_errors_in_each_form(form: str) -> None:
    done = CliRunner(env=TODAY).invoke(main, ["check", "--project", str(DATA / "toy"), "--format", form])
    assert done.exit_code == 0
    assert "Looked at" in (done.stdout if form == "text" else done.stderr)
    if form == "json":
        assert json.loads(done.stdout).keys() == {"problems", "counts"}


def test_nothing_in_a_problem_ends_or_begins_an_annotation() -> None:
    assert WRITERS["github"]((HOSTILE,)).splitlines() == [
        "::warning file=data/a%2Cb%3Ac%25.yml,line=3,col=5,title=Please look at this"
        "::100 %25 of it,%0A::error::gone <b>@all</b> [x](https://x.example) #1 `code` *b* ![p](www.x.example)",
        "No errors, 1 warning and no notes.",
    ]


def test_the_json_has_stable_keys() -> None:
    assert json.loads(WRITERS["json"]((HOSTILE,))) == {
        "problems": [
            {"file": "data/a,b:c%.yml", "line": 3, "column": 5, "severity": "warning", "message": HOSTILE.message}
        ],
        "counts": {"error": 0, "warning": 1, "note": 0},
    }


def test_nothing_in_a_problem_works_as_markdown() -> None:
    assert WRITERS["markdown"]((HOSTILE,)).splitlines()[2] == (
        "- **Warning** `data/a,b:c%.yml:3:5`: 100 % of it,<br>::&#8288;error::gone &#60;b&#62;@&#8288;all&#60;/b&#62; "
        "&#91;x&#93;(https://&#8288;x.example) #&#8288;1 &#96;code&#96; &#42;b&#42; !&#91;p&#93;(www&#8288;.x.example)"
    )


SLIP = Problem(Place("data/a.yml", 4), Severity.ERROR, "a tab; use spaces", corrected="    title: `A` ::b")


def test_the_corrected_line_stands_alone_ready_to_copy() -> None:
    assert WRITERS["text"]((SLIP,)).splitlines()[:2] == [
        "data/a.yml:4:1: a tab; use spaces – corrected:", "    title: `A` ::b",
    ]  # fmt: skip
    assert "a tab; use spaces – corrected:%0A    title: `A` ::b" in WRITERS["github"]((SLIP,))
    assert json.loads(WRITERS["json"]((SLIP,)))["problems"][0]["corrected"] == "    title: `A` ::b"
    assert "\n  ```\n      title: `A` ::b\n  ```\n" in WRITERS["markdown"]((SLIP,))
