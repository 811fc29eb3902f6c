"""The register of people, posts and organisations by their initials or names."""

from datetime import date
from typing import Annotated, Any, TypeAlias, TypeVar

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from macros.language import _
from macros.record.models.acknowledged import Acknowledged
from macros.record.models.change import Change
from macros.record.models.names import Key, is_full_name, is_name
from macros.record.models.period import is_dated, last_on
from macros.record.models.record import Day, OrNothing, OrOneText, OrText, Paragraph, Record, Text


class DatedName(Record):
    """A name that held for a time."""

    name: Text = Field(title="Name", description="The name in full.")
    since: Day | None = Field(None, title="Since", description="The first day of the name, if recorded.")
    until: Day | None = Field(None, title="Until", description="The last day of the name, if recorded.")


class DatedInitials(Record):
    """Initials, or another name, that documents print for this entry. A text alone is what is printed."""

    printed: Key = Field(
        title="Printed", description="The initials, or the name, as the documents print them.",
    )  # fmt: skip
    since: Day | None = Field(
        None, title="Since", description="The first day on which they mean this entry, if they did not always.",
    )  # fmt: skip
    until: Day | None = Field(
        None, title="Until", description="The last day on which they mean this entry, if there is one.",
    )  # fmt: skip

    @model_validator(mode="before")
    @classmethod
    def _of_text(cls, value: Any) -> Any:
        return {"printed": value} if isinstance(value, str) else value


def _listed(value: Any) -> Any:
    """A text as a list with one entry."""
    return [value] if isinstance(value, str) else value


_DatedNames: TypeAlias = Annotated[tuple[DatedName, ...], Field(
    title="Names",
    description="Names that held for a time, each with since or until, the latest last. On all other days it is the "
    "name above.",
)]  # fmt: skip
_PrintedAs: TypeAlias = Annotated[
    tuple[Annotated[DatedInitials, OrText("printed")], ...], BeforeValidator(_listed), OrOneText(), Field(
        title="Printed as",
        description="Other initials, or other forms of the name, that documents print, like Jo Smith for Jane "
        "Smith.\n"
        "A text, or a list. An entry that holds for a time only has since or until; so have the "
        "initials above where they mean somebody else at other times.",
        examples=["Jo Smith"],
    ),
]  # fmt: skip
_NotPrinted: TypeAlias = Annotated[bool, Field(
    title="Not printed",
    description="Whether no document prints the initials, so that pages show the name.\n"
        "true if so: they are then only a key for these files.",
)]  # fmt: skip


S = TypeVar("S")


def _called(entry: S, is_called: bool) -> S:
    """An entry that is called something. Raises PydanticCustomError for any other."""
    if not is_called:
        raise PydanticCustomError(
            "nameless", _("neither a name nor printed initials are given, so no page could show who this is; add "
                          "'name:'"),
        )  # fmt: skip
    return entry


class Role(Record):
    """A role that somebody holds or held."""

    title: Text | None = Field(None, title="Role", description="The role as the record prints it.")
    organisation: Key | None = Field(
        None, title="Organisation", description="The organisation, which is in the register too: its initials or name.",
    )  # fmt: skip
    since: Day | None = Field(None, title="Since", description="The first day of the role, if recorded.")
    until: Day | None = Field(None, title="Until", description="The last day of the role, if recorded.")


class Person(Record):
    """Somebody, or a set of initials that the record does not identify."""

    name: Text | None = Field(
        None, title="Name",
        description="The name in full.\n"
        "Leave it out if the entry stands under it, or if the record gives no name.",
    )  # fmt: skip
    withheld: Text | None = Field(
        None, title="Name withheld",
        description="Why the name is withheld. Pages then show the title of the role in its place.\n"
        "Leave the name out, for these files are public too. Where the initials must not be shown either, make up a "
        "key like S1 and write not_printed: true.",
        examples=["junior staff"],
    )  # fmt: skip
    names: _DatedNames = ()
    not_printed: _NotPrinted = False
    printed_as: _PrintedAs = ()
    roles: tuple[Role, ...] = Field((), title="Roles", description="The roles held, the latest last.")
    note: Paragraph | None = Field(None, title="Note", description="What is uncertain, or worth knowing.")
    source: Text | None = Field(None, title="Source", description="The document that says so.")

    @model_validator(mode="after")
    def _is_called_something(self) -> "Person":
        return _called(self, bool(self.name or self.withheld) or not self.not_printed)

    @model_validator(mode="after")
    def _has_a_role_in_place_of_a_name(self) -> "Person":
        titles = {role.title for role in self.roles if role.title}
        if self.withheld and not titles:
            raise PydanticCustomError(
                "no_role", _("the name is withheld, and no role has a title that pages could show in its place; add "
                             "one under 'roles:'"),
            )  # fmt: skip
        printed = (dated.printed for dated in self.printed_as if is_name(dated.printed))
        named = {name for name in (self.name, *(dated.name for dated in self.names), *printed) if name}
        if self.withheld and named - titles:
            raise PydanticCustomError(
                "named", _("the name is withheld, yet stands in this file, which is public; delete it, or write a key "
                           "like S1 with 'not_printed: true' where it is the key"),
            )  # fmt: skip
        return self

    def title_on(self, day: date) -> str:
        """The title of the role held on a day, or else of the latest one that has a title; empty if none has."""
        titled = [role for role in self.roles if role.title]
        role = last_on(titled, day) or (titled[-1] if titled else None)
        return (role.title or "") if role else ""


class Post(Record):
    """A post that the record names in place of whoever holds it, such as a secretary who owns an action."""

    name: Text | None = Field(
        None, title="Name",
        description="What the post is called.\n"
        "Leave it out if the entry stands under it.",
    )  # fmt: skip
    names: _DatedNames = ()
    not_printed: _NotPrinted = False
    printed_as: _PrintedAs = ()
    organisation: Key | None = Field(
        None, title="Organisation", description="The organisation, which is in the register too: its initials or name.",
    )  # fmt: skip
    note: Paragraph | None = Field(None, title="Note", description="What is uncertain, or worth knowing.")
    source: Text | None = Field(None, title="Source", description="The document that says so.")

    @model_validator(mode="after")
    def _is_called_something(self) -> "Post":
        return _called(self, bool(self.name))


class Organisation(Record):
    """A body that may lead items, own actions or be represented."""

    name: Text | None = Field(
        None, title="Name",
        description="The name in full.\n"
        "Leave it out if the entry stands under it.",
    )  # fmt: skip
    names: _DatedNames = ()
    not_printed: _NotPrinted = False
    printed_as: _PrintedAs = ()
    note: Paragraph | None = Field(None, title="Note", description="What is uncertain, or worth knowing.")
    source: Text | None = Field(None, title="Source", description="The document that says so.")

    @model_validator(mode="after")
    def _is_called_something(self) -> "Organisation":
        return _called(self, bool(self.name))


Somebody = Person | Post | Organisation


def name_on(known: Somebody, day: date) -> str | None:
    """The name that held on a day: of the dated ones the last that did, or else the one of all other days. In place of
    a name that is withheld, the title of the role."""
    if isinstance(known, Person) and known.withheld:
        return known.title_on(day)
    dated = last_on(filter(is_dated, known.names), day)
    return dated.name if dated else known.name


def is_called_by(key: str, known: Somebody) -> bool:
    """Whether the key of an entry is its name, and no initials."""
    return is_full_name(key) or (is_name(key) and known.name == key)


_PARTS = ("people", "posts", "organisations")


class People(Record):
    """Everybody whom the record names."""

    people: dict[Key, Annotated[Person, OrNothing()]] = Field(
        {}, title="People",
        description="Each person under their initials, or under their name if no document prints initials.\n"
        "Behind a name, nothing else is needed.",
    )  # fmt: skip
    posts: dict[Key, Annotated[Post, OrNothing()]] = Field(
        {}, title="Posts", description="Each post under its initials or its name."
    )
    organisations: dict[Key, Annotated[Organisation, OrNothing()]] = Field(
        {}, title="Organisations", description="Each organisation under its initials or its name.",
    )  # fmt: skip
    acknowledged: Acknowledged = ()
    changes: tuple[Change, ...] = Field(
        (), title="Changes",
        description="Changes to what published pages say of somebody, the oldest first. A change of a name that "
        "approved records show needs an entry.",
    )  # fmt: skip

    @model_validator(mode="before")
    @classmethod
    def _named_by_their_key(cls, values: Any) -> Any:
        """Who stands under a name has that name; a post or an organisation without one is called by its initials."""
        if not isinstance(values, dict):
            return values
        return {part: _with_names(found, part) if part in _PARTS else found for part, found in values.items()}

    @property
    def initials(self) -> tuple[str, ...]:
        """Every set of initials that documents print and that has an entry."""
        return tuple(key for key, entry in self.entries.items() if not (entry.not_printed or is_called_by(key, entry)))

    @property
    def entries(self) -> dict[str, Somebody]:
        """Every entry by its key: initials, or a name."""
        return {**self.people, **self.posts, **self.organisations}


def _with_names(found: Any, part: str) -> Any:
    if not isinstance(found, dict):
        return found
    return {
        key: {"name": key.strip(), **entry} if isinstance(entry, dict) and _is_its_name(key, entry, part) else entry
        for key, entry in found.items()
    }


def _is_its_name(key: str, entry: dict[str, Any], part: str) -> bool:
    """Whether an entry without a name is called by its key."""
    return is_name(key) or (part != "people" and entry.get("not_printed", "false") == "false")
