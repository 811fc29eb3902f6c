"""What of the record in the folder is not what git would publish: the commit that is checked out."""

import os
from dataclasses import replace
from pathlib import Path

import click

from macros.language import _, wording
from macros.record import Problem, Severity
from macros.site import NoRevision, unlike

_FEW = 5

committed = click.option(
    "--committed", "must_be_committed", is_flag=True, default=lambda: os.environ.get("CI") == "true",
    help="Report each file of the record that is not in git's commit as it is here as an error; as if CI is 'true'.",
)  # fmt: skip


def uncommitted(folder: Path, must_be_committed: bool) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """A remark that names the files of the record that are not in the commit as they are here, and the errors.

    A link is always an error; with `must_be_committed`, each file is, and there is no remark. Outside of git, and
    before the first commit, there is neither.
    """
    try:
        found = tuple(unlike(folder, "HEAD", "data"))
    except NoRevision:
        return (), ()
    if must_be_committed:
        return (), tuple(replace(problem, severity=Severity.ERROR) for problem in found)
    errors = tuple(problem for problem in found if problem.severity is Severity.ERROR)
    files = [problem.place.file for problem in found if problem not in errors]
    said = _("Not as in the last commit, so not yet part of a proposal: {files}.")
    named = files if len(files) <= _FEW else [*files[: _FEW - 1], _more(len(files) - _FEW + 1)]
    return ((said.format(files=wording.listed(named)),) if files else ()), errors


def _more(number: int) -> str:
    return _("{number} more").format(number=wording.number(number))
