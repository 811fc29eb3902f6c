"""A repository of git with an invented record, and what `minutes` says of it."""

import os
import shutil
import subprocess
from pathlib import Path

from click.testing import CliRunner, Result

from macros.cli import main

MEETING, TERMS = "data/meetings/2022-03-21.yml", "data/terms-of-reference/2022-01-31.md"
RECORD = {
    "data/group.yml": "name: Invented Forum\nshort_name: IF\npublisher: IO\nlicence:\n  name: Invented Licence\n"
    "  url: https://licence.example/\n",
    "data/people.yml": "people:\n  KS:\n    name: Kim Sand\n    roles:\n      - organisation: IO\norganisations:\n"
    "  IO:\n    name: Invented Office\n",
    MEETING: "date: 2022-03-21\nstatus: approved\npublished: 2022-04-01\napproved: 2022-05-01\nattendees: [KS]\n"
    "apologies: none\nagenda:\n  - number: 1\n    title: Welcome\n    minutes: Hello\nactions:\n  - id: IF0322-01\n"
    "    action: Do it.\n    owner: KS\n    status: outstanding\n",
    TERMS: "---\nadopted: 2022-01-31\n---\n# Purpose\n\nTo advise.\n",
}
ENTRY = "changes:\n  - date: 2022-06-01\n    note: Invented reason.\n"
MORE = "  - date: 2022-06-02\n    note: Another invented reason.\n"


def git(folder: Path, *command: str, **more: str) -> str:
    """What git says, in the name of an invented person and without the settings of whoever runs the tests."""
    who = {
        f"GIT_{role}_{what}": f"i@i.example{what[:0]}" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    done = subprocess.run(
        ["git", *command], cwd=folder, env={**clean, **who, **settings, **more}, check=True, capture_output=True
    )
    return done.stdout.decode("utf-8", "replace").strip()


def write(folder: Path, files: dict[str, str | None]) -> None:
    """Write files; None removes one."""
    for name, text in files.items():
        place = folder / name
        if text is None:
            place.unlink()
        else:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8")


def change(folder: Path, name: str, *replacements: tuple[str, str]) -> None:
    """Replace texts in a file; each has to be there."""
    text = (folder / name).read_text(encoding="utf-8")
    for old, new in replacements:
        assert old in text, (old, text)
        text = text.replace(old, new)
    (folder / name).write_text(text, encoding="utf-8")


def commit(folder: Path) -> str:
    """Commit everything; the commit."""
    git(folder, "add", "--all", "--force", ".")
    git(folder, "commit", "--quiet", "--allow-empty", "--message=Invented")
    return git(folder, "rev-parse", "HEAD")


def repository(folder: Path, files: dict[str, str] = RECORD) -> Path:
    """A new repository with these files on `main`, and the branch `proposal` checked out."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    git(folder, "init", "--quiet", "--initial-branch=main")
    write(folder, dict(files))
    commit(folder)
    git(folder, "checkout", "--quiet", "-b", "proposal")
    return folder


def merge(folder: Path) -> None:
    """Merge the proposal, and begin the next."""
    commit(folder)
    git(folder, "checkout", "--quiet", "main")
    git(folder, "merge", "--quiet", "--no-ff", "proposal")
    git(folder, "checkout", "--quiet", "-B", "proposal")


def minutes(folder: Path, *arguments: str, **environment: str | None) -> Result:
    """What a command says."""
    done = CliRunner().invoke(main, ["--project", str(folder), *arguments], env=environment)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exc_info
    return done
