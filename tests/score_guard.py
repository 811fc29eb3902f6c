"""Scores the personal-data guard on the labelled set: `make score-guard`."""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import yaml

from macros.rules.personal_data.finding import find
from macros.rules.personal_data.found import Kind

LABELLED = Path(__file__).parent / "data/personal_data/labelled.yml"
Spans = set[tuple[str, int, int]]


def labelled() -> Iterator[tuple[str, Spans]]:
    """Each string, and what the guard should find in it: kind, start and end."""
    for name, lines in yaml.safe_load(LABELLED.read_text(encoding="utf-8")).items():
        for line in lines.splitlines():
            text, spans = "", set()
            for index, part in enumerate(re.split(r"[{}]", line)):
                if index % 2:
                    spans.add((Kind[name.upper()].name, len(text), len(text) + len(part)))
                text += part
            yield text, spans


def found_in(text: str) -> Spans:
    """What the guard finds."""
    return {(found.kind.name, found.start, found.end) for found in find(text)}


def score() -> tuple[Counter[str], Counter[str], Counter[str], list[str]]:
    """By kind: what was found rightly, what was missed, what is none; and a line for each mistake."""
    right, missed, wrong, lines = Counter[str](), Counter[str](), Counter[str](), []
    for text, expected in labelled():
        found = found_in(text)
        for counter, spans in ((right, expected & found), (missed, expected - found), (wrong, found - expected)):
            counter.update(kind for kind, _start, _end in spans)
        lines += [f"missed: {text!r}: {text[a:b]}" for _kind, a, b in sorted(expected - found)]
        lines += [f"no {kind}: {text!r}: {text[a:b]}" for kind, a, b in sorted(found - expected)]
    return right, missed, wrong, lines


def main() -> None:
    """Print recall and precision of each kind and over all, and every mistake."""
    right, missed, wrong, lines = score()
    print(f"{'kind':20}{'labelled':>10}{'found':>8}{'recall':>9}{'precision':>11}")
    for name in [*(kind.name for kind in Kind), "all"]:
        r, m, w = (sum(c.values()) if name == "all" else c[name] for c in (right, missed, wrong))
        print(f"{name.lower():20}{r + m:>10}{r + w:>8}{r / ((r + m) or 1):>9.3f}{r / ((r + w) or 1):>11.3f}")
    strings = [*labelled()]
    alike = sum(not spans for _text, spans in strings)
    print(f"{len(strings)} strings, {alike} of them look-alikes", *lines, sep="\n")


if __name__ == "__main__":
    sys.exit(main())
