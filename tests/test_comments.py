"""Comments go out of data files, and nothing else does."""

from pathlib import Path

import pytest
import yaml
from folders import DATA
from hypothesis import given
from hypothesis import strategies as st

from macros.record.comments import without_comments

ROOT = Path(__file__).resolve().parents[1]
FILES = sorted(
    [*(DATA / "toy").rglob("*.yml"), *(DATA / "anpr-iag").rglob("*.yml"), *ROOT.glob("examples/*/data/**/*.yml")]
)


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("# top\na: b # behind\n", "a: b\n"),
        ("a: |  # head\n  text # kept\n  # kept too\n# out\nb: c\n", "a: |\n  text # kept\n  # kept too\nb: c\n"),
        ("a: >-\n  folded # kept\n\n  more\n  # out\n", "a: >-\n  folded # kept\n\n  more\n  # out\n"),
        ("a: \"x # y\" # gone\nb: 'x # y'\n", "a: \"x # y\"\nb: 'x # y'\n"),
        ("a: [b, 'c # d', e] # gone\n", "a: [b, 'c # d', e]\n"),
        ("a: text#kept\r\n# gone\r\nb: 1\r\n", "a: text#kept\r\nb: 1\r\n"),
        ("---\na: 1 # gone\n---\n# Purpose\n\nTo # advise.\n", "---\na: 1\n---\n# Purpose\n\nTo # advise.\n"),
        ("# only comments", ""),
    ],
)
def test_only_comments_go(typed: str, left: str) -> None:
    assert without_comments(typed) == left


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_a_file_means_the_same_without_them(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    left = without_comments(text)
    assert yaml.load(left, yaml.BaseLoader) == yaml.load(text, yaml.BaseLoader)
    assert ("#" in text) or left == text


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"])), min_size=1))
def test_any_text_means_the_same_without_them(texts: list[str]) -> None:
    dumped = yaml.safe_dump({"a": texts}, allow_unicode=True)
    assert yaml.safe_load(without_comments(f"# gone\n{dumped}# gone\n")) == {"a": texts}
