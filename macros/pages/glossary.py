"""The page of the glossary: every abbreviation that the pages explain, except the initials of people."""

from dataclasses import dataclass

from macros.pages.corrections import corrected
from macros.pages.page import Page
from macros.record import GLOSSARY
from macros.record.models import Organisation, Post
from macros.register.addresses import owner, word_anchor


@dataclass(frozen=True)
class Listed:
    """An entry of the list: a word of the glossary, or the initials of a post or an organisation with a link to it."""

    key: str
    name: str
    link: str
    note: str | None
    source: str | None


def glossary(page: Page) -> str:
    """Every word of the glossary and the initials of each post and organisation, in alphabetical order."""
    page = page.without_explanations()
    archive = page.register.archive
    words = [Listed(key, known.means, "", known.note, known.source) for key, known in archive.glossary.items()]
    initials = archive.people.initials
    posts = [_body(page, key, post) for key, post in archive.people.posts.items() if key in initials]
    bodies = [_body(page, key, body) for key, body in archive.people.organisations.items() if key in initials]
    listed = sorted((*words, *posts, *bodies), key=lambda one: (one.key.lower(), one.key))
    filed = archive.glossary_file
    changes = corrected(page, GLOSSARY)
    reasons = tuple(one.reason for one in filed.record.acknowledged) if filed else ()
    return page.write("glossary.html", listed=listed, anchor=word_anchor, changes=changes, reasons=reasons)


def _body(page: Page, key: str, known: Post | Organisation) -> Listed:
    return Listed(key, page.name(known), page.link(owner(key)), known.note, None)
