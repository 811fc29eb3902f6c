"""The house: a wing of `macros/` imports only from the wings before it, and within a wing no import leads back up."""

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

MACROS = Path(__file__).parent.parent / "macros"
WINGS = ["language", "record", "register", "rules", "pages", "site", "review", "office", "cli"]
NAMESPACES = ("macros.record.models.", "macros.register.addresses.")
OWNERS = {
    "babel": {"language", "record/catalogues"},
    "pydantic": {"record/models", "pages/data", "office/many_groups"}, "pydantic_core": {"record/models"},
    "yaml": {"record/syntax", "record/source"}, "markdown": {"pages/blocks"},
    "markdown_it": {"record/lists", "record/markdown", "record/paragraphs", "pages/prose", "pages/numbered"},
    "markupsafe": {"pages", "review/preview", "office/guide", "office/documents"},
    "jinja2": {"pages", "site/shortcodes"}, "lxml": {"site/built", "office/documents", "pages/feeds"},
    "docx": {"office/paper"}, "mkdocs": {"site/hooks", "site/generators", "site/address"},
    "httpx": {"office/many_groups"}, "phonenumbers": {"rules/personal_data"},
    "filelock": {"site/lock"}, "holidays": {"record/models/minutes_due"}, "icalendar": {"pages/calendars"},
    "click": {"cli", "office/paper/command", "office/many_groups/command", "review/preview/command"},
    "weasyprint": {"office/documents/pdf"}, "subprocess": {"site/generators", "site/git"},
    "zoneinfo": {"pages/calendars"},
}  # fmt: skip
ENTRY_POINTS = ("cli/", "site/address.py", "site/edition.py", "site/generators.py", "site/git.py", "site/opening.py")
OUTSIDE = {"os.environ", "datetime.now", "date.today", "time.time", "print"}


def trees() -> Iterator[tuple[str, ast.Module]]:
    for file in sorted(MACROS.rglob("*.py")):
        yield file.relative_to(MACROS).as_posix(), ast.parse(file.read_text(encoding="utf-8"))


def imports() -> list[tuple[str, int, str]]:
    """Each import: the file it stands in, its line, and the module (or the name in it) that is imported."""
    found = []
    for file, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom):
                found += [(file, node.lineno, f"{node.module}.{alias.name}") for alias in node.names]
            elif isinstance(node, ast.Import):
                found += [(file, node.lineno, alias.name) for alias in node.names]
    return found


def module_file(name: str) -> str | None:
    """The file of a module of ours, or of the one that a name is imported from."""
    for path in (name, name.rpartition(".")[0]):
        place = MACROS.parent / path.replace(".", "/")
        for file in (place.with_suffix(".py"), place / "__init__.py"):
            if path.startswith("macros.") and file.is_file():
                return file.relative_to(MACROS).as_posix()
    return None


def test_the_top_holds_the_wings_and_little_else() -> None:
    assert {path.name for path in MACROS.iterdir()} - {"__pycache__"} <= {*WINGS, "__init__.py"}


def test_a_wing_imports_only_from_the_wings_before_it() -> None:
    wrong = [
        f"macros/{file}:{line}: {mine} may not import {name}"
        for file, line, name in imports()
        if name.startswith("macros.") and (mine := file.partition("/")[0]) in WINGS
        and (theirs := name.split(".")[1]) in WINGS and WINGS.index(theirs) > WINGS.index(mine)
    ]  # fmt: skip
    assert wrong == []


def test_a_wing_is_imported_by_its_name_or_one_of_its_namespaces() -> None:
    wrong = [
        f"macros/{file}:{line}: {name}"
        for file, line, name in imports()
        if name.startswith("macros.") and (theirs := name.split(".")[1]) in WINGS and theirs != file.partition("/")[0]
        and name.count(".") > 2 and not name.startswith(NAMESPACES)
    ]  # fmt: skip
    assert wrong == []


def test_no_import_leads_back_up_within_a_wing() -> None:
    graph: dict[str, set[str]] = {}
    for file, _line, name in imports():
        if (there := module_file(name)) and there != file:
            graph.setdefault(file, set()).add(there)
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        circle = error.args[1]
        pairs = set(zip(circle[1:], circle, strict=False))
        raise AssertionError(
            [f"macros/{f}:{n}: {m}" for f, n, m in imports() if (f, module_file(m)) in pairs]
        ) from None


def test_each_library_has_its_owner() -> None:
    wrong = [
        f"macros/{file}:{line}: {name}"
        for file, line, name in imports()
        if not file.startswith(tuple(OWNERS.get(name.partition(".")[0], ("",))))
    ]
    assert wrong == []


def test_only_entry_points_read_the_clock_or_the_environment_or_print() -> None:
    wrong = [
        f"macros/{file}:{node.lineno}: {ast.unparse(node)}"
        for file, tree in trees() if not file.startswith(ENTRY_POINTS)
        for node in ast.walk(tree) if isinstance(node, ast.Attribute | ast.Name) and ast.unparse(node) in OUTSIDE
    ]  # fmt: skip
    assert wrong == []
