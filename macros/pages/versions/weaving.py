"""Two wordings of a paragraph as one text, in which the words that differ are marked."""

from collections.abc import Iterator
from itertools import groupby

from markupsafe import Markup, escape

from macros.language import _
from macros.pages.changed_words import pieces

_MARKED = Markup('<{0}><span class="visually-hidden">{1} </span>{2}<span class="visually-hidden">]</span></{0}>')

Step = tuple[str, str]  # what stands at one place before and after; the same where nothing changed


def woven(before: str, after: str) -> Markup:
    """Both wordings as HTML: the words that went are `<del>`, those that came behind them `<ins>` (HTML, 4.7), with
    words around them for readers who only hear the text. Without the `<ins>` it is the first wording, without the
    `<del>` the second."""
    return Markup("").join(map(_html, changed_steps(before, after)))


def changed_steps(before: str, after: str) -> list[Step]:
    """Both wordings in pieces: the first ones together are the first wording, the second ones the second."""
    return [*_joined(list(_steps(before, after)))]


def _steps(before: str, after: str) -> Iterator[Step]:
    old, new = pieces(before, after)
    while old or new:
        went = old.pop(0)[0] if old and old[0][1] else ""
        came = new.pop(0)[0] if new and new[0][1] else ""
        yield went, came
        if old and new:
            yield old.pop(0)[0], new.pop(0)[0]


def _joined(steps: list[Step]) -> Iterator[Step]:
    """The steps, with changes that only a space parts as one change: words in a row are read as words in a row."""
    changes = [went != came for went, came in steps]
    between = [before and after for before, after in zip(changes, changes[2:], strict=False)]
    whole = [change or (0 < at <= len(between) and between[at - 1] and not steps[at][0].strip())
             for at, change in enumerate(changes)]  # fmt: skip
    for _is_change, group in groupby(zip(steps, whole, strict=True), key=lambda one: one[1]):
        together = [step for step, _change in group]
        yield "".join(went for went, _came in together), "".join(came for _went, came in together)


def _html(step: Step) -> Markup:
    went, came = step
    if went == came:
        return escape(went)
    said = Markup("")
    if went:
        said += _MARKED.format("del", _("[removed:"), went)
    if came:
        said += _MARKED.format("ins", _("[added:"), came)
    return said
