"""The site of an invented series whose minutes print what real minutes print; the build audits every value."""

import pytest
from a_project import built, by_id, copy_project, served, squeezed, tree
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
        ("actions/hlf0323-02/", "Raised March 2023, as its id says; the record of that month does not list it"),
        ("actions/hlf0323-02/", "Publisher’s note: The minutes of March left this action out."),
        ("meetings/2023-06-05/#hlf0323-02", "Publisher’s note: The minutes of March left this action out."),
        # an action of another group
        ("meetings/2023-03-06/#port-sc-17", "Paint the mast."),
        ("meetings/2023-03-06/", "Other actions"),
        ("actions/port-sc-17/", "Raised Not recorded; first mentioned at the meeting of 6 March 2023"),
        ("actions/port-sc-17/", "Was open for at least 5 months, 3 meetings, until recorded closed"),
        ("meetings/2023-09-04/#port-23_4", "Move the buoy, as PORT-SC-17 says."),
        ("actions/port-23_4/", "Action PORT/23_4"),
        ("about/", "HLF{month}{year}-{number}, PORT-SC-{number}, PORT/{number}_{number}"),
        # an action split in two, and said again without the two
        ("actions/hlf0323-01/", "Status Superseded by HLF0623-01 and HLF0623-02"),
        ("actions/hlf0623-01/", "Takes the place of HLF0323-01"),
        ("actions/hlf0623-02/", "Takes the place of HLF0323-01"),
        ("meetings/2023-06-05/#hlf0323-01", "Superseded by HLF0623-01 and HLF0623-02."),
        # a later word on a closed action, and another status without a reopening
        ("actions/hlf0323-03/#2023-06-05", "5 June 2023: Completed"),
        ("actions/hlf0323-03/#2023-06-05", "The lamps were counted again in May."),
        ("actions/hlf0323-03/", "Publisher’s note: The document prints another status and does not say why."),
        # ids in words and signs
        ("meetings/2023-12-04/#anpr-12", "ANPR 12 Write to the harbour master."),
        ("actions/anpr-12/", "Status Superseded by Action 3a"),
        ("actions/action-action-3a/", "Takes the place of ANPR 12"),
        ("actions/4-late/", "#4 (late)"),
        ("actions/4-late/#2023-12-04", "4 December 2023: Outstanding"),
        ("actions/4-late/", "Publisher’s note: And this one."),
        # items without a title, and somebody in the chair who is not in the register
        ("meetings/2023-12-04/", "Chair Cllr Jane Smith and CD"),
        (
            "meetings/2023-12-04/#agenda-2",
            "2 Publisher’s note: The agenda prints the number alone. The second item is a number alone.",
        ),
        ("meetings/2023-12-04/#minutes-2", "The second item is a number alone."),
        ("meetings/2023-12-04/#minutes-item", "Nobody printed a number or a title here."),
        ("meetings/2023-12-04/#minutes-lamps", "Lamps The lamps were lit."),
        ("meetings/2023-12-04/#minutes-item-2", "Nor here."),
        # a day of approval beside another status
        ("meetings/2023-12-04/", "Published by the office. Day of approval on record: 11 December 2023."),
        ("meetings/2023-12-04/", "Publisher’s note: The group approved a copy of another day."),
        # warnings of the terms and of the accessibility statement
        ("terms-of-reference/", "Publisher’s note: The adopted terms print this sign."),
        ("terms-of-reference/2023-01-09/", "Publisher’s note: The adopted terms print this sign."),
        ("accessibility/", "Publisher’s note: Nobody knows yet by when the pictures are described."),
        # two breaks, past midnight
        ("meetings/2023-03-06/#agenda-break", "Break"),
        ("meetings/2023-03-06/#minutes-break-2", "The second break was long."),
        ("meetings/2023-03-06/", "6 March 2023, 22:00 to 00:30"),
        # two days
        ("meetings/2023-03-08/", "Meeting of 8 March 2023 to 9 March 2023"),
        ("meetings/2023-03-08/", "8 March 2023 to 9 March 2023, 20:00 to 24:00"),
        ("meetings/", "8 March 2023 to 9 March 2023"),
        # what is not known of an action
        ("actions/hlf1122-04/", "Wording not recorded"),
        ("meetings/2023-06-05/#hlf1122-04", "Publisher’s note: No document at hand has its words."),
        ("actions/port-sc-17/", "5 June 2023: Nothing is recorded about this action."),
        ("actions/port-sc-17/", "Publisher’s note: The copy at hand ends above the actions of the port."),
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
        ("actions/hlf0323-02/", "is not held"),
        ("actions/hlf0323-03/#2023-06-05", "Reopened"),
        ("actions/hlf0323-03/#2023-09-04", "Reopened"),
        ("actions/port-sc-17/", "Not mentioned"),
    ],
)
def test_the_page_does_not_say(site, address, words):
    assert words not in said(site, address)


def test_only_known_initials_of_the_chair_are_linked(site):
    [chair] = tree(site / "meetings/2023-12-04/index.html").xpath("//dd[@data-field='chair']")
    assert [(link.text, link.get("href")) for link in chair.iter("a")] == [("CD", "../../people/cd/")]


@pytest.mark.parametrize(
    ("typed", "shown"), [("%22ANPR 12%22", ["ANPR 12"]), ("3a", ["Action 3a"]), ("late", ["#4 (late)"])]
)
def test_the_tracker_finds_an_action_by_its_printed_id(site, window, typed, shown):
    with served(site) as home:
        page = window(f"{home}actions/?q={typed}", 1280)
        page.wait_for_function("document.querySelector('#finder-count').textContent.includes(' of ')")
        rows = page.locator("#tracker tbody tr")
        ids = rows.locator("th.id a")
        assert set(shown) <= set(ids.all_text_contents())
        for one in shown:
            link = ids.filter(has_text=one)
            address = link.get_attribute("href")
            anchor = address.removesuffix("/").removeprefix("action-action-").removeprefix("action-")
            assert link.locator("xpath=ancestor::tr").get_attribute("id").endswith(anchor)
            assert (site / "actions" / address / "index.html").is_file()
            assert (
                by_id(tree(site / "actions/2023/index.html"), link.locator("xpath=ancestor::tr").get_attribute("id"))
                is not None
            )
