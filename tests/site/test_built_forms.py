"""The forms in a real browser, with the configuration that the site is built with.

The repository's host is a stand-in (a_host.py), so what is typed goes the whole way: sign in,
fill in, save, and read back what was sent to a branch of its own.
"""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from a_host import MAIN, Host
from a_project import built, copy_project, fingerprints, minutes, served
from folders import ANPR_IAG
from playwright.sync_api import Browser, Locator, Page
from test_built_phones import SMALL_TEXT

from macros.rules.loading import load

TOKEN = "invented-token"
FORMS = "repository: https://github.com/office/minutes\nforms:\n  host: github\n"


def switch_on(folder: Path) -> Path:
    group = folder / "data/group.yml"
    group.write_text(group.read_text(encoding="utf-8") + FORMS, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def forms_project(tmp_path_factory) -> Path:
    folder = switch_on(copy_project(tmp_path_factory.mktemp("forms") / "project"))
    built(folder)
    return folder


@pytest.fixture
def host(forms_project) -> Host:
    return Host(forms_project)


@pytest.fixture(scope="module")
def forms_home(forms_project) -> Iterator[str]:
    with served(forms_project / "site") as address:
        yield address


@contextmanager
def opened(browser: Browser, home: str, host: Host, width: int = 1280) -> Iterator[Page]:
    """The page of the forms, before anybody signs in."""
    # Far west of Greenwich, a day that the script took for a moment would become the day before. Fields below the
    # window are not there before somebody scrolls.
    context = browser.new_context(viewport={"width": width, "height": 2700}, timezone_id="America/Los_Angeles")
    page = context.new_page()
    page.route("https://api.github.com/**", host.answer)
    page.goto(f"{home}edit/")
    yield page
    context.close()
    assert host.unknown == []


def sign_in(page: Page) -> None:
    page.get_by_role("button", name="Sign In Using Access Token").click()
    page.locator("input").first.fill(TOKEN)
    page.keyboard.press("Enter")
    page.get_by_text("You’re now viewing").wait_for(state="attached")


def go_to(page: Page, place: str) -> None:
    page.goto(f"{page.url.partition('#')[0]}#/collections/{place}")


def field(page: Page, path: str) -> Locator:
    return page.locator(f'[data-key-path="{path}"]')


def fill(page: Page, values: dict[str, str]) -> None:
    for path, value in values.items():
        for _ in range(9):  # Sveltia draws the fields further down when somebody gets there
            if field(page, path).count():
                break
            beside = f'^="{path.rpartition(".")[0]}."' if "." in path else ""
            page.locator(f"[data-key-path{beside}]").last.scroll_into_view_if_needed()
            page.wait_for_timeout(200)
        field(page, path).locator("input, textarea").first.fill(value)


def unfold(page: Page, path: str) -> None:
    """Open a group of fields, or an entry of a list, that the form shows folded."""
    field(page, path).get_by_role("button", name="Expand").first.click()


def add(page: Page, path: str) -> None:
    field(page, path).get_by_role("button", name=re.compile(r"^Add (?!one\b)")).last.click()


def save(page: Page, host: Host) -> dict[str, str]:
    """Save, and give the files of the branch that the host was sent."""
    before = len(host.pulls)
    page.get_by_role("button", name="Save").first.click()
    page.get_by_role("button", name="Later").click()
    assert len(host.pulls) == before + 1
    return host.branches[host.pulls[-1]["head"]]


def put(files: dict[str, str], folder: Path) -> Path:
    """The files of a branch, as somebody who takes the pull request gets them."""
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8", newline="\n")
    return folder


MINUTES = (
    'The chair said: "No".\n\n- Action #3 is done\n- 10:00 - naïve café – Łódź 🚗\n\n    indented\n\n#hashtag & *stars*'
)
TYPED = {
    "date": "2022-11-10", "title": '#3: "Quoted" & it\'s a \\ backslash: No', "time": "10:00", "location": "No",
}  # fmt: skip
THERE = {f"who_was_there.{name}": words for name, words in {
    "chair": "FS", "attendees": "FS, OBSCC", "apologies": "none",
}.items()}  # fmt: skip
ITEM = {"number": "2.10", "time": "9:05-10:00", "title": "- Yes # 1.0", "lead": "FS / HH", "minutes": MINUTES}
ENTRY = {"id": "IAG1122-01", "action": "~", "owner": "OBSCC / KS", "status": "in progress", "update": "true"}


def test_a_meeting_typed_into_the_form_is_proposed_and_means_what_was_typed(browser, forms_home, host, tmp_path):
    with opened(browser, forms_home, host) as page:
        sign_in(page)
        go_to(page, "meeting/new")
        fill(page, TYPED)
        field(page, "status").get_by_text("draft", exact=True).click()
        add(page, "agenda")
        fill(page, {f"agenda.0.{name}": value for name, value in ITEM.items()})
        add(page, "actions")
        fill(page, {f"actions.9.{name}": value for name, value in ENTRY.items()})
        unfold(page, "who_was_there")
        fill(page, THERE)
        add(page, "notes")
        fill(page, {"notes.0": "2022-11-10"})
        files = save(page, host)

    assert host.pulls == [{
        "title": "Data: Begin data/meetings/2022-11-10.yml", "head": "cms/meeting/2022-11-10", "base": MAIN,
        "draft": True, "labels": ["sveltia-cms/draft"],
    }]  # fmt: skip
    assert set(files) - set(host.branches[MAIN]) == {"data/meetings/2022-11-10.yml"}
    folder = put(files, tmp_path)
    assert minutes(folder, "check").returncode == 0
    meeting = load(folder).archive.meetings["2022-11-10"]
    assert (meeting.title, meeting.location) == (TYPED["title"], "No")
    assert meeting.time is not None
    assert (meeting.time.typed, meeting.status, meeting.chair) == ("10:00", "draft", "FS")
    assert [names and (names.text, names.each) for names in (meeting.attendees, meeting.apologies)] == [
        ("FS, OBSCC", ("FS", "OBSCC")), ("none", ()),
    ]  # fmt: skip
    [item], entry = meeting.agenda, meeting.actions[-1]
    assert (item.number, item.time and item.time.typed, item.title) == ("2.10", "09:05-10:00", ITEM["title"])
    assert (item.lead and item.lead.text, item.minutes) == ("FS / HH", MINUTES)
    assert (entry.id, entry.action, entry.owner and entry.owner.text) == ("IAG1122-01", "~", "OBSCC / KS")
    assert (entry.status, entry.update, entry.reopened) == ("in progress", "true", False)
    assert meeting.notes == ("2022-11-10",)
    assert files["data/meetings/2022-11-10.yml"].startswith("# yaml-language-server: $schema=../../schema/meeting.")


def test_a_meeting_opened_and_saved_keeps_all_that_was_not_changed(browser, forms_home, host, tmp_path):
    with opened(browser, forms_home, host) as page:
        sign_in(page)
        go_to(page, "meeting/entries/2022-03-21")
        fill(page, {"location": "10:00"})
        files = save(page, host)
    before, after = (load(folder).archive.meetings["2022-03-21"] for folder in (ANPR_IAG, put(files, tmp_path)))
    assert after == before.model_copy(update={"location": "10:00"})
    assert host.messages == ["Data: Change data/meetings/2022-03-21.yml"]


HOSTILE = '<img src=x onerror="parent.hacked = 1"> <script>parent.hacked = 1</script> [x](javascript:parent.hacked=1)'


APPROVING = """\
date: 2022-06-09
status: draft
approves:
  - {meeting: 2022-03-21, item: 2, with_amendments: For five read six.}
"""


def test_the_preview_looks_like_the_page_follows_what_is_typed_and_runs_nothing(browser, forms_home, host):
    host.branches[MAIN] = {**host.branches[MAIN], "data/meetings/2022-06-09.yml": APPROVING}
    with opened(browser, forms_home, host) as page:
        sign_in(page)
        go_to(page, "meeting/entries/2022-03-21")
        shown = page.frame_locator("iframe").locator("article")
        shown.get_by_role("heading", name="Meeting of 21 March 2022").wait_for()
        text = shown.inner_text()
        for words in (
            "Microsoft Teams",
            "1. Welcome & Introductions",
            "IAG0721-05",
            "Reviewed, finalised and published.",
        ):
            assert words in text
        fill(page, {"location": HOSTILE})
        shown.get_by_text(HOSTILE).wait_for()
        assert shown.locator("img, script, [href^=javascript]").count() == 0
        assert page.evaluate("window.hacked") is None
        paper = "getComputedStyle(document.documentElement).getPropertyValue('--paper')"
        assert page.frames[-1].evaluate(paper) != ""
    with opened(browser, forms_home, host) as page:
        sign_in(page)
        go_to(page, "meeting/entries/2022-06-09")
        shown = page.frame_locator("iframe").locator("article .approved")
        shown.wait_for()
        assert shown.inner_text().split("\n\n") == [
            "Approved: the minutes of 21 March 2022, item 2", "Amendment: For five read six.",
        ]  # fmt: skip


def test_the_forms_begin_with_the_list_of_meetings_on_a_phone_too(browser, forms_home, host):
    with opened(browser, forms_home, host, 320) as page:
        sign_in(page)
        page.get_by_text("2022-03-21 · published").wait_for()


LISTED = """\
date: 2022-06-09
status: draft
attendees: ["Smith, Jane", FS for KS]
attendance:
  - group: Members
    present: [FS, {name: KS, part: items 1 to 3}]
  - group: Members of the public
    present: 3
actions:
  - FS to count the lamps
"""


def test_what_is_short_in_a_file_goes_through_the_forms(browser, forms_home, host, tmp_path):
    name = "data/meetings/2022-06-09.yml"
    host.branches[MAIN] = {**host.branches[MAIN], name: LISTED}
    with opened(browser, forms_home, host) as page:
        sign_in(page)
        go_to(page, "meeting/entries/2022-06-09")
        fill(page, {"location": "10:00"})
        files = save(page, host)
    put({**files, name: LISTED}, tmp_path / "before")
    before, after = (
        load(folder).archive.meetings["2022-06-09"] for folder in (tmp_path / "before", put(files, tmp_path))
    )
    assert after == before.model_copy(update={"location": "10:00"})
    assert after.attendees.each == before.attendees.each == ("Smith, Jane", "FS for KS")


def test_the_register_of_people_keeps_its_keys_and_its_comment_and_gains_a_person(browser, forms_home, host, tmp_path):
    with opened(browser, forms_home, host) as page:
        sign_in(page)
        go_to(page, "people/entries/people")
        field(page, "people").wait_for()
        add(page, "people")
        number = len(load(ANPR_IAG).archive.people.people)
        fill(page, {f"people.{number}.initials": "ŁÓ", f"people.{number}.name": 'No: #3 "Óska"'})
        files = save(page, host)
    before, after = load(ANPR_IAG).archive.people, load(put(files, tmp_path)).archive.people
    assert after.people.pop("ŁÓ").name == 'No: #3 "Óska"'
    assert (after, list(after.people)) == (before, list(before.people))
    head = host.branches[MAIN]["data/people.yml"].partition("\npeople:")[0]
    assert files["data/people.yml"].startswith(head)


def test_initials_given_twice_are_refused_and_nothing_is_sent(browser, forms_home, host):
    with opened(browser, forms_home, host) as page:
        sign_in(page)
        go_to(page, "people/entries/people")
        field(page, "people").wait_for()
        add(page, "people")
        fill(page, {f"people.{len(load(ANPR_IAG).archive.people.people)}.initials": "FS"})
        page.get_by_role("button", name="Save").first.click()
        page.get_by_text("'FS' stands here twice; keep one of them").wait_for()
    assert (host.pulls, list(host.branches)) == ([], [MAIN])


def test_a_version_of_the_terms_typed_into_the_form(browser, forms_home, host, tmp_path):
    text = "# Purpose\n\nText: #3\n\n---\n\n* more"
    with opened(browser, forms_home, host) as page:
        sign_in(page)
        go_to(page, "terms/new")
        fill(page, {"adopted": "2022-11-10", "note": "No", "text": text})
        files = save(page, host)
    folder = put(files, tmp_path)
    assert minutes(folder, "check").returncode == 0
    terms = load(folder).archive.terms_files["2022-11-10"].record
    assert (str(terms.adopted), terms.note, terms.text) == ("2022-11-10", "No", text)


def test_the_page_asks_no_other_host_and_the_record_s_own_only_when_signing_in(browser, forms_home, host):
    context = browser.new_context()
    page = context.new_page()
    asked, refused = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("requestfailed", lambda request: refused.append((request.url, request.failure)))
    page.route("https://api.github.com/**", host.answer)

    def elsewhere() -> set[str]:
        blocked = {url for url, why in refused if why == "csp"}
        return {url for url in asked if not url.startswith((forms_home, "data:", "blob:")) and url not in blocked}

    page.goto(f"{forms_home}edit/")
    page.get_by_role("button", name="Sign In Using Access Token").wait_for()
    page.evaluate("document.fonts.ready")
    assert elsewhere() == set()
    assert host.tokens == set()
    icons = "document.fonts.check('24px \"Material Symbols Outlined\"')"
    sign_in(page)
    page.wait_for_function(icons)
    assert {url.partition("/")[2].partition("/")[2].partition("/")[0] for url in elsewhere() - {""}} == {
        "api.github.com"
    }
    assert host.tokens == {f"token {TOKEN}"}
    context.close()


def test_no_picture_can_be_sent_past_the_pull_request(browser, forms_home, host):
    with opened(browser, forms_home, host) as page:
        sign_in(page)
        page.get_by_role("radio", name="Editorial Workflow").wait_for()
        shown = page.locator("button:visible").evaluate_all("all => all.map(one => one.ariaLabel ?? one.innerText)")
    assert "Contents" in shown
    assert [label for label in shown if "sset" in label] == []


def test_the_form_fits_the_width_of_the_screen_and_its_text_is_large_enough(browser, forms_home, host):
    with opened(browser, forms_home, host, 320) as page:
        sign_in(page)
        go_to(page, "meeting/new")
        for width in (320, 768, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            field(page, "date").wait_for()
            assert page.evaluate("document.documentElement.scrollWidth") <= width, width
            assert page.evaluate(SMALL_TEXT) == [], width


def test_a_site_without_the_key_has_no_file_of_the_forms(record_site):
    assert not (record_site / "edit").exists()
    assert [path for path in fingerprints(record_site) if "sveltia" in path] == []


def test_any_generator_gets_the_same_files(forms_project, tmp_path):
    pytest.importorskip("zensical")
    beside = fingerprints(forms_project / "site/edit")
    assert minutes(forms_project, "pages", "--out", str(tmp_path / "pages")).returncode == 0
    assert fingerprints(tmp_path / "pages/edit") == beside
    folder = shutil.copytree(forms_project, tmp_path / "project")
    shutil.rmtree(folder / "site")
    site = built(folder, "--engine", "zensical")
    assert fingerprints(site / "edit") == beside
