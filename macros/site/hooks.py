"""MkDocs events: the generated pages, the site's name and frame, and the dates of its pages.

`minutes build` passes its register in `extra`. For `mkdocs build` and `mkdocs serve`, the hooks make it.
"""

import gc
import logging
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import chain
from pathlib import Path
from typing import Any, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

# Between the builds of `mkdocs serve`: when the package was last edited.
_served: dict[str, Any] = {}
# What gives the files that are made while the pages are.
_making: list[Iterator[tuple[str, bytes]]] = []
# Until the end of `mkdocs build`: the lock on the folder that it writes to.
_held = ExitStack()


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Note which command of MkDocs runs. `minutes build` does not call this."""
    _served["command"] = command


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Check the record before anything is built, and name the site after the group."""
    if "opened" not in config.extra:
        _open(config)
    for handler in logging.getLogger("mkdocs").handlers:
        handler.addFilter(_escaped)
    from macros.pages import Page as OurPage
    from macros.pages import frame, site_name
    from macros.site.files import sheets, styles

    page = OurPage(config.extra["opened"](), "")
    config.site_name = site_name(page)
    config.site_url = page.register.site_address or config.site_url
    if not config.site_url:
        config.theme.static_templates.discard("sitemap.xml")  # it holds whole addresses only
    config.extra["frame"] = frame(page, styles(_folder(config)), sheets(_folder(config)))
    return config


def _escaped(record: logging.LogRecord) -> bool:
    """Escape a message of MkDocs before it is printed, since it may hold text of the record."""
    from macros.language import for_terminal

    record.msg, record.args = for_terminal(record.getMessage()), None
    return True


def _open(config: MkDocsConfig) -> None:
    """Open the project if MkDocs was started directly.

    `mkdocs serve` runs every build in the same process. So the package is removed from `sys.modules` first if it was
    edited: the macros plugin then imports its current code.
    """
    edited = max(file.stat().st_mtime_ns for file in (_folder(config) / "macros").rglob("*.py"))
    if edited != _served.get("edited"):
        for name in [name for name in sys.modules if name.partition(".")[0] == "macros"]:
            del sys.modules[name]
    _served["edited"] = edited
    from macros.language import for_terminal
    from macros.record import Stop, Unpublishable
    from macros.site.lock import locked
    from macros.site.opening import open_register

    try:
        if _served.get("command") == "build":  # `serve` writes to a folder of its own
            _held.enter_context(locked(Path(config.site_dir)))
        register = open_register(_folder(config))
    except (Unpublishable, Stop) as stop:
        raise Abort(for_terminal(str(stop))) from None
    gc.disable()  # until the end of the build, which keeps nearly all its objects
    # A function, because the macros plugin prints the values in `extra`.
    config.extra["opened"] = lambda: register


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add every generated page and schema with the data file that it is made from, and remove files that no page
    uses."""
    from macros.language import for_terminal
    from macros.record import Stop
    from macros.site.files import generated_beside, is_unused
    from macros.site.processes import begin

    for unused in [file for file in files if is_unused(file.dest_uri) or file.dest_uri == "sitemap.xml"]:
        files.remove(unused)
    try:
        made_files = generated_beside(Path(config.docs_dir), config.extra["opened"]())
    except Stop as stop:
        raise Abort(for_terminal(str(stop))) from None
    _making[:] = [begin({path: made.made for path, made in made_files.items() if callable(made.made)})]
    for path, made in made_files.items():
        if callable(made.made):
            continue
        file = File.generated(config, path, content=made.content)
        file.edit_uri = f"../{made.made_from}"
        files.append(file)
    return files


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Release the Markdown of a rendered page: MkDocs would keep that of every page until the end."""
    page.markdown = ""
    return html


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Fill in the content security policy of a page."""
    return _sealed(output)


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """Leave the pages that lead on to others out of the site map: search engines are asked not to list them."""
    if template_name == "sitemap.xml":
        context["pages"] = [file for file in context["pages"] if "canonical" not in file.page.meta]
    return context


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Fill in that of the page for a wrong address, and write the site map here: MkDocs compresses it too, and its day
    has to be between 1970 and 2106 for that."""
    if template_name != "sitemap.xml":
        return _sealed(output_content)
    (Path(config.site_dir) / template_name).write_text(output_content, encoding="utf-8")
    return ""


def _sealed(output: str) -> str:
    from macros.site.policy import sealed

    # `mkdocs serve` adds a script that reloads the page.
    return output if _served.get("command") == "serve" else sealed(output)


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Date every page by the record, not by the clock, so that the same record gives the same bytes."""
    as_of = config.extra["opened"]().as_of.isoformat()
    for file in files.documentation_pages():
        if file.page:
            file.page.update_date = as_of
    return nav


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Write the files that took long, and what the finished site was made from. Then let go of the lock, and collect
    garbage again after a build of `mkdocs serve`."""
    from macros.site.processes import stop
    from macros.site.provenance import write_provenance
    from macros.site.whole import write

    for path, content in chain.from_iterable(_making):
        write(Path(config.site_dir) / path, content)
    stop()
    if _served.get("command") != "serve":
        write_provenance(_folder(config), Path(config.site_dir))
    _held.close()
    if _served:
        gc.enable()


def _folder(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent
