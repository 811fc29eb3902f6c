"""Mends the lines of a YAML file that cannot be read, so that the lines after them can be.

What is mended only helps to find more faults in the same run. It is never published.
"""

import re
from collections.abc import Iterator

from macros.record.models import every_key

Lines = list[str]
Edit = dict[int, str]

_DASHES = re.compile(r"[ \t]*(?:-[ \t]+)*")
_KEY = re.compile(r"[ \t]*(?:- +)*[^\s:#'\"\[\]{}|>-][^:#'\"]*:(?=\s|$)")
_FIRST_WORD = re.compile(r"([ \t]*(?:- +)*[\w/.-]+)\s*(.*)")
_TIGHT = re.compile(r"([ \t]*(?:- +)*[A-Za-z_][\w-]*):(\S.*)")
_NO_SPACE_BEHIND_DASH = re.compile(r"([ \t]*)-(?=[^\s-])")
_ANY_KEY = re.compile(r"[ \t]*(?:-[ \t]*)*([A-Za-z_]+):")
_CLOSING = {"[": "]", "{": "}"}


def indentation(line: str) -> int:
    """The number of spaces and tabs that a line begins with."""
    return len(line) - len(line.lstrip(" \t"))


def column(line: str) -> int:
    """Where the text of a line begins, behind its dashes."""
    found = _DASHES.match(line)
    return found.end() if found else 0


def begins_key(line: str) -> bool:
    """Whether a line begins with a key, with or without a dash before it."""
    return _KEY.match(line) is not None


def begins_entry(line: str) -> bool:
    """Whether a line begins with the dash of a list entry."""
    return re.match(r"[ \t]*-(?:\s|$)", line) is not None


def below(lines: Lines, at: int) -> range:
    """The lines that belong to the text or the key of a line: those right below it that are indented further."""
    end = at + 1
    while end < len(lines) and (not lines[end].strip() or indentation(lines[end]) > column(lines[at])):
        end += 1
    return range(at + 1, end)


def line_above(lines: Lines, at: int) -> int:
    """The nearest line above that is neither empty nor a comment; -1 if there is none."""
    return next((n for n in range(at - 1, -1, -1) if lines[n].strip() and lines[n].lstrip()[0] != "#"), -1)


def first_beside(lines: Lines, at: int) -> int:
    """The first of the lines above that are indented as far as a line, or further."""
    first = at
    for number in range(at - 1, -1, -1):
        if lines[number].strip() and indentation(lines[number]) < indentation(lines[at]):
            break
        first = number if lines[number].strip() else first
    return first


def stands_alone(lines: Lines, at: int) -> bool:
    """Whether no other line begins in the column of a line."""
    here = indentation(lines[at])
    return not any(line.strip() and indentation(line) == here for line in (*lines[:at], *lines[at + 1 :]))


def open_quotes(lines: Lines) -> Iterator[tuple[int, int]]:
    """Line and column of each quote that a value begins with and that is not closed before the next key or entry."""
    text_until = 0
    for at, line in enumerate(lines):
        start = _end_of_key(line) or column(line)
        value = line[start:].strip()
        if at >= text_until and value[:1] in ("|", ">"):
            text_until = below(lines, at).stop
        elif at >= text_until and value[:1] in ("'", '"') and value.replace("\\" + value[0], "").count(value[0]) == 1:
            after = next((other for other in lines[at + 1 :] if other.strip()), "- ")
            if indentation(after) <= column(line) and (begins_key(after) or begins_entry(after)):
                yield at, line.index(value[0], start)


def known_key(line: str) -> str:
    """The key that a line begins with, behind its dashes, if it is one of ours; else empty."""
    found = _ANY_KEY.match(line)
    return found[1] if found and found[1] in every_key() else ""


def mends(lines: Lines, at: int) -> Iterator[Edit]:
    """The ways in which the text of a faulty line may be mended, each as new lines by their numbers. The likeliest come
    first, those that take the lines below away come last."""
    line = lines[at]
    for text in _written_right(line):
        yield {at: text}
    for text in _closed(line):
        yield {at: text} | dict.fromkeys(below(lines, at), "")
        yield {at: text} | dict.fromkeys(_until_closed(lines, at), "")
    if begins_key(line):
        yield {at: line[: _end_of_key(line)]}


def without_value(line: str) -> str:
    """The line with another text as its value, if it has a key and text behind it."""
    end = _end_of_key(line)
    return f"{line[:end]} x" if end and line[end:].strip()[:1] not in ("", "|", ">") else line


def moves(lines: Lines, at: int) -> Iterator[Edit]:
    """The ways in which a line may be mended whose text is right, but not where it begins."""
    line = lines[at]
    if found := _NO_SPACE_BEHIND_DASH.match(line):
        yield {at: f"{found[1]}- {line[found.end() :]}"}
    elif not begins_entry(line):
        yield {at: f"{line[: indentation(line)]}- {line.lstrip()}"}
    columns = [{at: text} for text in _in_another_column(lines, at)]
    yield from columns
    if not begins_entry(line):
        yield from ({at: f"{text[: indentation(text)]}- {text.lstrip()}"} for edit in columns for text in edit.values())


def blanked(lines: Lines, at: int) -> Iterator[Edit]:
    """The ways to take a line away: alone, with what is below it, with everything after it."""
    yield {at: ""}
    yield dict.fromkeys((at, *below(lines, at)), "")
    yield dict.fromkeys(range(at, len(lines)), "")


def _written_right(line: str) -> Iterator[str]:
    if found := _NO_SPACE_BEHIND_DASH.match(line):
        yield f"{found[1]}- {line[found.end() :]}"
    if found := _TIGHT.fullmatch(line):
        yield f"{found[1]}: {found[2]}"
    yield from _closed(line)
    if not begins_key(line) and (found := _FIRST_WORD.fullmatch(line)):
        yield f"{found[1]}: {found[2]}".rstrip()


def _closed(line: str) -> Iterator[str]:
    """The line with its value in quotes, or with the bracket or quote that it opens closed."""
    start = _end_of_key(line) if begins_key(line) else column(line)
    value = line[start:].strip()
    if not value:
        return
    head = f"{line[:start].rstrip()} " if line[:start].strip() else line[:start]
    if value[0] in _CLOSING:
        yield f"{head}{value}{_CLOSING[value[0]]}"
    if value[0] in "'\"" and value.count(value[0]) == 1:
        yield f"{head}{value}{value[0]}"
    quoted = value.replace("'", "''")
    yield f"{head}'{quoted}'"


def _until_closed(lines: Lines, at: int) -> range:
    """The lines up to the one that ends with a quote, if no key begins on the way."""
    for number in range(at + 1, len(lines)):
        if begins_key(lines[number]):
            break
        if lines[number].rstrip().endswith(("'", '"')):
            return range(at + 1, number + 1)
    return range(0)


def _end_of_key(line: str) -> int:
    found = _KEY.match(line)
    return found.end() if found else 0


def _in_another_column(lines: Lines, at: int) -> Iterator[str]:
    """The line in each column in which a line around it begins, the nearest first."""
    line, now = lines[at], indentation(lines[at])
    near = [*range(max(0, at - 40), at), *range(at + 1, min(len(lines), at + 40))]
    around = [lines[number] for number in near if lines[number].strip() and "\t" not in lines[number]]
    columns = {place for other in around for place in (indentation(other), column(other))}
    if "\t" in line[:now]:  # how wide a tab was meant, nobody knows
        now = likely_column(lines, at)
        columns.add(now)
    else:
        columns.discard(now)
    if _holds_more(line):  # what it holds begins further right
        below_it = next((other for other in lines[at + 1 :] if other.strip()), "")
        limit = indentation(below_it) + begins_entry(below_it)
        columns = {place for place in columns if place < limit}
    for place in sorted(columns, key=lambda place: (abs(place - now), -place)):
        yield " " * place + line.lstrip()


def _holds_more(line: str) -> bool:
    """Whether a line is a key whose value is on the lines below."""
    return line.rstrip().endswith(":")


def likely_column(lines: Lines, at: int) -> int:
    """Where a line may begin: in one column with the keys below its dash, the entry above, or the line above."""
    line = lines[at]
    after = next((other for other in lines[at + 1 :] if other.strip()), "")
    before = [other for other in reversed(lines[:at]) if other.strip() and "\t" not in other]
    if begins_entry(line):
        dash = column(line) - indentation(line)
        if not begins_entry(after) and indentation(after) >= dash:
            return indentation(after) - dash
        return next((indentation(other) for other in before if begins_entry(other)), 0)
    above = before[0] if before else ""
    return column(above) + 2 * _holds_more(above)
