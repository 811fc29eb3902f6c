"""No regular expression takes longer than the length of the text allows: each is tried on texts made to delay it."""

import os
import re
from time import process_time

import pytest
from hanging import stopped_after
from patterns_in_code import Used, adversaries, patterns, patterns_of_scripts

# PATTERN_SIZE=100000 tries longer ones for each pattern.
TEXTS = int(os.environ.get("PATTERN_TEXTS", "8"))
SIZE = int(os.environ.get("PATTERN_SIZE", "40000"))
LONGEST, NOTHING = 20, 0.1
OF_CODE, OF_SCRIPTS = patterns(), patterns_of_scripts()


def seconds(used: Used, text: str) -> float:
    """How long it takes to find all that a pattern matches in a text."""
    begun = process_time()
    with stopped_after(LONGEST, used.pattern.pattern[:60]):
        used.pattern.match(text)
        used.pattern.fullmatch(text)
        if not used.anchored:
            for _found in used.pattern.finditer(text):
                pass
    return process_time() - begun


def is_worse_than_linear(used: Used, size: int, texts: int) -> str:
    """A text of which four times as much takes over eight times as long, the quickest of three times; empty if none.

    What is linear takes four times as long, what is quadratic sixteen; other work on the machine only adds to a time.
    """
    pairs = zip(adversaries(used.pattern, texts, size), adversaries(used.pattern, texts, size // 4), strict=True)
    for long, short in pairs:
        if seconds(used, long) > NOTHING:
            most, least = (min(seconds(used, text) for _ in range(3)) for text in (long, short))
            if most > 8 * least:
                return long[:40]
    return ""


@pytest.mark.parametrize("name", OF_CODE)
def test_no_pattern_of_the_code_is_worse_than_linear(name: str) -> None:
    assert is_worse_than_linear(OF_CODE[name], SIZE, TEXTS) == ""


@pytest.mark.parametrize("name", OF_SCRIPTS)
def test_no_pattern_of_the_scripts_is_worse_than_linear(name: str) -> None:
    assert is_worse_than_linear(OF_SCRIPTS[name], SIZE, TEXTS) == ""


@pytest.mark.parametrize("pattern", [r"[A-Z]+-", r"\s*[(]", r"\{[^}]*\}"])
def test_a_pattern_that_is_worse_is_noticed(pattern: str) -> None:
    assert is_worse_than_linear(Used(re.compile(pattern), False), SIZE, 8)


def test_the_patterns_are_found() -> None:
    assert len(OF_CODE) > 70
    assert len(OF_SCRIPTS) > 12
    assert any("markdown.LINK" in name for name in OF_CODE)
    assert any(name.startswith("rows.js") for name in OF_SCRIPTS)
