"""When minutes were published, approved and due: days of a meeting beside what its page says of them."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from repository import write

from macros.pages import Page, home, meeting, meetings_index
from macros.record.models import MinutesDue
from macros.rules.loading import load

STEM = "2022-03-21"
# Of England and Wales in 2022 and 2023, from https://www.gov.uk/bank-holidays, typed here by hand.
BANK_HOLIDAYS = {
    date(2022, month, day)
    for month, day in ((1, 3), (4, 15), (4, 18), (5, 2), (6, 2), (6, 3), (8, 29), (9, 19), (12, 26), (12, 27))
} | {
    date(2023, month, day)
    for month, day in ((1, 2), (4, 7), (4, 10), (5, 1), (5, 8), (5, 29), (8, 28), (12, 25), (12, 26))
}


@pytest.fixture
def read(tmp_path: Path):
    """Reads an invented record of the meeting of 21 March 2022 as of 27 November 2022."""

    def read(text: str, rule: str = "", today: date = date(2022, 11, 27), **later: str):
        files = {STEM: text, **{day[1:].replace("_", "-"): other for day, other in later.items()}}
        records = {f"data/meetings/{stem}.yml": f"date: {stem}\n{other}\n" for stem, other in files.items()}
        group = {"data/group.yml": f"name: Invented\n{rule}\n", "data/people.yml": "people: {}\n"}
        write(tmp_path, {**group, **records})
        return load(tmp_path, today, today)

    return read


def line(register) -> str:
    found = re.search(r'<p class="aside timeliness">(.*?)</p>', meeting(Page(register, f"meetings/{STEM}/"), STEM))
    return found[1] if found else ""


@pytest.mark.parametrize(
    ("text", "rule", "expected"),
    [
        ("status: published", "", ""),
        ("status: published\npublished: 2022-04-08", "", "Published 18 days after the meeting."),
        ("status: published\npublished: 2022-03-21", "", "Published on the day of the meeting."),
        ("status: published\npublished: 2022-03-01", "", ""),
        (
            "status: approved\npublished: 2022-03-22\napproved: 2022-06-20", "",
            "Published 1 day and approved 91 days after the meeting.",
        ),
        ("end_date: 2022-03-23\nstatus: published\npublished: 2022-04-08", "", "Published 16 days after the meeting."),
        (
            "status: published\npublished: 2022-04-08", "minutes_due: 15 working days",
            "Published 18 days after the meeting. By the group’s rule of 15 working days, minutes were due by "
            "11 April 2022.",
        ),
        (
            "status: published\npublished: 2022-04-08", "minutes_due: 2 weeks",
            "Published 18 days after the meeting. By the group’s rule of 2 weeks, minutes were due by 4 April 2022, "
            "4 days earlier.",
        ),
        ("status: draft", "minutes_due: 10 days", "By the group’s rule of 10 days, minutes are due by 31 March 2022."),
        ("status: held", "", ""),
        (
            "status: held", "minutes_due: 15 working days",
            "By the group’s rule of 15 working days, minutes are due by 11 April 2022. Counted to 27 November 2022, "
            "they are 230 days late.",
        ),
        ("status: held", "minutes_due: 52 weeks", "By the group’s rule of 52 weeks, minutes are due by 20 March 2023."),
        ("status: scheduled", "minutes_due: 15 working days", ""),
        ("status: cancelled", "minutes_due: 15 working days", ""),
    ],
)  # fmt: skip
def test_the_line_says_what_follows_from_the_days_on_record(read, text: str, rule: str, expected: str) -> None:
    assert line(read(text, rule)) == expected


def test_the_day_of_approval_is_that_of_the_meeting_that_approved_it(read) -> None:
    approved = "Approved 91 days after the meeting."
    assert line(read("status: draft", m2022_06_20="status: draft\napproves: 2022-03-21")) == approved
    # On which of several days, or whether on the day on record, is not known.
    on_two_days = "end_date: 2022-06-21\nstatus: draft\napproves: 2022-03-21"
    assert line(read("status: draft", m2022_06_20=on_two_days)) == ""
    assert line(read("status: draft\napproved: 2022-06-20", m2022_06_20=on_two_days)) == approved
    assert line(read("status: draft\napproved: 2022-06-30", m2022_06_20=on_two_days)) == ""


def test_a_month_has_no_day_to_count_from(tmp_path: Path) -> None:
    write(tmp_path, {
        "data/group.yml": "name: Invented\nminutes_due: 2 weeks\n", "data/people.yml": "people: {}\n",
        "data/meetings/2022-03.yml": "date: 2022-03\nstatus: published\npublished: 2022-04-08\n",
    })  # fmt: skip
    assert "timeliness" not in meeting(Page(load(tmp_path), "meetings/2022-03/"), "2022-03")


def test_a_meeting_without_minutes_says_so_wherever_it_is_listed(read) -> None:
    register = read("status: held", "minutes_due: 15 working days", m2022_02_14="status: published")
    assert ">Held</span>. No minutes are published.</p>" in meeting(Page(register, f"meetings/{STEM}/"), STEM)
    assert "<strong>Held; no minutes are published</strong>" in meetings_index(Page(register, "meetings/"))
    assert re.search(r"Held on <a [^>]*>21 March 2022</a>; no minutes are published\.", home(Page(register, "")))
    assert [str(one).partition(" warning: ")[2] for one in register.archive.problems if "due" in str(one)] == [
        "no minutes of the meeting are published, and they were due by 2022-04-11; publish them, or acknowledge the "
        "warning (or acknowledge 'minutes due')"
    ]


def test_a_planned_meeting_whose_day_has_gone_by_is_not_known_to_have_been_held(read) -> None:
    page = meeting(Page(read("status: scheduled"), f"meetings/{STEM}/"), STEM)
    assert "No record of it is held. Whether it took place is not recorded." in page


@pytest.mark.parametrize(
    ("group", "told"),
    [
        ("locale: en_IE\nminutes_due: 15 working days", True), ("locale: en_GB\nminutes_due: 15 working days", False),
        ("locale: en_IE\nminutes_due: 3 weeks", False),
        ("locale: en_IE\nminutes_due: {within: 15 working days, holidays: IE}", False),
    ],
)  # fmt: skip
def test_a_group_elsewhere_is_asked_for_its_country(read, group: str, told: bool) -> None:
    problems = " ".join(map(str, read("status: published", group).archive.problems))
    assert (
        "the locale is en_IE; write 'holidays:' with the country, like DE (or acknowledge 'holidays')" in problems
    ) is told


@given(st.dates(date(2022, 1, 1), date(2023, 10, 31)), st.integers(1, 30))
def test_a_working_day_is_neither_of_a_weekend_nor_a_bank_holiday(met: date, number: int) -> None:
    due = MinutesDue(within=f"{number} working days").last_day(met)
    after = (met + timedelta(days=days) for days in range(1, (due - met).days + 1))
    working = [day for day in after if day.weekday() < 5 and day not in BANK_HOLIDAYS]
    assert (len(working), working[-1]) == (number, due)


@pytest.mark.parametrize(
    ("country", "after_new_year", "after_16_march"),
    [("GB-ENG", 4, 17), ("GB-SCT", 5, 17), ("GB-NIR", 4, 18), ("IE", 4, 18), ("DE", 4, 17)],
)
def test_another_country_has_its_own_holidays(country: str, after_new_year: int, after_16_march: int) -> None:
    """2 January is one in Scotland, kept on Monday the 4th in 2021; 17 March is one on the island of Ireland."""
    rule = MinutesDue(within="1 working day", holidays=country)
    assert rule.last_day(date(2021, 1, 1)) == date(2021, 1, after_new_year)
    assert rule.last_day(date(2021, 3, 16)) == date(2021, 3, after_16_march)


@pytest.mark.parametrize("wrong", ["soon", "0 days", "15", "15 work days", "-3 days", "1000 days"])
def test_any_other_time_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match="is no time in which minutes are due"):
        MinutesDue(within=wrong)


@pytest.mark.parametrize("wrong", ["Scotland", "gb", "GB-XYZ", "GB-", ""])
def test_any_other_country_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match="is no country whose holidays are known"):
        MinutesDue(within="1 week", holidays=wrong)
