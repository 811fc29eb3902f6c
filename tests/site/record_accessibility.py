"""Run the automatic tests of accessibility on this project's own record, and write down what they found.

`make accessibility` calls it, on a quiet machine, since a test that runs out of time counts as one that found
something. The file is data/accessibility-tests.yml, from which the accessibility statement is made.
"""

import subprocess
import sys
from collections import Counter
from datetime import date
from importlib.metadata import version
from pathlib import Path

import pytest

from macros.record.archive import AUTOMATIC_TESTS
from macros.record.fingerprint import fingerprint_of
from macros.record.models import AutomaticTests, Check, CheckName
from macros.record.writing import yaml_text

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))
from states import KINDS, STATES  # noqa: E402


class Results:
    """The outcome of each test by its file, and the numbers that tests recorded."""

    def __init__(self) -> None:
        self.ended: dict[str, Counter[str]] = {name: Counter() for name in CheckName}
        self.noted: dict[str, str] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """pytest reports a test up to three times: its set-up if that failed, the test itself, and its tear-down."""
        name = Path(report.nodeid.partition("::")[0]).stem.removeprefix("test_built_")
        if report.when == "call" or report.outcome != "passed":
            self.ended[name][report.outcome] += 1
        self.noted |= {key: str(value) for key, value in report.user_properties}


def main() -> None:
    """Run the tests, write the file, and exit 1 where they could not be run or found something."""
    results = Results()
    files = [str(HERE / f"test_built_{name}.py") for name in CheckName]
    code = pytest.main([*files, f"--record={ROOT}", "-p", "no:cacheprovider"], plugins=[results])
    if code not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED) or "pages" not in results.noted:
        sys.exit("the tests could not be run, so nothing is written down")
    tests = run_of(results)
    (ROOT / AUTOMATIC_TESTS).write_text(as_yaml(tests), encoding="utf-8", newline="\n")
    print(f"{AUTOMATIC_TESTS} is written.")
    sys.exit(code)


def run_of(results: Results) -> AutomaticTests:
    """The run as the record holds it."""
    pages = results.noted.pop("pages")
    tools = {**results.noted, "html5lib": version("html5lib"), "Playwright": version("playwright")}
    return AutomaticTests(
        date=date.today(), version=fingerprint_of(ROOT), revision=revision(), pages=int(pages),
        kinds=len(KINDS), states=len(STATES), tools=dict(sorted(tools.items(), key=lambda tool: tool[0].lower())),
        checks={
            name: Check(passed=ended["passed"], failed=ended["failed"], skipped=ended["skipped"])
            for name, ended in results.ended.items()
        },
    )  # fmt: skip


def revision() -> str | None:
    """The commit that was tested, unless something was changed since it."""
    changed = git("status", "--porcelain", "--untracked-files=no", "--", ".", f":!{AUTOMATIC_TESTS}")
    return None if changed else git("rev-parse", "--short=12", "HEAD")


def git(*arguments: str) -> str:
    """What git says, or nothing where there is no git or no repository."""
    try:
        done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    except FileNotFoundError:
        return ""
    return done.stdout.strip()


def as_yaml(tests: AutomaticTests) -> str:
    """The file that the record reads."""
    lines = [
        "# yaml-language-server: $schema=../schema/accessibility-tests.schema.json",
        "# Written by 'make accessibility'. Do not change it: what it says is what the tests found.",
        f"date: {tests.date}",
        f'version: "{tests.version}"',
        *([f'revision: "{tests.revision}"'] if tests.revision else []),
        f"pages: {tests.pages}",
        f"kinds: {tests.kinds}",
        f"states: {tests.states}",
        "tools:",
        *(f"  {name}: {yaml_text(number)}" for name, number in tests.tools.items()),
        "checks:",
    ]
    for name, check in tests.checks.items():
        lines += [f"  {name}:", *(f"    {key}: {number}" for key, number in check)]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
