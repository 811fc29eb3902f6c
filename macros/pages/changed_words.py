"""Two texts with the words marked that differ, for readers who see them and for those who hear them."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import takewhile

from markupsafe import Markup, escape

from macros.language import _

_WORDS = re.compile(r"\s+|[^\s]+")
# How many words and spaces stay of a longer run of words that are the same; and what is too much to compare.
_LONG, _AROUND, _MOST = 60, 24, 4_000_000

Pieces = list[tuple[str, bool]]


def pieces(before: str, after: str) -> tuple[Pieces, Pieces]:
    """Both texts in pieces, each with whether it stands in that text alone. The pieces together are the text."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    head = sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))
    rest = zip(reversed(old[head:]), reversed(new[head:]), strict=False)
    tail = sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], rest))
    middle = (old[head : len(old) - tail], new[head : len(new) - tail])
    steps = [(kind != "equal", middle[0][a:b], middle[1][c:d]) for kind, a, b, c, d in _steps(*middle)]
    whole = [(False, old[:head], new[:head]), *steps, (False, old[len(old) - tail :], new[len(new) - tail :])]
    return (
        [("".join(words), differs) for differs, words, _other in whole if words],
        [("".join(words), differs) for differs, _other, words in whole if words],
    )


def _steps(old: list[str], new: list[str]) -> Sequence[tuple[str, int, int, int, int]]:
    if len(old) * len(new) > _MOST:
        return [("replace", 0, len(old), 0, len(new))]
    return SequenceMatcher(None, old, new, autojunk=False).get_opcodes()


def before_and_after(before: str, after: str) -> tuple[Markup, Markup]:
    """Two texts as HTML: in the first, the words that went are `<del>`, in the second those that came are `<ins>`
    (HTML, 4.7), with words around them for readers who only hear the text. Long runs of other words are cut."""
    old, new = pieces(before, after)
    return _marked("del", old, _("[removed:")), _marked("ins", new, _("[added:"))


def _marked(tag: str, found: Pieces, said: str) -> Markup:
    marked = Markup('<{0}><span class="visually-hidden">{1} </span>{2}<span class="visually-hidden">]</span></{0}>')
    last = len(found) - 1
    return Markup("").join(
        marked.format(tag, said, text) if differs else escape(_shortened(text, at == 0, at == last))
        for at, (text, differs) in enumerate(found)
    )


def _shortened(text: str, is_first: bool, is_last: bool) -> str:
    """A run of unchanged words: of a long one, only those beside a change."""
    words = _WORDS.findall(text)
    if len(words) <= _LONG:
        return text
    return "".join(_cut(words, is_first, is_last))


def _cut(words: list[str], is_first: bool, is_last: bool) -> Iterator[str]:
    if not is_first:
        yield from words[:_AROUND]
    yield "…" if is_first else " … "
    if is_first:
        yield " "
    if not is_last:
        yield from words[-_AROUND:]
