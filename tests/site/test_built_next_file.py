"""The file of the next meeting in a browser: a day is chosen, and the file is copied or opened on the host."""

from urllib.parse import parse_qs, urlsplit

import pytest
from a_project import built, copy_project, served
from losses import LOST, TOO_WIDE, UNREACHED
from states import PHONE, add_styles, arrive, one_page, open_details
from test_built_axe import AXE, EVERY_RULE, RUN
from test_built_phones import SMALL_TARGETS, SMALL_TEXT, TWICE

from macros.register import addresses

ACTION = "  - {{id: POND0330-{:02}, action: Count the ducks on pond {}., owner: AB}}\n"


@pytest.fixture(scope="module")
def pond_home(tmp_path_factory):
    """An invented group of one meeting, with twelve open actions; when it meets next is not recorded."""
    folder = copy_project(tmp_path_factory.mktemp("pond") / "project", record=None)
    (folder / "data/meetings").mkdir(parents=True)
    group = "name: Invented Pond Group\nrepository: https://github.com/invented-pond/minutes\n"
    (folder / "data/group.yml").write_text(group, encoding="utf-8")
    (folder / "data/people.yml").write_text("people: {AB: {name: Ann Bee}}\n", encoding="utf-8")
    actions = "".join(ACTION.format(number, number) for number in range(1, 13))
    meeting = f"date: 2030-03-14\nstatus: published\nactions:\n{actions}"
    (folder / "data/meetings/2030-03-14.yml").write_text(meeting, encoding="utf-8")
    with served(built(folder)) as home:
        yield home


@pytest.fixture
def prepared(browser, pond_home):
    """The page on a phone, with all that it folds opened."""
    with one_page(browser, viewport={"width": PHONE, "height": 640}, has_touch=True, is_mobile=True) as page:
        page.add_init_script(path=AXE)
        arrive(page, pond_home, addresses.PREPARING)
        open_details(page)
        yield page


def test_a_chosen_day_stands_in_the_name_in_the_file_and_in_the_link(prepared):
    before = prepared.locator("#next-file").text_content()
    prepared.get_by_label("Day of the meeting").fill("2030-05-09")
    name, text = (prepared.locator(f"#{anchor}").text_content() for anchor in ("next-file-name", "next-file"))
    assert (name, text) == ("2030-05-09.yml", before.replace("YYYY-MM-DD", "2030-05-09"))
    asked = parse_qs(urlsplit(prepared.locator("a.to-host").get_attribute("href")).query)
    assert asked == {"filename": [name], "value": [text]}
    prepared.get_by_role("button", name="Copy the file").click()
    prepared.get_by_role("button", name="Copied").wait_for()
    assert prepared.evaluate("navigator.clipboard.readText()") == text


def test_it_can_be_read_and_touched_on_a_phone_and_without_sight(prepared):
    assert prepared.evaluate(SMALL_TEXT) == []
    assert prepared.evaluate(SMALL_TARGETS) == []
    assert prepared.evaluate(RUN % EVERY_RULE) == []
    add_styles(prepared, TWICE)
    assert not prepared.evaluate(TOO_WIDE)
    assert (prepared.evaluate(UNREACHED), prepared.evaluate(LOST)) == ([], [])
