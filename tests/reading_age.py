"""Measures how hard the guide is to read, by the Flesch–Kincaid grade: `make reading-age`.

The grade is 0.39 × words per sentence + 11.8 × syllables per word − 15.59 (Kincaid, Fishburne, Rogers and Chissom,
"Derivation of New Readability Formulas", 1975): about the school year, as counted in the USA, in which the text is
understood. `textstat` counts words, sentences and syllables. What is measured is running text: paragraphs and entries
of lists, and the rules and fixes that the page of messages takes from docstrings. Left out are headings, tables,
pictures, blocks of code, messages, the recipes, and the reference of keys, which is made from the models. A piece of
code in a sentence counts as one short word. The full stop within `github.com` or `3.11` ends no sentence; the end of a
paragraph or of an entry does.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import textstat
from lxml import html
from markdown import markdown

from macros.office.guide.messages import explained_rules, explanation

ROOT = Path(__file__).parent.parent
GUIDE = ROOT / "docs/guide"
LIMIT = 8.0
OF_THE_OFFICE = ("Publish a meeting", "Publish by merging")  # the sections of the README that the office reads
_BLOCKS = {"p", "li", "blockquote", "td"}
_LEFT_OUT = {"pre", "table", "img", "form", "script", "div", "h1", "h2", "h3", "h4"}


def texts() -> Iterator[tuple[str, str]]:
    """The name and the Markdown of each page that is measured."""
    for path in sorted(GUIDE.rglob("*.md")):
        if path.name != "reference.md":
            yield path.relative_to(GUIDE).as_posix(), path.read_text(encoding="utf-8")
    explanations = map(explanation, explained_rules())
    yield "messages, of the rules", "\n\n".join("\n\n".join([each.rule, *each.fix]) for each in explanations)
    sections = re.split(r"^## ", (ROOT / "README.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    yield "README.md", "\n\n".join(text for text in sections if text.startswith(OF_THE_OFFICE))


def prose(text: str) -> list[str]:
    """The running text of a page, a piece for each paragraph and each entry of a list."""
    text = re.sub(r"\A---\n.*?\n---\n|^\{\{.*\}\}$", "", text, flags=re.DOTALL | re.MULTILINE)
    page = markdown(text, extensions=["attr_list", "tables", "fenced_code", "toc"])
    found: list[str] = []
    _walk(html.fragment_fromstring(page, create_parent="body"), found)
    return [re.sub(r"(?<=\w)[.!?](?=\w)", "", piece).strip() for piece in found if re.search(r"[a-z]{2}", piece)]


def grade(pieces: list[str]) -> float:
    """The Flesch–Kincaid grade of running text, to one decimal."""
    ended = (piece if piece.endswith((".", "!", "?")) else f"{piece}." for piece in pieces)
    return round(float(textstat.flesch_kincaid_grade(" ".join(ended))), 1)


def words(pieces: list[str]) -> int:
    """How many words running text has."""
    return int(textstat.lexicon_count(" ".join(pieces)))


def _walk(element: html.HtmlElement, found: list[str]) -> None:
    """Add the text of an element to the last piece; a block begins a piece of its own."""
    if element.tag in _LEFT_OUT or (element.tag in {"p", "li"} and _only_code(element)):
        return
    if element.tag in _BLOCKS or not found:
        found.append("")
    found[-1] += " code " if element.tag == "code" else element.text or ""
    for child in element:
        if element.tag != "code":
            _walk(child, found)
        found[-1] += child.tail or ""


def _only_code(element: html.HtmlElement) -> bool:
    """Whether a paragraph or an entry is a piece of code, and nothing else."""
    return [child.tag for child in element] == ["code"] and not f"{element.text or ''}{element[0].tail or ''}".strip()


def main() -> None:
    """Print the words and the grade of each page, and of all together."""
    print(f"{'page':28}{'words':>7}{'grade':>7}")
    measured = [(name, prose(text)) for name, text in texts()]
    together = [piece for _name, pieces in measured for piece in pieces]
    for name, pieces in [*measured, ("all", together)]:
        print(f"{name:28}{words(pieces):>7}{grade(pieces):>7.1f}")


if __name__ == "__main__":
    sys.exit(main())
