"""The site of an invented council that prints names in full, and attendance in groups; the build audits every value."""

import re

import pytest
from a_project import built, by_id, copy_project, served, squeezed, tree
from folders import DATA

JUNE, SEPTEMBER = "meetings/2025-06-12/", "meetings/2025-09-18/"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return built(copy_project(tmp_path_factory.mktemp("named") / "project", DATA / "named"))


def said(site, address):
    page, _, anchor = address.partition("#")
    root = tree(site / page / "index.html")
    return squeezed((by_id(root, anchor) if anchor else root.find(".//main")).text_content())


def lines(site, address):
    """Each line of the lists of attendance of a page, with the name of the list before them; it ends as it is
    read, with a semicolon before the next."""
    section = by_id(tree(site / address / "index.html"), "attendance").getnext()
    lists = section.xpath(".//dd[ul]")
    return [squeezed(found.text_content()) for one in lists for found in (one.getprevious(), *one.iter("li"))]


def test_attendance_stands_in_the_printed_groups(site):
    assert lines(site, JUNE) == [
        "Members",
        "Cllr Ann Bee;",
        "Lorna Woods, Invented Home Office, items 1 to 3, by telephone, left early;",
        "Cllr Cee Dee, acting warden, deputy for AB;",
        "Ada Brook (from 10:30)",
        "Apologies (Members)", "Carys Hughes;", "Somebody Else",
        "Absent (Members)", "Nobody Known",
        "Members of the public", "3",
        "Apologies", "Uma Unknown",
    ]  # fmt: skip


def test_a_list_without_groups_takes_any_words(site):
    assert lines(site, SEPTEMBER) == [
        "Present",
        "Ada Brook (AB), Clerk, Invented Parish Council;",
        "Lorna Woods for Ann Bee;",
        'Jo {{ "x" }} O\'Neil Jr. (items 1-3);',
        "3 members of the public",
        "Apologies", "Ann Bee;", "??",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("address", "words"),
    [
        (JUNE, "Chair Cllr Ann Bee"),
        (JUNE, "Vice-chair Lorna Woods, Invented Home Office"),
        (JUNE, "Secretary Ada Brook (AB), Clerk, Invented Parish Council"),
        (JUNE, "Quorum 3 of 7, reached"),
        (f"{JUNE}#agenda-lamps", "Lorna Woods and The Clerk"),
        ("people/#ann-bee", "Ann Bee Meetings attended 12 June 2025 Actions 1 open action"),
        ("people/#ab", "AB: Ada Brook"),
        ("people/#qzx", "Lorna Woods"),
        ("people/#qyx", "Invented Home Office"),
        ("people/#carys-hughes", "Carys Hughes Names Carys Hughes"),
        ("people/ab/", "Attended 2 meetings on record."),  # June from 10:30 on; not by a deputy
        ("people/qzx/", "Attended 2 meetings on record."),
        ("people/ann-bee/", "Attended 1 meeting on record."),  # somebody else came for her in September
        ("people/jo-x-o-neil-jr/", 'Actions of Jo {{ "x" }} O\'Neil Jr.'),
        ("actions/2025-06-12-1/", "Owner Lorna Woods"),
        ("about/", "Invented Parish Council"),
    ],
)
def test_what_is_recorded_of_people_is_said_there(site, address, words):
    assert words in said(site, address)


def test_a_key_that_no_document_prints_is_on_no_page(site):
    shown = {
        page.relative_to(site).as_posix(): found
        for page in site.rglob("*.html")
        if (found := re.findall(r".{0,30}Q[ZY]X.{0,30}", "".join(tree(page).itertext())))
    }
    assert shown == {}


@pytest.mark.parametrize(
    ("asked", "said", "found"),
    [
        ("owner=QZX", "owner Lorna Woods", ["Lorna Woods"]),
        ('q=owner:"Lorna Woods"', "owner Lorna Woods", ["Lorna Woods"]),
        ('q=owner:"Ann Bee"', "owner Ann Bee", ["Ann Bee / Jo {{ \"x\" }} O'Neil Jr."]),
        ("owner=Ann Bee&as-of=2025-06-12", "owner Ann Bee", ["Ann Bee / Jo {{ \"x\" }} O'Neil Jr."]),
        ("as-of=2025-06-12", "", ["Lorna Woods", "Ann Bee / Jo {{ \"x\" }} O'Neil Jr."]),
    ],
)  # fmt: skip
def test_the_tracker_calls_people_by_their_names(site, window, asked, said, found):
    with served(site) as home:
        page = window(f"{home}actions/?{asked}")
        assert page.locator("tbody tr:visible td:nth-child(3)").all_inner_texts() == found
        main = page.locator("main").inner_text()
        assert said in main and "QZX" not in main and "QYX" not in main
