"""Rules about the register of people, posts and organisations, and the group's file."""

import re
from collections.abc import Iterator

from macros.language import _, marked
from macros.record import Archive, Filed, Place, Problem, Severity, nearest
from macros.record.models import Meeting, Names
from macros.register.addresses import person_anchor

_OWNER_AND_NAME = re.compile(r"https?://[\w.-]+(?::\d+)?/[^/]+/.*[^/].*")
_UNKNOWN = {
    "chair": marked("chair '{initials}' is not in data/people.yml{fix}"),
    "attendee": marked("attendee '{initials}' is not in data/people.yml{fix}"),
    "apology": marked("apology '{initials}' is not in data/people.yml{fix}"),
    "lead": marked("lead '{initials}' is not in data/people.yml{fix}"),
    "owner": marked("owner '{initials}' is not in data/people.yml{fix}"),
    "publisher": marked("publisher '{initials}' is not in the organisations of data/people.yml{fix}"),
    "organisation": marked("organisation '{initials}' is not in the organisations below{fix}"),
}


def initials_are_in_the_register(archive: Archive) -> Iterator[Problem]:
    """Every chair, attendee, lead, owner, publisher and organisation is in data/people.yml.

        owner 'KZ' is not in data/people.yml; did you mean 'KS'?
        attendee 'XY' is not in data/people.yml; add it there
        apology 'XY' is not in data/people.yml; add it there
        chair 'SF' is not in data/people.yml; add it there
        lead 'HH' is not in data/people.yml; add it there
        publisher 'ABD' is not in the organisations of data/people.yml; did you mean 'ABC'?
        organisation 'XYA' is not in the organisations below; did you mean 'XYZ'?

    If the initials are mistyped, correct them. If they belong to somebody new, add them to data/people.yml. If you do
    not know whose they are, add them without a name, and say in a note what you do know.
    """
    known = set(archive.people.initials)
    organisations = set(archive.people.organisations)
    for filed in archive.meeting_files.values():
        for said, key, place in _named(filed):
            if key not in known:
                yield _unknown(said, key, place, known)
    for index, item in enumerate(archive.group.standing_agenda):
        for key, place in archive.group_file.names_at(("standing_agenda", index, "lead"), item.lead):
            if key not in known:
                yield _unknown("lead", key, place, known)
    publisher = archive.group.publisher
    if publisher not in organisations:
        place = archive.group_file.problem(Severity.ERROR, ("publisher",), "").place
        yield _unknown("publisher", publisher, place, organisations)
    for path, organisation in _organisations(archive):
        if organisation and organisation not in organisations:
            place = archive.people_file.problem(Severity.ERROR, (*path, "organisation"), "").place
            yield _unknown("organisation", organisation, place, organisations)


def _organisations(archive: Archive) -> Iterator[tuple[tuple[str | int, ...], str | None]]:
    """The path of each role and post, and its organisation."""
    for key, person in archive.people.people.items():
        for index, role in enumerate(person.roles):
            yield ("people", key, "roles", index), role.organisation
    for key, post in archive.people.posts.items():
        yield ("posts", key), post.organisation


def _named(filed: Filed[Meeting]) -> Iterator[tuple[str, str, Place]]:
    """Each set of initials in a meeting's file: its part (a key of `_UNKNOWN`), the initials and their place."""
    meeting = filed.record
    chair = Names(meeting.chair, (meeting.chair,)) if meeting.chair else None
    fields: list[tuple[str, tuple[str | int, ...], Names | None]] = [
        ("chair", ("chair",), chair),
        ("attendee", ("attendees",), meeting.attendees),
        ("apology", ("apologies",), meeting.apologies),
    ]
    fields += [("lead", ("agenda", i, "lead"), item.lead) for i, item in enumerate(meeting.agenda)]
    fields += [("owner", ("actions", i, "owner"), entry.owner) for i, entry in enumerate(meeting.actions)]
    for said, path, names in fields:
        if names:
            for key, place in filed.names_at(path, names):
                yield said, key, place


def _unknown(said: str, key: str, place: Place, known: set[str]) -> Problem:
    fix = nearest(key, known) or _("; add it there")
    return Problem(place, Severity.ERROR, _(_UNKNOWN[said]).format(initials=key, fix=fix))


def initials_stand_for_one(archive: Archive) -> Iterator[Problem]:
    """No two people, posts or organisations have the same initials, even with different capitals.

        'ks' and 'KS' would have the same address; rename one

    Two people with the same initials need different ones here, like SS and SSm. Change one of them in
    data/people.yml and wherever that person is meant.
    """
    seen: dict[str, tuple[str, str]] = {}
    for part in ("people", "posts", "organisations"):
        for key in getattr(archive.people, part):
            where, first = seen.setdefault(person_anchor(key), (part, key))
            if (where, first) != (part, key):
                said = _("'{initials}' and '{first}' would have the same address; rename one")
                message = said.format(initials=key, first=first)
                yield archive.people_file.problem(Severity.ERROR, (part, key), message)


def roles_end_after_they_begin(archive: Archive) -> Iterator[Problem]:
    """No role ends before it begins.

        warning: the role ends on 2021-01-01, before it begins on 2022-01-01

    Correct 'since:' or 'until:'. Leave out a day that you do not know. If the record says so, acknowledge the warning.
    """
    for key, person in archive.people.people.items():
        for index, role in enumerate(person.roles):
            if role.since and role.until and role.until < role.since:
                said = _("the role ends on {until}, before it begins on {since}")
                path = ("people", key, "roles", index, "until")
                message = said.format(until=role.until, since=role.since)
                yield archive.people_file.warning(path, message, f"role {key}")


def contact_is_given(archive: Archive) -> Iterator[Problem]:
    """The group's file says how a reader reaches the publisher.

        note: no 'contact' is given; the site says that none is recorded

    You can leave this. To remove the note, add a line 'contact:' with an address for readers to data/group.yml.
    """
    if not archive.group.contact:
        said = _("no 'contact' is given; the site says that none is recorded")
        yield archive.group_file.problem(Severity.NOTE, (), said)


def forms_have_a_repository(archive: Archive) -> Iterator[Problem]:
    """A group with forms names the repository in which they save, down to its owner and name.

        the forms have nowhere to save; 'repository' has to hold the address of the repository, like
          https://github.com/owner/name

    Add a line 'repository:' to data/group.yml, with the address of the repository as your browser shows it. If the
    group wants no forms, delete the lines of 'forms:'.
    """
    group = archive.group
    if group.forms and not _OWNER_AND_NAME.fullmatch(group.repository or ""):
        said = _(
            "the forms have nowhere to save; 'repository' has to hold the address of the repository, like "
            "https://github.com/owner/name"
        )
        yield archive.group_file.problem(Severity.ERROR, ("forms",), said)
