"""The generators that can build the site: each turns the project into a folder of HTML."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from macros.pages import Page, frame, site_name
from macros.register.register import Register
from macros.site.edition import Edition
from macros.site.files import generated, styles, write_files
from macros.site.indexing import Indexing

_ZENSICAL_CONFIG = ".zensical.yml"


def site_url() -> str | None:
    """The address at which the site will stand, with a slash at its end, if the environment variable SITE_URL gives
    it: whoever publishes often knows it only then."""
    address = os.environ.get("SITE_URL", "").rstrip("/")
    return f"{address}/" if address else None


def build_with_mkdocs(folder: Path, register: Register, edition: Edition, out: Path) -> int:
    """Build with MkDocs, which adds the generated pages and the search index by hooks. Returns the exit code."""
    return _run(folder, "mkdocs", "build", "--quiet", "--strict", "--site-dir", str(out))


def build_with_zensical(folder: Path, register: Register, edition: Edition, out: Path) -> int:
    """Build with Zensical, which knows no hooks: it gets the generated pages as files. Returns the exit code.

    Raises IndexingFailed where no search index can be made.
    """
    indexing = Indexing(folder)
    docs = out.with_name(f"{out.name}-docs")
    shutil.rmtree(docs, ignore_errors=True)
    shutil.copytree(folder / "docs", docs)
    write_files(docs, {path: made.content for path, made in generated(register).items()})
    page = Page(register, "")
    config = {
        "INHERIT": "mkdocs.yml", "site_name": site_name(page), "hooks": [],
        "extra": {"frame": frame(page, edition, styles(folder))},
        "docs_dir": docs.relative_to(folder).as_posix(), "site_dir": out.relative_to(folder).as_posix(),
    }  # fmt: skip
    if address := site_url():
        config["site_url"] = address
    (folder / _ZENSICAL_CONFIG).write_text(json.dumps(config), encoding="utf-8")
    try:
        code = _run(folder, "zensical", "build", "--clean", "--config-file", _ZENSICAL_CONFIG)
    finally:
        (folder / _ZENSICAL_CONFIG).unlink()
        shutil.rmtree(docs)
    indexing.finish(out)
    return code


GENERATORS: dict[str, Callable[[Path, Register, Edition, Path], int]] = {
    "mkdocs": build_with_mkdocs,
    "zensical": build_with_zensical,
}


def _run(folder: Path, *command: str) -> int:
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run([sys.executable, "-m", *command], cwd=folder, env=environment, check=False).returncode
