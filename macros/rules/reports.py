"""The problems of a record as plain text, annotations for GitHub, JSON or Markdown.

A writer takes the sorted problems and returns text. The command decides on the exit code.
"""

import json
import re
from collections import Counter
from collections.abc import Callable

from macros.language import _, marked, wording
from macros.record import Problem, Severity

Problems = tuple[Problem, ...]
Writer = Callable[[Problems], str]

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_TITLES = {
    Severity.ERROR: marked("Not published until this is fixed"),
    Severity.WARNING: marked("Please look at this"),
    Severity.NOTE: marked("For your information"),
}
_MARKS = re.compile(r"([\\`*_\[\]<>#!|~&@$:.])")


def plain_text(problems: Problems) -> str:
    """A line for each problem, `file:line:column: message`, and how many there are of each severity."""
    return "\n".join([*map(str, problems), _counted(problems)])


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
    return json.dumps({"problems": listed, "counts": counts}, ensure_ascii=False, indent=2)


def markdown(problems: Problems) -> str:
    """A list of every problem for the summary of a workflow. Text of the record is escaped."""
    lines = [
        f"- **{wording.sentence(problem.severity.label)}** `{_code(str(problem.place))}`: {_literal(problem.sentence)}"
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
    properties = {"file": place.file, "line": place.line, "col": place.column, "title": _(_TITLES[problem.severity])}
    written = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{_LEVELS[problem.severity]} {written}::{_data(problem.sentence)}"


def _data(text: str) -> str:
    """Text after the second `::` of a workflow command, as GitHub escapes it."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """The value of a property of a workflow command, which a colon or a comma would end."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _code(text: str) -> str:
    """Text for a code span, which only a backtick could end."""
    return _one_line(text).replace("`", "'")


def _literal(text: str) -> str:
    """Text that Markdown shows as it is: no mark, link, mention, picture or HTML in it works."""
    return _MARKS.sub(r"\\\1", _one_line(text))


def _one_line(text: str) -> str:
    return " ".join(text.split())
