"""The site of an invented series whose minutes print what real minutes print; the build audits every value."""

import pytest
from a_project import built, by_id, copy_project, squeezed, tree
from folders import DATA

SERIES = DATA / "as-printed"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return built(copy_project(tmp_path_factory.mktemp("as-printed") / "project", SERIES))


def said(site, address):
    page, _, anchor = address.partition("#")
    root = tree(site / page / "index.html")
    return squeezed((by_id(root, anchor) if anchor else root.find(".//main")).text_content())


@pytest.mark.parametrize(
    ("address", "words"),
    [
        # an action left out of the minutes of the meeting that its id names
        ("actions/2023/#hlf0323-02", "Raised March 2023, as its id says; the record of that month does not list it"),
        ("actions/2023/#hlf0323-02", "Publisher’s note: The minutes of March left this action out."),
        ("meetings/2023-06-05/#hlf0323-02", "Publisher’s note: The minutes of March left this action out."),
        # an action of another group
        ("meetings/2023-03-06/#port-sc-17", "Paint the mast."),
        ("meetings/2023-03-06/", "Other actions"),
        ("actions/2023/#port-sc-17", "Raised Not recorded; first mentioned on 6 March 2023"),
        ("actions/2023/#port-sc-17", "Was open for 5 months, 3 meetings since first recorded, until recorded closed"),
        ("meetings/2023-09-04/#port-23_4", "Move the buoy, as PORT-SC-17 says."),
        ("actions/2023/#port-23_4", "History of PORT/23_4"),
        ("about/", "HLF{month}{year}-{number}, PORT-SC-{number}, PORT/{number}_{number}"),
        # an action split in two, and said again without the two
        ("actions/2023/#hlf0323-01", "Status Superseded by HLF0623-01 and HLF0623-02"),
        ("actions/2023/#hlf0623-01", "Takes the place of HLF0323-01"),
        ("actions/2023/#hlf0623-02", "Takes the place of HLF0323-01"),
        ("meetings/2023-06-05/#hlf0323-01", "Superseded by HLF0623-01 and HLF0623-02."),
        # a later word on a closed action, and another status without a reopening
        ("actions/2023/#hlf0323-03-2023-06-05", "5 June 2023: Completed"),
        ("actions/2023/#hlf0323-03-2023-06-05", "The lamps were counted again in May."),
        ("actions/2023/#hlf0323-03", "Publisher’s note: The document prints another status and does not say why."),
        # two breaks, past midnight
        ("meetings/2023-03-06/#agenda-break", "Break"),
        ("meetings/2023-03-06/#minutes-break-2", "The second break was long."),
        ("meetings/2023-03-06/", "Time 22:00 to 00:30"),
        # two days
        ("meetings/2023-03-08/", "Meeting of 8 March 2023 to 9 March 2023"),
        ("meetings/2023-03-08/", "Days 8 March 2023 to 9 March 2023"),
        ("meetings/2023-03-08/", "Time 20:00 to 24:00"),
        ("meetings/", "8 March 2023 to 9 March 2023"),
        # what is not known of an action
        ("actions/2022/#hlf1122-04", "Wording not recorded"),
        ("meetings/2023-06-05/#hlf1122-04", "Publisher’s note: No document at hand has its words."),
        ("actions/2023/#port-sc-17", "5 June 2023: Nothing is recorded about this action."),
        ("actions/2023/#port-sc-17", "Publisher’s note: The copy at hand ends above the actions of the port."),
        # reasons beside the part that they are about
        ("meetings/2023-06-05/#agenda-2", "Publisher’s note: The two items share ten minutes on the printed agenda."),
        ("meetings/2023-06-05/", "Publisher’s note: The minutes name the chair, who had sent apologies."),
        ("people/#ab", "Publisher’s note: The record prints these two days."),
        ("about/", "Publisher’s note: The terms number the first two items of every agenda 1."),
    ],
)
def test_the_page_says(site, address, words):
    assert words in said(site, address)


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("actions/2023/#hlf0323-02", "is not held"),
        ("actions/2023/#hlf0323-03-2023-06-05", "Reopened"),
        ("actions/2023/#hlf0323-03-2023-09-04", "Reopened"),
        ("actions/2023/#port-sc-17", "Not mentioned"),
    ],
)
def test_the_page_does_not_say(site, address, words):
    assert words not in said(site, address)
