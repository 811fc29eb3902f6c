"""Every sentence in the code is marked for translation."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

MACROS = Path(__file__).parent.parent / "macros"
MARKING = {"_", "ngettext", "marked"}
_FEWEST_WORDS, _WORD = 3, re.compile(r"(?<!\S)[(\"'“;]*[a-zA-Z]{2,}[,;:.?!)\"'”]*(?!\S)")

# The titles and descriptions of fields go into the JSON Schemas, which are in English. `make words` gathers them from
# the models, and they are said through `_` where people read them. Click's help is for programmers.
ARGUMENTS = {"Field": {"title", "description"}, "click.option": {"help"}}
# These are said to nobody but the programmer who broke something.
RAISED = {"NotImplementedError"}


def unmarked(code: str) -> list[tuple[int, str]]:
    """Each text of three or more words that nobody marks, with its line."""
    return [(node.lineno, text) for node, text in _texts(ast.parse(code)) if len(_WORD.findall(text)) >= _FEWEST_WORDS]


def _texts(node: ast.AST) -> Iterator[tuple[ast.expr, str]]:
    if isinstance(node, ast.JoinedStr):
        yield node, "".join(str(part.value) if isinstance(part, ast.Constant) else "…" for part in node.values)
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node, node.value
    for child in _children(node):
        yield from _texts(child)


def _children(node: ast.AST) -> Iterator[ast.AST]:
    """What stands in a piece of code, without docstrings, types, and what is marked or need not be."""
    if isinstance(node, ast.JoinedStr):
        yield from (part.value for part in node.values if isinstance(part, ast.FormattedValue))
    elif isinstance(node, ast.Call):
        name = ast.unparse(node.func)
        yield node.func
        if name not in MARKING | RAISED:
            yield from node.args
            yield from (word.value for word in node.keywords if word.arg not in ARGUMENTS.get(name, ()))
    elif not isinstance(node, ast.Assert):
        yield from (child for child in ast.iter_child_nodes(node) if not _is_docstring(child))


def _is_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


# Texts that nobody reads, by file.
UNSAID = {
    "site/built.py": {"//*[@href or @src or @srcset or @data or @poster]"},  # XPath
    "record/models/group.py": {"where first recorded"},  # what a file says
    "pages/frame.py": {"Terms of reference"},  # what mkdocs.yml says
    "site/git.py": {"not a git repository"},  # what git says
    "record/unreadable.py": {  # what libyaml says
        "did not find expected (key|<|'-')|mapping values",
        "mapping values are not allowed",
        "could not find expected ':'",
        "block sequence entries are not allowed",
        "expected key$|expected key |expected '-' indicator",
        "cannot start any token|keys are not allowed|node content|anchor|alias|tag",
    },
}
# These write pages of the guide, which is in English.
OF_THE_GUIDE = {"office/reference.py"}
# These describe the open data, in the words of its schemas, and show code.
OF_THE_DATA = {f"pages/data/{name}.py" for name in ("examples", "fields", "tables")}


def test_every_sentence_is_marked() -> None:
    found = {
        f"macros/{file.relative_to(MACROS)}:{line}": text
        for file in sorted(MACROS.rglob("*.py"))
        if file.relative_to(MACROS).as_posix() not in OF_THE_GUIDE | OF_THE_DATA
        for line, text in unmarked(file.read_text(encoding="utf-8"))
        if text not in UNSAID.get(file.relative_to(MACROS).as_posix(), ())
    }
    assert found == {}


def test_no_mark_stands_within_an_f_string() -> None:
    """Babel does not look there."""
    within = [
        f"macros/{file.relative_to(MACROS)}:{node.lineno}"
        for file in sorted(MACROS.rglob("*.py"))
        for text in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(text, ast.JoinedStr)
        for node in ast.walk(text)
        if isinstance(node, ast.Call) and ast.unparse(node.func) in MARKING and isinstance(node.args[0], ast.Constant)
    ]
    assert within == []


def test_what_needs_no_mark_any_more_is_not_listed() -> None:
    for file, texts in UNSAID.items():
        assert texts <= {text for _, text in unmarked((MACROS / file).read_text(encoding="utf-8"))}


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('stop("nothing is changed here")', ["nothing is changed here"]),
        ('stop(f"{file} is written by {name}")', ["… is written by …"]),
        ("stop(f'{_(\"the file is there\")} {more}')", []),
        ('stop(_("nothing is changed here"))', []),
        ('said = ngettext("one file is changed", "some files are changed", n)', []),
        ('"""A docstring of four words."""', []),
        ('Field(None, title="What it is called", description="A name of the thing.")', []),
        ('Field(None, examples="A name of the thing.")', ["A name of the thing."]),
        ('path = "data/meetings"', []),
    ],
)
def test_an_unmarked_sentence_is_found(code: str, found: list[str]) -> None:
    assert [text for _, text in unmarked(code)] == found


FILLED_IN_OTHERWISE = {
    "word.py": {"page", "pages", "publisher"},  # by Word, and around its fields
    "wording.py": {"number"},  # where all counts are
    "action_ids.py": {"number", "month", "year"},  # by nobody: these are the parts of a pattern of ids
}


def test_what_a_sentence_names_in_braces_is_filled_in() -> None:
    """By the function that says it, or by another of its module where the sentence is only kept."""
    wrong = [
        f"macros/{file.relative_to(MACROS)}: {name}"
        for file in sorted(MACROS.rglob("*.py"))
        for name in unfilled(file.read_text(encoding="utf-8"))
        if name not in FILLED_IN_OTHERWISE.get(file.name, ())
    ]
    assert wrong == []


def test_a_name_that_nobody_fills_in_is_found() -> None:
    assert unfilled("def say():\n    return _('{file} is {state}').format(file=1)\ndef other(state): f(state=1)") == [
        "state"
    ]
    assert unfilled("SAID = marked('{file} is there')\ndef say():\n    return _(SAID).format(file=1)") == []


def unfilled(code: str) -> list[str]:
    """The names in braces, of marked sentences, that no call in the same function (or module) has an argument for."""
    tree = ast.parse(code)
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    rest = ast.Module([node for node in tree.body if node not in functions], [])
    kept = _named(rest) - _filled(tree)
    return sorted(kept.union(*(_named(part) - _filled(part) for part in functions)))


def _named(node: ast.AST) -> set[str]:
    marked = (call for call in ast.walk(node) if isinstance(call, ast.Call) and ast.unparse(call.func) in MARKING)
    texts = [text.value for call in marked for text in call.args if isinstance(text, ast.Constant)]
    return {name for text in texts for name in re.findall(r"\{(\w+)\}", str(text))}


def _filled(node: ast.AST) -> set[str]:
    words = {word.arg for call in ast.walk(node) if isinstance(call, ast.Call) for word in call.keywords}
    given = [key for value in ast.walk(node) if isinstance(value, ast.Dict) for key in value.keys]
    keys = {key.value for key in given if isinstance(key, ast.Constant)}
    return {str(name) for name in words | keys}
