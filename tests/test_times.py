"""Times of day as they are typed, and what follows from them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from macros.record import phrases
from macros.record.models import StandingItem
from macros.record.models.clock import parse_times
from macros.register.addresses import item_names

CLOCK = st.tuples(st.integers(0, 23), st.integers(0, 59)).map(lambda time: f"{time[0]:02}:{time[1]:02}")


@pytest.mark.parametrize(
    ("typed", "shown", "minutes"),
    [
        ("10:00-12:00", "10:00 to 12:00", 120),
        ("9:05", "09:05", 0),
        ("22:00-00:30", "22:00 to 00:30", 150),
        ("20:00-24:00", "20:00 to 24:00", 240),
        ("22:00-00:00", "22:00 to 00:00", 120),
        ("00:00–24:00", "00:00 to 24:00", 1440),
        ("12:00-12:00", "12:00", 0),
    ],
)
def test_a_time_lasts(typed: str, shown: str, minutes: int) -> None:
    time = parse_times(typed)
    assert (phrases.times(time), time.ends - time.begins) == (shown, minutes)


@pytest.mark.parametrize("typed", ["24:00", "24:00-01:00", "20:00-24:01", "10:60", "10:00-11:60", "25:00"])
def test_a_time_that_no_clock_shows_is_refused(typed: str) -> None:
    with pytest.raises(PydanticCustomError, match="24-hour clock"):
        parse_times(typed)


@given(CLOCK, st.one_of(CLOCK, st.just("24:00")))
def test_any_two_times_are_read_and_written_back(start: str, end: str) -> None:
    time = parse_times(f"{start}-{end}")
    assert time.typed == f"{start}-{end}"
    assert 0 <= time.ends - time.begins <= 24 * 60


TITLES = st.sampled_from(["Break", "Break 2", "break", "2", "Update", "…"])
ITEMS = st.lists(st.builds(StandingItem, title=TITLES, number=st.none() | st.sampled_from(["1", "2", "1.2", "1-2"])))


@given(ITEMS, ITEMS)
def test_each_agenda_item_has_its_own_name_which_no_later_item_changes(
    items: list[StandingItem], more: list[StandingItem]
) -> None:
    names = item_names([*items, *more])
    assert len(set(names)) == len(names)
    assert item_names(items) == names[: len(items)]


def test_two_breaks_have_the_names_break_and_break_2() -> None:
    assert item_names([StandingItem(title="Break"), StandingItem(title="Break")]) == ("break", "break-2")
