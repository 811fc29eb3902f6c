"""The generators that can build the site: MkDocs and Zensical."""

import json
import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from macros.language import _
from macros.pages import Page, frame, site_name
from macros.record import Stop
from macros.register import Register
from macros.site.files import generated_beside, is_unused, sheets, styles, write_files
from macros.site.policy import sealed
from macros.site.processes import stop
from macros.site.provenance import write_provenance


class _WithoutTraceback(logging.Formatter):
    """Formats messages of MkDocs without the traceback that the macros plugin adds to its own message."""

    def format(self, record: logging.LogRecord) -> str:
        return super().format(record).partition("\n```\nTraceback")[0].rstrip()


def build_with_mkdocs(folder: Path, register: Register, out: Path) -> None:
    """Build with MkDocs in this process; its hooks add the generated pages. Raises Stop if it fails."""
    log, handler = logging.getLogger("mkdocs"), logging.StreamHandler()
    handler.setFormatter(_WithoutTraceback())
    log.addHandler(handler)
    log.setLevel(logging.WARNING)
    try:
        config = _configuration(folder, out)
        # A function, since what stands in `extra` is written out by the macros plugin.
        config.extra["opened"] = lambda: register
        build(config)
    except MkDocsException as failed:
        raise _failed("mkdocs", str(failed)) from None
    except SystemExit:  # of the macros plugin, which has said why
        raise _failed("mkdocs") from None
    finally:
        stop()
        log.removeHandler(handler)


def _configuration(folder: Path, out: Path) -> MkDocsConfig:
    try:
        return load_config(str(folder / "mkdocs.yml"), site_dir=str(out), strict=True)
    except ValueError as why:  # of an address that cannot be taken apart
        raise _failed("mkdocs", f"mkdocs.yml: {why}") from None


def _failed(engine: str, why: str = "") -> Stop:
    said = _("{engine} could not build the site; site is as it was").format(engine=engine)
    return Stop(said, tuple(why.splitlines()))


def build_apart(folder: Path, out: Path) -> None:
    """Build the project in `folder` with MkDocs and the project's own program, in a process of its own, without the
    audit. Raises Stop with what MkDocs says if it fails."""
    command = [sys.executable, "-m", "mkdocs", "--quiet", "build", "--strict", "--site-dir", str(out)]
    environment = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONSAFEPATH")}
    done = subprocess.run(
        command, cwd=folder, env={**environment, "NO_MKDOCS_2_WARNING": "1"}, capture_output=True, text=True,
        encoding="utf-8", errors="replace", check=False,
    )  # fmt: skip
    if done.returncode:
        lines = (done.stderr.strip() or done.stdout.strip()).splitlines()
        raise Stop(lines[-1] if lines else _("MkDocs ended with {code}").format(code=done.returncode))


def build_with_zensical(folder: Path, register: Register, out: Path) -> None:
    """Build with Zensical, which has no hooks: the generated pages are written as files. Raises Stop if it fails."""
    files = generated_beside(folder / "docs", register)
    docs, settings = out.with_name(f"{out.name}-docs"), folder / f"{out.name}.zensical.yml"
    page = Page(register, "")
    config = {
        "INHERIT": "mkdocs.yml", "site_name": site_name(page), "hooks": [],
        "extra": {"frame": frame(page, styles(folder), sheets(folder))},
        "docs_dir": os.path.relpath(docs, folder), "site_dir": os.path.relpath(out, folder),
    }  # fmt: skip
    if register.site_address:
        config["site_url"] = register.site_address
    command = [sys.executable, "-m", "zensical", "build", "--clean", "--config-file", settings.name]
    try:
        shutil.copytree(folder / "docs", docs)
        write_files(docs, {path: made.content for path, made in files.items()})
        settings.write_text(json.dumps(config), encoding="utf-8")
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
        done = subprocess.run(
            command, cwd=folder, env=environment, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
    finally:
        settings.unlink(missing_ok=True)
        shutil.rmtree(docs, ignore_errors=True)
    sys.stderr.write(done.stdout.decode("utf-8", "replace"))  # which escapes it, as a pipe to this program does not
    if done.returncode:
        raise _failed("zensical")
    for path in [path for path in out.rglob("*") if is_unused(path.relative_to(out).as_posix())]:
        if path.is_file():
            path.unlink()
    for file in out.rglob("*.html"):
        file.write_text(sealed(file.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
    write_provenance(folder, out)


GENERATORS: dict[str, Callable[[Path, Register, Path], None]] = {
    "mkdocs": build_with_mkdocs,
    "zensical": build_with_zensical,
}
