"""In another language everything is said in it, and what machines read stays as it is.

The language is invented by the tests: see invented_translation.py.
"""

import json
import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from folders import DATA
from invented_translation import LOCALE, bracketed, write_invented_translation

from macros import language
from macros.cli import main
from macros.language import translation
from macros.office.drafting import meeting_file
from macros.office.forms.configuration import configuration
from macros.office.paper.content import paper_of
from macros.pages.page import Page
from macros.record import phrases
from macros.record.models import Group, Meeting, read
from macros.record.problems import Unpublishable
from macros.record.source import read_yaml
from macros.register import addresses
from macros.register.register import STATUSES
from macros.register.repository import repository_host
from macros.review.comparison import compare
from macros.review.promises import broken_promises
from macros.review.summary import as_markdown
from macros.rules.loading import load
from macros.rules.reports import WRITERS

CASES = sorted((DATA / "parsing").glob("*/messages.txt"))


@pytest.fixture(scope="module", autouse=True)
def an_invented_language(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    folder, real = tmp_path_factory.mktemp("invented"), translation.CATALOGUES
    write_invented_translation(folder)
    translation.CATALOGUES = folder
    translation._translations.cache_clear()
    yield
    translation.CATALOGUES = real
    translation._translations.cache_clear()


def in_it(record: str, folder: Path) -> Path:
    """A copy of a record of the tests whose group speaks the invented language."""
    shutil.copytree(DATA / record / "data", folder / "data")
    with (folder / "data/group.yml").open("a", encoding="utf-8") as group:
        group.write(f"locale: {LOCALE}\n")
    return folder


def is_said(text: str) -> bool:
    """Whether all of a text is one sentence of the invented language, with whatever is filled in."""
    depth = 0
    for sign in text[:-1]:
        depth += {"⟦": 1, "⟧": -1}.get(sign, 0)
        if depth == 0:
            return False
    return depth == 1 and text.endswith("⟧")


def test_one_sentence_is_told_from_two_pieces() -> None:
    assert is_said("⟦'KZ' is not in data/people.yml⟦; did you mean 'KS'?⟧⟧")
    assert not is_said("⟦'KZ' is not in data/people.yml⟧; did you mean 'KS'?")
    assert not is_said("the key 'date' is missing")


def test_every_message_about_the_awful_record_is_translated(tmp_path: Path) -> None:
    with pytest.raises(Unpublishable) as english:
        load(DATA / "awful")
    with pytest.raises(Unpublishable) as found:
        load(in_it("awful", tmp_path))
    told = found.value.problems
    assert [problem.place for problem in told] == [problem.place for problem in english.value.problems]
    assert [problem.message for problem in told if not is_said(problem.message)] == []
    assert {problem.severity.label for problem in told} == {bracketed("error"), bracketed("warning"), bracketed("note")}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.parent.name)
def test_every_fault_of_a_file_is_said_in_it(case: Path) -> None:
    language.set_locale(LOCALE)
    entry, problems = read_yaml(case.with_name("meeting.yml").read_bytes().decode("utf-8-sig"), "meeting.yml")
    told = [problem.message for problem in problems]
    meeting = read(Meeting, entry.plain) if entry.keys else ()
    told += [fault.message for fault in meeting] if isinstance(meeting, tuple) else []
    assert told and all(map(is_said, told)), told


def test_even_what_is_wrong_with_the_language_is_said_in_a_language() -> None:
    found = read(Group, {"name": "Invented", "short_name": "I", "publisher": "INO", "locale": "tlh"})
    assert isinstance(found, tuple)
    assert [fault.message for fault in found if fault.path == ("locale",)] == [
        "'tlh' is not a locale of this site; expected one of Welsh (cy), English (en) with a country, like en_GB"
    ]


def test_the_words_for_programs_are_not_translated(tmp_path: Path) -> None:
    record = in_it("awful", tmp_path)
    told = json.loads(CliRunner().invoke(main, ["check", "--project", str(record), "--format", "json"]).stdout)
    golden = json.loads((DATA / "awful/problems.json").read_text(encoding="utf-8"))
    assert told["counts"] == golden["counts"]
    assert [one["severity"] for one in told["problems"]] == [one["severity"] for one in golden["problems"]]
    lines = CliRunner().invoke(main, ["check", "--project", str(record), "--format", "github"]).stdout.splitlines()
    assert {line.partition(" ")[0] for line in lines[:-1]} == {"::error", "::warning", "::notice"}


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_what_the_check_says_besides_the_problems_is_said_in_it(tmp_path: Path, form: str) -> None:
    done = CliRunner().invoke(main, ["check", "--project", str(in_it("awful", tmp_path)), "--format", form])
    last = done.stdout.splitlines()[-1] + done.stderr.splitlines()[-1]
    while "⟦" in last:
        last = re.sub("⟦[^⟦⟧]*⟧", "", last)
    assert last.replace(" a(c) ", "").strip(" ,.") == ""
    assert WRITERS[form](()).count("⟦") >= 3


def test_a_status_has_its_own_words_and_the_address_of_every_language() -> None:
    english = [addresses.status(status) for status in STATUSES]
    language.set_locale(LOCALE)
    assert [addresses.status(status) for status in STATUSES] == english
    assert english == [
        "outstanding", "in-progress", "parked", "completed", "withdrawn", "superseded", "moved-elsewhere",
        "no-longer-listed", "closed-without-saying-how", "no-status-recorded",
    ]  # fmt: skip
    assert all(is_said(phrases.action_status(status)) for status in STATUSES)


def test_a_new_file_is_begun_in_it(tmp_path: Path) -> None:
    register = load(in_it("toy", tmp_path))
    text = meeting_file(register, date(2031, 1, 10))
    comments = ["".join(block.split("#")) for block in re.findall(r"(?:^ *#.*\n)+", text, re.MULTILINE)][1:]
    assert len(comments) > 15
    in_english = [" ".join(comment.split()) for comment in comments if "⟦" not in comment]
    assert in_english == []
    assert "\nstatus: scheduled\n" in text


def test_a_new_group_is_asked_in_it(tmp_path: Path) -> None:
    project = in_it("toy", tmp_path)
    for file in ("mkdocs.yml", "docs/index.md", "overrides/main.html"):
        (project / file).parent.mkdir(exist_ok=True)
        (project / file).touch()
    answers = ["Invented Panel", "IP", "INO", "Invented Office", "Invented Licence", "https://licence.example", "", ""]
    command = ["init", "--project", str(project), "--locale", LOCALE]
    done = CliRunner().invoke(main, command, input="\n".join([*answers, "y"]) + "\n")
    assert done.exit_code == 0
    assert [line for line in done.output.splitlines() if not line.startswith(("⟦", "  data/"))] == []
    assert load(project).archive.group.locale == LOCALE
    people = (project / "data/people.yml").read_text(encoding="utf-8")
    assert people.splitlines()[2].startswith("# " + bracketed("Who each set of initials")[:-1])


def test_the_paper_is_in_it(tmp_path: Path) -> None:
    register = load(in_it("toy", tmp_path))
    for stem in register.archive.meetings:
        paper = paper_of(register, stem)
        assert is_said(paper.about_actions)
        assert all(is_said(name) for name, _ in paper.facts)
        assert "⟦" in dict(paper.facts)[bracketed("Record")]
        assert all(is_said(row.status.text) for row in paper.actions)


def test_what_a_change_means_is_said_in_it(tmp_path: Path) -> None:
    # Its own register: one keeps titles in the language in which they were first asked for.
    before = load(DATA / "toy")
    record = in_it("toy", tmp_path)
    file = record / "data/meetings/2030-03-14.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("Half done.", "A third is done."), encoding="utf-8")
    after = load(record)
    found = compare(before, after)
    problems = broken_promises(before, after, found)
    assert problems and all(is_said(problem.message) for problem in problems)
    text = as_markdown(found, problems)
    heads = [line for line in text.splitlines() if line.startswith("#")]
    assert len(heads) > 3 and all("⟦" in line for line in heads)
    assert [line for line in text.splitlines() if line.startswith("- ") and "⟦" not in line] == []


def test_the_forms_ask_in_it_and_save_the_same_words(tmp_path: Path) -> None:
    record = in_it("toy", tmp_path)
    with (record / "data/group.yml").open("a", encoding="utf-8") as group:
        group.write("repository: https://github.com/owner/name\nforms:\n  host: github\n")
    register = load(record)
    host = repository_host(register.archive.group)
    assert host is not None
    form = json.loads(configuration(Page(register, addresses.EDIT), host))["cms"]["collections"][0]["fields"][1:]
    fields = [field for one in form for field in ([one] if "hint" in one else [one, *one["fields"]])]
    # A hint is the first paragraph of a description, so its last sign may be in the rest.
    assert all(is_said(field["label"]) and field.get("hint", "⟦").startswith("⟦") for field in fields)
    [status] = [field for field in fields if field["name"] == "status"]
    assert {"label": bracketed("draft"), "value": "draft"} in status["options"]
