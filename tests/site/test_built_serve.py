"""`mkdocs serve` shows each change of the data, the templates and the code, and then rests."""

import re
import socket
import subprocess
import time
import urllib.error
import urllib.request

import pytest
from a_project import MKDOCS, copy_project, environment, minutes

PATIENCE = 60


class Preview:
    """A running `mkdocs serve` with its log."""

    def __init__(self, folder, port):
        self.folder, self.home = folder, f"http://127.0.0.1:{port}/"
        self.log = folder.parent / "log.txt"
        with self.log.open("wb") as log:
            command = [*MKDOCS, "serve", "--dev-addr", f"127.0.0.1:{port}"]
            self.process = subprocess.Popen(command, cwd=folder, env=environment(), stdout=log, stderr=log)

    def said(self):
        return self.log.read_text(encoding="utf-8", errors="replace")

    def builds(self):
        return len(re.findall("Building documentation", self.said()))

    def read(self, address):
        try:
            with urllib.request.urlopen(self.home + address, timeout=PATIENCE) as answer:
                return answer.read().decode()
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return ""

    def shows(self, address, words):
        """Wait until a page shows the words."""
        return self.waits(lambda: words in self.read(address))

    def waits(self, is_so):
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and self.process.poll() is None:
            if is_so():
                return True
            time.sleep(0.2)
        return False


@pytest.fixture(scope="module")
def preview(tmp_path_factory):
    folder = copy_project(tmp_path_factory.mktemp("serve") / "project")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    preview = Preview(folder, port)
    assert preview.shows("", "Meeting of 21 March 2022"), preview.said()
    yield preview
    preview.process.terminate()
    preview.process.wait(PATIENCE)


def edit(file, before, after):
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after), encoding="utf-8")


def test_an_edit_of_a_data_file_shows(preview):
    edit(preview.folder / "data/meetings/2022-03-21.yml", "location: Microsoft Teams", "location: An invented hall")
    assert preview.shows("meetings/2022-03-21/", "An invented hall"), preview.said()


def test_an_edit_of_a_template_shows(preview):
    edit(preview.folder / "macros/pages/templates/meetings.html", "<section>", "<section><p>An edited template</p>")
    assert preview.shows("meetings/", "An edited template"), preview.said()


def test_an_edit_of_a_module_shows(preview):
    edit(preview.folder / "macros/language/wording.py", '"Not recorded"', '"Nothing recorded in an edited module"')
    assert preview.shows("about/", "Nothing recorded in an edited module"), preview.said()


def test_a_new_meeting_file_shows_on_a_page_of_its_own(preview):
    (preview.folder / "data/meetings/2022-06-20.yml").write_text("date: 2022-06-20\nstatus: scheduled\n")
    assert preview.shows("meetings/2022-06-20/", "Planned for this day"), preview.said()


def test_the_search_finds_a_new_action(preview, browser):
    edit(preview.folder / "data/meetings/2022-03-21.yml", "update: AR published.", "update: An invented zebra.")
    assert preview.shows("actions/iag0721-02/", "An invented zebra."), preview.said()
    page = browser.new_page()
    found = page.get_by_role("link", name=re.compile("^IAG0721-02"))

    def is_found():
        page.goto(f"{preview.home}search/?q=zebra")
        page.wait_for_function("!document.querySelector('#search-results[aria-busy]')")
        return found.count() == 1

    # The pages are shown at once; the search index follows them.
    assert preview.waits(is_found), preview.said()
    page.close()


def test_an_error_in_a_data_file_is_reported_and_the_next_edit_fixes_it(preview):
    meeting = preview.folder / "data/meetings/2022-06-20.yml"
    meeting.write_text("date: 2022-06-20\nstatus: schedule\n")
    assert preview.waits(lambda: "status 'schedule' is not known" in preview.said()), preview.said()
    meeting.write_text("date: 2022-06-20\nstatus: cancelled\n")
    assert preview.shows("meetings/2022-06-20/", "This meeting was cancelled"), preview.said()
    assert "Traceback" not in preview.said()


def test_it_rests_when_nothing_is_edited(preview):
    builds = preview.builds()
    assert builds >= 1
    calm_since = time.monotonic()
    until = calm_since + PATIENCE
    while time.monotonic() - calm_since < 4:
        time.sleep(0.2)
        if preview.builds() != builds:
            builds, calm_since = preview.builds(), time.monotonic()
        assert time.monotonic() < until, preview.said()


def test_serving_writes_nothing_into_the_project(preview):
    kept = {"data", "docs", "macros", "mkdocs.yml", "overrides"}
    assert {path.name for path in preview.folder.iterdir()} == kept


def test_the_script_that_reloads_a_page_is_not_refused(preview):
    page = preview.read("about/")
    assert "livereload(" in page
    assert '<meta http-equiv="Content-Security-Policy" content="">' in page


def test_a_site_is_built_while_another_is_served(preview):
    edit(preview.folder / "data/meetings/2022-03-21.yml", "location: ", "location: Room 1, ")
    done = minutes(preview.folder, "build")
    assert done.returncode == 0, done.stderr
    assert "Room 1" in (preview.folder / "site/meetings/2022-03-21/index.html").read_text(encoding="utf-8")
    assert preview.shows("meetings/2022-03-21/", "Room 1"), preview.said()
