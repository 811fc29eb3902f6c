"""The words for dates, ages and states."""

from datetime import date, time

import pytest

from macros import wording
from macros.models import ActionStatus, MeetingStatus, TimeRange


def test_dates_and_times_are_in_words() -> None:
    assert wording.day(date(2022, 3, 21)) == "21 March 2022"
    assert wording.meeting_day(date(2022, 3, 21), "2022-03-21-b") == "21 March 2022 (b)"
    assert wording.times(TimeRange(time(10, 0), time(12, 0))) == "10:00 to 12:00"
    assert wording.times(TimeRange(time(14, 0), None)) == "14:00"


def test_a_range_of_one_is_named_once() -> None:
    assert wording.from_to("TOY0130-01", "TOY0130-02") == "TOY0130-01 to TOY0130-02"
    assert wording.from_to("TOY0130-01", "TOY0130-01") == "TOY0130-01"


def test_the_head_of_a_narrow_column_is_a_short_day() -> None:
    assert wording.short_day(date(2022, 3, 21), "2022-03-21") == ("21", "Mar", "2022")
    assert wording.short_day(date(2022, 3, 21), "2022-03-21-b") == ("21b", "Mar", "2022")


@pytest.mark.parametrize(
    ("status", "by", "reopened", "words"),
    [
        (None, None, False, "no status recorded"),
        (ActionStatus.IN_PROGRESS, None, True, "in progress, reopened"),
        (ActionStatus.SUPERSEDED, "TOY0330-01", False, "superseded by TOY0330-01"),
    ],
)
def test_what_a_meeting_recorded_is_a_phrase(
    status: ActionStatus | None, by: str | None, reopened: bool, words: str
) -> None:
    assert wording.recorded(status, by, reopened) == words


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
    assert wording.action_age(8, 1, False, is_open=False) == "8 months, 1 meeting, until recorded closed"


@pytest.mark.parametrize(
    ("words", "listed"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_a_list_reads_as_a_sentence(words: list[str], listed: str) -> None:
    assert wording.listed(words) == listed


@pytest.mark.parametrize(
    ("status", "published", "approved", "sentence"),
    [
        ("scheduled", None, None, "This meeting is scheduled. It has not been recorded yet."),
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
    ],
)  # fmt: skip
def test_the_status_of_a_record_is_a_sentence(
    status: str, published: date | None, approved: date | None, sentence: str
) -> None:
    pieces = wording.record_status(MeetingStatus(status), published, approved)
    assert "".join(words for words, _ in pieces) == sentence
