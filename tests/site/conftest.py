"""The sites and the browser that the tests of the built site share."""

import os
import shutil
from collections.abc import Iterator

import pytest
from a_project import BELOW, built, copy_project, served
from folders import ANPR_IAG, DATA
from hostile_record import write_hostile_record
from playwright.sync_api import Browser, sync_playwright
from playwright.sync_api import Error as PlaywrightError

from macros.rules.loading import load


@pytest.fixture(scope="session")
def record_project(tmp_path_factory, pytestconfig):
    """A copy of the project with the record of the ANPR IAG or another (`--record`), built. Tests only read it."""
    folder = copy_project(tmp_path_factory.mktemp("record") / "project", pytestconfig.getoption("record"))
    built(folder)
    return folder


@pytest.fixture(scope="session")
def record_register():
    """The register of that record."""
    return load(ANPR_IAG)


@pytest.fixture(scope="session")
def record_site(record_project):
    return record_project / "site"


@pytest.fixture(scope="session")
def hostile_project(tmp_path_factory):
    """A copy of the project in which every text field of every file holds hostile text, built."""
    folder = copy_project(tmp_path_factory.mktemp("hostile") / "project", record=None)
    write_hostile_record(folder / "data")
    built(folder)
    return folder


@pytest.fixture(scope="session")
def hostile_site(hostile_project):
    return hostile_project / "site"


@pytest.fixture(scope="session")
def record_home(record_site):
    with served(record_site) as address:
        yield address


@pytest.fixture(scope="session")
def toy_project(tmp_path_factory):
    """A copy of the project with the toy archive, built for its address on the web. Tests only read it."""
    folder = copy_project(tmp_path_factory.mktemp("toy") / "project", record=None)
    with (folder / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write(f"\nsite_url: https://invented.example{BELOW}\n")
    shutil.copytree(DATA / "toy" / "data", folder / "data")
    built(folder)
    return folder


@pytest.fixture(scope="session")
def toy_site(toy_project):
    return toy_project / "site"


@pytest.fixture(scope="session")
def toy_home(toy_site):
    with served(toy_site) as address:
        yield address


@pytest.fixture(scope="session")
def hostile_home(hostile_site):
    with served(hostile_site) as address:
        yield address


@pytest.fixture
def project(tmp_path):
    """A copy of the project with the record of the ANPR IAG, for one test to change."""
    return copy_project(tmp_path / "project")


@pytest.fixture
def window(browser):
    """Opens an address in a window of its own, with the options of Playwright's new_context, and waits until nothing
    is fetched any more. `page.trouble` holds what was said on the console."""
    contexts = []

    def open_(address, width=1280, **options):
        context = browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce", **options)
        contexts.append(context)
        page = context.new_page()
        page.trouble = []
        page.on("pageerror", lambda error: page.trouble.append(str(error)))
        page.on("console", lambda message: page.trouble.append(message.text))
        page.goto(address)
        page.wait_for_load_state("networkidle")
        return page

    yield open_
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium: the machine's own, else Playwright's. Without one the tests are skipped, but never under CI."""
    names = ("chromium", "chromium-browser", "google-chrome")
    own = next((path for name in names if (path := shutil.which(name))), None)
    with sync_playwright() as playwright:
        try:
            launched = playwright.chromium.launch(
                executable_path=own, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
            )
        except PlaywrightError as error:
            told = f"no Chromium could be started; install chromium ({str(error).splitlines()[0]})"
            pytest.fail(told) if os.environ.get("CI") == "true" else pytest.skip(told)
        yield launched
        launched.close()
