"""Loads a project folder: reads the record, checks every rule, and reports every problem in one run."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from macros.record import Problem, Reading, Severity, Unpublishable, read_folder
from macros.register import Register, follow
from macros.rules.acknowledged import acknowledged_warnings_arise, without_acknowledged
from macros.rules.listing import ADDRESS_RULES, LIFE_RULES, every_rule


def load(folder: Path, as_of: date | None = None, checked_on: date | None = None) -> Register:
    """Read `folder`/data, follow its actions as of a day (see `follow`) and check every rule.

    Warnings that the files acknowledge are left out. With `checked_on`, what is out of date on that day is reported
    too; that is never an error. Returns the register, whose archive has the warnings and notes. Raises Unpublishable
    with every problem of every file, sorted by place, if any of them is an error.
    """
    found = read_folder(folder)
    if found.archive is None:
        raise Unpublishable(found.problems, found.files)
    register = follow(replace(found.archive, checked_on=checked_on), as_of)
    problems = set(found.problems)
    ruled = [problem for rule in every_rule() for problem in rule(register.archive)]
    ruled += [problem for rule in LIFE_RULES for problem in rule(register)]
    problems.update(problem for problem in ruled if not _may_be_consequence(problem, found))
    problems = set(_once(problems))
    acknowledged = tuple(acknowledged_warnings_arise(register.archive, problems))
    problems = without_acknowledged(register.archive, problems)
    # The addresses of the site are known only for a record without other errors.
    if not _errors(problems):
        problems.update(problem for rule in ADDRESS_RULES for problem in rule(register))
        problems.update(acknowledged)
    if _errors(problems):
        raise Unpublishable(problems, found.files)
    return replace(register, archive=replace(register.archive, problems=tuple(sorted(problems))))


def _may_be_consequence(problem: Problem, found: Reading) -> bool:
    """Whether a problem may only follow from something that cannot be read, and is worth a look once it can."""
    place = problem.place[:2]
    return place in found.broken or (problem.severity is not Severity.ERROR and place in found.doubtful)


def _once(problems: set[Problem]) -> Iterator[Problem]:
    """The problems without those about unseen characters on a line whose error is corrected without them."""
    corrected = {one.place[:2] for one in problems if one.severity is Severity.ERROR and one.corrected}
    for problem in problems:
        if not (problem.name.startswith("character ") and problem.place[:2] in corrected):
            yield problem


def _errors(problems: set[Problem]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in problems)
