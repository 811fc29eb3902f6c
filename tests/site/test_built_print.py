"""What comes out of a printer: the pages as PDF, read back."""

import json

import pypdfium2
import pytest
from a_project import BUILT_ON, squeezed
from states import add_styles, one_page
from windows import quiet

A4 = (595, 842)
POINTS_OF_EDGE = 40  # an edge of 16 mm is 45 points

# Pages of the toy archive and, for what is long, of the ANPR IAG's record.
OF_THE_TOY = {
    "meeting": "meetings/2030-06-20/", "meeting to come": "meetings/2030-09-19/", "tracker": "actions/",
    "histories": "actions/2030/", "preparing": "actions/next-meeting/", "life": "actions/life/",
    "owner": "people/ab/", "terms": "terms-of-reference/", "people": "people/", "card": "guide/card/",
}  # fmt: skip
OF_THE_RECORD = {
    "meeting": "meetings/2022-03-21/", "tracker": "actions/", "histories": "actions/2021/",
    "preparing": "actions/next-meeting/", "owner": "people/fs/", "terms": "terms-of-reference/",
    "recipes": "guide/recipes/", "card": "guide/card/",
}  # fmt: skip
PRINTS = [*(("toy", name) for name in OF_THE_TOY), *(("record", name) for name in OF_THE_RECORD)]
ADDRESSES = {"toy": OF_THE_TOY, "record": OF_THE_RECORD}


@pytest.fixture(scope="module")
def printed(browser, toy_home, record_home):
    """Prints a page, from a browser as wide as a phone and in a dark scheme, once."""
    homes, done = {"toy": toy_home, "record": record_home}, {}
    with one_page(browser, viewport={"width": 320, "height": 640}, color_scheme="dark") as page:

        def print_(whose, name):
            if (whose, name) not in done:
                page.goto(homes[whose] + ADDRESSES[whose][name])
                quiet(page)
                document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
                document.headings = page.locator("h1, h2, h3, h4").all_inner_texts()
                done[whose, name] = document
            return done[whose, name]

        yield print_


def texts(document):
    """What is read on each sheet: first its edges. The library gives a hyphen at the end of a line as U+FFFE."""
    return [squeezed(page.get_textpage().get_text_range().replace("\ufffe", "-")) for page in document]


def boxes(page):
    """Where each piece of text of a sheet stands: left, bottom, right, top."""
    text = page.get_textpage()
    return [text.get_rect(at) for at in range(text.count_rects())]


@pytest.mark.parametrize(("whose", "name"), PRINTS)
def test_each_sheet_is_a4_and_numbered_and_says_which_group_and_page_it_is_of(printed, whose, name):
    document, group = printed(whose, name), {"toy": "Toy Group", "record": "ANPR IAG"}[whose]
    address = {"toy": "https://invented.example/minutes/", "record": "/"}[whose] + ADDRESSES[whose][name]
    for number, (page, text) in enumerate(zip(document, texts(document), strict=True), 1):
        assert tuple(round(length) for length in page.get_size()) == A4
        assert f"{number} / {len(document)}" in text
        assert text.startswith(f"{group} published minutes")
        assert address in text


@pytest.mark.parametrize(("whose", "name"), PRINTS)
def test_no_text_runs_into_the_edge_and_no_sheet_is_empty(printed, whose, name):
    for page in printed(whose, name):
        found = boxes(page)
        assert max(right for _, _, right, _ in found) <= A4[0] - POINTS_OF_EDGE
        assert min(left for left, *_ in found) >= POINTS_OF_EDGE
        assert len(found) > 6


@pytest.mark.parametrize(("whose", "name"), PRINTS)
def test_a_print_says_where_it_is_from_and_as_of_when_and_holds_no_menu(printed, whose, name):
    whole = " ".join(texts(printed(whose, name)))
    address = {"toy": "https://invented.example/minutes/", "record": "/"}[whose] + ADDRESSES[whose][name]
    assert f"Printed from {address}, as of {BUILT_ON}." in whole
    for left_out in (
        "Skip to content", "Home Meetings", "People About", "Search", "On this page", "Copy link", "More filters",
        "Owner Anybody", "Download", "All meetings", "Skip the picture", "cookies",
    ):  # fmt: skip
        assert left_out not in whole


def test_a_meeting_says_its_title_status_group_and_sources(printed):
    first, *_, last = texts(printed("record", "meeting"))
    assert "Meeting of 21 March 2022" in first
    assert "Published by the office on 8 April 2022. Approval by the group is not recorded." in first
    assert "Automatic Number Plate Recognition Independent Advisory Group" in first
    assert "21 March 2022" in last


def test_a_link_is_written_out(printed):
    whole = "".join(texts(printed("record", "meeting"))).replace(" ", "")
    assert "<https://www.gov.uk/government/publications/anpr-iag-minutes-and-agenda-21-march-2022>" in whole


def test_the_head_of_a_table_stands_again_on_each_sheet_that_the_table_runs_over(printed):
    sheets = texts(printed("record", "meeting"))
    with_rows = [text for text in sheets if "IAG0721-" in text and "Owner:" in text]
    assert len(with_rows) > 1
    rows = [text for text in sheets if "Completed" in text or "Outstanding" in text]
    assert len(rows) > 1
    assert all("ID and status Update Action" in text for text in rows)


@pytest.mark.parametrize("name", ["meeting", "tracker", "histories"])
def test_names_and_abbreviations_are_on_the_last_sheets(printed, name):
    _, found, names = " ".join(texts(printed("record", name))).partition("Names and abbreviations on this page")
    assert found
    for said in (
        "FS Fraser Sampson, Biometrics and Surveillance Camera Commissioner",
        "LP Name of LP not recorded",
        "ICO Information Commissioner's Office",
    ):
        assert said in names


def test_a_sentence_on_paper_has_no_words_but_its_own(printed):
    whole = " ".join(texts(printed("record", "meeting")))
    assert "10:00 to 10:05 Welcome & Introductions FS" in whole
    assert "Liaise with the ICO regarding their membership to IAG." in whole
    assert "Core membership of ANPR IAG discussion" in whole


@pytest.mark.parametrize("name", ["meeting", "owner"])
def test_no_head_of_a_table_is_the_last_thing_on_a_sheet(printed, name):
    for text in texts(printed("record", name)):
        assert not text.endswith(("ID and status Update Action", "Agenda title Lead")), text


@pytest.mark.parametrize(("whose", "name"), PRINTS)
def test_no_sheet_begins_with_the_source_of_what_stands_on_the_sheet_before(printed, whose, name):
    title = "Meeting of 21 March 2022 "
    assert [text for text in texts(printed(whose, name)) if title + "Source" in text] == []


@pytest.mark.parametrize("whose", ADDRESSES)
def test_the_card_of_the_guide_is_the_two_sides_of_one_sheet(printed, whose):
    steps, file = texts(printed(whose, "card"))
    assert "One meeting, from agenda to publication" in steps and "Whom to ask" in steps
    assert "The file at a glance" in file and f"as of {BUILT_ON}" in file


def test_text_uses_the_width_of_the_sheet(printed):
    document = printed("record", "meeting")
    assert "Approval by the group is not recorded." in document[0].get_textpage().get_text_range()
    assert len(document) <= 5


@pytest.mark.parametrize(("whose", "name"), PRINTS)
def test_no_heading_is_the_last_thing_on_a_sheet(printed, whose, name):
    document = printed(whose, name)
    for text in (page.get_textpage().get_text_range() for page in document):
        last = squeezed(text.strip().splitlines()[-1])
        assert not any(heading.endswith(last) for heading in document.headings), last


def test_paper_is_white_where_the_reader_has_a_dark_scheme(printed):
    picture = bytes(printed("toy", "meeting")[0].render(scale=0.5).buffer)
    assert min(picture[:3]) == 255
    assert sum(picture) / len(picture) > 230


def test_the_heads_of_the_sheets_say_hostile_names_as_they_are(browser, hostile_home):
    with one_page(browser) as page:
        for address in ("", "about/"):
            page.goto(hostile_home + address)
            add_styles(page, "body::before { content: var(--group) } body::after { content: var(--title) }")
            group, title = (
                page.evaluate("(which) => getComputedStyle(document.body, which).content", which)
                for which in ("::before", "::after")
            )
            shown = json.loads(group)
            assert shown.startswith("Group.short_name {{ 7*7 }}") and "<script>window.hacked=1</script>" in shown
            assert page.title() == (shown if address == "" else f"{json.loads(title)} – {shown}")


@pytest.mark.parametrize("anchor", ["", "#2022-03-21"])
def test_an_action_is_printed_on_one_sheet_without_what_is_beside_it(browser, record_home, anchor):
    with one_page(browser) as page:
        page.goto(f"{record_home}actions/iag0721-08/{anchor}")
        alone = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    [text] = texts(alone)
    assert "Action IAG0721-08" in text
    assert "IAG0721-07" not in text


def test_the_actions_of_a_year_are_printed_whole(printed):
    whole = " ".join(texts(printed("record", "histories")))
    assert all(f"IAG0721-{number:02}" in whole for number in range(1, 14))
