"""Rules about the glossary."""

from collections.abc import Iterator

from macros.language import _
from macros.record import Archive, Problem, Severity
from macros.register.addresses import word_anchor


def words_have_their_own_address(archive: Archive) -> Iterator[Problem]:
    """No two words of the glossary have the same address. Addresses ignore capitals and punctuation.

        'ABX' and 'AbX' differ only in capitals or signs, and would have one address; keep one of them

    In data/glossary.yml, keep the spelling that the record uses.
    """
    filed = archive.glossary_file
    seen: dict[str, str] = {}
    for words in archive.glossary:
        first = seen.setdefault(word_anchor(words), words)
        if filed and first != words:
            message = _(
                "'{one}' and '{other}' differ only in capitals or signs, and would have one address; keep one of them"
            )
            place = filed.entry_key(("words", words))
            yield Problem(place, Severity.ERROR, message.format(one=words, other=first))


def words_are_not_those_of_organisations(archive: Archive) -> Iterator[Problem]:
    """The glossary does not repeat or contradict what data/people.yml says about an organisation or a post.

        warning: 'ABC' is in data/people.yml too, and pages do not use that entry; delete one of them

    If it is the same, delete it from data/glossary.yml.
    """
    filed = archive.glossary_file
    for words in archive.glossary:
        if filed and words in (*archive.people.organisations, *archive.people.posts):
            message = _("'{words}' is in data/people.yml too, and pages do not use that entry; delete one of them")
            place = filed.entry_key(("words", words))
            yield Problem(place, Severity.WARNING, message.format(words=words), f"twice {words}")
