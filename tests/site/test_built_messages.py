"""The form that finds a message in the guide, in a browser."""

import pytest
from folders import DATA
from messages_in_code import messages as messages_in_code
from states import PHONE, add_styles, arrive, one_page
from test_built_axe import AXE, EVERY_RULE, RUN
from test_built_phones import SMALL_TARGETS, SMALL_TEXT, TWICE

FOUND = """(messages) => messages.map((message) => {
  const field = document.querySelector('#find-message input');
  field.value = message;
  field.dispatchEvent(new Event('input'));
  return [...document.querySelectorAll('#find-message ol a')].map((link) => {
    const heading = document.getElementById(link.hash.slice(1));
    const list = heading.parentElement.querySelector(`[id="${heading.id}"] ~ ul`);
    return [...list.querySelectorAll('li > code')].map((code) => code.textContent);
  });
})"""


@pytest.fixture
def page(browser, record_home):
    with one_page(browser, viewport={"width": PHONE, "height": 640}, has_touch=True, is_mobile=True) as page:
        page.add_init_script(path=AXE)
        arrive(page, record_home, "guide/messages/")
        yield page


def test_what_the_check_says_of_the_awful_record_is_among_the_first_three_found(page):
    """A message of the code is the witness: it matches what the check said, and what a part of the guide explains."""
    lines = (DATA / "awful/messages.txt").read_text(encoding="utf-8").splitlines()
    said = sorted({line for line in lines if line.startswith("data/")})
    missed = []
    for line, parts in zip(said, page.evaluate(FOUND, said), strict=True):
        kinds = [kind for kind in messages_in_code().values() if kind.search(line.partition(": ")[2])]
        first = [message for part in parts[:3] for message in part]
        if not any(kind.search(message) for kind in kinds for message in first):
            missed.append(line)
    assert len(said) > 100
    assert missed == []


def test_words_that_no_message_has_are_said_to_be_in_none(page):
    field = page.get_by_label("Paste the message, or type some of its words")
    field.fill("hippopotamus giraffe")
    assert page.locator("#find-message a").count() == 0
    assert page.get_by_text("No message here has these words.").is_visible()
    field.fill("not a known key")
    assert page.locator("#find-message a").first.inner_text() == "A key is not known, or is missing"
    assert page.get_by_text("No message here has these words.").is_hidden()
    assert page.evaluate(SMALL_TEXT) == []
    assert page.evaluate(SMALL_TARGETS) == []
    assert page.evaluate(RUN % EVERY_RULE) == []
    add_styles(page, TWICE)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
