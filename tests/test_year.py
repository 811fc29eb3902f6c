"""The office's year, played in a scratch git repository from an invented record.

Each folder of data/year is a change that somebody proposes: the files it adds or alters, if it has
any, those it takes away (removed.txt), the commands that the office runs on it (commands.txt), and their output
(output.txt). A change is merged into main when every command agrees, and thrown away otherwise.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from folders import DATA

YEAR = DATA / "year"
START, *STEPS = sorted(path.name for path in YEAR.iterdir())
REFUSED = {"6-an-approved-record-edited-silently", "8-an-address-removed"}
MINUTES = (sys.executable, "-c", "from macros.cli import main; main()")


class Repository:
    """A scratch repository whose clock stands still and whose user is invented."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        self.git("init", "--quiet", "--initial-branch=main")
        self.git("config", "user.name", "Invented Clerk")
        self.git("config", "user.email", "clerk@invented.example")

    def git(self, *arguments: str) -> None:
        subprocess.run(["git", *arguments], cwd=self.folder, env=self.environment, check=True, capture_output=True)

    @property
    def environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "MINUTES_"))}
        day = "2031-01-01T12:00:00+0000"
        return {
            **kept, "GIT_AUTHOR_DATE": day, "GIT_COMMITTER_DATE": day,
            "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull,
        }  # fmt: skip

    def propose(self, step: str) -> None:
        self.git("switch", "--quiet", "--create", step)
        if (YEAR / step / "data").exists():
            shutil.copytree(YEAR / step / "data", self.folder / "data", dirs_exist_ok=True)
        removed = YEAR / step / "removed.txt"
        for file in removed.read_text(encoding="utf-8").split() if removed.exists() else ():
            (self.folder / file).unlink()
        self.commit(step)

    def commit(self, step: str) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", step)

    def run(self, command: str) -> tuple[str, bool]:
        done = subprocess.run(
            [*MINUTES, *command.split()], cwd=self.folder, env=self.environment,
            capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip
        return f"$ minutes {command}\n{done.stdout}{done.stderr}[exit {done.returncode}]\n", done.returncode == 0

    def decide(self, step: str, agreed: bool) -> None:
        self.commit(step)  # what the commands wrote
        self.git("switch", "--quiet", "main")
        if agreed:
            self.git("merge", "--quiet", "--no-ff", "--message", f"Merge {step}", step)


def play(repository: Repository, step: str) -> tuple[str, bool]:
    """What the commands say of a proposed change, and whether it was merged."""
    repository.propose(step)
    commands = (YEAR / step / "commands.txt").read_text(encoding="utf-8").splitlines()
    output = [repository.run(command) for command in commands]
    agreed = all(fine for _, fine in output)
    repository.decide(step, agreed)
    return "\n".join(text for text, _ in output), agreed


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, bool]]:
    """The whole year: what was said at each step, and whether it was merged."""
    repository = Repository(tmp_path_factory.mktemp("year") / "office")
    shutil.copytree(YEAR / START / "data", repository.folder / "data")
    shutil.copy(DATA.parent.parent / ".gitignore", repository.folder)
    repository.git("add", "--all")
    repository.git("commit", "--quiet", "--message", START)
    return {step: play(repository, step) for step in STEPS}


@pytest.mark.parametrize("step", STEPS)
def test_each_step_of_the_year_says_what_is_written_beside_it(year: dict[str, tuple[str, bool]], step: str) -> None:
    output, agreed = year[step]
    assert agreed is (step not in REFUSED)
    assert output == (YEAR / step / "output.txt").read_text(encoding="utf-8")
