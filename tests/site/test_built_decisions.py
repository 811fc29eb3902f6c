"""The register of decisions of the toy archive, and how the search finds them."""

import pytest
from a_project import article, by_id, text
from states import searched
from windows import watch


@pytest.mark.parametrize(
    ("address", "anchor", "said"),
    [
        (
            "meetings/2030-01-10/", "decision-d1",
            "The invented welcome was noted. Decision 2030-01-10/d1 (this site’s reference).",
        ),
        (
            "decisions/2030/", "2030-01-10-resolution-1",
            "Buy two benches; see the terms. Resolution 1, item 1. Result: carried. Proposer: AB. "
            "Seconder: Invented Person C. Votes: on a show of hands. In favour: AB, CD. "
            "Against: 1. Abstained: 2. Superseded by 2030-06-20/d1. "
            "Publisher’s note: The number of abstentions is hard to read.",
        ),
        (
            "decisions/2030/", "2030-06-20-d1",
            "Buy three benches. Decision 2030-06-20/d1 (this site’s reference), item 1 (in a draft record). Result: "
            "Withdrawn. Supersedes: Resolution 1.",
        ),
    ],
)  # fmt: skip
def test_a_decision_stands_at_its_places(toy_site, address: str, anchor: str, said: str) -> None:
    assert text(by_id(article(toy_site, address), anchor)) == said


def test_the_newest_decisions_stand_first(toy_site) -> None:
    assert [text(head) for head in article(toy_site, "decisions/").iter("h2")][:2] == [
        "20 June 2030",
        "10 January 2030",
    ]


def test_a_record_without_decisions_has_no_register_and_no_link_to_one(record_site) -> None:
    assert not (record_site / "decisions").exists()
    assert "ecision" not in text(article(record_site, "search/"))
    assert article(record_site, "").xpath("//a[contains(@href, 'decisions')]") == []


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("is:decision", ["2030-06-20/d1", "2030-01-10/d1", "Resolution 1", "2030-01-10/d3", "2030-01-10/d4"]),
        ("is:agreed", ["Resolution 1", "2030-01-10/d4"]),
        ("is:decision benches", ["2030-06-20/d1", "Resolution 1"]),
        ("is:decision meeting:2030-06-20", ["2030-06-20/d1"]),
        ("is:decision -is:agreed green", ["2030-01-10/d3"]),
        ("is:decision owner:AB", ["Resolution 1"]),
    ],
)  # fmt: skip
def test_the_search_of_the_register_understands_what_is_typed(toy_home, browser, typed: str, found: list[str]) -> None:
    page = watch(browser.new_page())
    page.goto(f"{toy_home}decisions/")
    page.get_by_label("Search the decisions").fill(typed)
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/**")
    searched(page)
    titles = page.locator("#search-results h3").all_inner_texts()
    page.close()
    assert sorted(title.partition(": ")[0] for title in titles) == sorted(found)


def test_the_tracker_draws_marks_as_the_page_does(toy_home, browser) -> None:
    page = browser.new_page()
    page.goto(f"{toy_home}actions/")
    row = "#toy0330-01 td:last-child"
    whole = page.locator(row).inner_html()
    page.goto(f"{toy_home}actions/?as-of=2030-06-20&q=invented+letter")
    page.wait_for_function("document.querySelectorAll('#tracker tbody tr').length === 1")
    drawn = page.locator(row)
    assert drawn.inner_html() == whole
    assert drawn.locator("li").all_text_contents() == ["one of them", "another"]
    assert drawn.locator("a").first.get_attribute("href") == "https://letter.example/"
    page.close()
