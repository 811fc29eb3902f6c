"""Addresses are promises: what was published once is written down here."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.pages import pages_of_the_record
from macros.register import addresses
from macros.register.places import page_addresses
from macros.register.register import Register


@pytest.mark.parametrize(
    ("made", "promised"),
    [
        (addresses.meeting("2022-03-21"), "meetings/2022-03-21/"),
        (addresses.agenda_anchor("2"), "agenda-2"),
        (addresses.minutes_anchor("break-2"), "minutes-break-2"),
        (addresses.action("IAG0721-06"), "actions/iag0721-06/"),
        (addresses.action("2025-09-18/3"), "actions/2025-09-18-3/"),
        (addresses.action("2021"), "actions/action-2021/"),
        (addresses.action("Life"), "actions/action-life/"),
        (addresses.action("Action 3a"), "actions/action-action-3a/"),
        (addresses.action(".. x"), "actions/action-..-x/"),
        (addresses.action("index.html"), "actions/action-index.html/"),
        (addresses.action("12.3"), "actions/12.3/"),
        (addresses.mention("IAG0721-06", "2022-03-21"), "actions/iag0721-06/#2022-03-21"),
        (addresses.mention("IAG0721-06", "2022-03-21", 2), "actions/iag0721-06/#2022-03-21-2"),
        (addresses.action_in_year("IAG0721-06", 2021), "actions/2021/#iag0721-06"),
        (addresses.mention_in_year("IAG0721-06", 2021, "2022-03-21"), "actions/2021/#iag0721-06-2022-03-21"),
        (addresses.LIFE, "actions/life/"),
        (addresses.ACCESSIBILITY, "accessibility/"),
        (addresses.life_of(2021), "actions/life/2021/"),
        (addresses.not_mentioned("2022-03-21"), "meetings/2022-03-21/#not-mentioned"),
        (addresses.entry("2022-03-21", "IAG0721-06"), "meetings/2022-03-21/#iag0721-06"),
        (addresses.terms("2022-01-31"), "terms-of-reference/2022-01-31/"),
        (addresses.terms_compared("2022-01-31", "2023-02-01"), "terms-of-reference/compare/2022-01-31..2023-02-01/"),
        (addresses.person("SSm"), "people/#ssm"),
        (addresses.ATTENDANCE, "people/attendance/"),
    ],
)
def test_an_address_is_as_promised(made: str, promised: str) -> None:
    assert made == promised


# The ids of before there were spaces and signs in them; their addresses were promised.
EARLIER_IDS = st.from_regex(r"[A-Za-z0-9]+(?:[-./_][A-Za-z0-9]+)*", fullmatch=True)


@settings(max_examples=500)
@given(EARLIER_IDS)
def test_the_anchor_of_an_earlier_id_is_as_promised(printed: str) -> None:
    assert addresses.action_anchor(printed) == printed.lower().replace("/", "-")


@settings(max_examples=500)
@given(st.text(max_size=60).filter(lambda text: any(map(str.isalnum, text))))
def test_the_anchor_of_any_id_may_stand_in_an_address(printed: str) -> None:
    anchor = addresses.action_anchor(printed)
    assert anchor
    assert re.fullmatch(r"[\w.'’-]+", anchor)  # as data/redirects.yml takes it


@pytest.mark.parametrize(
    ("printed", "anchor"),
    [("ANPR 12", "anpr-12"), ("Action 3a", "action-3a"), ("#4 (late)", "4-late"), ("HLF/23/4", "hlf-23-4"),
     ("Nr. 5", "nr.-5"), ("Gweithred Dŵr 1", "gweithred-dŵr-1")],
)  # fmt: skip
def test_an_id_is_printed_in_any_way_and_has_an_anchor(printed: str, anchor: str) -> None:
    assert addresses.action_anchor(printed) == anchor


@pytest.mark.parametrize(
    ("here", "there", "link"),
    [
        ("", "meetings/", "meetings/"),
        ("", "", "./"),
        ("meetings/2022-03-21/", "", "../../"),
        ("meetings/2022-03-21/", "actions/2021/#iag0721-06", "../../actions/2021/#iag0721-06"),
        ("people/", "people/#fs", "#fs"),
        ("meetings/", "meetings/2022-03-21/", "2022-03-21/"),
        ("about/", "schema/group.schema.json", "../schema/group.schema.json"),
    ],
)
def test_a_link_is_relative_so_that_the_site_works_below_any_path(here: str, there: str, link: str) -> None:
    assert addresses.link(here, there) == link


@pytest.mark.parametrize("url", ["/about/", "about/", "about/index.html", "./about/"])
def test_a_page_is_known_by_whatever_its_generator_calls_it(url: str) -> None:
    assert addresses.page_at(url) == "about/"


def test_the_site_map_of_the_register_is_that_of_the_pages(toy_register: Register, real_register: Register) -> None:
    for register in (toy_register, real_register):
        assert sorted(page_addresses(register)) == [stub.address for stub in pages_of_the_record(register)]
