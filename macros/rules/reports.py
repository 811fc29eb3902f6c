"""The problems of a record as plain text, annotations for GitHub, JSON or Markdown.

A writer takes the sorted problems and returns text. The command decides on the exit code.
"""

from collections import Counter
from collections.abc import Callable

from macros.language import _, for_markdown, json_text, markdown_code, marked, on_one_line, wording, workflow_command
from macros.record import Problem, Severity

Problems = tuple[Problem, ...]
Writer = Callable[[Problems], str]

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_TITLES = {
    Severity.ERROR: marked("Not published until this is fixed"),
    Severity.WARNING: marked("Please look at this"),
    Severity.NOTE: marked("For your information"),
}


def plain_text(problems: Problems) -> str:
    """A line for each problem, `file:line:column: message`, and how many there are of each severity."""
    return "\n".join([*(on_one_line(str(problem)) for problem in problems), _counted(problems)])


def annotations(problems: Problems) -> str:
    """A GitHub workflow command for each problem, which shows it at its line in a pull request.

    GitHub shows at most ten errors, ten warnings and ten notices of each step, so the summary has the whole list.
    """
    return "\n".join([*map(_annotation, problems), _counted(problems)])


def as_json(problems: Problems) -> str:
    """One JSON object: `problems`, each with file, line, column (both from 1), severity, message and, of a warning that
    can be acknowledged, the name to `acknowledge`; and `counts` with the number of each severity. Keys are added in
    later versions, never renamed.
    """
    listed = [
        {
            **problem.place._asdict(),
            "severity": problem.severity.word,
            "message": problem.message,
            **({"acknowledge": problem.name} if problem.name else {}),
        }
        for problem in problems
    ]
    number = Counter(problem.severity for problem in problems)
    counts = {severity.word: number[severity] for severity in Severity}
    return json_text({"problems": listed, "counts": counts})


def markdown(problems: Problems) -> str:
    """A list of every problem for the summary of a workflow. Text of the record is escaped."""
    lines = [
        f"- **{wording.sentence(problem.severity.label)}** {markdown_code(str(problem.place))}: "
        f"{for_markdown(problem.sentence)}"
        for problem in problems
    ]
    stopped = any(problem.severity is Severity.ERROR for problem in problems)
    closing = f"{_counted(problems)} {nothing_published()}" if stopped else _counted(problems)
    return "\n".join(["## " + _("Problems"), "", *lines, *([""] if lines else []), closing])


WRITERS: dict[str, Writer] = {
    "text": plain_text, "github": annotations, "json": as_json, "markdown": markdown,
}  # fmt: skip


def nothing_published() -> str:
    """The sentence that says what an error means for publication."""
    return _("Nothing is published until every error is fixed.")


def _counted(problems: Problems) -> str:
    number = Counter(problem.severity for problem in problems)
    said = [
        wording.errors(number[Severity.ERROR]), wording.warnings(number[Severity.WARNING]),
        wording.notes(number[Severity.NOTE]),
    ]  # fmt: skip
    return wording.sentence(f"{wording.listed(said)}.")


def _annotation(problem: Problem) -> str:
    place = problem.place
    properties: dict[str, object] = {
        "file": place.file,
        "line": place.line,
        "col": place.column,
        "title": _(_TITLES[problem.severity]),
    }
    return workflow_command(_LEVELS[problem.severity], properties, problem.sentence)
