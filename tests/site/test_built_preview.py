"""The preview in a real browser, opened from a disk: whole, quiet, and the same as the site."""

import shutil
import subprocess

import pytest
from a_project import ROOT, article, by_id, minutes, text, tree

PHONE, DESK = 320, 1280
TOY = ROOT / "tests" / "data" / "toy" / "data"
CHANGED = "2030-06-20"
BROKEN_LINKS = """() => [...document.querySelectorAll('a[href^="#"]')]
  .filter(a => !document.getElementById(decodeURIComponent(a.hash.slice(1)))).map(a => a.outerHTML)"""
TWICE = """() => [...document.querySelectorAll('[id]')].map(e => e.id).filter((id, at, all) => all.indexOf(id) < at)"""
BEYOND = """() => [...document.querySelectorAll('body *')]
  .filter(e => !e.closest('.visually-hidden, thead') && e.checkVisibility())
  .filter(e => [...e.childNodes].some(n => n.nodeType == 3 && n.data.trim()))
  .filter(e => e.getBoundingClientRect().right > innerWidth + 1).map(e => e.textContent.slice(0, 60))"""


@pytest.fixture(scope="module")
def toy_project(tmp_path_factory):
    """A project with the invented record under git, whose meetings but one are as they were committed."""
    folder = tmp_path_factory.mktemp("preview") / "project"
    shutil.copytree(ROOT / "docs", folder / "docs")
    shutil.copytree(TOY, folder / "data")
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message=All")
    with open(folder / "data" / "meetings" / f"{CHANGED}.yml", "a", encoding="utf-8") as file:
        file.write("# An invented change.\n")
    return folder


def git(folder, *command):
    who = ("-c", "user.name=Invented", "-c", "user.email=invented@invented.example")
    subprocess.run(["git", *who, *command], cwd=folder, check=True)


def previewed(folder, *arguments, file="out/preview.html"):
    """The preview of a project in a file, named within the project or from the root."""
    done = minutes(folder, "preview", "--out", str(file), *arguments)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / file


@pytest.fixture(scope="module")
def toy_preview(toy_project):
    return previewed(toy_project, "--base", "main")


@pytest.fixture(scope="module", params=[PHONE, DESK])
def opened(browser, toy_preview, request):
    """The page from its file, with everything that it asked for or complained of."""
    page = browser.new_page(viewport={"width": request.param, "height": 900})
    page.asked, page.trouble = [], []
    page.on("request", lambda asked: page.asked.append(asked.url))
    page.on("console", lambda message: page.trouble.append(message.text))
    page.on("pageerror", lambda error: page.trouble.append(str(error)))
    page.goto(toy_preview.as_uri())
    yield page
    page.close()


def parts(file):
    return [part.get("id") for part in tree(file).iter("article")]


def test_it_holds_the_meeting_that_changed_and_the_tracker(toy_preview):
    assert parts(toy_preview) == [f"meetings-{CHANGED}", "actions"]


def test_a_file_that_git_does_not_know_yet_is_a_change_too(toy_project):
    new = toy_project / "data" / "meetings" / "2031-01-09.yml"
    new.write_text("date: 2031-01-09\nstatus: scheduled\n", encoding="utf-8")
    try:
        assert parts(previewed(toy_project, "--base", "main", file="out/new.html"))[0] == "meetings-2031-01-09"
    finally:
        new.unlink()


def test_it_holds_the_pages_of_people_words_and_terms_that_changed_folded(toy_project, browser):
    data = toy_project / "data"
    before = {file: file.read_text(encoding="utf-8") for file in (data / "people.yml", data / "glossary.yml")}
    new = data / "terms-of-reference/2031-01-09.md"
    new.write_text("---\nadopted: 2031-01-09\n---\nOther terms.\n", encoding="utf-8")
    for file, text_before in before.items():
        file.write_text(f"{text_before}# An invented change.\n", encoding="utf-8")
    try:
        file = previewed(toy_project, "--base", "main", file="out/pages.html")
    finally:
        new.unlink()
        for place, text_before in before.items():
            place.write_text(text_before, encoding="utf-8")
    folded = [
        "terms-of-reference-2031-01-09", "terms-of-reference-compare-2030-06-20-2031-01-09", "terms-of-reference",
        "people", "glossary",
    ]  # fmt: skip
    assert parts(file) == [f"meetings-{CHANGED}", *folded, "actions"]
    page = browser.new_page(viewport={"width": PHONE, "height": 900})
    page.goto(file.as_uri())
    assert not page.locator("#people dl").first.is_visible()
    for at in folded:
        page.locator(f"#{at} > details > summary").click()
    assert page.locator("#people dl").first.is_visible()
    for width in (DESK, PHONE):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(BROKEN_LINKS) == [] and page.evaluate(TWICE) == []
    page.close()


def test_it_holds_every_meeting_when_none_is_chosen_and_one_when_one_is(toy_project):
    everything = sorted((file.stem for file in TOY.glob("meetings/*.yml")), reverse=True)
    assert parts(previewed(toy_project, file="out/every.html")) == [
        *(f"meetings-{stem}" for stem in everything),
        "actions",
    ]
    assert parts(previewed(toy_project, "--meeting", "2030-01-10", file="out/one.html")) == [
        "meetings-2030-01-10",
        "actions",
    ]


@pytest.mark.parametrize(
    ("chosen", "told"),
    [
        (["--meeting", "2030-01-11"], "there is no meeting '2030-01-11'"),
        (["--base", "nowhere"], "git knows no revision 'nowhere' here"),
        (["--base", "--output=x"], "git knows no revision '--output=x' here"),
    ],
)
def test_a_wrong_choice_costs_a_sentence(toy_project, chosen, told):
    done = minutes(toy_project, "preview", "--out", "none.html", *chosen)
    assert done.returncode == 1
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert not (toy_project / "none.html").exists()
    assert not (toy_project / "x").exists()


def test_it_asks_nobody_for_anything(opened, toy_preview):
    assert opened.asked == [toy_preview.as_uri()]
    assert opened.trouble == []


def test_every_link_within_it_leads_somewhere_and_no_anchor_stands_twice(opened):
    assert opened.locator('a[href^="#"]').count() > 10
    assert opened.evaluate(BROKEN_LINKS) == []
    assert opened.evaluate(TWICE) == []


def test_every_other_link_leaves_the_site(opened):
    others = opened.locator('a:not([href^="#"])').evaluate_all("all => all.map(a => a.getAttribute('href'))")
    assert others
    assert [address for address in others if not address.startswith(("https://", "http://", "mailto:"))] == []


def test_words_that_led_to_a_page_that_is_not_in_it_stay(opened):
    assert opened.locator("#actions .not-here", has_text="Preparing the next meeting").is_visible()


def test_nothing_is_cut_off(opened):
    width = opened.viewport_size["width"]
    assert opened.evaluate("document.documentElement.scrollWidth") <= width
    assert opened.evaluate(BEYOND) == []


def test_it_says_first_that_it_is_not_published(opened):
    assert opened.locator("body").inner_text().startswith("Preview, not published")
    assert opened.title().startswith("Preview, not published")


def test_a_click_leads_from_the_tracker_to_what_the_meeting_recorded(opened):
    opened.get_by_role("link", name="Action tracker", exact=True).click()
    opened.locator("#actions tbody a", has_text="20 June 2030").first.click()
    target = opened.evaluate("document.querySelector(':target').closest('article').id")
    assert target == f"meetings-{CHANGED}"


def test_it_says_what_the_site_says(record_project, record_site, tmp_path):
    page = tree(previewed(record_project, "--meeting", "2022-03-21", file=tmp_path / "preview.html"))
    for address, anchor in (("meetings/2022-03-21/", "meetings-2022-03-21"), ("actions/", "actions")):
        on_the_site = article(record_site, address)
        for not_there in on_the_site.xpath(".//*[@hidden or self::script or contains(@class, 'other-forms')]"):
            not_there.drop_tree()
        assert text(by_id(page, anchor)) == text(on_the_site)


def test_a_hostile_record_does_nothing_in_it(browser, hostile_project, tmp_path):
    file = previewed(hostile_project, file=tmp_path / "preview.html")
    assert "<script" not in file.read_text(encoding="utf-8")
    page = browser.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    assert page.evaluate("window.hacked") is None
    assert page.evaluate(BROKEN_LINKS) == []
    assert page.evaluate(TWICE) == []
    assert asked == [file.as_uri()]
    page.close()
