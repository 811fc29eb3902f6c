"""Slips of the hand in a line of a YAML file, as people make them."""

import re
from collections.abc import Callable

Slip = Callable[[str], str]
_LINE = re.compile(r"(?P<head> *(?:- )?)(?P<key>\w+): (?P<value>\S.*)")


def _with(form: str) -> Slip:
    """The slip that writes a line of head, key and value in another form; a line of another kind stays as it is."""

    def slip(line: str) -> str:
        found = _LINE.fullmatch(line)
        return form.format(**found.groupdict()) if found else line

    return slip


# What is wrong with a line, of which nothing can be read as it was meant.
SLIPS: dict[str, Slip] = {
    "a quote that is not closed": _with('{head}{key}: "{value}'),
    "a single quote that is not closed": _with("{head}{key}: '{value}"),
    "a colon in the text": _with("{head}{key}: Note: {value}"),
    "a colon in text between curly quotes": _with("{head}{key}: “Note: {value}”"),
    "no space behind the colon": _with("{head}{key}:{value}"),
    "no colon": _with("{head}{key} {value}"),
    "an at sign first": _with("{head}{key}: @{value}"),
    "a dash first": _with("{head}{key}: - {value}"),
    "a bracket that is not closed": _with("{head}{key}: [{value}"),
    "a brace that is not closed": _with("{head}{key}: {{{value}"),
    "an apostrophe between single quotes": _with("{head}{key}: '{value}'s'"),
    "text behind the closing quote": _with('{head}{key}: "{value}" and more'),
    "a backslash between double quotes": _with('{head}{key}: "\\{value}"'),
    "a star first": _with("{head}{key}: *{value}"),
    "a backtick first": _with("{head}{key}: `{value}`"),
    "text behind a bar": _with("{head}{key}: | {value}"),
    "a tab before the line": lambda line: f"\t{line}",
    "a tab in place of the spaces": lambda line: "\t" + line.lstrip() if line[:1] == " " else line,
    "a space too many": lambda line: f" {line}",
    "a space too few": lambda line: line[1:] if line[:1] == " " else line,
    "no space behind the dash": lambda line: re.sub(r"^( *)- (?=\w)", r"\1-", line),
    "no dash, the key in its column": lambda line: re.sub(r"^( *)- (?=\w)", r"\1", line),
    "no dash, the key among the others": lambda line: re.sub(r"^( *)- (?=\w)", r"\1  ", line),
}
