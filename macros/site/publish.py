"""From the data files to the site."""

import gc
from collections.abc import Callable
from datetime import date
from pathlib import Path

from macros.register import Register
from macros.site.audit import audit
from macros.site.generators import build_with_mkdocs
from macros.site.opening import open_register
from macros.site.place import place_for, put_in_place

Build = Callable[[Path, Register, Path], None]


def publish(folder: Path, site: Path, today: date | None = None, build: Build = build_with_mkdocs) -> Register:
    """Build the site of the project in `folder`, and replace `site` only if the new site is complete.

    `today`: the day for ages and for the next meeting; if None, the day of the latest meeting. `build`: one of
    `macros.site.generators.GENERATORS`. Returns the register that the site shows. Raises Unpublishable with every
    problem of the record, or Stop with the reason; then `site` is unchanged.
    """
    gc.disable()  # a build keeps nearly all its objects until its end
    with place_for(site) as new:  # one build at a time, and nothing else would be overwritten
        register = open_register(folder, today)  # or every problem, each with its file, line and column
        build(folder, register, new)  # MkDocs, in this process
        audit(register, new)  # nothing lost, no link broken
        put_in_place(new, site)
    return register
