"""Gives the macros to the generator."""

from functools import cache
from pathlib import Path
from typing import Any

from macros.register import Register
from macros.site.opening import open_register
from macros.site.shortcodes import bound


def define_env(env: Any) -> None:
    """Register the macros with mkdocs-macros, or with a generator that has the same interface.

    MkDocs calls this once for each build, with the register in `extra`; Zensical calls it once for each page.
    """
    opened = env.conf["extra"].get("opened")
    register = opened() if opened else _opened(Path(env.project_dir))
    for name, macro in bound(register).items():
        env.macro(macro, name)


@cache
def _opened(folder: Path) -> Register:
    return open_register(folder)
