"""Of two long texts, the part that differs."""

from itertools import takewhile

_LONG, _AROUND = 200, 40


def clipped(before: str | None, after: str | None) -> tuple[str | None, str | None]:
    """Both texts; of two long ones only the part that differs, with some words around it."""
    if not before or not after or max(len(before), len(after)) <= _LONG:
        return before, after
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False)))
    rest = min(len(before), len(after)) - same
    ends = zip(reversed(before), reversed(after), strict=False)
    tail = min(rest, sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], ends)))
    return _cut(before, same, tail), _cut(after, same, tail)


def _cut(text: str, same: int, tail: int) -> str:
    start, end = max(0, same - _AROUND), min(len(text), len(text) - tail + _AROUND)
    start = text.find(" ", start, same) + 1 if start and " " in text[start:same] else start
    end = text.rfind(" ", len(text) - tail, end) if " " in text[len(text) - tail : end] and end < len(text) else end
    return f"{'… ' if start else ''}{text[start:end]}{' …' if end < len(text) else ''}"
