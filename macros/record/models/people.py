"""The register of people, posts and organisations by their initials."""

from pydantic import Field

from macros.record.models.acknowledged import Acknowledgement
from macros.record.models.names import Initials
from macros.record.models.record import Day, Paragraph, Record, Text


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
    roles: tuple[Role, ...] = Field((), title="Roles", description="The roles held, the latest last.")
    note: Paragraph | None = Field(None, title="Note", description="What is uncertain, or worth knowing.")
    source: Text | None = Field(None, title="Source", description="The document that says so.")


class Post(Record):
    """A post that the record names in place of whoever holds it, such as a secretary who owns an action."""

    name: Text = Field(title="Name", description="What the post is called.")
    organisation: Initials | None = Field(
        None, title="Organisation", description="Initials of the organisation, which is in the register too.",
    )  # fmt: skip
    note: Paragraph | None = Field(None, title="Note", description="What is uncertain, or worth knowing.")
    source: Text | None = Field(None, title="Source", description="The document that says so.")


class Organisation(Record):
    """A body that may lead items, own actions or be represented."""

    name: Text = Field(title="Name", description="The name in full.")
    note: Paragraph | None = Field(None, title="Note", description="What is uncertain, or worth knowing.")
    source: Text | None = Field(None, title="Source", description="The document that says so.")


class People(Record):
    """Everybody whose initials are in the record."""

    people: dict[Initials, Person] = Field({}, title="People", description="Each person under their initials.")
    posts: dict[Initials, Post] = Field({}, title="Posts", description="Each post under its initials.")
    organisations: dict[Initials, Organisation] = Field(
        {}, title="Organisations", description="Each organisation under its initials.",
    )  # fmt: skip
    acknowledged: tuple[Acknowledgement, ...] = Field(
        (), title="Acknowledged", description="Warnings of the check that were looked at, each with the reason.",
    )  # fmt: skip

    @property
    def initials(self) -> tuple[str, ...]:
        """Every set of initials in the register."""
        return (*self.people, *self.posts, *self.organisations)
