"""The accessibility statement: what the files hold beside what may be said, and what the check reports."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from folders import DATA

from macros.pages import Page
from macros.pages.accessibility.conformance import Status, conformance
from macros.pages.accessibility.rules import RULES
from macros.pages.accessibility.statement import accessibility_statement, criterion
from macros.record.archive import Archive, Filed
from macros.record.entries import Mapping
from macros.record.fingerprint import fingerprint_of
from macros.record.models import CRITERIA, Accessibility, AutomaticTests, CheckName, Record, TrialKind, read
from macros.record.problems import Severity
from macros.record.source import read_yaml
from macros.register.following import follow
from macros.review.comparison import compare
from macros.review.summary import as_markdown
from macros.rules.loading import load

PREPARED = "prepared: 2026-03-02\n"
ISSUE = """issues:
  - what: An invented plan has no words.
    kind: {kind}
    criterion: 1.1.1
    since: 2026-04-01
    mended_by: 2027-03-31
"""
PLAN = ISSUE.format(kind="non-compliance")
BURDEN = ISSUE.format(kind="disproportionate burden") + "    reason: Invented.\n"
BY_PEOPLE = "trials:\n" + "".join(
    f"  - kind: {kind}\n    by: AB\n    date: 2026-03-01\n    result: Nothing was found.\n"
    for kind in TrialKind
    if kind is not TrialKind.DISABLED_PEOPLE
)
HEARD = BY_PEOPLE[: BY_PEOPLE.index("  - kind: screen magnifier")]


def run_of(day: str = "2026-03-03", version: str = "these", failed: int = 0, without: str = "") -> str:
    """The results of a run in which each group has ten tests that found nothing, and perhaps others."""
    checks = "".join(
        f"  {name}:\n    passed: 10\n    failed: {failed if name == 'keyboard' else 0}\n    skipped: 0\n"
        for name in CheckName
        if name != without
    )
    return (
        f"date: {day}\nversion: {version}\npages: 20\nkinds: 3\nstates: 4\ntools:\n  axe-core: 1.2.3\nchecks:\n{checks}"
    )


def filed(kind: type[Record], text: str) -> Filed[Record]:
    entry, problems = read_yaml(text, "data/invented.yml")
    record = read(kind, entry.plain)
    assert problems == () and isinstance(record, kind) and isinstance(entry, Mapping)
    return Filed("invented", "data/invented.yml", record, entry)


def archive_of(toy: Archive, statement: str | None, run: str | None = None, today: date | None = None) -> Archive:
    """The toy archive with another statement, another run of tests, or neither."""
    return replace(
        toy,
        accessibility_file=filed(Accessibility, statement) if statement else None,
        automatic_tests_file=filed(AutomaticTests, run) if run else None,
        fingerprint="these",
        checked_on=today,
    )


def messages(archive: Archive) -> list[str]:
    """The messages of the rules about the statement, without the file, and without the name of each warning."""
    problems = [problem for rule in RULES for problem in rule(archive)]
    assert all(problem.name for problem in problems if problem.severity is Severity.WARNING)
    return [str(replace(problem, name="")).removeprefix("data/invented.yml:") for problem in problems]


def page_of(archive: Archive) -> str:
    return " ".join(accessibility_statement(Page(follow(archive), "accessibility/")).split())


# What may be said of the status

COMPLIANT = "compliant with the Web Content Accessibility Guidelines version 2.2 AA standard"


@pytest.mark.parametrize(
    ("statement", "run", "status", "sentence"),
    [
        (PREPARED, None, Status.UNKNOWN,
         f"How far this website is {COMPLIANT} is not established. No failure is known"),
        (PREPARED, run_of(), Status.UNKNOWN, "is not established. No failure is known"),
        (PREPARED + BY_PEOPLE, None, Status.UNKNOWN, "is not established. No failure is known"),
        (PREPARED + HEARD, run_of(), Status.UNKNOWN, "is not established."),
        (PREPARED + BY_PEOPLE, run_of(version="those"), Status.UNKNOWN, "is not established."),
        (PREPARED + BY_PEOPLE, run_of(day="2026-03-01"), Status.UNKNOWN, "is not established."),
        (PREPARED + BY_PEOPLE, run_of(without="markup"), Status.UNKNOWN, "is not established."),
        (PREPARED + BY_PEOPLE, run_of(), Status.FULL, f"This website is fully {COMPLIANT}."),
        (PREPARED + BY_PEOPLE + PLAN, run_of(), Status.PARTIAL,
         f"This website is partially {COMPLIANT}, due to the non-compliances listed below."),
        (PREPARED + BY_PEOPLE + BURDEN, run_of(), Status.PARTIAL, "due to the exemptions listed below."),
        (PREPARED + PLAN + BURDEN.removeprefix("issues:\n"), run_of(), Status.PARTIAL,
         "due to the non-compliances and exemptions listed below."),
        (PREPARED + BY_PEOPLE, run_of(failed=1), Status.UNKNOWN,
         "is not established. The automatic tests found something that is not listed as a problem yet."),
        (PREPARED + PLAN, None, Status.UNKNOWN, "is not established. Problems are listed below, but no test"),
        (PREPARED + BY_PEOPLE + "status: not compliant\n", run_of(), Status.NOT, f"This website is not {COMPLIANT}."),
    ],
)  # fmt: skip
def test_the_status_is_what_the_files_earn(
    toy: Archive, statement: str, run: str | None, status: Status, sentence: str
) -> None:
    archive = archive_of(toy, statement, run)
    assert conformance(archive).status is status
    assert sentence in page_of(archive)
    assert ("fully compliant" in page_of(archive)) == (status is Status.FULL)


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        ("fully compliant", "'fully compliant' cannot be written here, because the status follows from the issues and "
                            "the tests; write 'not compliant' if the site fails most requirements, or leave the key "
                            "out"),
        ("[not compliant]", "a list cannot be written here, because the status follows from the issues and the tests; "
                            "write 'not compliant' if the site fails most requirements, or leave the key out"),
    ],
)  # fmt: skip
def test_nobody_can_write_that_the_site_complies(status: str, sentence: str) -> None:
    entry, _ = read_yaml(f"{PREPARED}status: {status}\n", "data/accessibility.yml")
    found = read(Accessibility, entry.plain)
    assert isinstance(found, tuple)
    assert [fault.message for fault in found] == [sentence]


def test_the_page_without_a_statement_says_so_and_still_tells_of_the_tests(toy: Archive) -> None:
    page = page_of(archive_of(toy, None, run_of()))
    assert "No accessibility statement is recorded." in page
    assert "compliant" not in page
    assert "axe-core found nothing wrong" in page


def test_what_a_group_of_tests_earns_is_said_only_if_every_test_was_run_and_found_nothing(toy: Archive) -> None:
    sentence = "With the keyboard alone, each control"
    assert sentence in page_of(archive_of(toy, PREPARED, run_of()))
    assert sentence not in page_of(archive_of(toy, PREPARED, run_of(failed=1)))
    assert sentence not in page_of(archive_of(toy, PREPARED, run_of().replace("skipped: 0", "skipped: 1")))
    assert sentence not in page_of(archive_of(toy, PREPARED, run_of(without="keyboard")))
    assert sentence not in page_of(archive_of(toy, PREPARED))


def test_tests_of_other_pages_or_before_the_review_are_said_to_be_so(toy: Archive) -> None:
    changed, reviewed = "Since then the site has changed in its look", "This statement was reviewed after these tests."
    for run, expected in (
        (run_of(), [False, False]), (run_of(version="those"), [True, False]), (run_of(day="2026-03-01"), [False, True]),
    ):  # fmt: skip
        page = page_of(archive_of(toy, PREPARED, run))
        assert [sentence in page for sentence in (changed, reviewed)] == expected


def test_what_nobody_has_tested_is_listed_and_what_somebody_has_is_not(toy: Archive) -> None:
    untested = "No test of these kinds is on record, and nothing above stands in for them:"
    page = page_of(archive_of(toy, PREPARED + HEARD, run_of()))
    below = page[page.index(untested) :]
    assert "With a screen magnifier" in below and "With speech input" in below and "By disabled people" in below
    assert "With a screen reader" not in below


def test_the_bodies_of_the_united_kingdom_are_named_for_its_locale_alone(toy: Archive) -> None:
    group = replace(toy.group_file, record=toy.group.model_copy(update={"locale": "en_IE"}))
    here, elsewhere = archive_of(toy, PREPARED), replace(archive_of(toy, PREPARED), group_file=group)
    assert "Equality Advisory and Support Service (EASS)" in page_of(here)
    assert "Equality" not in page_of(elsewhere) and "United Kingdom" not in page_of(elsewhere)
    assert "Whom to turn to if you are not happy with a response is not recorded." in page_of(elsewhere)


def test_only_a_statement_that_is_adopted_speaks_for_the_publisher(toy: Archive) -> None:
    assert "is committed" not in page_of(archive_of(toy, PREPARED))
    assert "Invented Office, has not adopted this statement as its own yet." in page_of(archive_of(toy, PREPARED))
    adopted = page_of(archive_of(toy, f"{PREPARED}adopted: 2026-03-02\n"))
    assert "Invented Office is committed to making this website accessible, in accordance with" in adopted


# What the check reports


@pytest.mark.parametrize(
    ("statement", "run", "expected"),
    [
        (PREPARED + PLAN, run_of(), []),
        (None, None, ["data/accessibility.yml:1:1: note: no accessibility statement is recorded; the site says so"]),
        (PREPARED + "reviewed: 2025-03-02\n", None,
         ["2:11: the day 2025-03-02 is before the statement was prepared on 2026-03-02; check the year"]),
        (PREPARED + PLAN.replace("    criterion: 1.1.1\n", ""), None,
         ["3:5: no 'criterion' is given; write the number of the success criterion that this fails, like 1.4.3"]),
        (PREPARED + PLAN.replace("non-compliance", "not within scope").replace("    criterion: 1.1.1\n", ""), None, []),
        (PREPARED + PLAN.replace("    mended_by: 2027-03-31\n", ""), None,
         ["3:5: warning: neither 'mended_by' nor 'reason' is given; say by when this will be fixed, or why it is not"]),
        (PREPARED, run_of(failed=2),
         ["1:1: warning: tests of 'keyboard' found something, and the statement lists no problem; list it under "
          "'issues:'"]),
        (PREPARED + PLAN, run_of(failed=2), []),
        (PREPARED, run_of(version="those"),
         ["2:10: note: the automatic tests ran on another version of the pages, and the site says so; "
          "'make accessibility' runs them again"]),
        (PREPARED, run_of(day="2026-03-01"),
         ["1:7: note: the automatic tests ran on 2026-03-01, before the review of 2026-03-02, and the site says so; "
          "'make accessibility' runs them again"]),
    ],
)  # fmt: skip
def test_what_the_check_tells(toy: Archive, statement: str | None, run: str | None, expected: list[str]) -> None:
    assert messages(archive_of(toy, statement, run)) == expected


OLD = "warning: the statement was last reviewed on {}, more than twelve months ago; review it"
NEVER = "warning: the statement was prepared on {}, more than twelve months ago, and is not reviewed since; review it"


@pytest.mark.parametrize(
    ("statement", "today", "expected"),
    [
        (PREPARED, "2027-03-02", []),
        (PREPARED, "2027-03-03", [f"1:11: {NEVER.format('2 March 2026')}"]),
        (PREPARED + "reviewed: 2026-09-14\n", "2027-09-14", []),
        (PREPARED + "reviewed: 2026-09-14\n", "2027-09-15", [f"2:11: {OLD.format('14 September 2026')}"]),
        ("prepared: 2028-02-29\n", "2029-02-28", []),
        ("prepared: 2028-02-29\n", "2029-03-01", [f"1:11: {NEVER.format('29 February 2028')}"]),
        (PREPARED + PLAN + "reviewed: 2027-03-01\n", "2027-03-31", []),
        (PREPARED + PLAN + "reviewed: 2027-03-01\n", "2027-04-01",
         ["7:16: warning: this was to be fixed by 31 March 2027; delete the entry if it is fixed, or give another "
          "day"]),
        (PREPARED, "2026-03-01", ["1:11: warning: the day 2 March 2026 is still to come; check the year"]),
        (PREPARED + HEARD.replace("2026-03-01", "2026-03-05"), "2026-03-04",
         ["5:11: warning: the day 5 March 2026 is still to come; check the year",
          "9:11: warning: the day 5 March 2026 is still to come; check the year"]),
    ],
)  # fmt: skip
def test_what_is_out_of_date_on_a_day_is_reported(
    toy: Archive, statement: str, today: str, expected: list[str]
) -> None:
    assert messages(archive_of(toy, statement, today=date.fromisoformat(today))) == expected


def test_without_a_day_nothing_is_old(toy: Archive) -> None:
    assert messages(archive_of(toy, "prepared: 1999-01-01\n")) == []


def test_only_the_check_counts_to_a_day_and_the_pages_stay_as_they_are() -> None:
    before, after = load(DATA / "toy"), load(DATA / "toy", checked_on=date(2040, 1, 1))
    old = [str(problem) for problem in after.archive.problems if problem not in before.archive.problems]
    assert [line for line in old if "more than twelve months ago" in line]
    assert page_of(before.archive) == page_of(after.archive)


def test_a_statement_that_cannot_be_read_is_not_said_to_be_missing(toy: Archive) -> None:
    faulty = replace(archive_of(toy, None), faulty=frozenset({"data/accessibility.yml"}))
    assert messages(faulty) == []


# Criteria, versions, changes


def test_the_criteria_are_those_of_wcag_2_2_at_levels_a_and_aa() -> None:
    levels = [level for _, level in CRITERIA.values()]
    assert (levels.count("A"), levels.count("AA")) == (31, 24)
    assert sorted(CRITERIA, key=lambda number: [int(part) for part in number.split(".")]) == list(CRITERIA)
    assert criterion("1.4.3") == "1.4.3 Contrast (Minimum), level AA"


def test_the_fingerprint_changes_with_the_style_and_not_with_the_record(tmp_path: Path) -> None:
    style = tmp_path / "docs/stylesheets/base.css"
    style.parent.mkdir(parents=True)
    style.write_text("a {}")
    first = fingerprint_of(tmp_path)
    (tmp_path / "data").mkdir()
    (tmp_path / "data/group.yml").write_text("name: Invented\n")
    assert fingerprint_of(tmp_path) == first
    style.write_text("b {}")
    assert fingerprint_of(tmp_path) != first


def test_the_summary_of_a_change_tells_what_the_statement_says_anew(toy: Archive) -> None:
    before = follow(archive_of(toy, None))
    after = follow(archive_of(toy, PREPARED + PLAN, run_of()))
    lines = as_markdown(compare(before, after), ()).splitlines()
    assert "### Accessibility statement" in lines
    assert "- **Prepared**: <ins>2 March 2026</ins>" in lines
    assert "- **Issue 1, Criterion**: <ins>1.1.1</ins>" in lines
    assert "- **Checks, axe, Passed**: <ins>10</ins>" in lines
    assert not compare(before, before).accessibility
