"""The first view of each kind of page: what it is for stands in it, and it costs little. `make look` measures more."""

import sys

import kinds
import pytest
from a_project import ROOT
from states import KINDS

sys.path.append(str(ROOT / "benchmarks"))
from serving import served  # noqa: E402
from viewing import placed, weighed, window  # noqa: E402

# The first screen at a desk, two of them on a phone.
SCREENS = {(1280, 800): 800, (320, 640): 1280}
STOPS = 22  # of the keyboard before it: ten are those of the head of every page
KILOBYTES, REQUESTS = 20, 4
BY_NAME = {kind.name: kind for kind in kinds.ALL}


@pytest.fixture(scope="module")
def packed(toy_site):
    """The toy archive's site as a web server sends it, text packed by gzip."""
    with served(toy_site) as home:
        yield home


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize(("screen", "lowest"), SCREENS.items(), ids=["desk", "phone"])
def test_what_a_page_is_for_stands_near_its_beginning(browser, packed, name, screen, lowest):
    with window(browser, *screen) as page:
        page.goto(packed + KINDS[name], wait_until="networkidle")
        place = placed(page, BY_NAME[name].content)
    assert place is not None
    assert (place.top <= lowest, place.stops <= STOPS) == (True, True), place


@pytest.mark.parametrize("name", KINDS)
def test_a_first_view_is_light_and_nothing_in_it_moves(browser, packed, name):
    weight = weighed(browser, packed + KINDS[name], 320, 640, slowed=False)
    assert weight.kilobytes <= KILOBYTES and weight.requests <= REQUESTS and weight.shift == 0, weight


def test_the_kinds_of_page_are_told_by_their_addresses(toy_site):
    found = dict(kinds.found_in(toy_site))
    assert {kind.name for kind in found} == set(KINDS)
    assert all(kind.toy == address or kind.toy.count("/") == address.count("/") for kind, address in found.items())
