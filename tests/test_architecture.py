"""Data flows one way: a module imports only from rows above its own, and each library has one owner."""

import ast
from collections.abc import Iterator
from pathlib import Path

MACROS = Path(__file__).parent.parent / "macros"

ROWS = [
    ["language"],
    ["problems", "unreadable"],
    ["models"],
    ["source", "addresses", "abbreviations", "catalogues", "edition", "wording", "lifecycle", "workings"],
    ["salvage", "archive", "differences", "writing", "reports"],
    ["rules"],
    ["history"],
    ["register"],
    ["life", "conformance", "drafting", "forms"],
    ["prose", "blocks", "handwritten"],
    ["pages"],
    ["places"],
    ["redirects"],
    ["loading", "changes"],
    ["promises", "summary", "founding"],
    ["site", "built", "paper", "guide"],
    ["audit", "indexing", "preview"],
    ["generators"],
    ["opening", "revisions"],
    ["shortcodes", "hooks", "cli"],
    ["__init__", "__main__"],
]
ROW = {module: number for number, row in enumerate(ROWS) for module in row}

OWNERS = {
    "babel": {"language", "wording", "catalogues"},
    "pydantic": {"models"},
    "pydantic_core": {"models"},
    "yaml": {"source"},
    "markdown": {"blocks"},
    "markdown_it": {"prose"},
    "mdit_py_plugins": {"prose"},
    "markupsafe": {"prose", "pages", "preview"},
    "jinja2": {"pages", "shortcodes"},
    "lxml": {"built"},
    "docx": {"paper"},
    "mkdocs": {"hooks"},
    "pagefind_bin": {"indexing"},
    "click": {"cli"},
    "subprocess": {"revisions", "generators", "indexing"},
}
ABOVE_THE_DOORS = {"os.environ", "datetime.now", "date.today", "time.time", "print"}


def imports() -> Iterator[tuple[str, int, str]]:
    """Each import in the package: the module it stands in, the line, and what is imported."""
    for file in sorted(MACROS.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom):
                assert node.level == 0, f"{file}:{node.lineno}: relative import"
                whole = node.module or ""
                names = [f"macros.{a.name}" for a in node.names] if whole == "macros" else [whole]
            elif isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            else:
                continue
            for name in names:
                yield file.relative_to(MACROS).as_posix(), node.lineno, name


def row_name(file: str) -> str:
    return file.partition("/")[0].removesuffix(".py")


def test_every_module_has_its_row() -> None:
    modules = {path.stem if path.suffix else path.name for path in MACROS.iterdir() if path.name[0] not in "._"}
    assert modules - {"locale", "templates"} == set(ROW) - {"__init__", "__main__"}


def test_a_module_imports_only_from_rows_above_its_own() -> None:
    wrong = []
    for file, line, name in imports():
        mine = row_name(file)
        if name.startswith("macros."):
            theirs = name.split(".")[1]
            if theirs != mine and ROW[theirs] >= ROW[mine]:
                wrong.append(f"macros/{file}:{line}: {mine} may not import {theirs}")
    assert wrong == []


def test_each_library_has_its_owner() -> None:
    wrong = [
        f"macros/{file}:{line}: {name}"
        for file, line, name in imports()
        if (library := name.partition(".")[0]) in OWNERS and row_name(file) not in OWNERS[library]
    ]
    assert wrong == []


def test_nobody_below_the_doors_reads_the_clock_or_the_environment_or_prints() -> None:
    wrong = []
    for file in sorted(MACROS.rglob("*.py")):
        name = row_name(file.relative_to(MACROS).as_posix())
        if ROW[name] >= ROW["opening"] or name == "generators":
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute | ast.Name) and ast.unparse(node) in ABOVE_THE_DOORS:
                wrong.append(f"{file}:{node.lineno}: {ast.unparse(node)}")
    assert wrong == []
