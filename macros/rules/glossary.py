"""Rules about the glossary."""

import re
from collections.abc import Iterator

from macros.language import _, is_ordinary_word
from macros.record import Archive, Problem, Severity
from macros.register import Abbreviations
from macros.register.addresses import word_anchor
from macros.rules.sentences import sentences


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


def abbreviations_are_no_other_words(archive: Archive) -> Iterator[Problem]:
    """An abbreviation of the glossary or of an organisation that stands in the text of the record, and whose letters
    are an ordinary word too, is said to be one.

        note: 'US' is an ordinary word too, so no text of the record is linked to its meaning; say so in its note if
          that is meant

    Nothing false is published: in "Tell US what you think" nobody can know what is meant. The meaning is on the page of
    the glossary, or of people and organisations, but text does not lead there. To remove the note, name the letters in
    a 'note:' of the entry, such as: US is printed for the Union of Sailors.
    """
    bodies = archive.people.organisations
    notes = {
        **{key: one.note for key, one in bodies.items()},
        **{key: one.note for key, one in archive.glossary.items()},
    }
    asked = {key for key, note in notes.items() if is_ordinary_word(key) and key not in re.findall(r"\w+", note or "")}
    words = Abbreviations(asked)
    stand = {key for _filed, _path, text in sentences(archive) for _at, key in words.found_in(text)} if asked else set()
    for key in sorted(stand):
        said = _("'{words}' is an ordinary word too, so no text of the record is linked to its meaning; say so in its "
                 "note if that is meant")  # fmt: skip
        filed, part = (archive.glossary_file, "words") if key in archive.glossary else (None, "")
        place = filed.entry_key((part, key)) if filed else archive.people_file.entry_key(("organisations", key))
        yield Problem(place, Severity.NOTE, said.format(words=key))
