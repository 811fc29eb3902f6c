"""The site of the toy archive: whatever can happen to an action is there to read."""

import re

import pytest
from a_project import article, by_id, cell, text


@pytest.fixture(scope="module")
def site(toy_site):
    """The built site; a build that is not whole fails here."""
    return toy_site


@pytest.mark.parametrize(
    ("anchor", "told"),
    [
        ("toy0130-01-2030-03-14", "14 March 2030: In progress Half done."),
        ("toy0130-01-2030-06-20", "20 June 2030 (in a draft record): Completed All done."),
        ("toy0130-02-2030-06-20", "20 June 2030 (in a draft record): In progress Reopened. It was not done after all."),
        ("toy0130-03-2030-03-14", "14 March 2030: Not mentioned at this meeting."),
        (
            "toy0130-03-2030-06-20",
            "20 June 2030 (in a draft record): No status recorded Mentioned again, without a status.",
        ),
        ("toy0130-04-2030-03-14", "14 March 2030: Superseded by TOY0330-01."),
    ],
)
def test_a_history_has_one_dated_line_per_meeting(site, anchor, told):
    action, day = re.fullmatch(r"(.*)-(\d{4}-\d{2}-\d{2})", anchor).groups()
    line = by_id(article(site, f"actions/{action}/"), day)
    assert text(line).removesuffix(" Source: Minutes").startswith(told)


def test_a_change_of_wording_and_owner_shows_both_sides(site):
    line = text(by_id(article(site, "actions/toy0130-05/"), "2030-03-14"))
    assert (
        "Wording changed. Before: Reword this and give it to somebody else. Now: Reworded, and given to somebody else."
        in line
    )
    assert "Owner changed. Before: AB Now: CD" in line


def test_what_took_the_place_of_an_action_links_back(site):
    old, new = article(site, "actions/toy0130-04/"), article(site, "actions/toy0330-01/")
    assert "Takes the place of TOY0130-04" in text(new)
    assert new.xpath(".//a[@href='../toy0130-04/']")
    assert old.xpath(".//a[@href='../toy0330-01/']")


def test_a_meeting_that_passed_an_action_over_says_so(site):
    page = text(article(site, "meetings/2030-03-14/"))
    assert "Open actions not mentioned These actions were open before this meeting" in page
    assert "TOY0130-03: Do not mention this." in page


def test_what_an_entry_leaves_out_comes_from_an_earlier_meeting_and_says_so(site):
    row = text(by_id(article(site, "meetings/2030-06-20/"), "toy0130-01"))
    assert "Carry this over and complete it. · Earlier owner: AB." in row
    table = article(site, "meetings/2030-06-20/").xpath(".//table[@class='reviewed']")[0]
    assert "Earlier wording" in text(table.find("thead"))


def test_a_role_is_the_one_held_on_the_day(site):
    assert "Invented Person A (AB), chair, Member, Invented Office" in text(article(site, "meetings/2030-01-10/"))
    assert "Invented Person A (AB), Chair, Invented Office" in text(article(site, "meetings/2030-06-20/"))


def test_apologies_are_none_or_not_recorded(site):
    assert "Apologies None" in text(article(site, "meetings/2030-01-10/"))
    assert "apologies" in text(article(site, "meetings/2030-03-14/").xpath(".//dd[@class='unrecorded']")[0])


def test_a_scheduled_meeting_shows_what_is_to_come_and_claims_nothing(site):
    page = text(article(site, "meetings/2030-09-19/"))
    assert "Planned for this day." in page
    assert "No record of it is held." not in page
    assert "Actions to review" in page
    assert "Attendance" not in page
    assert "Planned meetings on record 19 September 2030 10:00 to 12:00, Invented Hall" in text(article(site, ""))


def test_the_terms_in_force_are_shown_and_every_version_is_listed(site):
    page = text(article(site, "terms-of-reference/"))
    assert "In force since 20 June 2030." in page
    assert "The group is still invented." in page
    assert "Adopted on 20 June 2030, in force" in page
    assert "Adopted on 10 January 2030. The first invented terms." in page
    assert "The group is invented." in text(article(site, "terms-of-reference/2030-01-10/"))


def test_the_trackers_counts_add_up_to_its_rows(site):
    page = article(site, "actions/")
    rows = page.xpath(".//table/tbody/tr")
    counts = [int(found.text) for found in page.xpath(".//ul[@class='counts']//strong")]
    assert sum(counts) == len(rows) == 7
    assert "On record: 7 actions, 4 open and 3 closed." in text(page)


def test_a_meeting_to_come_shows_what_was_last_recorded_of_its_actions_and_when(site):
    page = article(site, "meetings/2030-09-19/")
    row = by_id(page, "toy0130-02")
    assert text(row.find("th")) == "TOY0130-02 In progress (20 June 2030)"
    assert cell(row, "Update") == "It was not done after all. (20 June 2030)"
    assert cell(row, "Action") == "Complete this and open it again. · Owner: CD."
    assert "Actions to review, with what was last recorded of each and when" in text(page)


def test_the_standing_agenda_stands_on_the_page_about_the_record(site):
    table = text(by_id(article(site, "about/"), "standing-agenda").xpath("following-sibling::div")[0])
    assert "1 10:00 to 10:05 Welcome AB" in table
    assert "Any other business: #1 AB" in table
