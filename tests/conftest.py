import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from folders import ANPR_IAG, DATA, leave_out_pdf
from hypothesis import settings

from macros.language import ENGLISH, set_locale
from macros.record.archive import Archive
from macros.register.following import follow
from macros.register.register import Register
from macros.rules.loading import load

# The same examples every time, and none judged by how long it took.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")
# In a workflow the commands are stricter. A test that is about that says so itself.
os.environ.pop("CI", None)
leave_out_pdf()


def pytest_addoption(parser: pytest.Parser) -> None:
    """The record that the tests of every page of a record read: this project's own, or else the tests' copy."""
    parser.addoption("--record", type=Path, help="The folder that holds data/.")


@pytest.fixture(autouse=True)
def _english_after_each_test() -> Iterator[None]:
    """The locale is a setting of the process, and the next test in it may be any."""
    yield
    set_locale(ENGLISH)


@pytest.fixture(scope="session")
def project() -> Path:
    """The real project, with the record of whichever group has it."""
    return Path(__file__).parent.parent


@pytest.fixture(scope="session")
def toy() -> Archive:
    """An invented archive in which everything happens to an action that can."""
    return load(DATA / "toy").archive


@pytest.fixture(scope="session")
def toy_register(toy: Archive) -> Register:
    return follow(toy)


@pytest.fixture(scope="session")
def real_register() -> Register:
    return load(ANPR_IAG)
