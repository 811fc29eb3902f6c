"""The guide is easy to read: a Flesch–Kincaid grade of at most 8 on every page."""

import pytest
from reading_age import LIMIT, grade, prose, texts

PAGES = dict(texts())


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_the_guide_is_read_after_eight_years_of_school(name: str) -> None:
    assert grade(prose(PAGES[name])) <= LIMIT


def test_running_text_is_measured_and_code_is_one_short_word() -> None:
    text = "---\ntitle: T\n---\n# Head\n\nSave `x.yml` in **two** ways:\n\n    key: value\n\n- `message`\n"
    text += "- Go to github.com.\n"
    assert [" ".join(piece.split()) for piece in prose(text)] == ["Save code in two ways:", "Go to githubcom."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The cat sat on the mat.", 0.39 * 6 + 11.8 * 6 / 6 - 15.59),
        ("The secretary remembered yesterday.", 0.39 * 4 + 11.8 * (1 + 4 + 3 + 3) / 4 - 15.59),
    ],
)
def test_the_grade_is_that_of_the_formula(text: str, expected: float) -> None:
    assert grade([text]) == pytest.approx(expected, abs=0.06)
