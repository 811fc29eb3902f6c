"""Abbreviations explained where they stand: by touch, mouse and keyboard, without script, and on paper."""

import re

import pytest

from macros.pages import Page as PageOfRecord

WORDING = "#iag0721-03 .wording"


@pytest.fixture
def histories(window, record_home):
    return lambda **options: window(f"{record_home}actions/2021/", **options)


def explanation(page, key):
    """The explanation beside a button, if it can be seen."""
    shown = page.locator(f"{WORDING} .short", has_text=re.compile(f"^{key}$")).locator("+ .meaning")
    return shown.inner_text() if shown.is_visible() else None


def test_nothing_is_open_at_first(histories):
    page = histories()
    assert page.locator(".meaning:visible").count() == 0
    assert page.inner_text(WORDING) == "Liaise with the ICO regarding their membership to IAG."


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_keyboard_opens_and_closes_an_explanation_and_stays_where_it_was(histories, script):
    page = histories(java_script_enabled=script)
    short = page.locator(f"{WORDING} .short").first
    short.focus()
    page.keyboard.press("Enter")
    assert explanation(page, "ICO") == "Information Commissioner's Office"
    page.keyboard.press("Escape")
    assert explanation(page, "ICO") is None
    if script:
        assert page.evaluate("document.activeElement.textContent") == "ICO"


def test_a_finger_opens_one_and_a_touch_elsewhere_closes_it(histories):
    page = histories(width=320, has_touch=True)
    page.locator(f"{WORDING} .short").first.tap()
    assert explanation(page, "ICO") == "Information Commissioner's Office"
    box = page.locator(f"{WORDING} .meaning").first.bounding_box()
    assert box["x"] >= 4 and box["x"] + box["width"] <= 316
    page.locator("#iag0721-03 h2").tap()
    assert explanation(page, "ICO") is None


def test_the_explanation_stands_beside_its_word_and_hides_nothing_of_it(histories):
    page = histories()
    short = page.locator(f"{WORDING} .short").first
    short.click()
    word, meaning = short.bounding_box(), page.locator(f"{WORDING} .meaning").first.bounding_box()
    assert word["y"] + word["height"] <= meaning["y"] <= word["y"] + word["height"] + 12
    assert abs(word["x"] - meaning["x"]) < 12


def test_each_action_explains_for_itself(histories):
    page = histories()
    for action in ("#iag0721-04", "#iag0721-05"):
        assert page.locator(f"{action} .short", has_text=re.compile("^ANPR$")).count() == 1


def test_on_paper_the_explanation_stands_in_brackets_behind_its_word(histories):
    page = histories()
    page.emulate_media(media="print")
    said = page.inner_text(WORDING)
    assert "ICO" in said and "Information Commissioner's Office" in said
    brackets = "e => getComputedStyle(e, '::before').content + e.textContent + getComputedStyle(e, '::after').content"
    assert page.eval_on_selector(f"{WORDING} .meaning", brackets) == '" ("Information Commissioner\'s Office")"'


def test_the_rows_that_the_trackers_script_draws_explain_as_those_that_the_page_came_with(
    window, toy_home, toy_register
):
    page = window(f"{toy_home}actions/?as-of=2030-01-10")
    page.wait_for_selector("#toy0130-04 .short")
    expected = PageOfRecord(toy_register, "actions/", "toy0130-04").plain("Supersede this.")
    same = """(cell, html) => {
      const other = document.createElement("span");
      other.innerHTML = html;
      other.className = "typed";
      return cell.isEqualNode(other);
    }"""
    cell = page.locator("#toy0130-04 .typed").first
    assert cell.evaluate(same, str(expected)), cell.inner_html()
    assert not cell.evaluate(same, "Supersede this.")
