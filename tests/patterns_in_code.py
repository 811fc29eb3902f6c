"""Every regular expression of the code, found in the code, and texts on which a bad one takes very long."""

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from itertools import islice, product
from pathlib import Path
from random import Random
from re import _parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

ROOT = Path(__file__).parent.parent
MACROS = ROOT / "macros"
_FUNCTIONS = {"sub", "match", "fullmatch", "search", "split", "findall", "finditer", "compile"}
_ANCHORED = {"match", "fullmatch"}
_SIGNS = "a1A -\n"
# A pattern of a script: behind an operator or a bracket, up to a slash that is not in brackets, with its flags.
_BRACKETED = r"\[(?:[^\]\\\n]|\\.)*\]"
_OF_SCRIPT = re.compile(
    rf"(?:[=(,:?&|]|return) ?/((?:[^/\\\[\n*]|\\.|{_BRACKETED})(?:[^/\\\[\n]|\\.|{_BRACKETED})*)/([a-z]*)"
)
_OF_BOTH = ((r"\p{M}", "\\u0300-\\u036f"), (r"\p{L}\p{N}", r"\w"), ("[^]", r"[\s\S]"), (r"\p{Nd}", r"\d"))


class Used(NamedTuple):
    """A pattern, and whether it is only looked for where a text begins."""

    pattern: re.Pattern[str]
    anchored: bool


def patterns() -> dict[str, Used]:
    """Each pattern by its place: those that modules hold, alone or in a tuple, and those written where used."""
    found: dict[str, Used] = {}
    texts = {file: file.read_text(encoding="utf-8") for file in sorted(MACROS.rglob("*.py"))}
    code = "\n".join(texts.values())
    for file, text in texts.items():
        name = ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        if file.name == "__main__.py":
            continue
        for key, value in vars(import_module(name)).items():
            for number, pattern in enumerate(_patterns_in(value)):
                uses = set(re.findall(rf"\b{key}\.(\w+)\(", code)) & _FUNCTIONS
                found[f"{name}.{key} {number}"] = Used(pattern, bool(uses) and uses <= _ANCHORED)
        for node in ast.walk(ast.parse(text)):
            if (call := _typed_in(node)) and call[1] != "compile":
                found[f"{name}:{node.lineno}"] = Used(re.compile(call[0], re.DOTALL), call[1] in _ANCHORED)  # type: ignore[attr-defined]
    unlike = {used: name for name, used in found.items() if isinstance(used.pattern.pattern, str)}
    return {name: used for used, name in unlike.items()}


# Characters in place of each class that Python does not know.
_CLASSES = (
    (r"\p{Nl}\p{No}", ""), (r"\p{L}", "a-z"), (r"\p{Nd}", r"\d"), (r"\p{N}", r"\d"), (r"\p{M}", "\u0300"),
    (r"\p{Cf}", "\u00ad"), (r"\p{C}", "\x01"),
)  # fmt: skip


def patterns_of_scripts() -> dict[str, Used]:
    """Each pattern of the scripts, as Python writes it."""
    found = {}
    for file in sorted([*(ROOT / "docs/scripts").rglob("*.js"), *(MACROS / "office/forms/browser").rglob("*.js")]):
        lines = file.read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines, 1):
            for text, flags in _OF_SCRIPT.findall(line):
                for there, here in (*_OF_BOTH, *_CLASSES):
                    text = text.replace(there, here)
                text = re.sub(r"\(\?<(?=\w)", "(?P<", text)
                found[f"{file.name}:{number} {text}"] = Used(re.compile(text, re.IGNORECASE * ("i" in flags)), False)
    return found


def _patterns_in(value: Any) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, tuple | list):
        for item in value:
            yield from _patterns_in(item)
    elif isinstance(value, dict):
        yield from _patterns_in([*value.values()])


def _typed_in(node: ast.AST) -> tuple[str, str] | None:
    """The pattern and the function of a call like `re.sub("...", ...)`; None if the node is no such call."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute) or not node.args:
        return None
    of_re = isinstance(node.func.value, ast.Name) and node.func.value.id == "re" and node.func.attr in _FUNCTIONS
    text = node.args[0].value if isinstance(node.args[0], ast.Constant) else None
    return (text, node.func.attr) if of_re and isinstance(text, str) else None


def adversaries(pattern: re.Pattern[str], number: int, size: int) -> Iterator[str]:
    """Texts of a size that repeat one to three signs which the pattern looks for, behind and before others of them."""
    signs = list(dict.fromkeys([*_signs(_parser.parse(pattern.pattern, pattern.flags)), *_SIGNS]))[:24]
    pieces = ["".join(several) for length in (1, 2, 3) for several in islice(product(signs, repeat=length), 20_000)]
    draw = Random(pattern.pattern)
    begins = ["", *_beginnings(pattern)]
    singles = [(draw.choice(begins), piece, "") for piece in signs]
    drawn = [(draw.choice(begins), draw.choice(pieces), draw.choice(["", "\x01", *signs])) for _ in range(number)]
    for begin, piece, end in [*singles, *drawn]:
        yield begin + piece * (size // len(piece)) + end


def _beginnings(pattern: re.Pattern[str]) -> Iterator[str]:
    """The plain signs with which the pattern begins, one more each time."""
    text = ""
    for kind, value in _parser.parse(pattern.pattern, pattern.flags):
        if str(kind) != "LITERAL":
            return
        text += chr(value)
        yield text


def _signs(parsed: Any) -> Iterator[str]:
    """The signs that a parsed pattern names."""
    for part in parsed:
        if isinstance(part, tuple) and len(part) == 2 and str(part[0]) in ("LITERAL", "NOT_LITERAL"):
            yield chr(part[1])
        elif isinstance(part, tuple) and len(part) == 2 and str(part[0]) == "RANGE":
            yield chr(part[1][0])
        elif isinstance(part, tuple | list) or hasattr(part, "data"):
            yield from _signs(part)
