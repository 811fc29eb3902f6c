"""A Markdown extension that passes finished HTML through without parsing it.

Python-Markdown parses every tag of raw HTML to find the end of a block, which takes most of the time for a page with a
big table. Our pages mark the beginning and end of their HTML with two comments. Text of the record cannot contain such
a comment: every `<` in it is escaped.
"""

from typing import Any

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor

# As in mkdocs.yml.
EXTENSIONS = ("macros.pages.blocks", "attr_list", "tables", "toc")
_BEGIN, _END = "<!--html-->", "<!--/html-->"

# After the lines are normalised (30), before HTML is parsed (MkDocs at 21, Markdown at 20).
_PRIORITY = 25


def finished(text: str) -> str:
    """Mark finished HTML for a page of Markdown. It may contain headings made by `heading`."""
    return f"\n{_BEGIN}\n{text}\n{_END}\n"


def heading(title: str, anchor: str) -> str:
    """A second-level heading inside of finished HTML, as Markdown, so that it is in the table of contents.

    `title` is our own wording, never text of the record.
    """
    return f"\n{_END}\n\n## {title} {{#{anchor}}}\n\n{_BEGIN}\n"


def as_html(text: str) -> str:
    """The HTML that a generator makes of finished HTML with such headings in it."""
    return Markdown(extensions=[FinishedHtml(), "attr_list"]).convert(finished(text))


def page_as_html(text: str) -> str:
    """The HTML that MkDocs makes of the Markdown of a page."""
    return Markdown(extensions=[*EXTENSIONS]).convert(text)


class _LetThrough(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        out: list[str] = []
        block: list[str] | None = None
        for line in lines:
            if line == _BEGIN:
                block = []
            elif line == _END and block is not None:
                out += self.placeholder("\n".join(block).strip())
                block = None
            else:
                (out if block is None else block).append(line)
        return out

    def placeholder(self, html: str) -> list[str]:
        return ["", self.md.htmlStash.store(html), ""] if html else []


class FinishedHtml(Extension):
    """Registers the preprocessor with Python-Markdown."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Called by Python-Markdown."""
        md.preprocessors.register(_LetThrough(md), "finished_html", _PRIORITY)


def makeExtension(**options: Any) -> FinishedHtml:
    """Called by Python-Markdown for `macros.pages.blocks` among its extensions."""
    return FinishedHtml(**options)
