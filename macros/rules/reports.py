"""The problems of a record as plain text, annotations for GitHub, JSON or Markdown.

A writer takes the sorted problems and returns text. The command decides on the exit code.
"""

import re
from collections import Counter
from collections.abc import Callable

from macros.language import (
    _,
    for_markdown,
    json_text,
    markdown_code,
    marked,
    on_one_line,
    wording,
    workflow_command,
)
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
    """A line for each problem, `file:line:column: message`, the corrected line below it where that is known, ready to
    copy, and how many problems there are of each severity."""
    lines = [on_one_line(line) for problem in problems for line in _with_corrected(problem, str(problem))]
    return "\n".join([*lines, _counted(problems)])


def annotations(problems: Problems) -> str:
    """A GitHub workflow command for each problem, which shows it at its line in a pull request.

    GitHub shows at most ten errors, ten warnings and ten notices of each step, so the summary has the whole list.
    """
    return "\n".join([*map(_annotation, problems), _counted(problems)])


def as_json(problems: Problems) -> str:
    """One JSON object: `problems`, each with file, line, column (both from 1), severity, message, of a warning that
    can be acknowledged the name to `acknowledge`, and the `corrected` line where that is known; and `counts` with the
    number of each severity. Keys are added in later versions, never renamed.
    """
    listed = [
        {
            **problem.place._asdict(),
            "severity": problem.severity.word,
            "message": problem.message,
            **({"acknowledge": problem.name} if problem.name else {}),
            **({"corrected": problem.corrected} if problem.corrected else {}),
        }
        for problem in problems
    ]
    number = Counter(problem.severity for problem in problems)
    counts = {severity.word: number[severity] for severity in Severity}
    return json_text({"problems": listed, "counts": counts})


def markdown(problems: Problems) -> str:
    """A list of every problem for the summary of a workflow: first the errors, then the warnings, and the notes folded.
    Text of the record is escaped."""
    lines: dict[Severity, list[str]] = {severity: [] for severity in Severity}
    for problem in problems:
        lines[problem.severity].append(
            f"- **{wording.sentence(problem.severity.label)}** {markdown_code(str(problem.place))}: "
            f"{for_markdown(_with_corrected(problem, problem.sentence)[0])}{_code_below(problem.corrected)}"
        )
    shown, notes = [*lines[Severity.ERROR], *lines[Severity.WARNING]], lines[Severity.NOTE]
    if notes:
        shown += ["", f"<details><summary>{wording.notes(len(notes))}</summary>", "", *notes, "", "</details>"]
    closing = f"{_counted(problems)} {nothing_published()}" if lines[Severity.ERROR] else _counted(problems)
    return "\n".join(["## " + _("Problems"), "", *shown, *([""] if shown else []), closing])


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
    said = "\n".join(_with_corrected(problem, problem.sentence))
    return workflow_command(_LEVELS[problem.severity], properties, said)


def _with_corrected(problem: Problem, said: str) -> list[str]:
    """What is said of a problem and, where it is known, the corrected line."""
    if not problem.corrected:
        return [said]
    return [_("{problem} – corrected:").format(problem=said), *problem.corrected.split("\n")]


def _code_below(lines: str) -> str:
    """Lines as a block of code within an entry of a list of Markdown, in which their spaces stay."""
    if not lines:
        return ""
    fence = "`" * max(3, *(len(found) + 1 for found in re.findall("`+", lines)), 3)
    return "".join(f"\n  {line}" for line in ("", fence, *map(on_one_line, lines.split("\n")), fence))
