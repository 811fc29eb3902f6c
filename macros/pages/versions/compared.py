"""The page that compares two versions of the terms of reference, paragraph by paragraph and word by word."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import count

from markupsafe import Markup

from macros.language import _, ngettext, wording
from macros.pages.page import Page
from macros.pages.versions.aligning import Pair, aligned
from macros.pages.versions.weaving import woven
from macros.record import Kind, paragraphs_of


class Change(Enum):
    """What became of a paragraph. Its number alone, and its marks, count apart: there is nothing to read anew."""

    SAME = "same"
    CHANGED = "changed"
    REMOVED = "removed"
    ADDED = "added"
    NUMBER = "number"
    MARKS = "marks"


@dataclass(frozen=True)
class Row:
    """A paragraph of one version or of both. `tag`: its element; `depth`: in how many lists it stands; `number`: which
    of the changes it is, from 1, or 0."""

    change: Change
    label: str
    tag: str
    depth: int
    html: Markup
    number: int = 0


def terms_compared(page: Page, older: str, newer: str) -> str:
    """What the version of the terms in the file `newer`.md has in place of the one in `older`.md, as HTML."""
    page = page.without_explanations()
    was, now = page.register.terms[older], page.register.terms[newer]
    rows = list(rows_of(aligned(paragraphs_of(was.text or ""), paragraphs_of(now.text or ""))))
    return page.write(
        "versions/compared.html", older=older, newer=newer, was=was, now=now, rows=rows,
        counted=_counted(Counter(row.change for row in rows)), numbers=[row.number for row in rows if row.number],
    )  # fmt: skip


def rows_of(pairs: Iterator[Pair]) -> Iterator[Row]:
    """The rows of the page: each paragraph of both versions, with what became of it."""
    numbers = count(1)
    for was, now in pairs:
        one = now or was
        assert one
        change = _change((was, now))
        html = woven(was.text if was else "", now.text if now else "")
        tag = {Kind.HEADING: f"h{min(6, one.level + 1)}", Kind.CODE: "pre"}.get(one.kind, "p")
        number = next(numbers) if change in (Change.CHANGED, Change.REMOVED, Change.ADDED) else 0
        depth = 0 if one.kind is Kind.HEADING else one.level
        yield Row(change, _label(change, number), tag, depth, html, number)


def _change(pair: Pair) -> Change:
    was, now = pair
    if was is None or now is None:
        return Change.ADDED if now else Change.REMOVED
    if was.text == now.text:
        return Change.SAME if (was.typed, was.kind, was.level) == (now.typed, now.kind, now.level) else Change.MARKS
    return Change.NUMBER if was.words == now.words else Change.CHANGED


def _label(change: Change, number: int) -> str:
    said = {
        Change.CHANGED: _("Change {number}: reworded"), Change.REMOVED: _("Change {number}: removed"),
        Change.ADDED: _("Change {number}: added"), Change.NUMBER: _("Only its number changed"), Change.SAME: "",
        Change.MARKS: _("Same words, set otherwise: in bold, with another link, at another level"),
    }  # fmt: skip
    return said[change].format(number=number)


def _counted(found: Counter[Change]) -> str:
    """How many paragraphs, headings among them, were changed in which way; those as before come last."""
    said = {
        Change.CHANGED: ngettext("{number} paragraph reworded", "{number} paragraphs reworded", found[Change.CHANGED]),
        Change.ADDED: ngettext("{number} added", "{number} added", found[Change.ADDED]),
        Change.REMOVED: ngettext("{number} removed", "{number} removed", found[Change.REMOVED]),
        Change.NUMBER: ngettext("{number} only renumbered", "{number} only renumbered", found[Change.NUMBER]),
        Change.MARKS: ngettext("{number} set otherwise", "{number} set otherwise", found[Change.MARKS]),
        Change.SAME: ngettext("{number} as before", "{number} as before", found[Change.SAME]),
    }  # fmt: skip
    return ", ".join(words.format(number=wording.number(found[kind])) for kind, words in said.items() if found[kind])
