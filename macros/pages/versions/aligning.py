"""Which paragraph of one text became which of another."""

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from macros.record import Kind, Paragraph

# From what share of common words on two paragraphs are one with another wording; and how many pairs are looked at.
_ALIKE, _MOST = 0.5, 60_000

Pair = tuple[Paragraph | None, Paragraph | None]


def aligned(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> Iterator[Pair]:
    """Each paragraph of both texts once, in the order of both: with the one that it was or became, or with None.

    The number of a paragraph does not count, so that one added above makes none of those below another one.
    """
    steps = SequenceMatcher(None, [_key(one) for one in old], [_key(one) for one in new], autojunk=False)
    for kind, a, b, c, d in steps.get_opcodes():
        if kind == "equal":
            yield from zip(old[a:b], new[c:d], strict=True)
        else:
            yield from _reworded(old[a:b], new[c:d])


def _key(one: Paragraph) -> tuple[bool, str]:
    return one.kind is Kind.HEADING, one.words


def _reworded(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> Iterator[Pair]:
    """Those that are alike beside each other; between them first what went, and then what came."""
    a = c = 0
    for b, d in [*_alike(old, new), (len(old), len(new))]:
        yield from ((one, None) for one in old[a:b])
        yield from ((None, one) for one in new[c:d])
        if b < len(old):
            yield old[b], new[d]
        a, c = b + 1, d + 1


def _alike(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> Iterator[tuple[int, int]]:
    """The positions of alike paragraphs, in the order of both texts, whose likeness is the greatest in sum."""
    if len(old) * len(new) > _MOST:
        return
    found = _likeness(old, new)
    best = [[0.0] * (len(new) + 1) for _one in range(len(old) + 1)]
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            beside = found[i, j] + best[i + 1][j + 1] if found[i, j] else 0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], beside)
    i = j = 0
    while best[i][j]:
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            yield i, j
            i, j = i + 1, j + 1


def _likeness(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> dict[tuple[int, int], float]:
    """For each two paragraphs the share of words that they have in common; nothing for a heading and another one."""
    bags = [[(one.kind is Kind.HEADING, Counter(one.words.split())) for one in side] for side in (old, new)]
    return {
        (i, j): _share(was, now) if is_heading is other_is else 0
        for i, (is_heading, was) in enumerate(bags[0]) for j, (other_is, now) in enumerate(bags[1])
    }  # fmt: skip


def _share(was: Counter[str], now: Counter[str]) -> float:
    share = 2 * (was & now).total() / max(1, was.total() + now.total())
    return share if share >= _ALIKE else 0
