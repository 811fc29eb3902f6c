"""Versions of the terms of reference: two invented texts beside what a reader sees of their comparison."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.pages import Page, terms_compared
from macros.pages.versions.aligning import aligned
from macros.pages.versions.compared import rows_of
from macros.pages.versions.weaving import woven
from macros.record import paragraphs_of
from macros.record.models import Meeting, Terms
from macros.register import Register, in_force_at
from macros.register.versions import comparable

WAS = """\
# 1. Purpose
The group advises the *authority*.

1. It meets six times a year.
2. It publishes its minutes.
3. It keeps no money.
"""
NOW = """\
# 1. Aims
The group advises the authority.

1. It meets at least four times a year.
2. Its meetings are public.
3. It publishes its minutes.
"""
COMPARED = """\
removed   -1. Purpose-
added     +1. Aims+
marks     The group advises the authority.
changed   1. It meets -six- +at least four+ times a year.
added     +2. Its meetings are public.+
number    -2.- +3.+ It publishes its minutes.
removed   -3. It keeps no money.-
"""


def signs(html: str) -> str:
    """What a reader sees, with the signs that the style sheet puts before a change, and one behind it."""
    html = re.sub(r'<span class="visually-hidden">[^<]*</span>', "", html).replace("</del><ins>", "</del> <ins>")
    return re.sub("</?ins>", "+", re.sub("</?del>", "-", html)).replace("&lt;", "<")


def test_each_paragraph_stands_beside_what_it_became() -> None:
    rows = rows_of(aligned(paragraphs_of(WAS), paragraphs_of(NOW)))
    assert "".join(f"{row.change.value:<9} {signs(row.html)}\n" for row in rows) == COMPARED


def test_who_hears_a_change_hears_what_went_and_what_came() -> None:
    said = re.sub("<[^>]*>", "", woven("It meets six times.", "It meets often."))
    assert said == "It meets [removed: six times.][added: often.]"


WORDS = st.text(st.sampled_from("ab <&\n"), max_size=25)


@given(WORDS, WORDS)
def test_without_what_came_a_comparison_is_the_first_wording_and_without_what_went_the_second(
    one: str, two: str
) -> None:
    html = re.sub(r'<span class="visually-hidden">[^<]*</span>', "", woven(one, two))
    for tag, text in (("ins", one), ("del", two)):
        left = re.sub(f"<{tag}>.*?</{tag}>", "", html, flags=re.DOTALL)
        assert re.sub("</?(?:ins|del)>", "", left).replace("&lt;", "<").replace("&amp;", "&") == text


PARAGRAPHS = st.lists(st.sampled_from(["# A", "# B", "a b c d", "a b c e", "1. x y", "2. x y", "z"]), max_size=9)


@given(PARAGRAPHS, PARAGRAPHS)
def test_no_paragraph_is_lost_or_shown_twice(one: list[str], two: list[str]) -> None:
    old, new = (paragraphs_of("\n\n".join(side)) for side in (one, two))
    pairs = list(aligned(old, new))
    assert (tuple(was for was, _now in pairs if was), tuple(now for _was, now in pairs if now)) == (old, new)


def version(adopted: str | None, title: str | None = None, text: str | None = "Words.") -> Terms:
    return Terms.model_validate({"adopted": adopted, "title": title, "text": text})


VERSIONS = {
    "2030-06-20": version("2030-06-20"), "2030-01-10": version("2030-01-10"), "2029-01-01": version("2029-01-01"),
    "2030-02-01-code": version("2030-02-01", "Code"), "2031-01-01": version("2031-01-01", text=None),
    "undated": version(None, "Code"),
}  # fmt: skip


def test_versions_of_one_title_with_a_day_and_a_text_are_compared_each_with_each() -> None:
    assert comparable(VERSIONS) == (
        ("2029-01-01", "2030-01-10"), ("2029-01-01", "2030-06-20"), ("2030-01-10", "2030-06-20"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("day", "status", "in_force"),
    [
        ("2028-12-31", "published", ()),
        ("2030-01-31", "published", ("2030-01-10",)),
        ("2030-06-20", "draft", ("2030-01-10", "2030-06-20", "2030-02-01-code")),  # adopted on that day
        ("2030-06", "published", ("2030-01-10", "2030-06-20", "2030-02-01-code")),  # in that month
        ("2031-05-05", "published", ("2031-01-01", "2030-02-01-code")),
        ("2031-05-05", "scheduled", ()),  # nobody knows what will be in force
    ],
)
def test_a_meeting_names_the_versions_then_in_force(day: str, status: str, in_force: tuple[str, ...]) -> None:
    assert in_force_at(VERSIONS, Meeting.model_validate({"date": day, "status": status})) == in_force


def test_one_version_is_compared_with_nothing(toy_register: Register, real_register: Register) -> None:
    assert real_register.comparable_terms == ()
    [pair] = toy_register.comparable_terms
    html = terms_compared(Page(toy_register, ""), *pair)
    assert "1 paragraph reworded, 1 as before." in html
    assert date(2030, 6, 20) == toy_register.terms[pair[1]].day
