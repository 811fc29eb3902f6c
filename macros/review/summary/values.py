"""Changed values as lines of Markdown: word by word, a few of them in sight and the rest folded."""

from collections.abc import Iterable, Iterator, Sequence

from macros.language import _, for_markdown, ngettext, wording
from macros.pages import changed_steps
from macros.register import Difference

_MOST = 8  # values in sight
_LONG, _SAME, _AROUND = (
    300,
    100,
    40,
)  # letters: of a line in sight; of words that did not change, and what stays of them


def lines(found: Iterable[Difference], of: str = "") -> list[str]:
    """Each value on a line of a list, behind where it stands; `of`: whose value it is."""
    return [f"- **{_where(one, of)}**: {words(one.before, one.after)}" for one in found]


def in_sight(listed: Sequence[str]) -> Iterator[str]:
    """The first lines that are not too long, and all others folded behind their number."""
    short = [line for line in listed if len(line) <= _LONG][:_MOST]
    rest = [line for line in listed if line not in short]
    yield from short
    said = ngettext("{number} more change", "{number} more changes", len(rest))
    yield from folded(said.format(number=wording.number(len(rest))), rest)


def every_value(found: Iterable[Difference], of: str = "") -> list[str]:
    """Every value of a record that came or went as a line. That it is new, or gone, stands above."""
    return [f"- **{_where(one, of)}**: {for_markdown(one.after or one.before or '')}" for one in found]


def folded(title: str, listed: Sequence[str]) -> Iterator[str]:
    """Lines that a reader unfolds (GitHub's Markdown takes HTML, and reads on as Markdown behind an empty line)."""
    if listed:
        yield "\n".join(["", f"<details><summary>{title}</summary>", "", *listed, "", "</details>", ""])


def words(before: str | None, after: str | None) -> str:
    """What was and what is, in one line: the words that went are `<del>`, those that came `<ins>` (HTML, 4.7). Of words
    in between that did not change, only those beside a change."""
    steps = changed_steps(before or "", after or "")
    if before == after:
        return for_markdown(after or _("not recorded"))
    last = len(steps) - 1
    cut = len(before or "") > 2 * _SAME or len(after or "") > 2 * _SAME
    return "".join(
        _changed(went, came) if went != came else _kept(went, at == 0, at == last) if cut else _in_line(went)
        for at, (went, came) in enumerate(steps)
    ).strip()


def _where(found: Difference, of: str) -> str:
    return for_markdown(", ".join(filter(None, (of, found.where))))


def _changed(went: str, came: str) -> str:
    between = " " if went and came and not went[-1:].isspace() and not came[:1].isspace() else ""
    return f"{_in_line(went, 'del')}{between}{_in_line(came, 'ins')}"


def _kept(text: str, is_first: bool, is_last: bool) -> str:
    """Words that did not change; of many, those beside a change."""
    if len(text) <= _SAME:
        return _in_line(text)
    head = "" if is_first else text[:_AROUND].rpartition(" ")[0] or text[:_AROUND]
    tail = "" if is_last else text[-_AROUND:].partition(" ")[2] or text[-_AROUND:]
    return " … ".join((_in_line(head), _in_line(tail)))


def _in_line(text: str, tag: str = "") -> str:
    """A part of a line, within a tag if one is given. The spaces at both ends part words, so they stay."""
    inside = text.strip()
    if not inside:
        return _space(text)
    start = text.index(inside)
    said = f"<{tag}>{for_markdown(inside)}</{tag}>" if tag else for_markdown(inside)
    return f"{_space(text[:start])}{said}{_space(text[start + len(inside) :])}"


def _space(text: str) -> str:
    return "<br>" * text.count("\n") or (" " if text else "")
