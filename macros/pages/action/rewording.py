"""What a meeting changed in a wording, with the changed words marked."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from markupsafe import Markup, escape

from macros.pages.page import Page
from macros.pages.prose import is_marked

_WORDS = re.compile(r"\s+|[^\s]+")


def reworded(page: Page, before: str, now: str) -> tuple[Markup, Markup]:
    """Two wordings of an action as HTML: in the first, the words that went are `<del>`, in the second those that came
    are `<ins>` (HTML, 4.7). Where one has marks such as a list, each is one change as a whole."""
    if is_marked(before) or is_marked(now):
        went, came = page.short(before), page.short(now)
        return Markup("<del>{}</del>").format(went), Markup("<ins>{}</ins>").format(came)
    old, new = _WORDS.findall(before), _WORDS.findall(now)
    changes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return (
        Markup("").join(_marked("del", (("".join(old[a:b]), kind != "equal") for kind, a, b, _c, _d in changes))),
        Markup("").join(_marked("ins", (("".join(new[c:d]), kind != "equal") for kind, _a, _b, c, d in changes))),
    )


def _marked(tag: str, pieces: Iterator[tuple[str, bool]]) -> Iterator[Markup]:
    for text, is_changed in pieces:
        yield Markup("<{}>{}</{}>").format(tag, text, tag) if is_changed and text else escape(text)
