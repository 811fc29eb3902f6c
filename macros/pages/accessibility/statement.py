"""The accessibility statement."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from macros.language import _
from macros.pages.accessibility import claims
from macros.pages.accessibility.conformance import conformance
from macros.pages.expected import Expected, for_readers
from macros.pages.frame import form_for_mistakes, reachable
from macros.pages.page import Page
from macros.pages.search_records import Kind, SearchRecord
from macros.pages.stubs import Stub, stub
from macros.record import ACCESSIBILITY, GROUP
from macros.record.models import (
    CRITERIA,
    AutomaticTests,
    Check,
    CheckName,
    Issue,
    IssueKind,
    Judgement,
    TrialKind,
)
from macros.register import Register, addresses

_UNITED_KINGDOM = "_GB"


@dataclass(frozen=True)
class Checked:
    """A group of automatic tests: its name for readers and in the file, its counts, and the claim if it passed."""

    words: str
    name: CheckName
    counts: Check | None
    claim: str | None


def accessibility_statement(page: Page) -> str:
    """The statement as HTML, with the sections of the model for the regulations of the United Kingdom (SI 2018/852), or
    a note that none is recorded; and the results of the last automatic tests."""
    archive = page.register.archive
    found = conformance(archive)
    statement = archive.accessibility
    return page.write(
        "accessibility.html", statement=statement, tests=archive.automatic_tests, found=found,
        compliance=claims.compliance(found), issues=_by_kind(statement.issues if statement else ()),
        criterion=criterion, trial=claims.trial, checked=_checked(archive.automatic_tests),
        group=archive.group, name=page.group[0],
        publisher=page.publisher,
        reachable=reachable, form=Markup(form_for_mistakes(archive.group)),
        in_united_kingdom=archive.group.locale.endswith(_UNITED_KINGDOM),
    )  # fmt: skip


def accessibility_texts(register: Register) -> tuple[str, ...]:
    """The texts of the statement for the search: the sentence on the status, then the texts of each issue and trial."""
    statement = register.archive.accessibility
    status = claims.compliance(conformance(register.archive)) if statement else _("No statement is recorded.")
    issues, trials = (statement.issues, statement.trials) if statement else ((), ())
    texts = [text for issue in issues for text in (issue.what, issue.where, issue.reason) if text]
    texts += [text for one in trials for text in (claims.trial(one.kind), one.tool, one.result) if text]
    texts += [one.reason for one in statement.acknowledged] if statement else []
    return status, *texts, *([statement.note] if statement and statement.note else [])


def criterion(number: str) -> str:
    """`1.4.3 Contrast (Minimum), level AA`."""
    name, level = CRITERIA[number]
    return _("{number} {name}, level {level}").format(number=number, name=_(name), level=level)


def _by_kind(issues: tuple[Issue, ...]) -> list[tuple[str, list[Issue]]]:
    """The issues of each kind below its heading, those known longest first."""
    in_order = sorted(issues, key=lambda issue: issue.since)
    by_kind = [(claims.issues_of(kind), [one for one in in_order if one.kind is kind]) for kind in IssueKind]
    return [(title, listed) for title, listed in by_kind if listed]


def _checked(tests: AutomaticTests | None) -> list[Checked]:
    counts = {name: tests.checks.get(name) if tests else None for name in CheckName}
    return [
        Checked(claims.check(name), name, check, claims.claim(name) if check and check.clean else None)
        for name, check in counts.items()
    ]


def _pages(register: Register) -> Iterator[Stub]:
    yield stub(addresses.ACCESSIBILITY, _("Accessibility statement"),
               _("How accessible this website is, what was tested, and whom to tell of a problem."),
               "accessibility_statement()", ACCESSIBILITY if register.archive.accessibility else GROUP)  # fmt: skip


def _searched(page: Page) -> SearchRecord:
    status, *texts = accessibility_texts(page.register)
    title = _("Accessibility statement")
    return SearchRecord(Kind.PAGE, title, addresses.ACCESSIBILITY, status, (status, *texts))


def _expected(register: Register) -> Iterator[Expected]:
    """Every value of the statement and of the tests."""
    files = (register.archive.accessibility_file, register.archive.automatic_tests_file)
    for filed in filter(None, files):
        for path, value, is_prose in for_readers(filed.record):
            said = next((say(value) for kind, say in _SAID.items() if isinstance(value, kind)), None)
            yield Expected(filed.file, path, value, is_prose, addresses.ACCESSIBILITY, said)


_SAID: dict[type, Callable[[Any], str]] = {
    Judgement: lambda _judgement: claims.not_compliant(), IssueKind: claims.issues_of, TrialKind: claims.trial,
    CheckName: claims.check,
}  # fmt: skip

PAGES, SEARCHED, EXPECTED = _pages, _searched, _expected
MACROS = {"accessibility_statement": accessibility_statement}
