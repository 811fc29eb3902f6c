"""Every sentence about a problem that the code can tell, read from the code itself."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

MACROS = Path(__file__).parent.parent / "macros"
TELLING = ("rules", "models", "redirects.py", "promises.py", "loading.py", "source.py", "unreadable.py")
# A semicolon counts, for it leads to the mend.
_FEWEST_WORDS, _WORD = 3, r"(?<!\S)(?:;|[(';]*[a-zA-Z]{2,}[,;:')]*)(?!\S)"


def sentences() -> dict[str, re.Pattern[str]]:
    """Each sentence, or part of one, as an expression that finds it whatever the record holds, by place."""
    files = [file for name in TELLING for file in sorted([MACROS / name, *(MACROS / name).glob("*.py")])]
    return {
        f"{file.relative_to(MACROS)}:{node.lineno}:{node.col_offset + 1}": re.compile(".+".join(map(re.escape, pieces)))
        for file in files
        if file.is_file()
        for node in _texts(ast.parse(file.read_text(encoding="utf-8")))
        if len(re.findall(_WORD, " ".join(pieces := _pieces(node)))) >= _FEWEST_WORDS
    }


def _texts(node: ast.AST) -> Iterator[ast.JoinedStr | ast.Constant]:
    """The texts of the code without its docstrings, and without fields and tables, which say their type."""
    if isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str)):
        yield node
        return
    for child in ast.iter_child_nodes(node):
        is_docstring = isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)
        if not is_docstring and not isinstance(child, ast.AnnAssign):
            yield from _texts(child)


def _pieces(node: ast.JoinedStr | ast.Constant) -> list[str]:
    """The text around what is filled in, by Python or, within braces, by pydantic."""
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    text = "".join(str(part.value) if isinstance(part, ast.Constant) else "{filled_in}" for part in parts)
    return re.split(r"\{\w+\}", text)
