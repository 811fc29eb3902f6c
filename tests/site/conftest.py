"""The sites and the browser that the tests of the built site share."""

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from a_project import BELOW, built, copy_project, served
from folders import ANPR_IAG, DATA
from hostile_record import write_hostile_record
from playwright.sync_api import Browser, sync_playwright
from playwright.sync_api import Error as PlaywrightError
from windows import Windows

from macros.rules.loading import load

# What Playwright leaves out, for only the last list counts; and the two pages behind the address bar, which nobody sees
# here and which take longer to draw, for each window anew, than most of our pages.
LEFT_OUT = (
    "AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,"
    "LensOverlay,MediaRouter,PaintHolding,ThirdPartyStoragePartitioning,AvoidCorsURLLoaderRestartOnRedirect,"
    "TcpPortRandomizationWin,OptimizationHints,NetworkTimeServiceQuerying,AimEnabled,PreconnectToSearch,"
    "WebUIOmniboxPopup,WebUIOmniboxAimPopup"
)
SWITCHES = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", f"--disable-features={LEFT_OUT}"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs a browser, so that `make test-quick` can leave it out."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")


@pytest.fixture(scope="session")
def shared(tmp_path_factory) -> Callable[[str, Callable[[Path], None]], Path]:
    """Makes a folder by its name once in a run of the tests, whichever of the workers asks for it first."""
    base = tmp_path_factory.getbasetemp()
    root = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base

    def share(name: str, make: Callable[[Path], None]) -> Path:
        folder, done = root / "shared" / name, root / "shared" / f"{name}.done"
        done.parent.mkdir(exist_ok=True)
        with done.with_suffix(".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not done.exists():
                shutil.rmtree(folder, ignore_errors=True)
                make(folder)
                done.touch()
        return folder

    return share


@pytest.fixture(scope="session")
def record_project(shared, pytestconfig):
    """A copy of the project with the record of the ANPR IAG or another (`--record`), built. Tests only read it."""

    def make(folder):
        built(copy_project(folder, pytestconfig.getoption("record") or ANPR_IAG))

    return shared("record", make)


@pytest.fixture(scope="session")
def record_register():
    """The register of that record."""
    return load(ANPR_IAG)


@pytest.fixture(scope="session")
def record_site(record_project):
    return record_project / "site"


@pytest.fixture(scope="session")
def hostile_project(shared):
    """A copy of the project in which every text field of every file holds hostile text, built. Tests only read it."""

    def make(folder):
        write_hostile_record(copy_project(folder, record=None) / "data")
        built(folder)

    return shared("hostile", make)


@pytest.fixture(scope="session")
def hostile_site(hostile_project):
    return hostile_project / "site"


@pytest.fixture(scope="session")
def record_home(record_site):
    with served(record_site) as address:
        yield address


@pytest.fixture(scope="session")
def toy_project(shared):
    """A copy of the project with the toy archive, built for its address on the web. Tests only read it."""

    def make(folder):
        copy_project(folder, record=None)
        with (folder / "mkdocs.yml").open("a", encoding="utf-8") as settings:
            settings.write(f"\nsite_url: https://invented.example{BELOW}\n")
        shutil.copytree(DATA / "toy" / "data", folder / "data")
        built(folder)

    return shared("toy", make)


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


@pytest.fixture(scope="session")
def windows(browser):
    return Windows(browser)


@pytest.fixture
def window(windows):
    """Opens an address in a window of its own, with the options of Playwright's new_context, and waits until nothing
    is fetched any more. `page.trouble` holds what was said on the console."""
    yield lambda address, width=1280, **options: windows.open(address, width, **options)
    windows.leave()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium: the machine's own, else Playwright's. Without one the tests are skipped, but never under CI."""
    names = ("chromium", "chromium-browser", "google-chrome")
    own = next((path for name in names if (path := shutil.which(name))), None)
    with sync_playwright() as playwright:
        try:
            launched = playwright.chromium.launch(
                executable_path=own, args=[*SWITCHES, f"--disable-features={LEFT_OUT}"]
            )
        except PlaywrightError as error:
            told = f"no Chromium could be started; install chromium ({str(error).splitlines()[0]})"
            pytest.fail(told) if os.environ.get("CI") == "true" else pytest.skip(told)
        yield launched
        launched.close()
