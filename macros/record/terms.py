"""Reads a file of terms of reference: Markdown below YAML."""

from macros.language import _
from macros.record.characters import unprintable_in
from macros.record.entries import Mapping, Text
from macros.record.problems import Place, Problem, Severity
from macros.record.source import read_yaml


def read_terms(text: str, file: str) -> tuple[Mapping, tuple[Problem, ...]]:
    """Read Markdown that begins with YAML between two lines of `---`.

    Returns the front matter with the Markdown below it under the key `text`, and every problem.
    """
    if problems := unprintable_in(text, file):
        return Mapping(Place(file)), problems
    lines = text.splitlines()
    ends = [number for number, line in enumerate(lines) if line.rstrip() == "---"][:2]
    if len(ends) < 2 or ends[0] != 0:
        message = _("the file has to begin with a line '---', a line like 'adopted: 2022-01-31' and a line '---'")
        return Mapping(Place(file)), (Problem(Place(file), Severity.ERROR, message),)
    front = "\n".join(lines[1 : ends[1]]) + "\n"
    # Of a text without a day, nothing need stand between the lines.
    entry, problems = read_yaml(front, file, first_line=2) if front.strip() else (Mapping(Place(file)), ())
    below = Place(file, ends[1] + 2)
    if "text" in entry.keys:
        message = _("'text' is not a known key; write the text below the '---'")
        problems = (*problems, Problem(entry.keys["text"], Severity.ERROR, message))
    markdown = "\n".join(lines[ends[1] + 1 :])
    if not markdown.strip() and entry.keys.keys() & {"url", "meeting"}:
        return entry, problems  # the text is elsewhere
    entry.keys["text"] = below
    entry.items["text"] = Text(markdown, below, on_one_line=False, written=markdown)
    return entry, problems
