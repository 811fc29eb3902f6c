"""MkDocs events: the generated pages, the site's name and frame, the dates of its pages, and the search index."""

import sys
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation

# Between the events of one build: the search index on its way.
_indexing: list[Any] = []


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Check the record before anything is built, and name the site after the group.

    `mkdocs serve` keeps this process for every build, so the package is forgotten first: an edit
    in it is then seen by the macros plugin, which imports it after this.
    """
    for name in [name for name in sys.modules if name.partition(".")[0] == "macros"]:
        del sys.modules[name]
    from macros.pages import Page as _Page
    from macros.pages import frame, site_name
    from macros.record.problems import Unpublishable
    from macros.review.revisions import edition_of
    from macros.site.files import styles
    from macros.site.generators import site_url
    from macros.site.opening import NoDay, day_of_building, open_register

    try:
        register = open_register(_folder(config))
        edition = edition_of(_folder(config), day_of_building())
    except (Unpublishable, NoDay) as stop:
        raise Abort(str(stop)) from None
    page = _Page(register, "")
    config.site_name = site_name(page)
    config.site_url = site_url() or config.site_url
    config.extra["frame"] = frame(page, edition, styles(_folder(config)))
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Begin the search index, and add every generated page and schema, each with the data file it is made from."""
    from macros.site.files import generated, refuse_taken
    from macros.site.indexing import Indexing
    from macros.site.opening import open_register

    register = open_register(_folder(config))
    try:
        refuse_taken(Path(config.docs_dir), register)
    except FileExistsError as error:
        raise Abort(str(error)) from None
    _indexing[:] = [Indexing(_folder(config))]
    for path, made in generated(register).items():
        file = File.generated(config, path, content=made.content)
        file.edit_uri = f"../{made.made_from}"
        files.append(file)
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Date every page by the record, not by the clock, so that the same record gives the same bytes."""
    from macros.site.opening import open_register

    as_of = open_register(_folder(config)).as_of.isoformat()
    for file in files.documentation_pages():
        if file.page:
            file.page.update_date = as_of
    return nav


def on_post_build(config: MkDocsConfig) -> None:
    """Put the search index into the built site."""
    from macros.site.indexing import IndexingFailed

    try:
        _indexing.pop().finish(Path(config.site_dir))
    except IndexingFailed as failed:
        raise Abort(str(failed)) from None


def _folder(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent
