"""Runs git. The only module that does."""

import os
import subprocess
from pathlib import Path

from macros.language import _
from macros.record import Stop


class NoRevision(Stop):
    """Git failed; the text is a message with the reason."""


def git(folder: Path, *arguments: str) -> bytes:
    """The standard output of `git` with these arguments in `folder`. Raises NoRevision if it fails."""
    environment = {**os.environ, "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0"}
    try:
        done = subprocess.run(["git", *arguments], cwd=folder, env=environment, capture_output=True, check=False)
    except (FileNotFoundError, PermissionError):
        raise NoRevision(_("git is not on the PATH; install it, or compare with a folder")) from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip()
        if "not a git repository" in said:
            raise NoRevision(_("{folder} is not under git; compare with a folder instead").format(folder=folder))
        why = said.splitlines()[-1] if said else arguments[0]
        raise NoRevision(_("git cannot give the record: {why}").format(why=why))
    return done.stdout
