"""The register of people, posts and organisations by their initials."""

from datetime import date
from typing import Annotated, TypeAlias

from pydantic import Field

from macros.record.models.acknowledged import Acknowledged
from macros.record.models.change import Change
from macros.record.models.names import Initials
from macros.record.models.period import is_dated, last_on
from macros.record.models.record import Day, Paragraph, Record, Text


class DatedName(Record):
    """A name that held for a time."""

    name: Text = Field(title="Name", description="The name in full.")
    since: Day | None = Field(None, title="Since", description="The first day of the name, if recorded.")
    until: Day | None = Field(None, title="Until", description="The last day of the name, if recorded.")


class DatedInitials(Record):
    """Initials that the documents of a time print for this entry."""

    printed: Initials = Field(title="Printed", description="The initials as the documents of that time print them.")
    since: Day | None = Field(None, title="Since", description="The first day on which they mean this entry.")
    until: Day | None = Field(None, title="Until", description="The last day on which they mean this entry.")


_DatedNames: TypeAlias = Annotated[tuple[DatedName, ...], Field(
    title="Names",
    description="Names that held for a time, each with since or until, the latest last. On all other days it is the "
    "name above.",
)]  # fmt: skip
_PrintedAs: TypeAlias = Annotated[tuple[DatedInitials, ...], Field(
    title="Printed as",
    description="Other initials that documents of a time print, or the same ones where they mean somebody else at "
    "other times; each with since, until or both.",
)]  # fmt: skip


class Role(Record):
    """A role that somebody holds or held."""

    title: Text | None = Field(None, title="Role", description="The role as the record prints it.")
    organisation: Initials | None = Field(
        None, title="Organisation", description="Initials of the organisation, which is in the register too.",
    )  # fmt: skip
    since: Day | None = Field(None, title="Since", description="The first day of the role, if recorded.")
    until: Day | None = Field(None, title="Until", description="The last day of the role, if recorded.")


class Person(Record):
    """Somebody, or a set of initials that the record does not identify."""

    name: Text | None = Field(
        None, title="Name", description="The name in full. Leave it out if the record gives no name.",
    )  # fmt: skip
    names: _DatedNames = ()
    printed_as: _PrintedAs = ()
    roles: tuple[Role, ...] = Field((), title="Roles", description="The roles held, the latest last.")
    note: Paragraph | None = Field(None, title="Note", description="What is uncertain, or worth knowing.")
    source: Text | None = Field(None, title="Source", description="The document that says so.")


class Post(Record):
    """A post that the record names in place of whoever holds it, such as a secretary who owns an action."""

    name: Text = Field(title="Name", description="What the post is called.")
    names: _DatedNames = ()
    printed_as: _PrintedAs = ()
    organisation: Initials | None = Field(
        None, title="Organisation", description="Initials of the organisation, which is in the register too.",
    )  # fmt: skip
    note: Paragraph | None = Field(None, title="Note", description="What is uncertain, or worth knowing.")
    source: Text | None = Field(None, title="Source", description="The document that says so.")


class Organisation(Record):
    """A body that may lead items, own actions or be represented."""

    name: Text = Field(title="Name", description="The name in full.")
    names: _DatedNames = ()
    printed_as: _PrintedAs = ()
    note: Paragraph | None = Field(None, title="Note", description="What is uncertain, or worth knowing.")
    source: Text | None = Field(None, title="Source", description="The document that says so.")


Somebody = Person | Post | Organisation


def name_on(known: Somebody, day: date) -> str | None:
    """The name that held on a day: of the dated ones the last that did, or else the one of all other days."""
    dated = last_on(filter(is_dated, known.names), day)
    return dated.name if dated else known.name


class People(Record):
    """Everybody whose initials are in the record."""

    people: dict[Initials, Person] = Field({}, title="People", description="Each person under their initials.")
    posts: dict[Initials, Post] = Field({}, title="Posts", description="Each post under its initials.")
    organisations: dict[Initials, Organisation] = Field(
        {}, title="Organisations", description="Each organisation under its initials.",
    )  # fmt: skip
    acknowledged: Acknowledged = ()
    changes: tuple[Change, ...] = Field(
        (), title="Changes",
        description="Changes to what published pages say of somebody, the oldest first. A change of a name that "
        "approved records show needs an entry.",
    )  # fmt: skip

    @property
    def initials(self) -> tuple[str, ...]:
        """Every set of initials that has an entry."""
        return (*self.people, *self.posts, *self.organisations)

    @property
    def entries(self) -> dict[str, Somebody]:
        """Every entry by its initials."""
        return {**self.people, **self.posts, **self.organisations}
