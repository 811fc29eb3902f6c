"""Two states of the toy archive compared: one edit beside what the summary says of it."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from enum import Enum
from functools import partial
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from folders import DATA
from generated_records import archives
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from markdown_it import MarkdownIt
from pydantic import BaseModel

from macros.cli import main
from macros.language import for_markdown, visible, wording
from macros.record import Place, Problem, Severity, phrases
from macros.record.archive import Archive, Filed
from macros.record.models import Acknowledgement, Change, Glossary, Names, TimeRange
from macros.register.following import follow
from macros.register.register import Register
from macros.review.comparison import compare
from macros.review.promises import broken_promises
from macros.review.summary import as_json, as_markdown, as_summary
from macros.rules.loading import load

MINUTES = (sys.executable, "-c", "from macros.cli import main; main()")
FIRST, SECOND = "meetings/2030-01-10.yml", "meetings/2030-03-14.yml"
FIX = "add one under 'changes:', with the day as 'date:' and what was changed and why as 'note:'"
GONE = "was public and would lead to nothing; keep it, or give the address that takes its place under 'redirects:'"


def toy_with(folder: Path, *edits: tuple[str, str, str]) -> Path:
    """A copy of the toy archive with texts replaced; an empty old text writes the file anew."""
    shutil.copytree(DATA / "toy" / "data", folder / "data")
    for file, old, new in edits:
        place = folder / "data" / file
        text = place.read_text(encoding="utf-8") if place.exists() else ""
        assert old in text, file
        place.write_text(text.replace(old, new, 1) if old else new, encoding="utf-8")
    return folder


def summary_lines(before: Register, after: Register) -> list[str]:
    """The lines of the summary, without empty ones."""
    found = compare(before, after)
    return list(filter(None, as_markdown(found, broken_promises(before, after, found)).splitlines()))


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        (
            [(SECOND, "status: published\n", "status: approved\napproved: 2030-06-20\n")],
            ["**14 March 2030**: from published to approved; Approved: <ins>20 June 2030</ins>."],
        ),
        (
            [("meetings/2030-06-20.yml", "status: outstanding", "status: completed")],
            ["**20 June 2030**: its draft is changed.", "- **1 earlier action**",
             "  - **TOY0330-01** closed, completed: Take the place of the other. (owner INO)",
             "- **Action TOY0330-01, Status**: <del>outstanding</del> <ins>completed</ins>"],
        ),
        (
            [("meetings/2030-06-20.yml", "status: completed", "status: in progress")],
            ["  - **TOY0130-01** reopened, from completed to in progress: Carry this over and complete it. (owner AB)"],
        ),
        (
            [("people.yml", "Invented Person C", "Invented | Person @C"),
             ("people.yml", "organisations:\n", "  QQ:\n    note: New.\norganisations:\n"),
             ("people.yml", "people:\n", "changes:\n  - date: 2030-08-01\n    note: How C is called.\npeople:\n")],
            ["- **CD on the pages of 10 January 2030 and 14 March 2030**: Invented <ins>&#124;</ins> Person "
             "<del>C,</del> <ins>@&#8288;C,</ins> Other Invented Body",
             "- Its page will say: 1 August 2030: How C is called.", "- **QQ**: added.", "- **QQ, Note**: New."],
        ),
        (
            [("group.yml", "contact: office@", "contact: desk@")],
            ["- **Contact**: <del>office@&#8288;invented.example</del> <ins>desk@&#8288;invented.example</ins>"],
        ),
        (
            [("terms-of-reference/2030-09-19.md", "", "---\nadopted: 2030-09-19\n---\n\nNew terms.\n")],
            ["- **2030-09-19** (adopted on 19 September 2030): added."],
        ),
        (
            [(FIRST, "title: Welcome", "title: Welcome all"),
             (FIRST, "agenda:\n", "  - date: 2030-08-01\n    note: Who was welcome.\nagenda:\n")],
            ["**10 January 2030**: its approved record is changed.",
             "- **Agenda item 1, Title**: Welcome <ins>all</ins>",
             "- Its page will say: 1 August 2030: Who was welcome."],
        ),
        (
            [("redirects.yml", "  /people/zz/: /people/xy/", "  /people/zz/: /people/ab/")],
            ["- /people/zz/ leads to /people/ab/, no longer to /people/xy/."],
        ),
    ],
)  # fmt: skip
def test_an_edit_is_reported_and_stops_nothing(
    tmp_path: Path, toy_register: Register, edits: list[tuple[str, str, str]], expected: list[str]
) -> None:
    lines = summary_lines(toy_register, load(toy_with(tmp_path, *edits)))
    assert [line for line in expected if line not in lines] == [], lines
    assert "## What stops the merge" not in lines


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        (
            [(FIRST, "title: Welcome", "title: Welcome all")],
            "- data/meetings/2030-01-10.yml:16:12: the approved record of 10 January 2030 is changed "
            f"(Agenda item 1, Title) without a new entry; {FIX}",
        ),
        (
            [(FIRST, "status: approved\npublished: 2030-01-20\napproved: 2030-03-14", "status: draft")],
            "- data/meetings/2030-01-10.yml:1:1: the approved record of 10 January 2030 is changed "
            f"(Published, Approved and Status) without a new entry; {FIX}",
        ),
        (
            [(FIRST, "printed as AB only", "printed as AB alone")],
            "- data/meetings/2030-01-10.yml:10:3: the change of 2030-04-02 was published and is removed or "
            "altered; put it back as it was",
        ),
        (
            [("people.yml", "  XY:\n    note: Not identified in the invented record.\n", ""),
             ("meetings/2030-06-20.yml", "[AB, CD, XY]", "[AB, CD]"), ("redirects.yml", "people/xy/", "people/ab/")],
            f"- data/redirects.yml:1:1: the address /people/#xy {GONE}, like '/people/#xy: /people/'",
        ),
        (
            [("redirects.yml", "  /people/zz/: /people/xy/\n", "")],
            f"- data/redirects.yml:1:1: the address /people/zz/ {GONE}, like '/people/zz/: /meetings/'",
        ),
        (
            [("meetings/2030-03-14-b.yml", "TOY0330-02", "TOY0330-03"),
             ("meetings/2030-06-20.yml", "TOY0330-02", "TOY0330-03")],
            f"- data/redirects.yml:1:1: the address /actions/2030/#toy0330-02 {GONE}, "
            "like '/actions/2030/#toy0330-02: /actions/2030/'",
        ),
    ],
)  # fmt: skip
def test_a_broken_promise_stops_the_merge(
    tmp_path: Path, toy_register: Register, edits: list[tuple[str, str, str]], expected: str
) -> None:
    lines = summary_lines(toy_register, load(toy_with(tmp_path, *edits)))
    stops = lines.index("## What stops the merge")
    assert expected in lines[stops : stops + 3], lines


def test_a_redirect_of_an_action_mends_its_renaming(tmp_path: Path, toy_register: Register) -> None:
    edits = [(f"meetings/2030-{day}.yml", "TOY0330-02", "TOY0330-03") for day in ("03-14-b", "06-20")]
    page = "  /actions/toy0330-02/: /actions/toy0330-03/\n"
    place = "  /actions/2030/#toy0330-02: /actions/toy0330-03/\n"
    after = load(toy_with(tmp_path, *edits, ("redirects.yml", "redirects:\n", f"redirects:\n{page}{place}")))
    assert "## What stops the merge" not in summary_lines(toy_register, after)


def test_an_approved_record_under_a_new_name_needs_an_entry(tmp_path: Path, toy_register: Register) -> None:
    data = toy_with(tmp_path, (FIRST, "date: 2030-01-10", "date: 2030-01-09")) / "data"
    (data / FIRST).rename(data / "meetings/2030-01-09.yml")
    (data / "redirects.yml").write_text(
        (data / "redirects.yml").read_text().replace("2030-01-10", "2030-01-09")
        + "  /meetings/2030-01-10/: /meetings/2030-01-09/\n"
    )
    lines = summary_lines(toy_register, load(tmp_path))
    assert any(
        "2030-01-09.yml:1:7: the approved record of 9 January 2030 is changed (Date and the name" in line
        for line in lines
    )


def test_a_correction_of_a_published_record_is_shown_and_an_entry_asked_for(
    tmp_path: Path, toy_register: Register
) -> None:
    after = load(toy_with(tmp_path, (SECOND, "Half done.", "A third is done.")))
    found = compare(toy_register, after)
    [problem] = broken_promises(toy_register, after, found)
    assert str(problem).startswith(
        "data/meetings/2030-03-14.yml:8:13: warning: the published record of 14 March 2030 is changed"
    )
    assert "- **Action TOY0130-01, Update**: <del>Half</del> <ins>A third is</ins> done." in as_markdown(
        found, [problem]
    )
    assert json.loads(as_json(found, [problem]))["problems"][0]["severity"] == "warning"


def test_no_change_is_one_line(toy_register: Register) -> None:
    assert as_markdown(compare(toy_register, toy_register), ()) == "No change to the record.\n"


def test_of_two_long_texts_only_what_differs_is_shown(tmp_path: Path, toy_register: Register) -> None:
    long = "The same words again and again. " * 20
    before = load(toy_with(tmp_path / "before", (SECOND, "Half done.", f"{long}One. {long}")))
    after = load(toy_with(tmp_path / "after", (SECOND, "Half done.", f"{long}Two. {long}")))
    [line] = [line for line in summary_lines(before, after) if line.startswith("- **Action")]
    assert "One." in line and "Two." in line and len(line) < 300, line


# What a forge reads: CommonMark with HTML and tables.
forge = MarkdownIt("commonmark", {"html": True}).enable("table")


@pytest.mark.parametrize(
    "text",
    [
        "a | b", "<script>alert(1)</script>", "`code` and ``more``", "![x](https://evil.example/x.png)",
        "**bold** _it_", "<!-- hidden", "[x]: https://evil.example", "~~gone~~", "$x^2$", "\\| and \\", "&lt;b&gt;",
        "# no heading",
    ],
)  # fmt: skip
def test_text_of_the_record_is_shown_and_does_nothing(text: str) -> None:
    page = html.fragment_fromstring(forge.render(f"| a | b |\n|---|---|\n| {for_markdown(text)} | end |\n"), "div")
    cells = page.xpath(".//tbody/tr/td")
    assert [cell.text_content().replace("\u2060", "") for cell in cells] == [text, "end"]
    assert {element.tag for element in page.iter()} <= {"div", "table", "thead", "tbody", "tr", "th", "td"}


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp", "Co", "Cn"])))
def test_any_text_stays_in_its_cell(text: str) -> None:
    page = html.fragment_fromstring(forge.render(f"| a | b |\n|---|---|\n| x{for_markdown(text)}x | end |\n"), "div")
    cell, end = page.xpath(".//tbody/tr/td")
    shown = f"x{visible(text)}x"  # signs that move what stands beside them are written as numbers
    assert "".join(cell.text_content().replace("\u2060", "").split()) == "".join(shown.replace("\u2060", "").split())
    assert end.text_content() == "end"


@pytest.mark.parametrize(("text", "shown"), [
    ("@octocat, a@b.example", "@&#8288;octocat, a@&#8288;b.example"),
    ("see #12", "see #&#8288;12"),
    ("two\nlines | x", "two<br>lines &#124; x"),
])  # fmt: skip
def test_nobody_is_called_and_no_line_is_broken(text: str, shown: str) -> None:
    assert for_markdown(text) == shown


def changes(folder: Path, *arguments: str | Path, **more: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")} | more
    command = [*MINUTES, "--project", str(folder), "changes", *map(str, arguments)]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)


def test_two_folders_are_compared_without_git(tmp_path: Path) -> None:
    after = toy_with(tmp_path / "after", ("group.yml", "contact: office@", "contact: desk@"))
    done = changes(after, "--folder", DATA / "toy", PATH=str(tmp_path))
    assert (done.returncode, "- **Contact**: <del>office@&#8288;" in done.stdout) == (0, True), done


@pytest.mark.parametrize(("revision", "path", "told"), [
    ("nosuch", None, "is not under git; compare with a folder instead\n"),
    ("nosuch", "/nowhere", "git is not on the PATH; install it, or compare with a folder\n"),
])  # fmt: skip
def test_what_git_cannot_do_is_a_sentence(tmp_path: Path, revision: str, path: str | None, told: str) -> None:
    toy = toy_with(tmp_path / "toy")
    done = changes(toy, revision, GIT_CEILING_DIRECTORIES=str(tmp_path), **({"PATH": path} if path else {}))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.endswith(told), done.stderr


@pytest.mark.parametrize("revision", ["nosuch", "--upload-pack=x", "main:data", "HEAD~99"])
def test_an_unknown_revision_is_a_sentence(tmp_path: Path, revision: str) -> None:
    toy = toy_with(tmp_path / "toy")
    for command in (
        ["init", "-q"],
        ["-c", "user.name=Invented", "-c", "user.email=a@b.example", "commit", "-qm", "x", "--allow-empty"],
    ):
        subprocess.run(["git", *command], cwd=toy, check=True, capture_output=True)
    done = changes(toy, "--", revision)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f"git knows no revision '{revision}' here; check how it is spelt, or fetch it with 'git fetch'\n"
    )
    done = changes(toy, "HEAD")
    assert done.returncode == 0
    assert done.stdout.startswith("# What merging will publish\n\nHEAD holds no record, so everything here is new.")


def test_an_earlier_record_with_errors_is_compared_as_far_as_it_can_be_read(tmp_path: Path) -> None:
    before = toy_with(tmp_path / "before", (SECOND, "status: published", "status: publisht"))
    done = changes(toy_with(tmp_path / "after", (FIRST, "title: Welcome", "title: All")), "--folder", before)
    assert done.returncode == 1
    assert "has 1 error by the rules of today; first: data/meetings/2030-03-14.yml:2:9" in done.stdout
    assert "the approved record of 10 January 2030 is changed" in done.stdout


def test_errors_of_a_later_record_are_reported_as_by_check(tmp_path: Path) -> None:
    after = toy_with(tmp_path / "after", (SECOND, "status: published", "status: publisht"))
    done = changes(after, "--folder", DATA / "toy")
    assert done.returncode == 1
    assert "data/meetings/2030-03-14.yml:2:9: status 'publisht' is not known; did you mean 'published'?" in done.stdout


@pytest.mark.parametrize("side", ["before", "after"])
@pytest.mark.parametrize("gone", sorted(
    str(path.relative_to(DATA / "toy")) for path in (DATA / "toy" / "data").rglob("*")
))  # fmt: skip
def test_a_file_or_folder_missing_on_either_side_is_reported(tmp_path: Path, gone: str, side: str) -> None:
    both = {name: toy_with(tmp_path / name) for name in ("before", "after")}
    place = both[side] / gone
    if place.is_dir():
        shutil.rmtree(place)
    else:
        place.unlink()
    done = CliRunner().invoke(main, ["--project", str(both["after"]), "changes", "--folder", str(both["before"])])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    assert done.output.startswith(("# What merging will publish", "data/")), done.output


def test_a_part_that_vanished_is_reported(tmp_path: Path, toy_register: Register) -> None:
    before = load(toy_with(tmp_path, (FIRST, "agenda:\n", "sources:\n  - title: A document\nagenda:\n")))
    assert "- **Source “A document”, Title**: <del>A document</del>" in summary_lines(before, toy_register)


def test_a_record_before_the_first_one_is_empty(tmp_path: Path) -> None:
    (tmp_path / "before").mkdir()
    (tmp_path / "before" / "data").mkdir()
    done = CliRunner().invoke(main, ["--project", str(DATA / "toy"), "changes", "--folder", str(tmp_path / "before")])
    assert done.exit_code == 0, done.output
    for line in (
        "**10 January 2030**: new, approved.",
        "- **AB** (Invented Person A): added.",
        "- **Contact**: <ins>office@",
    ):
        assert line in done.output, line


def said_of(record: BaseModel | None, path: str = "") -> Counter[tuple[str, str]]:
    """Every value of a record as (its keys, without positions; its text for readers)."""
    out: Counter[tuple[str, str]] = Counter()
    for name, value in record or Glossary():
        if value is (name == "on_agenda"):
            continue  # says nothing
        for item in value if isinstance(value, tuple) else (value,):
            out += Counter(said_of_value(item, f"{path}.{name}"))
    return out


def said_of_value(value: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, BaseModel):
        yield from said_of(value, path).elements()
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield path, key
            yield from said_of_value(inner, f"{path}.{key}")
    elif value is not None:
        shown = {True: "yes", False: "no", **{day: wording.day(day) for day in [value] if isinstance(value, date)}}
        text = getattr(value, "text", getattr(value, "pattern", None))
        times = phrases.times(value) if isinstance(value, TimeRange) else None
        yield path, times or text or (shown[value] if isinstance(value, bool | date) else str(value))


def files_of(archive: Archive) -> dict[str, BaseModel | None]:
    single = {
        "group": archive.group, "people": archive.people, "accessibility": archive.accessibility,
        "glossary": archive.glossary_file.record if archive.glossary_file else None,
        "redirects": archive.redirects_file.record if archive.redirects_file else None,
    }  # fmt: skip
    return {**single, **archive.meetings, **{f"terms {s}": filed.record for s, filed in archive.terms_files.items()}}


@settings(max_examples=int(os.environ.get("EXAMPLES", "500")))
@given(archives(), archives(), st.sampled_from(["json", "markdown"]))
def test_nothing_that_differs_between_two_records_goes_unsaid(old: Archive, new: Archive, form: str) -> None:
    """Oracle: for each file, every value of one side that the other does not have as often is in the summary. What is
    marked there word by word is the earlier text without what came, and the later one without what went."""
    before, after = follow(old), follow(new)
    found = compare(before, after)
    text = {"json": as_json, "markdown": as_markdown}[form](found, broken_promises(before, after, found))
    text = "\n".join(strings(json.loads(text)) if form == "json" else map(partial(without, text), ("ins", "del")))
    old_files, new_files = files_of(old), files_of(new)
    for name in {*old_files, *new_files}:
        was, now = said_of(old_files.get(name)), said_of(new_files.get(name))
        for path, value in {*(was - now), *(now - was)}:
            shown = without(for_markdown(value), "") if form == "markdown" else value
            assert shown in text, (name, path, value)


def without(text: str, tag: str) -> str:
    """Markdown as its reader reads it, without what stands in one kind of tag."""
    left = re.sub(f"<{tag}>.*?</{tag}>", "", text) if tag else text
    return " ".join(unescape(re.sub("</?(ins|del)>", "", left)).split())


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        value = [*value, *value.values()]
    if isinstance(value, list):
        for item in value:
            yield from strings(item)
    elif value is not None:
        yield str(value)
        yield wording.day(date.fromisoformat(value)) if re.fullmatch(r"\d{4}-\d\d-\d\d", str(value)) else ""


def altered(value: Any) -> Iterator[Any]:
    """A value with one thing changed, added again, moved or taken away in it, each in turn."""
    if isinstance(value, BaseModel):
        for name, inner in value:
            default = type(value).model_fields[name].default
            rest = [default] if inner and default in (None, ()) else []
            yield from (value.model_copy(update={name: other}) for other in (*altered(inner), *rest))
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield {other: kept for other, kept in value.items() if other != key}
            yield from ({**value, key: other} for other in altered(inner))
    elif isinstance(value, tuple):
        yield from (value[::-1], (*value, *value[-1:])) if value != value[::-1] else ()
        for at, inner in enumerate(value):
            yield from ((*value[:at], other, *value[at + 1 :]) for other in altered(inner))
    elif isinstance(value, bool):
        yield not value
    elif isinstance(value, Enum):
        yield from (other for other in type(value) if other is not value)
    elif isinstance(value, date):
        yield value + timedelta(days=1)
    elif isinstance(value, int):
        yield value + 1
    elif isinstance(value, str):
        yield f"{value}x"
    elif isinstance(value, Names):
        yield Names(f"{value.text}, XY", (*value.keys, "XY"))


# Values that every kind of file may have, besides what the toy archive says in it.
MORE = {
    "acknowledged": tuple(Acknowledgement(warning=f"invented {name}", reason=f"Reason {name}.") for name in "ab"),
    "changes": tuple(Change(date=date(2031, 1, day), note=f"Invented reason {day}.") for day in (1, 2)),
}
SINGLE = ("group_file", "people_file", "glossary_file", "redirects_file", "accessibility_file", "automatic_tests_file")


def fuller(filed: Filed[Any]) -> Filed[Any]:
    more = {name: entries for name, entries in MORE.items() if name in type(filed.record).model_fields}
    return replace(filed, record=filed.record.model_copy(update=more))


@pytest.mark.parametrize("part", [*SINGLE, "meeting_files", "terms_files"])
def test_each_value_that_is_altered_is_a_change(part: str, toy_register: Register) -> None:
    there = getattr(toy_register.archive, part)
    files = {stem: fuller(filed) for stem, filed in (there.items() if part not in SINGLE else [("", there)])}
    rich = replace(toy_register.archive, **{part: files.get("", files)})
    before, tried = follow(rich), 0
    for stem, filed in files.items():
        for record in altered(filed.record):
            new = replace(filed, record=record)
            after = follow(replace(rich, **{part: {**files, stem: new} if stem else new}))
            for sides in ((before, after), (after, before)):
                assert not compare(*sides).none, (filed.file, record)
                assert "No change to the record." not in as_markdown(compare(*sides), ())
            tried += 1
    assert tried, part


INVENTED = "An invented word and another. "


@pytest.mark.parametrize(("entries", "words", "folds", "ends"), [
    (3, 10, True, None), (60, 900, False, "Every value is left out here, because there are too many."),
    (4000, 10, False, "The rest is left out here, because it is too long."),
])  # fmt: skip
def test_a_summary_is_not_too_large_for_a_host(
    tmp_path: Path, toy_register: Register, entries: int, words: int, folds: bool, ends: str | None
) -> None:
    people = "".join(
        f"  Q{number}:\n    name: 'Invented {INVENTED * 8} <{number}>'\n    note: '{INVENTED * words}'\n"
        for number in range(entries)
    )
    bodies = "organisations:\n"
    edits = [("people.yml", bodies, f"{people}{bodies}"), (FIRST, "title: Welcome", "title: Welcome all")]
    after = load(toy_with(tmp_path, *edits))
    found = compare(toy_register, after)
    problems = broken_promises(toy_register, after, found)
    whole, short = as_markdown(found, problems), as_summary(found, problems, (), ["macros/invented.py"])
    assert whole.count("<details>") == 1
    assert len(short.encode("utf-8")) <= 900_000
    assert ("<details>" in short) is folds and short.count("<details>") == short.count("</details>")
    for line in ("## ⚠ Read this first: more than the record changes", "## What stops the merge", "macros/invented.py"):
        assert line in short
    assert "is changed (Agenda item 1, Title) without a new entry" in short
    last = short.splitlines()[-1]
    if ends:
        assert last.startswith(ends) and "minutes changes BASE &gt; file" in unescape(last).replace(">", "&gt;")
    else:
        assert short.endswith(whole[-100:])


def test_all_that_stops_the_merge_stays_in_a_summary(toy_register: Register) -> None:
    problems = [Problem(Place(f"data/{n}.yml"), Severity.ERROR, INVENTED * 300) for n in range(200)]
    short = as_summary(compare(toy_register, toy_register), problems)
    assert all(f"data/{number}.yml:1:1" in short for number in range(200))
