"""Every message about a problem that the code can report, read from the code itself."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

MACROS = Path(__file__).parent.parent / "macros"
SOURCES = (
    "rules", "rules/personal_data", "record/models", "record/source.py", "record/characters.py",
    "record/unreadable.py", "record/reading.py", "record/plain.py", "record/terms.py", "record/conflicts.py",
    "record/strays.py", "record/typed.py", "pages/accessibility/rules.py", "review/promises.py", "review/references.py",
    "review/past.py", "review/revisions.py", "review/taken_out.py", "site/stored.py", "site/refusals.py",
    "site/anchors.py",
)  # fmt: skip
EXCLUDED = {
    "catalogues.py",
    "reports.py",
    "status.py",
    "found.py",
}  # of translations, around or within problems, of pages
# A semicolon counts, for it introduces the fix.
_FEWEST_WORDS, _WORD = 3, r"(?<!\S)(?:;|[(';]*[a-zA-Z]{2,}[,;:')]*)(?!\S)"


def messages() -> dict[str, re.Pattern[str]]:
    """Each message, or part of one, as a regular expression that matches it with any values filled in, by place.

    The forms of a message for different numbers count as one message.
    """
    files = [file for name in SOURCES for file in sorted([MACROS / name, *(MACROS / name).glob("*.py")])]
    return {
        f"{file.relative_to(MACROS)}:{node.lineno}:{node.col_offset + 1}": re.compile("|".join(map(_expression, forms)))
        for file in files
        if file.is_file() and file.name not in EXCLUDED
        for node, forms in _texts(ast.parse(file.read_text(encoding="utf-8")))
        if len(re.findall(_WORD, " ".join(_pieces(forms[0])))) >= _FEWEST_WORDS
    }


def _texts(node: ast.AST) -> Iterator[tuple[ast.expr, list[str]]]:
    """The strings of the code, each with its plural forms; docstrings and annotated assignments are left out."""
    if isinstance(node, ast.Call) and ast.unparse(node.func) == "ngettext":
        yield node, [_text(form) for form in node.args[:2]]
        return
    if isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str)):
        yield node, [_text(node)]
        return
    for child in ast.iter_child_nodes(node):
        is_docstring = isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)
        if not is_docstring and not isinstance(child, ast.AnnAssign):
            yield from _texts(child)


def _text(node: ast.expr) -> str:
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    return "".join(str(part.value) if isinstance(part, ast.Constant) else "{filled_in}" for part in parts)


def _expression(text: str) -> str:
    return ".+".join(map(re.escape, _pieces(text)))


def _pieces(text: str) -> list[str]:
    """The text around what is filled in, within braces."""
    return re.split(r"\{\w+\}", text)
