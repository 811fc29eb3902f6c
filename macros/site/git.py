"""Runs git. The only module that does."""

import os
import subprocess
from pathlib import Path

from macros.language import _
from macros.record import Stop

# What git is asked depends on the repository alone. Its other variables could name another repository, index or
# configuration; replacements and grafts show other objects and another history than the one that is published.
_KEPT = {"GIT_CEILING_DIRECTORIES"}
_ALWAYS = {
    "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_LITERAL_PATHSPECS": "1",
    "GIT_NO_REPLACE_OBJECTS": "1", "GIT_GRAFT_FILE": os.devnull, "GIT_ATTR_NOSYSTEM": "1",
}  # fmt: skip
_SETTINGS = (
    "core.fsmonitor=false", f"core.hooksPath={os.devnull}", f"core.attributesFile={os.devnull}",
    "core.warnAmbiguousRefs=true", "log.showSignature=false", "color.ui=false",
)  # fmt: skip


class NoRevision(Stop):
    """Git failed; the text is a message with the reason."""


def git(folder: Path, *arguments: str, given: bytes = b"") -> bytes:
    """The standard output of `git` with these arguments in `folder`. `given`: its standard input.

    Neither the environment nor the user's settings alter what is read. Raises NoRevision if git fails, or if a name
    among the arguments means several things.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_") or name in _KEPT}
    settings = (part for setting in _SETTINGS for part in ("-c", setting))
    command = ["git", "--no-pager", *settings, *arguments]
    try:
        done = subprocess.run(
            command, cwd=folder, env={**kept, **_ALWAYS}, input=given, capture_output=True, check=False
        )
    except (FileNotFoundError, PermissionError):
        raise NoRevision(_("git is not on the PATH; install it, or compare with a folder")) from None
    except ValueError:
        raise NoRevision(_("a zero byte, which no name has; check how it is spelt")) from None
    said = done.stderr.decode("utf-8", "replace").strip()
    if "is ambiguous" in said:
        raise NoRevision(_("git cannot give the record: {why}").format(why=said.splitlines()[0]))
    if done.returncode:
        if "not a git repository" in said:
            raise NoRevision(_("{folder} is not under git; compare with a folder instead").format(folder=folder))
        why = said.splitlines()[-1] if said else arguments[0]
        raise NoRevision(_("git cannot give the record: {why}").format(why=why))
    return done.stdout
