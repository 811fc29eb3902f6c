"""The text of a data file, as somebody typed it."""

from codecs import BOM_UTF8
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import NamedTuple

from macros.language import _, wording
from macros.record.conflicts import conflicts_in, without_conflicts
from macros.record.problems import Place, Problem, Severity

# Far more than any record has. Reading takes about a second for each million bytes.
_LARGEST = 5_000_000


class TypedText(NamedTuple):
    """The text of a file, None if it cannot be read, with the errors that were found. `broken`: the numbers of lines
    that are not as somebody meant them, where any other fault may be a consequence."""

    text: str | None
    problems: tuple[Problem, ...] = ()
    broken: frozenset[int] = frozenset()


def typed_text(folder: Path, file: str) -> TypedText:
    """The text of a file of the project. Of a place that two people changed, the text has only the first version; of
    lines that are not UTF-8, what can be read. A file in another encoding is not read."""
    if said := _cannot_be_opened(folder / file):
        return _unread(file, said)
    try:
        with (folder / file).open("rb") as opened:
            content = opened.read(_LARGEST + 1)
    except FileNotFoundError:
        return _unread(file, _("the file is missing"))
    except IsADirectoryError:
        return _unread(file, _("this is a folder; expected a file"))
    except PermissionError:
        return _unread(file, _("there is no permission to read the file; give yourself the right to read it"))
    except OSError:
        return _unread(file, _("the file cannot be opened; put a file of plain text here"))
    return typed(content, file)


def typed(content: bytes, file: str) -> TypedText:
    """The same of a file with this content."""
    if len(content) > _LARGEST:
        said = _("the file has more than {number} bytes; no record is so long, so see what is in it")
        return _unread(file, said.format(number=wording.number(_LARGEST)))
    wrong = [number for number, line in enumerate(content.split(b"\n"), 1) if not _is_utf8(line)]
    problems = []
    if wrong:
        said = _("this line is not UTF-8 text; save the file again as UTF-8")
        problems.append(Problem(Place(file, wrong[0]), Severity.ERROR, said))
        if b"\0" in content:
            return TypedText(None, tuple(problems))
    lines = content.removeprefix(BOM_UTF8).decode("utf-8", "replace").split("\n")
    conflicts = list(conflicts_in(lines))
    problems += [conflict.problem(file) for conflict in conflicts]
    broken = {*wrong, *(line + 1 for conflict in conflicts for line in conflict.lines)}
    return TypedText("\n".join(without_conflicts(lines, conflicts)), tuple(problems), frozenset(broken))


def _unread(file: str, said: str) -> TypedText:
    return TypedText(None, (Problem(Place(file), Severity.ERROR, said),))


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _cannot_be_opened(path: Path) -> str:
    """Why a path cannot be a file: it is a broken link, a device or a pipe. Empty if it can be one."""
    try:
        kind = path.stat().st_mode
    except OSError:
        return _("this is a link that leads to no file; put the file itself here") if path.is_symlink() else ""
    if S_ISREG(kind) or S_ISDIR(kind):
        return ""
    return _("this is neither a file nor a folder, but a device or a pipe; put a file here")
