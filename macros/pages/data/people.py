"""The people, posts and organisations as open data, without anything of a name that is withheld."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypedDict

from macros.record.models import DatedInitials, DatedName, Organisation, Person, Role, Somebody
from macros.register import Register, addresses

Kind = Literal["person", "post", "organisation"]
_Since = Annotated[str | None, Field(
    description="The first day, if recorded.", json_schema_extra={"format": "date"},
)]  # fmt: skip
_Until = Annotated[str | None, Field(
    description="The last day, if recorded.", json_schema_extra={"format": "date"},
)]  # fmt: skip


class NameData(TypedDict):
    """A name, or initials, that held for a time."""

    name: Annotated[str, Field(description="The name, or the initials.")]
    start_date: _Since
    end_date: _Until


class MembershipData(TypedDict):
    """A role that somebody holds or held."""

    role: Annotated[str | None, Field(description="The role as the record prints it.")]
    organization_id: Annotated[str | None, Field(description="The id of the organisation in this file.")]
    start_date: _Since
    end_date: _Until


class PersonData(TypedDict):
    """A person, a post or an organisation."""

    id: Annotated[str, Field(description="The initials or the name that the data files use.")]
    page: Annotated[str, Field(description="The permanent address on the page of people, relative to the site.")]
    kind: Annotated[Kind, Field(description="What it is.")]
    name: Annotated[str | None, Field(
        description="The name in full; null if the record gives none, or if it is withheld.",
    )]  # fmt: skip
    withheld: Annotated[str | None, Field(description="Why the name is withheld, if it is.")]
    other_names: Annotated[list[NameData], Field(description="Names that held for a time.")]
    printed_as: Annotated[list[NameData], Field(description="Other initials and names that documents print.")]
    memberships: Annotated[list[MembershipData], Field(description="The roles on record, the latest last.")]
    note: Annotated[str | None, Field(description="What is uncertain, or worth knowing.")]
    source: Annotated[str | None, Field(description="The document that says so.")]


def people(register: Register) -> Iterator[PersonData]:
    """Everybody in the register of people: first the people, then the posts, then the organisations."""
    found = register.archive.people
    yield from (_somebody(key, "person", one) for key, one in found.people.items())
    yield from (_somebody(key, "post", one) for key, one in found.posts.items())
    yield from (_somebody(key, "organisation", one) for key, one in found.organisations.items())


def _somebody(key: str, kind: Kind, one: Somebody) -> PersonData:
    withheld = one.withheld if isinstance(one, Person) else None
    return {
        "id": key, "page": addresses.person(key), "kind": kind, "name": None if withheld else one.name,
        "withheld": withheld,
        "other_names": [_dated(dated.name, dated) for dated in one.names] if not withheld else [],
        "printed_as": [_dated(dated.printed, dated) for dated in one.printed_as],
        "memberships": _memberships(one), "note": one.note, "source": one.source,
    }  # fmt: skip


def _memberships(one: Somebody) -> list[MembershipData]:
    if isinstance(one, Organisation):
        return []
    roles = one.roles if isinstance(one, Person) else (Role(organisation=one.organisation),) * bool(one.organisation)
    return [
        {"role": role.title, "organization_id": role.organisation, "start_date": _day(role.since),
         "end_date": _day(role.until)}
        for role in roles
    ]  # fmt: skip


def _dated(name: str, period: DatedName | DatedInitials) -> NameData:
    return {"name": name, "start_date": _day(period.since), "end_date": _day(period.until)}


def _day(found: date | None) -> str | None:
    return found.isoformat() if found else None
