"""The life of the actions of the toy archive stands beside it; opened and closed always add up to open."""

from collections.abc import Iterator
from datetime import date, timedelta

from folders import DATA
from hypothesis import given
from hypothesis import strategies as st

from macros.pages.life.rows import Life, in_parts, sheets
from macros.record.models import ActionEntry, Group, Meeting, MeetingStatus, People
from macros.register.initials import Initials
from macros.register.lifecycle import follow_meetings
from macros.register.register import Register


def lines_of(life: Life) -> Iterator[str]:
    yield f"{life.id}: {'open' if life.open else 'closed'}"
    for since, until in life.times_open:
        yield f"  open from {since} until {until or 'now'}"
    for recorded in life.recorded:
        entry = recorded.mention.entry if recorded.mention else None
        yield f"  {recorded.stem}: {entry.status if entry else 'not mentioned'}"


def test_the_toy_lives_are_the_text_beside_it(toy_register: Register) -> None:
    [sheet] = sheets(toy_register, toy_register.actions, 20)
    text = "".join(f"{line}\n" for life in sheet.lives for line in lines_of(life))
    assert text == (DATA / "toy" / "life.txt").read_text(encoding="utf-8")


def test_the_columns_run_from_the_first_mention_to_the_last_that_matters(toy_register: Register) -> None:
    def columns(*ids: str) -> list[str]:
        return [stem for sheet in sheets(toy_register, ids, 20) for stem in sheet.meetings]

    assert columns("TOY0130-04") == ["2030-01-10", "2030-03-14"]
    assert columns("TOY0330-02") == ["2030-03-14-b", "2030-06-20"]
    assert columns("TOY0130-04", "TOY0330-01") == ["2030-01-10", "2030-03-14", "2030-03-14-b", "2030-06-20"]


def test_each_sheet_has_the_meetings_of_its_own_rows(toy_register: Register) -> None:
    first, second = sheets(toy_register, ["TOY0130-04", "TOY0330-01", "TOY0330-02"], 2)
    assert ([life.id for life in first.lives], len(first.meetings)) == (["TOY0130-04"], 2)
    assert ([life.id for life in second.lives], len(second.meetings)) == (["TOY0330-01", "TOY0330-02"], 3)


def test_rows_are_dealt_out_evenly() -> None:
    assert [len(part) for part in in_parts(range(41), 20)] == [13, 14, 14]
    assert [len(part) for part in in_parts(range(20), 20)] == [20]
    assert in_parts([], 20) == []


def flow(register: Register) -> list[tuple[str, int, int, int]]:
    return [(s.stem, len(s.opened), len(s.closed), len(s.open_after)) for s in register.steps.values()]


def test_what_each_toy_meeting_opened_and_closed(toy_register: Register) -> None:
    assert flow(toy_register) == [
        ("2030-01-10", 5, 0, 5), ("2030-03-14", 1, 2, 4), ("2030-03-14-b", 1, 0, 5), ("2030-06-20", 1, 2, 4),
    ]  # fmt: skip


def test_what_the_real_meeting_opened_and_closed(real_register: Register) -> None:
    assert flow(real_register) == [("2022-03-21", 16, 7, 9)]


GROUP = Group.model_construct(action_id=None, statuses={})
STATUS = st.sampled_from([None, "outstanding", "in progress", "completed", "withdrawn", "closed", "parked"])
RECORDED = st.dictionaries(
    st.sampled_from("ABCD"), st.tuples(STATUS, st.booleans()),
)  # fmt: skip


def meetings(recorded: list[dict[str, tuple[str | None, bool]]]) -> Iterator[tuple[str, Meeting]]:
    """Meetings a day apart, each with the status of actions and whether it reopened them, as minutes may print."""
    for number, actions in enumerate(recorded):
        day = date(2030, 1, 1) + timedelta(days=number)
        entries = [ActionEntry(id=key, status=status, reopened=reopened) for key, (status, reopened) in actions.items()]
        yield day.isoformat(), Meeting(date=day, status=MeetingStatus.DRAFT, actions=tuple(entries))


@given(st.lists(RECORDED, max_size=8))
def test_open_is_what_was_open_before_with_the_opened_and_without_the_closed(
    recorded: list[dict[str, tuple[str | None, bool]]],
) -> None:
    before = 0
    for step in follow_meetings(dict(meetings(recorded)), GROUP, Initials(People())):
        assert len(step.open_after) == before + len(step.opened) - len(step.closed)
        before = len(step.open_after)
