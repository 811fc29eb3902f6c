"""The page of each owner, the page that prepares the next meeting, and what a history says beside its entries."""

import re

import pytest
from a_project import article, built, by_id, cell, copy_project, served, text
from folders import DATA

from macros.pages.preparing import by_owner
from macros.rules.loading import load


def invent(data):
    """Make a folder of data with the toy's group and people, and no meeting yet."""
    for part in ("meetings", "terms-of-reference"):
        (data / part).mkdir(parents=True)
    for name in ("group.yml", "people.yml"):
        (data / name).write_bytes((DATA / "toy" / "data" / name).read_bytes())


@pytest.fixture(scope="module")
def quiet_site(tmp_path_factory):
    """Three invented meetings: one raises two actions, one reviews none, one passes one over."""
    folder = copy_project(tmp_path_factory.mktemp("quiet") / "project", record=None)
    data = folder / "data"
    invent(data)
    (data / "meetings/2030-01-10.yml").write_text(
        "date: 2030-01-10\nstatus: approved\nactions:\n"
        "  - {id: TOY0130-01, action: Carry this over., owner: AB, update: Begun.}\n"
        "  - {id: TOY0130-02, action: Pass this over., owner: CD}\n"
    )
    (data / "meetings/2030-03-14.yml").write_text("date: 2030-03-14\nstatus: approved\n")
    (data / "meetings/2030-06-20.yml").write_text(
        "date: 2030-06-20\nstatus: approved\nactions:\n  - {id: TOY0130-01, status: in progress}\n"
        "not_mentioned: [TOY0130-02]\n"
    )
    (data / "meetings/2030-09-19.yml").write_text("date: 2030-09-19\nstatus: scheduled\n")
    return built(folder)


def rows(page, heading):
    """The rows of the table below a heading, by the id of the action."""
    part = by_id(page, heading).getnext()
    return {text(row.find("th")): row for row in part.xpath(".//tbody/tr")}


@pytest.mark.parametrize("key", ["KS", "OBSCC", "CH", "HH", "AG", "LP"])
def test_an_owner_has_a_page_of_what_is_open_and_closed(record_site, record_register, key):
    page = article(record_site, f"people/{key.lower()}/")
    owned = record_register.owned[key]
    expect_open = [action.id for action in owned if action.open]
    expect_closed = [action.id for action in owned if not action.open]
    assert [heading.get("id") for heading in page.iter("h2") if heading.get("id") in ("open", "closed")] == [
        *(["open"] if expect_open else []), *(["closed"] if expect_closed else []),
    ]  # fmt: skip
    assert [list(rows(page, name)) for name in ("open", "closed") if page.xpath(f".//h2[@id='{name}']")] == [
        ids for ids in (expect_open, expect_closed) if ids
    ]


def test_the_page_of_an_owner_shows_ages_and_leads_to_the_record(record_site):
    page = article(record_site, "people/ks/")
    assert text(page).startswith("Actions of KS Katie Scotton, Head of Policy, Office of the Biometrics and")
    row = rows(page, "open")["IAG0721-12"]
    assert cell(row, "Open for") == "about 8 months, 1 meeting on record"
    assert row.xpath(".//a/@href")[0] == "../../actions/iag0721-12/"
    assert "../../meetings/2022-03-21/#iag0721-12" in row.xpath(".//a/@href")
    assert cell(rows(page, "closed")["IAG0721-02"], "Recorded closed") == "21 March 2022"


def test_an_organisation_shows_what_its_people_owe(record_site):
    people = by_id(article(record_site, "people/obscc/"), "members").getnext()
    assert [text(item) for item in people.iter("li")] == [
        "Katie Scotton (KS): 1 open action",
        "Lillie-Mae Firmin (LMF)",
        "Olivia Cullen (OC)",
    ]


def test_what_somebody_once_owned_is_said(toy_site):
    assert "TOY0130-05" in text(by_id(article(toy_site, "people/ab/"), "once-owned").getnext())


def test_wherever_a_name_stands_it_leads_to_what_they_owe(record_site):
    for address, up in (("actions/", "../"), ("meetings/2022-03-21/", "../../"), ("actions/iag0721-03/", "../../")):
        links = article(record_site, address).xpath(".//a[@class='short'][contains(@href, 'people/')]/@href")
        assert f"{up}people/ks/" in links
        assert all(re.fullmatch(rf"{re.escape(up)}people/[a-z]+/", link) for link in links)


def test_everybody_in_the_register_has_a_page(record_site, record_register):
    for key in record_register.archive.people.initials:
        assert (record_site / "people" / key.lower() / "index.html").exists(), key


# Preparing the next meeting


def prepared(page, heading):
    """The owners below a heading, each with the ids of what they owe, in order."""
    part = by_id(page, heading).getnext()
    return [
        (section.xpath("string(h3)").split(" ")[0], section.xpath(".//a[@class='id']/text()"))
        for section in part.xpath(".//section")
    ]


def test_every_open_action_of_the_real_record_is_prepared_once(record_site, record_register):
    page = article(record_site, "actions/next-meeting/")
    told = [action for _, ids in prepared(page, "by-owner") for action in ids]
    assert sorted(told) == sorted(action.id for action in record_register.open)
    assert text(page).startswith(
        "Preparing the next meeting 9 open actions. Last meeting on record: 21 March 2022. Mentioned at the last"
    )
    assert page.xpath(".//*[@id='not-mentioned']") == []
    assert text(page).count("Printed, this page has room to write below each action.") == 1


def test_what_the_last_meeting_did_not_mention_stands_at_the_top(quiet_site):
    page = article(quiet_site, "actions/next-meeting/")
    assert prepared(page, "not-mentioned") == [("CD", ["TOY0130-02"])]
    assert prepared(page, "by-owner") == [("AB", ["TOY0130-01"])]
    said = text(page)
    assert said.index("TOY0130-02") < said.index("TOY0130-01")
    assert "Planned on record: 19 September 2030." in said
    assert "Last mentioned at the meeting of 10 January 2030. Open for 5 months, 2 meetings." in said
    assert (
        "TOY0130-01 In progress Carry this over. Open for 5 months, 2 meetings. "
        "Last update, 10 January 2030: Begun." in said
    )


def test_the_longest_unmentioned_stands_first(tmp_path):
    data = tmp_path / "data"
    invent(data)
    (data / "meetings/2030-01-10.yml").write_text(
        "date: 2030-01-10\nstatus: approved\nactions:\n"
        "  - {id: TOY0130-01, action: Mention me later., owner: AB}\n  - {id: TOY0130-02, action: Not me., owner: CD}\n"
    )
    (data / "meetings/2030-03-14.yml").write_text(
        "date: 2030-03-14\nstatus: approved\nactions:\n  - {id: TOY0130-01}\nnot_mentioned: [TOY0130-02]\n"
    )
    (data / "meetings/2030-06-20.yml").write_text(
        "date: 2030-06-20\nstatus: approved\nnot_mentioned: [TOY0130-01, TOY0130-02]\n"
    )
    groups = by_owner(list(load(tmp_path).open))
    assert [(owner.text, [action.id for action in group]) for owner, group in groups] == [
        ("CD", ["TOY0130-02"]),
        ("AB", ["TOY0130-01"]),
    ]


def test_paper_has_room_to_write_below_each_action(browser, quiet_site):
    with served(quiet_site) as home:
        page = browser.new_page()
        page.goto(f"{home}actions/next-meeting/")
        assert page.locator(".room").filter(visible=True).count() == 0
        page.emulate_media(media="print")
        heights = page.eval_on_selector_all(".room", "rooms => rooms.map(room => room.offsetHeight)")
        page.close()
    assert len(heights) == 2
    assert min(heights) > 70


# The history of an action


def test_a_history_names_the_meetings_that_did_not_mention_it(quiet_site):
    history = article(quiet_site, "actions/toy0130-02/").find("ol")
    assert [text(line) for line in history] == [
        "20 June 2030: Not mentioned at this meeting.",
        "14 March 2030: This meeting is not recorded as having reviewed any action.",
        "10 January 2030: No status recorded",
    ]


def test_a_history_leads_to_the_neighbours_of_its_meeting(record_site):
    first, seventh = (
        article(record_site, f"actions/iag0721-{number}/").xpath(".//nav[@class='beside']/ul/li")
        for number in ("01", "07")
    )
    assert text(first[0]) == "Raised in July 2021 Next: IAG0721-02"
    assert seventh[0].xpath(".//a/@href") == ["../2021/#iag0721-07", "../iag0721-06/", "../iag0721-08/"]
    assert text(seventh[1]) == "Actions of Charlie Hall (CH) Previous: IAG0721-04 Next: IAG0721-08"


def test_the_link_of_a_history_is_copied(browser, record_home):
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{record_home}actions/iag0721-06/#2022-03-21")
    page.get_by_role("button", name="Copy link to IAG0721-06").click()
    page.get_by_role("status").get_by_text("Copied").wait_for(state="attached")
    assert page.evaluate("navigator.clipboard.readText()") == f"{record_home}actions/iag0721-06/"
    context.close()


def test_without_script_there_is_no_copy_button(browser, record_home):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{record_home}actions/iag0721-06/")
    assert page.locator(".action").count() == 1
    assert page.locator(".copy").filter(visible=True).count() == 0
    context.close()
