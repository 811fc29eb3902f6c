"""The files for the generator."""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files as files_of
from pathlib import Path

from macros import offered
from macros.language import _, is_english, script_messages
from macros.pages import all_stubs, hand_written_pages, search_files, tracker_files
from macros.record import GROUP, Stop
from macros.record.models import schema_files
from macros.register import Register, addresses
from macros.site.whole import write

_LIST = ".generated-pages"
_ON_EVERY_PAGE = ("base", "minutes")
_LINKED = ("print",)
ICON = "assets/images/favicon.png"


@dataclass(frozen=True)
class Generated:
    """A file for the generator: its content, or what makes it, and the path of the data file or folder that it is made
    from."""

    made: str | bytes | Callable[[], bytes]
    made_from: str

    @property
    def content(self) -> str | bytes:
        """The content of the file, which is made now if it takes long to make."""
        return self.made() if callable(self.made) else self.made


def generated(register: Register) -> dict[str, Generated]:
    """Every generated file by its path below the generator's folder of pages, such as `docs`."""
    files = {addresses.page_file(stub.address): Generated(stub.text, stub.made_from) for stub in all_stubs(register)}
    for address, text in tracker_files(register).items():
        files[address] = Generated(text, "data/meetings")
    for name, text in schema_files().items():
        files[f"{addresses.SCHEMAS}{name}"] = Generated(text, f"schema/{name}")
    if not is_english():
        words = json.dumps(script_messages(), ensure_ascii=False)
        files[addresses.SCRIPT_WORDS] = Generated(f"{words}\n", "macros/language/locale")
    for further in offered("FILES"):
        files |= {address: Generated(content, GROUP) for address, content in further(register).items()}
    return files


def generated_beside(docs: Path, register: Register) -> dict[str, Generated]:
    """The generated files, for a generator that also reads the pages written by hand in the folder `docs`, with the
    index of both for the search.

    Raises Stop if one of those is at the path of a generated file.
    """
    files = generated(register)
    for path, text in search_files(register, hand_written_pages(docs)).items():
        files[path] = Generated(text, "data/meetings")
    for path in files:
        if (docs / path).exists():
            raise Stop(_("{file} is where a generated page belongs; move it away").format(file=f"docs/{path}"))
    return files


def styles(folder: Path) -> str:
    """The style sheets of every page of the project in `folder` as one text, without comments."""
    return "\n".join(_sheet(_style_sheets(folder) / f"{name}.css") for name in _ON_EVERY_PAGE)


def sheets(folder: Path) -> dict[str, str]:
    """The style sheets of only some kinds of pages by their names, without comments."""
    found = sorted(_style_sheets(folder).glob("*.css"))
    return {file.stem: _sheet(file) for file in found if file.stem not in (*_ON_EVERY_PAGE, *_LINKED)}


def further_styles(folder: Path) -> str:
    """All style sheets but those of every page, as one text."""
    sheets = sorted(_style_sheets(folder).glob("*.css"))
    return "\n".join(file.read_text(encoding="utf-8") for file in sheets if file.stem not in _ON_EVERY_PAGE)


def icon(folder: Path) -> bytes:
    """The icon of every page, at the path ICON of the site: that in `overrides/` of the project in `folder`, if it has
    one, or else that of the theme."""
    own = folder / "overrides" / ICON
    return (own if own.is_file() else files_of("material") / "templates" / ICON).read_bytes()


def _style_sheets(folder: Path) -> Path:
    return folder / "docs/stylesheets"


def _sheet(file: Path) -> str:
    return re.sub(r"/\*.*?(?:\*/\s*|\Z)", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)


def is_unused(path: str) -> bool:
    """Whether no page uses the file at this path of the site: files of the theme except its icon, the style sheets that
    are part of each page, and the compressed copy of the site map."""
    inlined = path.startswith("stylesheets/") and Path(path).stem not in _LINKED
    of_theme = path.startswith("assets/") and path != ICON and not path.endswith(".html")
    return inlined or of_theme or path == "sitemap.xml.gz"


def write_files(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Write the changed files below `folder`, and remove those that an earlier call wrote and this one does not.

    All other files are left unchanged. Raises FileExistsError if the path of one of these has a file that this function
    did not write.
    """
    listed = folder / _LIST
    before = set(listed.read_text(encoding="utf-8").splitlines()) if listed.exists() else set()
    taken = [path for path, content in files.items() if path not in before and _differs(folder / path, content)]
    if taken:
        said = _("{file} was not made by this command; move it away")
        raise FileExistsError(said.format(file=folder / taken[0]))
    write(listed, _lines(before | set(files)))  # if the program is killed now, the next call knows its files
    for path in sorted(before - set(files)):
        (folder / path).unlink(missing_ok=True)
    for path, content in files.items():
        if not (folder / path).exists() or _differs(folder / path, content):
            write(folder / path, content)
    write(listed, _lines(files))


def _lines(paths: Iterable[str]) -> str:
    return "".join(f"{path}\n" for path in sorted(paths))


def _differs(path: Path, content: str | bytes) -> bool:
    return path.exists() and path.read_bytes() != (content.encode("utf-8") if isinstance(content, str) else content)
