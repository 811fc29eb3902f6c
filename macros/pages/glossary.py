"""The page of the glossary: every abbreviation that the pages explain, but for the initials of people."""

from dataclasses import dataclass

from macros.addresses import owner, word_anchor
from macros.models import Meaning
from macros.pages.page import Page


@dataclass(frozen=True)
class Listed:
    """An entry of the list: a word of the glossary with its meaning, or the initials of a post or an organisation."""

    key: str
    name: str
    link: str
    meaning: Meaning | None


def glossary(page: Page) -> str:
    """Every word of the glossary and the initials of each post and organisation, in the order of the alphabet."""
    page = page.without_explanations()
    archive = page.register.archive
    words = [Listed(key, meaning.means, "", meaning) for key, meaning in archive.glossary.items()]
    bodies = [
        Listed(key, page.who(key).name, page.link(owner(key)), None)
        for key in (*archive.people.posts, *archive.people.organisations)
    ]
    listed = sorted((*words, *bodies), key=lambda one: (one.key.lower(), one.key))
    return page.write("glossary.html", listed=listed, anchor=word_anchor)
