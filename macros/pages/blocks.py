"""A Markdown extension that lets finished HTML through, unread and unchanged.

Python-Markdown reads every tag of raw HTML to find where a block ends, which takes most of the
time of a page that is one big table. Our pages say themselves where their HTML begins and ends,
in two comments. Text of the record cannot pretend to be one: in it every `<` is escaped.
"""

from typing import Any

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor

_BEGIN, _END = "<!--html-->", "<!--/html-->"

# After the lines are normalised (30), before anything reads HTML (MkDocs at 21, Markdown at 20).
_PRIORITY = 25


def finished(text: str) -> str:
    """Mark finished HTML, which may hold headings made by `heading`, for a page of Markdown."""
    return f"\n{_BEGIN}\n{text}\n{_END}\n"


def heading(title: str, anchor: str) -> str:
    """A second-level heading inside of finished HTML, as Markdown, so that a table of contents sees it.

    `title` is our own wording, never text of the record.
    """
    return f"\n{_END}\n\n## {title} {{#{anchor}}}\n\n{_BEGIN}\n"


def as_html(text: str) -> str:
    """The HTML that a generator makes of finished HTML with such headings in it."""
    return Markdown(extensions=[FinishedHtml(), "attr_list"]).convert(finished(text))


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
