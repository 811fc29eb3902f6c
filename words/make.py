"""`make words`: collects every message of the project into macros/language/locale/messages.pot.

Babel finds them where they are used: in Python and the templates after `_`, `ngettext`, `marked` and `trans`, in the
scripts after `say` and `sayCount`, and in the models as the titles and descriptions of fields.
"""

import ast
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir, extract_python
from babel.messages.pofile import write_po

ROOT = Path(__file__).resolve().parent.parent
TEMPLATE = ROOT / "macros/language/locale/messages.pot"

KEYWORDS = {"_": None, "gettext": None, "marked": None, "ngettext": (1, 2), "say": None, "sayCount": (1, 2)}
HEADER = """\
# Every sentence that the site and its commands show, gathered by `make words`.
# CONTRIBUTING.md, "Translate the site", says how to translate them.
#"""

# Header fields about a time, a version or a person, which are left out.
UNKNOWN = tuple(f'"{name}:' for name in (
    "Project-Id-Version", "Report-Msgid-Bugs-To", "POT-Creation-Date", "PO-Revision-Date", "Last-Translator",
    "Language-Team", "Generated-By",
))  # fmt: skip


def models(file: BinaryIO, keywords: Any, tags: Any, options: Any) -> Iterator[Any]:
    """The marked messages of a module of models, and the title and description of each field. A method of Babel."""
    yield from extract_python(file, keywords, tags, options)
    file.seek(0)
    for node in ast.walk(ast.parse(file.read())):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Field":
            texts = [keyword.value for keyword in node.keywords if keyword.arg in ("title", "description")]
            for text in texts:
                yield text.lineno, None, ast.literal_eval(text), []


METHODS: list[tuple[str, Any]] = [
    ("macros/record/models/**.py", models),
    ("macros/office/forms/vendor/**", "ignore"),
    ("macros/**.py", "python"),
    ("macros/**.html", "jinja2"),
    ("overrides/**.html", "jinja2"),
    ("macros/office/forms/browser/**.js", "javascript"),
    ("docs/scripts/**.js", "javascript"),
]
OPTIONS: dict[str, dict[str, Any]] = {
    "**.html": {"extensions": "jinja2.ext.i18n", "trimmed": "true", "newstyle_gettext": "true", "silent": "false"},
    "**.js": {"jsx": False, "parse_template_string": True},
}


def catalogue() -> str:
    """The template of the catalogue as text. It is reproducible: without dates and line numbers."""
    found = Catalog(header_comment=HEADER, fuzzy=False)
    options = {pattern: options for pattern, _ in METHODS for end, options in OPTIONS.items() if pattern.endswith(end)}
    for file, line, message, comments, context in extract_from_dir(
        ROOT, METHODS, options, KEYWORDS, comment_tags=("Translators:",), strip_comment_tags=True
    ):  # fmt: skip
        found.add(message, None, [(file, line)], auto_comments=comments, context=context)
    written = BytesIO()
    write_po(written, found, width=120, sort_by_file=True, include_lineno=False)
    lines = written.getvalue().decode("utf-8").splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(UNKNOWN))


if __name__ == "__main__":
    TEMPLATE.parent.mkdir(exist_ok=True)
    TEMPLATE.write_text(catalogue(), encoding="utf-8")
