"""What a meeting changed in a wording, with the changed words marked."""

from markupsafe import Markup, escape

from macros.pages.changed_words import Pieces, pieces
from macros.pages.page import Page
from macros.pages.prose import is_marked


def reworded(page: Page, before: str, now: str) -> tuple[Markup, Markup]:
    """Two wordings of an action as HTML: in the first, the words that went are `<del>`, in the second those that came
    are `<ins>` (HTML, 4.7). Where one has marks such as a list, each is one change as a whole."""
    if is_marked(before) or is_marked(now):
        went, came = page.short(before), page.short(now)
        return Markup("<del>{}</del>").format(went), Markup("<ins>{}</ins>").format(came)
    old, new = pieces(before, now)
    return _marked("del", old), _marked("ins", new)


def _marked(tag: str, found: Pieces) -> Markup:
    marked = Markup("<{0}>{1}</{0}>")
    return Markup("").join(marked.format(tag, text) if differs else escape(text) for text, differs in found)
