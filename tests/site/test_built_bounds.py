"""Days at the ends of the calendar, and text that turns its direction around: the site is built, and holds it."""

from pathlib import Path

import pytest
from a_project import MINUTES, copy_project, page_addresses, run
from playwright.sync_api import Browser
from states import add_styles


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """A project of an invented group without a meeting."""
    folder = copy_project(tmp_path / "project", record=None)
    (folder / "data/meetings").mkdir(parents=True)
    licence = "licence:\n  name: An invented licence\n  url: https://example.org/licence\n"
    group = f"name: An Invented Group\nshort_name: AIG\npublisher: ORG\n{licence}"
    (folder / "data/group.yml").write_text(group, encoding="utf-8")
    people = "people:\n  AB:\n    name: An Invented Person\norganisations:\n  ORG:\n    name: An Invented Office\n"
    (folder / "data/people.yml").write_text(people, encoding="utf-8")
    return folder


def meeting(folder: Path, day: str, text: str = "Hello.") -> None:
    lines = ("status: published", "attendees: [AB]", "agenda:", "  - number: 1", "    title: Welcome")
    said = (f"date: {day}", *lines, f"    minutes: {text}")
    (folder / f"data/meetings/{day}.yml").write_text("\n".join((*said, "")), encoding="utf-8")


@pytest.mark.parametrize("day", ["0001-01-01", "1969-12-31", "2106-02-08", "9999-12-31"])
def test_any_day_of_the_calendar_can_be_the_latest(empty: Path, day: str) -> None:
    meeting(empty, day)
    done = run(empty, *MINUTES, "build", SITE_URL="https://example.org/minutes/")
    assert done.returncode == 0, done.stdout + done.stderr
    site_map = (empty / "site/sitemap.xml").read_text(encoding="utf-8")
    assert f"<loc>https://example.org/minutes/meetings/{day}/</loc>" in site_map
    assert f"<lastmod>{day}</lastmod>" in site_map
    assert not (empty / "site/sitemap.xml.gz").exists()


def test_a_text_that_turns_around_turns_nothing_beside_it(empty: Path, browser: Browser) -> None:
    """Each place where a page shows such a text, or a part of it, in a line with words of the page or other records."""
    sign = "\N{RIGHT-TO-LEFT OVERRIDE}"
    words = f'"a{sign}bc"'
    (empty / "data/people.yml").write_text(
        f"people:\n  AB:\n    name: {words}\n    roles:\n      - title: {words}\n        organisation: ORG\n"
        f"organisations:\n  ORG:\n    name: {words}\n",
        encoding="utf-8",
    )
    meeting(empty, "2030-01-10", words)
    file = empty / "data/meetings/2030-01-10.yml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("title: Welcome", f"title: {words}")
        + f"title: {words}\nlocation: {words}\nnotes: [{words}]\n"
        + f"actions:\n  - id: A-1\n    action: {words}\n    owner: AB\n    update: {words}\n    status: outstanding\n"
        + f"sources:\n  - title: {words}\n    published: 2030-01-11\n",
        encoding="utf-8",
    )
    done = run(empty, *MINUTES, "build")
    assert done.returncode == 0, done.stdout + done.stderr
    turned = []
    page = browser.new_page()
    for address in page_addresses(empty / "site"):
        page.goto((empty / "site" / address / "index.html").as_uri())
        turned += [f"{address}: {line}" for line in page.evaluate(TURNED, sign)]
    assert turned == []
    page.goto((empty / "site/meetings/2030-01-10/index.html").as_uri())
    add_styles(page, "* { unicode-bidi: normal !important }")
    assert page.evaluate(TURNED, sign)  # this would be noticed
    page.close()


# The text nodes behind one that turns around, in the same block, that are shown from right to left: the first letter of
# a word stands right of the last. Such a text is found by its sign.
TURNED = """
sign => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
  const block = (node) => {
    let around = node.parentElement;
    while (getComputedStyle(around).display.startsWith("inline")) around = around.parentElement;
    return around;
  };
  let turning = null;
  for (let node; (node = walker.nextNode());) {
    if (node.data.includes(sign)) { turning = block(node); continue; }
    const word = /[A-Za-z0-9]{3,}/.exec(node.data);
    if (!word || block(node) !== turning) continue;
    const at = (offset) => {
      const letter = document.createRange();
      letter.setStart(node, offset);
      letter.setEnd(node, offset + 1);
      return letter.getBoundingClientRect();
    };
    const first = at(word.index), last = at(word.index + word[0].length - 1);
    if (first.width && first.top === last.top && first.left > last.left) found.push(node.data.trim().slice(0, 40));
  }
  return found;
}
"""
