"""The invented examples, built by the real command, whose audit looks for every value of their files."""

import re
import shutil
from pathlib import Path

import pytest
from a_project import article, built, copy_project, text
from example_pages import EXAMPLES, NAMES, TODAY, markup_of, plain_path

HEADINGS = "//h1 | //h2 | //h3 | //h4 | //h5 | //h6"


@pytest.fixture(scope="module", params=NAMES)
def example_site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """The name of an example, and its site."""
    name = request.param
    folder = copy_project(tmp_path_factory.mktemp("examples") / name, EXAMPLES / name)
    if (EXAMPLES / name / "docs").exists():
        shutil.copytree(EXAMPLES / name / "docs", folder / "docs", dirs_exist_ok=True)
    return name, built(folder, "--today", str(TODAY))


def test_every_built_page_has_the_headings_of_its_golden_page(example_site: tuple[str, Path]) -> None:
    name, site = example_site
    for address in markup_of(name):
        golden = (EXAMPLES / name / "pages" / plain_path(address)).read_text(encoding="utf-8")
        headings = [unlinked(line.lstrip("# ")) for line in golden.splitlines() if line.startswith("#")]
        assert [text(found) for found in article(site, address).xpath(HEADINGS)] == headings, address


def unlinked(line: str) -> str:
    return re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", line)
