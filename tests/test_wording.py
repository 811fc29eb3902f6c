"""The words for dates, ages and states."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from macros.language import ENGLISH, one_of, set_locale, wording
from macros.pages import Page, search_records
from macros.record import phrases
from macros.record.models import MeetingStatus, Section, Terms, TimeRange
from macros.register import Raised, Register


def test_dates_and_times_are_in_words() -> None:
    assert wording.day(date(2022, 3, 21)) == "21 March 2022"
    assert wording.meeting_day("21 March 2022", "2022-03-21-b") == "21 March 2022 (b)"
    assert phrases.times(TimeRange("10:00", "12:00")) == "10:00 to 12:00"
    assert phrases.times(TimeRange("14:00", None)) == "14:00"


def test_a_range_of_one_is_named_once() -> None:
    assert wording.from_to("TOY0130-01", "TOY0130-02") == "TOY0130-01 to TOY0130-02"
    assert wording.from_to("TOY0130-01", "TOY0130-01") == "TOY0130-01"


def test_the_head_of_a_narrow_column_is_a_short_day() -> None:
    assert wording.short_day(date(2022, 3, 21), "2022-03-21") == ("21", "Mar", "2022")
    assert wording.short_day(date(2022, 3, 21), "2022-03-21-b") == ("21b", "Mar", "2022")


@pytest.mark.parametrize(
    ("status", "by", "reopened", "words"),
    [
        ("no status recorded", (), False, "no status recorded"),
        ("in progress", (), True, "in progress, reopened"),
        ("superseded", ("TOY0330-01",), False, "superseded by TOY0330-01"),
        ("superseded", ("TOY0330-01", "TOY0330-02"), False, "superseded by TOY0330-01 and TOY0330-02"),
    ],
)
def test_what_a_meeting_recorded_is_a_phrase(status: str, by: tuple[str, ...], reopened: bool, words: str) -> None:
    assert phrases.recorded(status, by, reopened) == words


@pytest.mark.parametrize(
    ("months", "meetings", "about", "words"),
    [
        (8, 1, False, "8 months, 1 meeting"),
        (8, 1, True, "about 8 months, 1 meeting on record"),
        (1, 2, False, "1 month, 2 meetings"),
        (0, 0, False, "less than a month, no meetings"),
    ],
)
def test_an_age_is_in_months_and_in_meetings(months: int, meetings: int, about: bool, words: str) -> None:
    assert wording.age(months, meetings, about) == words


def test_the_age_of_a_closed_action_says_until_when() -> None:
    assert wording.until_closed("8 months, 1 meeting", is_open=False) == "8 months, 1 meeting, until recorded closed"


@pytest.mark.parametrize(
    ("words", "listed"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_a_list_reads_as_a_sentence(words: list[str], listed: str) -> None:
    assert wording.listed(words) == listed


@pytest.mark.parametrize(
    ("status", "published", "approved", "sentence"),
    [
        ("scheduled", None, None, "Planned for this day."),
        ("draft", None, None, "This record is a draft. The office has not published it as final."),
        (
            "published", date(2022, 4, 8), None,
            "Published by the office on 8 April 2022. Approval by the group is not recorded.",
        ),
        ("approved", None, None, "Approved by the group (the day is not recorded)."),
        (
            "approved", date(2022, 4, 8), date(2022, 11, 10),
            "Approved by the group on 10 November 2022. Published by the office on 8 April 2022.",
        ),
        ("cancelled", None, None, "This meeting was cancelled."),
        (
            "cancelled", date(2022, 4, 8), None,
            "This meeting was cancelled. Published by the office on 8 April 2022.",
        ),
        ("published", None, None, "Published by the office. Approval by the group is not recorded."),
        # days that go with another status are said and judged by nobody
        (
            "scheduled", date(2022, 4, 8), None,
            "Planned for this day. Day of publication on record: 8 April 2022.",
        ),
        (
            "draft", date(2022, 4, 8), None,
            "This record is a draft. Day of publication on record: 8 April 2022.",
        ),
        (
            "published", date(2022, 4, 8), date(2022, 11, 10),
            "Published by the office on 8 April 2022. Day of approval on record: 10 November 2022.",
        ),
        (
            "cancelled", None, date(2022, 11, 10),
            "This meeting was cancelled. Day of approval on record: 10 November 2022.",
        ),
    ],
)  # fmt: skip
def test_the_status_of_a_record_is_a_sentence(
    status: str, published: date | None, approved: date | None, sentence: str
) -> None:
    pieces = phrases.record_status(MeetingStatus(status), published, approved)
    assert "".join(words for words, _ in pieces) == sentence


def test_each_piece_of_the_status_speaks_for_its_field() -> None:
    assert phrases.record_status(MeetingStatus.PUBLISHED, date(2022, 4, 8), None) == (
        ("Published by the office", "status"), (" on ", ""), ("8 April 2022", "published"),
        (". Approval by the group is not recorded.", ""),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("amendments", "sentence"),
    [
        ([()], "Approved at the meeting of 0."),
        ([("For five read six.",)], "Approved at the meeting of 0 with one amendment."),
        ([("One.", "Two.")], "Approved at the meeting of 0 with 2 amendments."),
        ([("Minor corrections",)], "Approved at the meeting of 0 with amendments."),
        ([(), ("For five read six.",)], "Approved at the meeting of 0. Also approved at the meeting of 1."),
    ],
)
def test_a_record_that_meetings_approved_says_the_first_and_the_others(
    amendments: list[tuple[str, ...]], sentence: str
) -> None:
    pieces = phrases.record_status(MeetingStatus.APPROVED, None, None, amendments)
    assert "".join(words for words, _ in pieces) == sentence


@pytest.mark.parametrize(
    ("count", "none", "one", "many"),
    [
        (wording.meetings, "no meetings", "1 meeting", "12,006 meetings"),
        (wording.actions, "no actions", "1 action", "12,006 actions"),
        (wording.open_actions, "no open actions", "1 open action", "12,006 open actions"),
        (wording.files, "no files", "1 file", "12,006 files"),
        (wording.errors, "no errors", "1 error", "12,006 errors"),
        (wording.warnings, "no warnings", "1 warning", "12,006 warnings"),
        (wording.notes, "no notes", "1 note", "12,006 notes"),
        (wording.months, "less than a month", "1 month", "12,006 months"),
    ],
)
def test_a_count_is_a_phrase(count: Callable[[int], str], none: str, one: str, many: str) -> None:
    assert [count(0), count(1), count(12006)] == [none, one, many]


def test_numbers_and_dates_follow_the_locale() -> None:
    set_locale("de_DE")
    try:
        assert (wording.number(12006), wording.day(date(2022, 3, 21))) == ("12.006", "21. März 2022")
        assert wording.listed(["a", "b", "c"]) == "a, b und c"
        assert one_of(["a", "b", "c"]) == "a, b oder c"
    finally:
        set_locale(ENGLISH)


def test_what_the_search_says_of_a_record_is_sentences(toy_register: Register) -> None:
    page, action = Page(toy_register, "search/"), toy_register.actions["TOY0130-02"]
    assert search_records.about_action(page, action) == (
        "In progress (in a draft record). Owner: CD. Raised in January 2030, last mentioned at the meeting of "
        "20 June 2030."
    )
    unknown = replace(action, known=Raised.UNKNOWN, mentions=tuple(
        replace(mention, owner=None, status=None) for mention in action.mentions
    ))  # fmt: skip
    assert search_records.about_action(page, unknown) == (
        "No status recorded (in a draft record). Owner: not recorded. "
        "First recorded in January 2030, last mentioned at the meeting of 20 June 2030."
    )
    before = search_records.about_action(page, replace(action, known=Raised.BEFORE))
    assert before.endswith("Raised in January 2030 or before, last mentioned at the meeting of 20 June 2030.")
    assert (
        search_records.about_agenda_item("5", "21 March 2022", "HH")
        == "Item 5 of the agenda of 21 March 2022. Lead: HH."
    )
    assert search_records.about_agenda_item(None, "21 March 2022", None) == (
        "An item without a number on the agenda of 21 March 2022. Lead: not recorded."
    )
    terms = Terms.model_validate({"adopted": "2022-01-31", "text": "Advice."})
    assert search_records.about_terms(terms) == "Terms of reference adopted on 31 January 2022."
    assert phrases.sections([Section.DETAILS, Section.REVIEWED]) == "details and actions reviewed"


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ((2, 1, 0), "2 actions reviewed, 1 action arising."),
        ((0, 0, 0), "No actions reviewed, no actions arising."),
        ((2, 1, 3), "2 actions reviewed, 1 action arising. Others: 3."),
        ((2, 0, 1), "2 actions reviewed. Others: 1."),
        ((0, 1, 1), "1 action arising. Others: 1."),
        ((0, 0, 2), "2 actions recorded."),
    ],
)
def test_nothing_is_said_not_to_arise_where_it_is_not_known(counts: tuple[int, int, int], said: str) -> None:
    assert wording.actions_recorded(*counts) == said


def test_an_age_that_is_not_known_is_counted_until_nothing() -> None:
    assert wording.until_closed("1 month, 1 meeting", is_open=False) == "1 month, 1 meeting, until recorded closed"
    assert wording.until_closed(wording.age(0, 0, about=False, at_least=True), is_open=False) == "not known"


@pytest.mark.parametrize(
    ("text", "stop"),
    [
        ("3", "."), ("3.", ""), ("3.1.", ""), ("a)", ""), ("(a)", "."), ("AB (Chair)", "."), ("Joan Brook Jr.", ""),
        ("Why?", ""), ("“Now!”", ""), ("and so on …", ""), ('<a href="#x">3.</a>', ""), ('<a href="#x">3</a>', "."),
        ("<em>Who&#39;s?&#39;</em>", ""), ("AT&amp;T", "."), ("", "."), ("Next:", ""),
    ],
)  # fmt: skip
def test_a_full_stop_stands_behind_a_text_that_has_none(text: str, stop: str) -> None:
    assert wording.full_stop(text) == stop


@pytest.mark.parametrize(
    ("number", "title", "said"),
    [
        ("3", "Roads", "3. Roads"), ("3.", "Roads", "3. Roads"), ("a)", "Roads", "a) Roads"),
        ("(a)", "Roads", "(a) Roads"),
        ("3.", None, "3."), (None, "Roads", "Roads"), (None, None, ""),
    ],
)  # fmt: skip
def test_a_printed_number_keeps_its_own_sign(number: str | None, title: str | None, said: str) -> None:
    assert wording.numbered(number, title) == said


def test_a_sentence_has_one_full_stop_behind_a_value() -> None:
    said = "Owner: {owner}. Led by <b>{lead}</b>. File {file}.yml."
    assert wording.filled(said, owner="A. Jr.", lead="B.", file="C.") == "Owner: A. Jr. Led by <b>B.</b> File C..yml."
    assert wording.filled(said, owner="A", lead="B", file="C") == "Owner: A. Led by <b>B</b>. File C.yml."
