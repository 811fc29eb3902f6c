"""Approval of minutes: what files say beside what follows from it."""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from repository import commit, git, merge, minutes, repository, write

from macros.office.drafting import meeting_file
from macros.pages import Page, meeting, meetings_index
from macros.record.models import Meeting, MeetingStatus
from macros.register import Register, approvals, awaiting
from macros.rules.loading import load

MARCH, JUNE, SEPTEMBER, DECEMBER = "2030-03-21", "2030-06-20", "2030-09-19", "2030-12-12"


@pytest.fixture
def read(tmp_path: Path):
    """Reads an invented record with these meetings: the day with what its file says."""

    def read(**meetings: str) -> Register:
        files = {f"data/meetings/{day[1:].replace('_', '-')}.yml": text for day, text in meetings.items()}
        texts = {name: f"date: {Path(name).stem}\n{text}\n" for name, text in files.items()}
        write(tmp_path, {"data/group.yml": "name: Invented\n", "data/people.yml": "people: {}\n", **texts})
        return load(tmp_path)

    return read


def words(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", html)).strip()


def state(register: Register, stem: str) -> str:
    found = re.search(r'<p class="record-status[^>]*>(.*?)</p>', meeting(Page(register, f"meetings/{stem}/"), stem))
    assert found
    return words(found[1])


def warnings(register: Register) -> list[str]:
    """What the check says of approval, without the place in its file."""
    lines = (
        re.sub(r"^data/meetings/(\S+?)\.yml:(\S+): warning", r"\1:\2", str(one)) for one in register.archive.problems
    )
    return [re.sub(r" \(or acknowledge .*", "", line) for line in lines if "approv" in line]


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        ("status: published", "", "Published by the office. Approval by the group is not recorded."),
        ("status: draft", "", "This record is a draft. The office has not published it as final."),
        ("status: published", f"approves: {MARCH}", "Approved at the meeting of 20 June 2030."),
        ("status: draft", f"approves: [{MARCH}]", "Approved at the meeting of 20 June 2030."),
        (
            "status: published\npublished: 2030-04-01",
            f"approves: {{meeting: {MARCH}, with_amendments: For five read six.}}",
            "Approved at the meeting of 20 June 2030 with one amendment. Published by the office on 1 April 2030.",
        ),
        (
            "status: approved\napproved: 2030-06-21", f"approves: {MARCH}",
            "Approved at the meeting of 20 June 2030. Day of approval on record: 21 June 2030.",
        ),
        ("status: approved\napproved: 2030-04-21", "", "Approved by the group on 21 April 2030."),
        ("status: cancelled", f"approves: {MARCH}", "This meeting was cancelled."),
    ],
)  # fmt: skip
def test_the_state_of_minutes_follows_from_a_later_meeting(read, earlier: str, later: str, expected: str) -> None:
    register = read(m2030_03_21=earlier, m2030_06_20=f"status: published\n{later}")
    assert state(register, MARCH) == expected


def test_the_pages_lead_to_each_other_and_the_later_one_says_it_under_the_item(read) -> None:
    register = read(
        m2030_03_21="status: published",
        m2030_06_20=f"status: draft\nagenda: [{{number: 2, title: Minutes}}]\n"
        f"approves: {{meeting: {MARCH}, item: 2, with_amendments: [Six., Seven.]}}",
    )
    earlier = meeting(Page(register, f"meetings/{MARCH}/"), MARCH)
    assert '<a href="../2030-06-20/#approves-1">20 June 2030 (in a draft record)</a> with 2 amendments.' in earlier
    later = meeting(Page(register, f"meetings/{JUNE}/"), JUNE)
    item = re.search(r'<section id="agenda-2".*?</section>', later, re.DOTALL)
    assert item
    assert 'id="approves-1"' in item[0]
    assert words(item[0]) == "2. Minutes Approved: the minutes of 21 March 2030 Amendment: Six. Amendment: Seven."
    assert 'href="../2030-03-21/"' in item[0]
    assert "21 March 2030 Approved at the meeting of 20 June 2030 (in a draft record) with 2 amendments" in words(
        meetings_index(Page(register, "meetings/"))
    )


def test_of_two_meetings_that_approved_the_same_the_first_is_said_and_both_are_listed(read) -> None:
    register = read(
        m2030_03_21="status: published", m2030_06_20=f"status: published\napproves: {MARCH}",
        m2030_09_19=f"status: published\napproves: {MARCH}",
    )  # fmt: skip
    assert state(register, MARCH) == (
        "Approved at the meeting of 20 June 2030. Also approved at the meeting of 19 September 2030."
    )
    assert warnings(register) == [
        "2030-09-19:3:11: approves '2030-03-21', whose minutes the meeting of 2030-06-20 approved already; the site "
        "says both"
    ]


@pytest.mark.parametrize(
    ("earlier", "later", "told"),
    [
        ("status: cancelled", MARCH, "approves '2030-03-21', which is cancelled; check the day, or the status of that "
                                     "meeting"),
        ("status: published", "2030-03-12", "approves '2030-03-12', of which no meeting is on record; did you mean "
                                            "'2030-03-21'?"),
        ("status: published", SEPTEMBER, "approves '2030-09-19', which is not before this meeting; check the day"),
        ("status: published\napproved: 2030-06-19", MARCH,
         "approved 2030-06-19 is not a day of the meeting of 2030-06-20, which approves these minutes; the site says "
         "both"),
    ],
)  # fmt: skip
def test_what_cannot_be_so_is_a_warning_and_nothing_follows(read, earlier: str, later: str, told: str) -> None:
    register = read(
        m2030_03_21=earlier, m2030_06_20=f"status: published\napproves: {later}", m2030_09_19="status: scheduled",
    )  # fmt: skip
    [said] = warnings(register)
    assert said.endswith(told)
    assert "approves-1" in meeting(Page(register, f"meetings/{JUNE}/"), JUNE)


def test_a_draft_that_two_meetings_followed_is_warned_of(read) -> None:
    meetings = {"m2030_03_21": "status: draft", "m2030_06_20": "status: published", "m2030_09_19": "status: draft"}
    assert warnings(read(**meetings)) == [
        "2030-03-21:2:9: the record is still a draft after two later meetings, 2030-06-20 and 2030-09-19; if one of "
        "them approved it, write 'approves: 2030-03-21' into the file of that meeting, and if the office published it, "
        "change the status to 'published'"
    ]
    assert warnings(read(**meetings | {"m2030_09_19": f"status: draft\napproves: {MARCH}"})) == []


def test_a_new_file_names_the_latest_minutes_that_are_not_approved(read) -> None:
    register = read(m2030_03_21="status: published", m2030_06_20="status: draft", m2030_09_19="status: cancelled")
    text = meeting_file(register, date.fromisoformat(DECEMBER)).replace("\n# ", " ")
    assert (
        f"The approval of the minutes of 20 June 2030 is not recorded. If this meeting approves them, write {JUNE}"
        in text
    )


@given(
    st.lists(st.sampled_from(MeetingStatus), min_size=1, max_size=6),
    st.lists(st.tuples(st.integers(0, 5), st.integers(0, 6)), max_size=8),
)
def test_minutes_are_approved_by_held_meetings_after_them_and_await_approval_otherwise(
    states: list[MeetingStatus], pairs: list[tuple[int, int]]
) -> None:
    """The oracle looks at every pair of meetings by itself."""
    days = [f"2030-{month:02}-10" for month in range(1, 9)]
    given_by = {at: [days[of] for by, of in pairs if by == at] for at in range(len(states))}
    meetings = {
        days[at]: Meeting(date=days[at], status=status, approves=given_by[at]) for at, status in enumerate(states)
    }
    held = {day for day, one in meetings.items() if one.status in ("draft", "published", "approved")}
    approved = {of for by in held for of in held if of < by and of in [one.meeting for one in meetings[by].approves]}
    assert set(approvals(meetings)) == approved
    assert set(awaiting(meetings)) == {day for day in held - approved if meetings[day].status != "approved"}


def test_the_summary_says_what_approves_and_the_approved_minutes_are_held_to(tmp_path: Path) -> None:
    folder = repository(tmp_path / "group")
    first, later = f"data/meetings/{MARCH}.yml", f"data/meetings/{JUNE}.yml"
    text = f"date: {MARCH}\nstatus: published\nagenda: [{{title: One, minutes: Hello}}]\n"
    write(folder, {first: text})
    merge(folder)
    write(folder, {later: f"date: {JUNE}\nstatus: draft\napproves: {{meeting: {MARCH}, with_amendments: Six.}}\n"})
    commit(folder)
    assert (
        "**21 March 2030**: from published to approved. Approved at the meeting of 20 June 2030 (in a draft record) "
        "with one amendment."
    ) in minutes(folder, "changes", "main").output
    merge(folder)
    write(folder, {first: text.replace("Hello", "The opposite")})
    commit(folder)
    refused = minutes(folder, "changes", "main")
    assert (refused.exit_code, "the approved record of 21 March 2030 is changed" in refused.output) == (1, True)
    git(folder, "reset", "--quiet", "--hard", "main")
    write(folder, {later: f"date: {JUNE}\nstatus: draft\n"})
    commit(folder)
    assert "the approved record of 21 March 2030 is changed (Status)" in minutes(folder, "changes", "main").output


def test_minutes_stay_approved_when_the_later_meeting_no_longer_says_so(tmp_path: Path) -> None:
    folder = repository(tmp_path / "group")
    first, later = f"data/meetings/{MARCH}.yml", f"data/meetings/{JUNE}.yml"
    text = f"date: {MARCH}\nstatus: published\nagenda: [{{number: 1, title: One, minutes: Hello}}]\n"
    for files in (
        {first: text},
        {later: f"date: {JUNE}\nstatus: draft\napproves: {MARCH}\n"},
        {later: f"date: {JUNE}\nstatus: draft\n"},
    ):
        write(folder, files)
        merge(folder)
    write(folder, {first: text.replace("Hello", "The opposite")})
    commit(folder)
    done = minutes(folder, "changes", "main")
    assert "is changed (Agenda item 1, Minutes) without a new entry" in done.output
    assert (done.exit_code, "the record of 21 March 2030, approved in commit" in done.output) == (1, True), done.output
