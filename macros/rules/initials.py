"""Rules about initials: whom they mean, and where they are another word."""

import re
from collections.abc import Iterator, Set
from datetime import date

from macros.language import _, marked, wording
from macros.record import Archive, Filed, Place, Problem, Severity, nearest
from macros.record.models import INITIALS, Meeting, Names, every_item, parts_of
from macros.register import Abbreviations, Initials
from macros.register.addresses import person_anchor
from macros.rules.sentences import sentences

# What looks like initials: at least two capitals, and no long word.
CAPITALS = re.compile(r"\b[A-Z](?=[A-Za-z]{0,6}[A-Z])[A-Za-z]{1,7}\b")
BETWEEN_NAMES = re.compile(r"[,/;&+]|\band\b")
_NEXT_WORD = re.compile(r"[ \u00a0-](\w+)")
_UNKNOWN = {
    "chair": marked("chair '{initials}' is not in data/people.yml{fix}"),
    "attendee": marked("attendee '{initials}' is not in data/people.yml{fix}"),
    "apology": marked("apology '{initials}' is not in data/people.yml{fix}"),
    "lead": marked("lead '{initials}' is not in data/people.yml{fix}"),
    "publisher": marked("publisher '{initials}' is not in the organisations of data/people.yml{fix}"),
    "organisation": marked("organisation '{initials}' is not in the organisations below{fix}"),
}


def initials_are_in_the_register(archive: Archive) -> Iterator[Problem]:
    """Initials of an attendee or lead, the publisher and every organisation are in data/people.yml.

        warning: attendee 'XY' is not in data/people.yml; add it there
        warning: apology 'XY' is not in data/people.yml; add it there
        warning: lead 'CD' is not in data/people.yml; add it there
        'CD' are initials of CD and CD2 on 2030-06-20; in data/people.yml, let only one be printed so on that day
        'CD' are nobody's initials on 2030-06-20; in data/people.yml they are those of CD and CD2 at other times
        publisher 'ABD' is not in the organisations of data/people.yml; did you mean 'ABC'?
        organisation 'XYA' is not in the organisations below; did you mean 'XYZ'?

    If the initials are mistyped, correct them. If they belong to somebody new, add them to data/people.yml. If you do
    not know whose they are, add them without a name, and say in a note what you do know. If they meant others at other
    times, correct the 'since:' and 'until:' under 'printed_as:' in data/people.yml. Names in full and other words, like
    'Cllr Jane Smith' or '3 members of the public', may stand without an entry there, and a publisher of several words.
    Initials of attendees and leads are shown as printed, without a link, if you acknowledge the warning.
    """
    initials = Initials(archive.people)
    organisations = set(archive.people.organisations)
    # Of an entry with an error, only the error is reported.
    faulty = {key for part in ("people", "posts", "organisations") for key in archive.people_file.keys_at((part,))}
    faulty -= {*archive.people.people, *archive.people.posts, *organisations}
    for filed in archive.meeting_files.values():
        for said, key, place in _named(filed, initials):
            if key not in faulty:
                for problem in problems_with(initials, said, key, place, filed.record.date):
                    yield filed.with_nearest(problem, key, () if key in initials.all else initials.all)
    for index, item in enumerate(archive.group.standing_agenda):
        lead = in_initials(item.lead.text, initials, date.max) if item.lead else None
        for key, place in archive.group_file.names_at(("standing_agenda", index, "lead"), lead):
            if key not in initials.all | faulty:
                yield _unknown("lead", key, place, initials.all)
    publisher = archive.group.publisher
    if publisher and re.fullmatch(INITIALS, publisher) and publisher not in organisations | faulty:
        place = archive.group_file.problem(Severity.ERROR, ("publisher",), "").place
        yield _unknown("publisher", publisher, place, organisations)
    for path, organisation in _organisations(archive):
        if organisation and organisation not in organisations | faulty:
            place = archive.people_file.problem(Severity.ERROR, (*path, "organisation"), "").place
            yield _unknown("organisation", organisation, place, organisations)


def _words_of(names: Names) -> set[str]:
    """Every word of the initials and names that are known in a text."""
    return {word for printed in names.keys for word in re.findall(INITIALS, printed)}


def _organisations(archive: Archive) -> Iterator[tuple[tuple[str | int, ...], str | None]]:
    """The path of each role and post, and its organisation."""
    for key, person in archive.people.people.items():
        for index, role in enumerate(person.roles):
            yield ("people", key, "roles", index), role.organisation
    for key, post in archive.people.posts.items():
        yield ("posts", key), post.organisation


def _named(filed: Filed[Meeting], initials: Initials) -> Iterator[tuple[str, str, Place]]:
    """Each set of initials in a meeting's file that stands alone or among others: its part (a key of `_UNKNOWN`), the
    initials and their place."""
    meeting = filed.record
    texts: list[tuple[str, tuple[str | int, ...], str]] = []
    for said, field, names in (
        ("attendee", "attendees", meeting.attendees),
        ("apology", "apologies", meeting.apologies),
    ):
        texts += [(said, (field, index), text) for index, text in enumerate(names.each if names else ())]
    leads = [((*path, "lead"), item.lead) for path, item in every_item(meeting.agenda)]
    texts += [("lead", path, lead.text) for path, lead in leads if lead]
    for said, path, text in texts:
        for key, place in filed.names_at(path, in_initials(text, initials, filed.record.date)):
            yield said, key, place


def in_initials(text: str, known: Initials, day: date) -> Names | None:
    """The parts of a text that is all initials, known or by the look of it, without names of several words that are
    known; None for a text with other words."""
    names = {word for printed in known.within(text, day).keys if len(parts_of(printed)) > 1
             for word in parts_of(printed)}  # fmt: skip
    parts = [part for part in parts_of(text) if part not in names]
    return Names(text, tuple(parts)) if all(one in known.all or CAPITALS.fullmatch(one) for one in parts) else None


def problems_with(initials: Initials, said: str, printed: str, place: Place, day: date) -> Iterator[Problem]:
    """The problem with initials that do not mean exactly one entry on a day."""
    meant = initials.whom(printed, day)
    if len(meant) == 1:
        return
    if meant:
        message = _(
            "'{initials}' are initials of {people} on {day}; in data/people.yml, let only one be printed so on that day"
        )
        people = wording.listed(meant)
    elif ever := initials.ever(printed):
        message = _(
            "'{initials}' are nobody's initials on {day}; in data/people.yml they are those of {people} at other times"
        )
        people = wording.listed(ever)
    else:
        yield _unknown(said, printed, place, initials.all)
        return
    yield Problem(place, Severity.ERROR, message.format(initials=printed, people=people, day=day))


def _unknown(said: str, key: str, place: Place, known: Set[str]) -> Problem:
    fix = nearest(key, known) or _("; add it there")
    message = _(_UNKNOWN[said]).format(initials=key, fix=fix)
    if said in ("publisher", "organisation"):  # these are links
        return Problem(place, Severity.ERROR, message)
    return Problem(place, Severity.WARNING, message, f"unknown {said} {key}")


def chairs_are_known(archive: Archive) -> Iterator[Problem]:
    """The initials of whoever chaired are in data/people.yml.

        warning: chair 'EG' is not in data/people.yml; did you mean 'EF'?
        warning: chair 'SF' is not in data/people.yml; add it there
        warning: chair 'PC Smith' may name 'PC' of data/people.yml, so the page shows it without a link

    If the initials are mistyped, correct them. If they belong to somebody new, add them to data/people.yml. A name that
    is written out, like Cllr Jane Smith, may stand as printed. If initials are right and nobody knows whose they are,
    acknowledge the warning.
    """
    initials = Initials(archive.people)
    for filed in archive.meeting_files.values():
        chair = filed.record.chair or ""
        linked = _words_of(initials.within(chair, filed.record.date))
        for printed in filter(None, map(str.strip, BETWEEN_NAMES.split(chair))):
            words = set(re.findall(INITIALS, printed))
            known = words & initials.all - linked
            if len(words) > 1 and known:
                said = _("chair '{name}' may name '{initials}' of data/people.yml, so the page shows it without a link")
                yield filed.warning(("chair",), said.format(name=printed, initials=min(known)), "unknown chair")
            elif len(words) == 1 and not words & linked:
                place = filed.problem(Severity.ERROR, ("chair",), "").place
                for problem in problems_with(initials, "chair", printed, place, filed.record.date):
                    warning = filed.warning(("chair",), problem.message, "unknown chair")
                    yield filed.with_nearest(warning, printed, () if printed in initials.all else initials.all)


def initials_stand_for_one(archive: Archive) -> Iterator[Problem]:
    """No two people, posts or organisations have the same initials, even with different capitals.

        'ef' and 'EF' would have the same address; rename one

    Two people with the same initials need different ones here, like SS and SS2. If the documents print the same
    initials for both at different times, say so under 'printed_as:'; what the documents print stays as it is.
    """
    seen: dict[str, tuple[str, str]] = {}
    for part in ("people", "posts", "organisations"):
        for key in getattr(archive.people, part):
            where, first = seen.setdefault(person_anchor(key), (part, key))
            if (where, first) != (part, key):
                said = _("'{initials}' and '{first}' would have the same address; rename one")
                message = said.format(initials=key, first=first)
                yield archive.people_file.problem(Severity.ERROR, (part, key), message)


def initials_are_no_other_words(archive: Archive) -> Iterator[Problem]:
    """Letters that are somebody's initials, and in the text of the record another word, are said to be one.

        note: 'PC' in 'PC 4021' looks like another word than somebody's initials; say what it means in data/glossary.yml
          or in the note of 'PC' in data/people.yml

    Nothing false is published: pages explain initials of people only where people are listed, as owners, leads or
    attendance, and never in text. But a reader who looks up the letters finds the person. If they mean something
    else, give their meaning in data/glossary.yml: text is then explained by it, unless they are an ordinary word too,
    like IT. If they mean the person, or both, say so in a 'note:' of that person that names the initials. The note is
    about the first place where the letters stand before a number or a name, or before another word in the title of an
    agenda item.
    """
    people = archive.people
    notes = {key: one.note for key, one in people.people.items()} | {key: one.note for key, one in people.posts.items()}
    asked = {key for key, note in notes.items() if key not in re.findall(r"\w+", note or "")} - {*archive.glossary}
    words = Abbreviations({*people.initials, *archive.glossary})
    for filed, path, text in sentences(archive):
        for at, key in words.found_in(text):
            next_word = _NEXT_WORD.match(text, at + len(key))
            if key in asked and next_word and (path[-1] == "title" or _is_number_or_name(next_word[1], words)):
                asked.remove(key)
                said = _(
                    "'{initials}' in '{words}' looks like another word than somebody's initials; say what it means in "
                    "data/glossary.yml or in the note of '{initials}' in data/people.yml"
                )
                message = said.format(initials=key, words=text[at : next_word.end()])
                yield filed.problem(Severity.NOTE, path, message)


def _is_number_or_name(word: str, known: Abbreviations) -> bool:
    is_known = any(key == word for _at, key in known.found_in(word))
    return not is_known and (word[0].isupper() or any(letter.isdigit() for letter in word))
