"""The two projects that are measured against each other: ours, and bare MkDocs with Material."""

import json
import shutil
from functools import partial
from pathlib import Path

import yaml
from invented import write_archive
from jinja2 import Environment, StrictUndefined

from macros.pages import Page, all_stubs
from macros.register.addresses import page_file
from macros.register.register import Register
from macros.site.opening import open_register
from macros.site.shortcodes import every_macro

REPOSITORY = Path(__file__).resolve().parent.parent
_KEPT = ("nav", "not_in_nav", "use_directory_urls")
_OURS_ALONE = "macros.pages.blocks"


def make_ours(folder: Path, meetings: int, actions: int, seed: int) -> None:
    """A whole project in `folder`: an invented archive, and a copy of all else from this repository.

    The package is copied too, so that a long measurement is of one state of it.
    """
    for name in ("docs", "overrides", "macros"):
        shutil.copytree(REPOSITORY / name, folder / name)
    shutil.copy2(REPOSITORY / "mkdocs.yml", folder)
    write_archive(folder, meetings, actions, seed)


def make_bare(folder: Path, ours: Path, search: bool) -> None:
    """A project of plain Markdown in `folder`: the pages of `ours` after their macros have run.

    Theme Material as it comes, its search plugin unless `search` is false, the same navigation and
    Markdown extensions, but for the one of ours that lets finished HTML through; no templates,
    hooks, macros or data.
    """
    for path, text in finished_pages(ours).items():
        target = folder / "docs" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
    (folder / "mkdocs.yml").write_text(json.dumps(bare_config(ours, search)), encoding="utf-8")


def bare_config(ours: Path, search: bool) -> dict[str, object]:
    """The settings of the bare project. MkDocs adds the search plugin where no plugins are named."""
    config = yaml.safe_load((ours / "mkdocs.yml").read_text(encoding="utf-8"))
    kept = {key: config[key] for key in _KEPT if key in config}
    plugins: dict[str, object] = {} if search else {"plugins": []}
    extensions = [extension for extension in config["markdown_extensions"] if extension != _OURS_ALONE]
    theme = {"name": "material"}
    return {"site_name": "Invented Group", "theme": theme, "markdown_extensions": extensions, **kept, **plugins}


def finished_pages(project: Path) -> dict[str, str]:
    """The Markdown of every page, by its file below the folder of pages, after its macros have run."""
    register = open_register(project)
    sources = {page_file(stub.address): stub.text for stub in all_stubs(register)}
    for path in sorted((project / "docs").rglob("*.md")):
        sources[path.relative_to(project / "docs").as_posix()] = path.read_text(encoding="utf-8")
    return {path: _finished(text, register, _address(path)) for path, text in sources.items()}


def _finished(text: str, register: Register, here: str) -> str:
    page = Page(register, here)
    macros = {name: partial(write, page) for name, write in every_macro().items()}
    finished = Environment(undefined=StrictUndefined).from_string(text).render(**macros)
    return finished.replace("<!--html-->", "").replace("<!--/html-->", "")


def _address(path: str) -> str:
    return path.removesuffix("index.md") if path.endswith("index.md") else f"{path.removesuffix('.md')}/"
