"""Make the pictures of the guide and the README anew, of real pages of this very project: `make pictures`.

It needs Chromium and, for the paper, LibreOffice (`soffice`) and poppler (`pdftoppm`); it says so where one is
missing. The one mistake that a picture shows is made in a copy: a key is misspelt.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from markdown_it import MarkdownIt
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "benchmarks"))
from serving import served  # noqa: E402

OUT = ROOT / "docs/guide/pictures"
WIDTH, WIDE = 800, 1280
README_HEIGHTS = {"meeting": 1000, "action-tracker": 1150}
HEIGHTS = {"meeting": 560, "preparing": 640, "preview": 480, "paper": 540, "summary": 400}


def main() -> None:
    """Build a copy of the project, and take the pictures."""
    needed = {name: shutil.which(name) for name in ("chromium", "soffice", "pdftoppm")}
    missing = [name for name, found in needed.items() if found is None]
    if missing:
        sys.exit(f"no {' and no '.join(missing)} on the PATH, so no picture is made")
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch, browser(str(needed["chromium"])) as chromium:
        project = copied(Path(scratch) / "project")
        meeting = latest(project).stem
        told = minutes(project, "build")
        if not (project / "site").is_dir():
            sys.exit(told)
        minutes(project, "preview", "--meeting", meeting, "--out", "preview.html")
        take(chromium, "meeting", project / f"site/meetings/{meeting}/index.html")
        take(chromium, "preparing", project / "site/actions/next-meeting/index.html")
        take(chromium, "preview", project / "preview.html")
        take(chromium, "paper", paper(project, meeting))
        take(chromium, "summary", summary(project))
        with served(project / "site") as home:
            take_for_readme(chromium, "meeting", f"{home}meetings/{meeting}/")
            take_for_readme(chromium, "action-tracker", f"{home}actions/")


def copied(folder: Path) -> Path:
    """What the site is built from, in a folder of its own, with a file for each picture that is yet to be taken."""
    folder.mkdir()
    for part in ("data", "docs", "overrides", "macros"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    for name in HEIGHTS:
        (folder / OUT.relative_to(ROOT) / f"{name}.png").touch()
    return folder


def latest(project: Path) -> Path:
    """The file of the last meeting."""
    files = sorted((project / "data/meetings").glob("*.yml"))
    return files[-1] if files else sys.exit("there is no meeting to take pictures of")


def minutes(project: Path, *command: str) -> str:
    """Run a command of ours and return what it says."""
    program = (sys.executable, "-c", "from macros.cli import main; main()")
    return subprocess.run([*program, *command], cwd=project, capture_output=True, text=True, check=False).stdout


def paper(project: Path, meeting: str) -> Path:
    """The first page of the meeting's paper, as a page with that picture."""
    minutes(project, "paper", meeting)
    for command in (
        ["soffice", "--headless", "--convert-to", "pdf", f"{meeting}-paper.docx"],
        ["pdftoppm", "-png", "-singlefile", "-r", "96", f"{meeting}-paper.pdf", "paper"],
    ):
        subprocess.run(command, cwd=project, capture_output=True, check=True)
    page = project / "paper.html"
    page.write_text('<body style="margin:0"><img style="width:100%" src="paper.png">', encoding="utf-8")
    return page


def summary(project: Path) -> Path:
    """What the check says of a misspelt key, as a page in the site's own style."""
    file = latest(project)
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("owner: ", "onwer: ", 1), encoding="utf-8")
    told = MarkdownIt().render(minutes(project, "check", "--format", "markdown"))
    styles = "".join(f'<link rel="stylesheet" href="docs/stylesheets/{name}.css">' for name in ("base", "minutes"))
    page = project / "summary.html"
    page.write_text(
        f'{styles}<body><div class="md-content__inner md-typeset" style="margin-top:-3rem">{told}</div>',
        encoding="utf-8",
    )
    return page


@contextmanager
def browser(program: str) -> Iterator[Browser]:
    """Chromium, closed again at the end."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield launched
        launched.close()


def take(chromium: Browser, name: str, file: Path) -> None:
    """The top of a page as a picture of the guide."""
    shoot(chromium, file.as_uri(), OUT / f"{name}.png", WIDTH, HEIGHTS[name])


def take_for_readme(chromium: Browser, name: str, address: str) -> None:
    """The top of a page, with its script at work, as a picture of the README."""
    shoot(chromium, address, ROOT / "pictures" / f"{name}.png", WIDE, README_HEIGHTS[name])


def shoot(chromium: Browser, address: str, out: Path, width: int, height: int) -> None:
    """The top of the page at an address as a picture."""
    page = chromium.new_page(viewport={"width": width, "height": height}, color_scheme="light")
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.screenshot(path=out)
    page.close()


if __name__ == "__main__":
    main()
