"""The page of people, posts and organisations, by body."""

from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from macros.pages.corrections import corrected
from macros.pages.page import Page
from macros.record import PEOPLE
from macros.record.models import Organisation, People, Person, Post, about, not_beside
from macros.register import Register, has_attendance_over_time
from macros.register.addresses import person_anchor

S = TypeVar("S", Person, Post, Organisation)


@dataclass(frozen=True)
class Body:
    """An organisation with the people and posts that are listed below it, and those listed below another one who have
    or had a role here too."""

    key: str
    known: Organisation
    people: tuple[tuple[str, Person], ...]
    posts: tuple[tuple[str, Post], ...]
    elsewhere: tuple[str, ...]


def people(page: Page) -> str:
    """Everybody once: below the organisation of their latest role; or among those of whom none is recorded; or, if only
    initials are on record, among these. Organisations without people are in a list of their own."""
    page = page.without_explanations()
    register, found = page.register, page.register.archive.people
    named = partial(_by_name, page)
    bodies = [_body(page, key, known) for key, known in named(found.organisations)]
    apart = {key: known for key, known in found.people.items() if not body_of(found, key)}
    return page.write(
        "people.html",
        bodies=[body for body in bodies if body.people or body.posts],
        others=[(body.key, body.known) for body in bodies if not (body.people or body.posts)],
        posts=named({key: known for key, known in found.posts.items() if not known.organisation}),
        people=named({key: known for key, known in apart.items() if page.name(known)}),
        initials=named({key: known for key, known in apart.items() if not page.name(known)}),
        changes=corrected(page, PEOPLE),
        about=partial(about, found.acknowledged), reasons=not_beside(found.acknowledged, found.entries),
        has_attendance=has_attendance_over_time(register),
        attended=register.attended, owned=register.owned, open=_open(register), anchor=person_anchor,
    )  # fmt: skip


def body_of(people: People, key: str) -> str | None:
    """The organisation below which a person or a post is listed: that of the latest role that has one."""
    if key in people.posts:
        return people.posts[key].organisation
    return next((role.organisation for role in reversed(people.people[key].roles) if role.organisation), None)


def _body(page: Page, key: str, known: Organisation) -> Body:
    found = page.register.archive.people
    members = page.register.members.get(key, ())
    here = [member for member in members if body_of(found, member) == key]
    return Body(
        key, known,
        _by_name(page, {member: found.people[member] for member in here if member in found.people}),
        _by_name(page, {member: found.posts[member] for member in here if member in found.posts}),
        tuple(member for member in members if member not in here),
    )  # fmt: skip


def _by_name(page: Page, known: dict[str, S]) -> tuple[tuple[str, S], ...]:
    return tuple(sorted(known.items(), key=lambda item: ((page.name(item[1]) or item[0]).lower(), item[0])))


def _open(register: Register) -> dict[str, int]:
    """How many open actions each owner has."""
    return {key: sum(action.open for action in actions) for key, actions in register.owned.items()}
