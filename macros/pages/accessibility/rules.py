"""Rules about the accessibility statement."""

from collections.abc import Iterator
from datetime import date

from macros.language import _, wording
from macros.record import ACCESSIBILITY, Archive, Filed, Place, Problem, Severity
from macros.record.models import Accessibility, IssueKind

Path = tuple[str | int, ...]


def statement_is_recorded(archive: Archive) -> Iterator[Problem]:
    """The record has an accessibility statement.

        note: no accessibility statement is recorded; the site says so

    Bodies of the public sector have to publish one. This guide has a page about it, which shows how to create the file
    data/accessibility.yml. If your group need not have one, leave the note.
    """
    if not archive.accessibility and ACCESSIBILITY not in archive.faulty:
        yield Problem(
            Place(ACCESSIBILITY), Severity.NOTE, _("no accessibility statement is recorded; the site says so")
        )


def statement_is_dated_in_order(archive: Archive) -> Iterator[Problem]:
    """The statement is reviewed and adopted after it was prepared, and a problem is fixed after it became known.

        the day 2025-11-24 is before the statement was prepared on 2026-11-24; check the year
        the day 2025-11-24 is before the problem was known on 2026-11-24; check the year

    Find out which of the two days is right, and correct the other.
    """
    for filed, statement in _statement(archive):
        for key in ("adopted", "reviewed"):
            day = getattr(statement, key)
            if day and day < statement.prepared:
                message = _("the day {day} is before the statement was prepared on {first}; check the year")
                yield filed.problem(Severity.ERROR, (key,), message.format(day=day, first=statement.prepared))
        for index, issue in enumerate(statement.issues):
            if issue.mended_by and issue.mended_by < issue.since:
                message = _("the day {day} is before the problem was known on {first}; check the year")
                path = ("issues", index, "mended_by")
                yield filed.problem(Severity.ERROR, path, message.format(day=issue.mended_by, first=issue.since))


def issues_name_their_criterion(archive: Archive) -> Iterator[Problem]:
    """A problem that breaks the regulations says which success criterion it fails.

        no 'criterion' is given; write the number of the success criterion that this fails, like 1.4.3

    The criteria are those of the Web Content Accessibility Guidelines (WCAG) 2.2, levels A and AA. Ask the
    person who found the problem. Only a problem that is 'not within scope' needs no criterion.
    """
    for filed, statement in _statement(archive):
        for index, issue in enumerate(statement.issues):
            is_written = "criterion" in filed.keys_at(("issues", index))
            if not is_written and issue.kind is not IssueKind.OUT_OF_SCOPE:
                yield filed.problem(
                    Severity.ERROR, ("issues", index),
                    _("no 'criterion' is given; write the number of the success criterion that this fails, like 1.4.3"),
                )  # fmt: skip


def issues_say_what_becomes_of_them(archive: Archive) -> Iterator[Problem]:
    """A problem has a date by which it will be fixed, or a reason why not.

        no 'reason' is given; say why it would ask too much to fix this
        warning: neither 'mended_by' nor 'reason' is given; say by when this will be fixed, or why it is not

    A public body may leave something as it is because fixing it would be a disproportionate burden, but only once
    it has assessed that. Say what the assessment found.
    """
    for filed, statement in _statement(archive):
        for index, issue in enumerate(statement.issues):
            if issue.reason:
                continue
            if issue.kind is IssueKind.BURDEN:
                message = _("no 'reason' is given; say why it would ask too much to fix this")
                yield filed.problem(Severity.ERROR, ("issues", index), message)
            elif issue.kind is IssueKind.NON_COMPLIANCE and not issue.mended_by:
                message = _(
                    "neither 'mended_by' nor 'reason' is given; say by when this will be fixed, or why it is not"
                )
                yield filed.warning(("issues", index), message, f"not fixed {index + 1}")


def findings_are_listed(archive: Archive) -> Iterator[Problem]:
    """What the automatic tests found is listed in the statement.

        warning: tests of 'keyboard' found something, and the statement lists no problem; list it under 'issues:'

    The person who ran 'make accessibility' knows what it found. Add it to data/accessibility.yml, or have it fixed
    and the tests run again.
    """
    tests, filed = archive.automatic_tests_file, archive.accessibility_file
    if tests and filed and not filed.record.issues:
        for name, check in tests.record.checks.items():
            if check.failed:
                message = _("tests of '{name}' found something, and the statement lists no problem; "
                            "list it under 'issues:'")  # fmt: skip
                yield filed.warning((), message.format(name=name), f"not listed {name}")


def tests_are_of_these_pages(archive: Archive) -> Iterator[Problem]:
    """The automatic tests of accessibility ran on the site as it now looks and works, after the last review.

        note: the automatic tests ran on another version of the pages, and the site says so; 'make accessibility' runs
          them again
        note: the automatic tests ran on 2026-11-24, before the review of 2027-11-24, and the site says so;
          'make accessibility' runs them again

    You can leave this. To remove the note, ask somebody who works with the program to run 'make accessibility', and
    to propose the file data/accessibility-tests.yml that it writes.
    """
    tests, statement = archive.automatic_tests_file, archive.accessibility
    if tests and tests.record.version != archive.fingerprint:
        message = _("the automatic tests ran on another version of the pages, and the site says so; "
                    "'make accessibility' runs them again")  # fmt: skip
        yield tests.problem(Severity.NOTE, ("version",), message)
    if tests and statement and tests.record.date < statement.last_reviewed:
        message = _("the automatic tests ran on {day}, before the review of {review}, and the site says so; "
                    "'make accessibility' runs them again")  # fmt: skip
        message = message.format(day=tests.record.date, review=statement.last_reviewed)
        yield tests.problem(Severity.NOTE, ("date",), message)


def statement_is_reviewed_each_year(archive: Archive) -> Iterator[Problem]:
    """The statement was prepared or reviewed within the last twelve months.

        warning: the statement was last reviewed on 24 November 2026, more than twelve months ago; review it
        warning: the statement was prepared on 24 November 2026, more than twelve months ago, and is not reviewed since;
          review it

    Go through data/accessibility.yml, and have the site tested again. Then write the day of the review behind
    'reviewed:'.
    """
    for filed, statement in _statement(archive):
        if archive.checked_on and archive.checked_on > _a_year_after(statement.last_reviewed):
            key = "reviewed"
            message = _("the statement was last reviewed on {day}, more than twelve months ago; review it")
            if not statement.reviewed:
                key, message = "prepared", _("the statement was prepared on {day}, more than twelve months ago, and is "
                                             "not reviewed since; review it")  # fmt: skip
            day = wording.day(statement.last_reviewed)
            yield filed.warning((key,), message.format(day=day), f"review after {statement.last_reviewed}")


def problems_are_fixed_in_time(archive: Archive) -> Iterator[Problem]:
    """No date by which a problem was to be fixed has passed.

        warning: this was to be fixed by 24 November 2026; delete the entry if it is fixed, or give another day

    Do not list a problem that is fixed. If it is not fixed yet, give a date that can be kept.
    """
    for filed, statement in _statement(archive):
        for index, issue in enumerate(statement.issues):
            if archive.checked_on and issue.mended_by and issue.mended_by < archive.checked_on:
                message = _("this was to be fixed by {day}; delete the entry if it is fixed, or give another day")
                day = wording.day(issue.mended_by)
                yield filed.warning(("issues", index, "mended_by"), message.format(day=day), f"late {issue.mended_by}")


def nothing_is_dated_ahead(archive: Archive) -> Iterator[Problem]:
    """No past event, such as a test or a review, has a date in the future.

        warning: the day 24 November 2027 is still to come; check the year

    Correct the day.
    """
    for filed, path, day in _days_gone_by(archive):
        if archive.checked_on and day > archive.checked_on:
            message = _("the day {day} is still to come; check the year")
            yield filed.warning(path, message.format(day=wording.day(day)), f"to come {day}")


def _days_gone_by(archive: Archive) -> Iterator[tuple[Filed[Accessibility], Path, date]]:
    for filed, statement in _statement(archive):
        days: list[tuple[Path, date | None]] = [
            (("prepared",), statement.prepared), (("adopted",), statement.adopted), (("reviewed",), statement.reviewed),
            *((("issues", index, "since"), issue.since) for index, issue in enumerate(statement.issues)),
            *((("trials", index, "date"), trial.date) for index, trial in enumerate(statement.trials)),
        ]  # fmt: skip
        yield from ((filed, path, day) for path, day in days if day)


def _statement(archive: Archive) -> Iterator[tuple[Filed[Accessibility], Accessibility]]:
    """The statement with its file, if there is one."""
    if archive.accessibility_file:
        yield archive.accessibility_file, archive.accessibility_file.record


def _a_year_after(day: date) -> date:
    """The same day of the next year; 28 February for 29 February. The last year that a date can have stays."""
    return day.replace(year=min(day.year + 1, date.max.year), day=28 if (day.month, day.day) == (2, 29) else day.day)


RULES = (
    statement_is_recorded,
    statement_is_dated_in_order,
    issues_name_their_criterion,
    issues_say_what_becomes_of_them,
    findings_are_listed,
    tests_are_of_these_pages,
    statement_is_reviewed_each_year,
    problems_are_fixed_in_time,
    nothing_is_dated_ahead,
)
