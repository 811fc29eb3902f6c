"""Who held a role at which meeting, and who came: invented files beside what the pages say."""

import pytest

from macros.pages import Page, owner, roles_and_attendance
from macros.register import Register, has_attendance_over_time, periods, seats
from macros.rules.loading import load

GROUP = "name: Invented Pond Group\n"
PEOPLE = """\
people:
  AB: {name: Ann Bee, roles: [{title: Member, until: 2030-03-31}, {title: Chair, since: 2030-04-01}]}
  CD: {name: Cee Dee, roles: [{title: Member, until: 2030-05-31}]}
  EF: {name: Eve Eff, roles: [{title: Member}]}
"""
MEETINGS = {
    "2030-01-10": "attendees: [AB, EF]\napologies: none",
    "2030-02": "attendees: [AB, CD for GH]",  # of the day only the month is known
    "2030-04-01": "attendance: [{present: [EF], apologies: [AB], absent: [CD]}]",
    "2030-05-09": "chair: AB",  # it does not say who came
    "2030-06-20": "attendees: [CD, EF]\napologies: [AB]",
    "2030-09-19": "",
}
# Before 2030-02 no meeting names CD, so nothing says that they were a member.
SEATS = """\
AB  2030-01-10  Member  present
AB  2030-02     Member  present
AB  2030-04-01  Chair   apologies
AB  2030-05-09  Chair   not recorded
AB  2030-06-20  Chair   apologies
CD  2030-02     Member  present
CD  2030-04-01  Member  absent
CD  2030-05-09  Member  not recorded
"""


@pytest.fixture(scope="module")
def pond(tmp_path_factory: pytest.TempPathFactory) -> Register:
    folder = tmp_path_factory.mktemp("pond")
    files = {"group.yml": GROUP, "people.yml": PEOPLE} | {
        f"meetings/{day}.yml": f"date: {day}\nstatus: {'scheduled' if day == '2030-09-19' else 'published'}\n{said}\n"
        for day, said in MEETINGS.items()
    }
    for name, text in files.items():
        (folder / "data" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "data" / name).write_text(text, encoding="utf-8")
    return load(folder)


def test_each_meeting_of_a_role_has_what_is_recorded_of_the_attendance(pond: Register) -> None:
    found = [(key, seat) for key in ("AB", "CD", "EF") for seat in seats(pond, key)]
    lines = (f"{key:<4}{seat.stem:<12}{seat.roles[0].title:<8}{seat.presence.value}\n" for key, seat in found)
    assert "".join(lines) == SEATS


def test_meetings_with_the_same_roles_stand_together(pond: Register) -> None:
    assert [(period.stems, [(key, role.title) for key, role in period.held]) for period in periods(pond)] == [
        (("2030-06-20",), [("AB", "Chair")]),
        (("2030-05-09", "2030-04-01"), [("AB", "Chair"), ("CD", "Member")]),
        (("2030-02", "2030-01-10"), [("AB", "Member"), ("CD", "Member")]),
    ]  # fmt: skip


def test_the_page_of_a_person_counts_and_says_what(pond: Register) -> None:
    said = "Of 4 meetings held while a role is recorded, and whose record says who came: present at 2, apologies for 2."
    assert said in owner(Page(pond, "people/ab/"), "AB")
    assert "Meeting by meeting" not in owner(Page(pond, "people/ef/"), "EF")  # from when to when is not recorded


def test_nobody_is_called_absent_whom_no_document_lists_as_such(pond: Register) -> None:
    assert "absent" not in owner(Page(pond, "people/ab/"), "AB").lower()
    assert "listed as absent from 1" in owner(Page(pond, "people/cd/"), "CD")


def test_a_role_without_a_day_stands_apart(pond: Register) -> None:
    html = roles_and_attendance(Page(pond, "people/attendance/"))
    dated, undated = html.split("undated")
    assert "Eve Eff" in undated and "Eve Eff" not in dated


def test_of_one_meeting_its_own_page_says_all(real_register: Register, pond: Register) -> None:
    assert has_attendance_over_time(pond) and not has_attendance_over_time(real_register)
