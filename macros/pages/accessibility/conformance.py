"""How far the site is known to comply with WCAG 2.2 AA: derived from issues, trials and automatic tests."""

from dataclasses import dataclass
from enum import StrEnum

from macros.record import Archive
from macros.record.models import Accessibility, AutomaticTests, CheckName, IssueKind, TrialKind

# These show that each criterion of WCAG is met. Tests by disabled people are reported, but not required.
_NEEDED = (
    TrialKind.EVERY_CRITERION, TrialKind.SCREEN_READER, TrialKind.SCREEN_MAGNIFIER, TrialKind.SPEECH_INPUT,
)  # fmt: skip


class Status(StrEnum):
    """The three statuses of the regulations, and `not established`."""

    FULL = "fully compliant"
    PARTIAL = "partially compliant"
    NOT = "not compliant"
    UNKNOWN = "not established"


@dataclass(frozen=True)
class Conformance:
    """How far the site complies.

    `known`: the kinds of known issues. `untested`: the tests that no person has done. `clean`: the groups of automatic
    tests that passed. `found`: whether automatic tests failed. `of_these_pages`: whether they ran on the current
    version of the pages. `since_review`: whether they ran after the last review.
    """

    status: Status
    known: frozenset[IssueKind]
    untested: tuple[TrialKind, ...]
    clean: frozenset[CheckName]
    found: bool
    of_these_pages: bool
    since_review: bool


def conformance(archive: Archive) -> Conformance:
    """The conformance that follows from the record. Without a statement, the status is not established."""
    statement, tests = archive.accessibility, archive.automatic_tests
    tried = {trial.kind for trial in statement.trials} if statement else set()
    of_these_pages = tests is not None and tests.version == archive.fingerprint
    since_review = tests is not None and (statement is None or tests.date >= statement.last_reviewed)
    clean = frozenset(name for name, check in tests.checks.items() if check.clean) if tests else frozenset()
    whole = of_these_pages and since_review and clean == set(CheckName) and tried >= set(_NEEDED)
    return Conformance(
        _status(statement, tests, whole),
        frozenset(issue.kind for issue in statement.issues) if statement else frozenset(),
        tuple(kind for kind in TrialKind if kind not in tried), clean,
        tests is not None and any(check.failed for check in tests.checks.values()), of_these_pages, since_review,
    )  # fmt: skip


def _status(statement: Accessibility | None, tests: AutomaticTests | None, whole: bool) -> Status:
    if statement is None:
        return Status.UNKNOWN
    if statement.status:
        return Status.NOT
    if statement.issues:
        # "Partially compliant" claims that most requirements are met, so there has to be a test.
        return Status.PARTIAL if tests or statement.trials else Status.UNKNOWN
    return Status.FULL if whole else Status.UNKNOWN
