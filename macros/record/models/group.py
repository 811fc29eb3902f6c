"""The group: its names, what it is, its publisher, action ids, licence and contact."""

import re
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from macros.language import ENGLISH, _, is_supported, languages_by_name, supported_like
from macros.record.models.acknowledged import Acknowledged
from macros.record.models.action_ids import ActionIdsField
from macros.record.models.agenda import StandingItem
from macros.record.models.allowed import Allowed
from macros.record.models.change import Change
from macros.record.models.forms import Forms
from macros.record.models.minutes_due import MinutesDue
from macros.record.models.period import is_dated, last_on
from macros.record.models.record import (
    Contact,
    Day,
    Original,
    OrText,
    Prose,
    Record,
    Text,
    WebAddress,
    is_web_address,
    quoted,
)

# The path that a host adds to a repository's address for a page within it.
_WITHIN = re.compile(r"/(?:-|tree|blob|commit|commits|issues|pull|pulls|merge_requests|wiki|settings)(?:/|$)")


def _repository(value: Any) -> str:
    whole = r"https://[^\s<>\"'`{}|\\^?#/]+/[^\s<>\"'`{}|\\^?#]+"
    if (
        not isinstance(value, str)
        or not re.fullmatch(whole, value)
        or not is_web_address(value)
        or _WITHIN.search(value)
    ):
        raise PydanticCustomError(
            "repository",
            _("{found} is not the address of a repository; expected one like "
              "https://github.com/owner/name, from https:// to its name"), {"found": quoted(value)},
        )  # fmt: skip
    return value.rstrip("/")


Repository = Annotated[
    str, BeforeValidator(_repository),
    WithJsonSchema({"type": "string", "pattern": "^https://", "examples": ["https://github.com/owner/name"]}),
]  # fmt: skip


def _locale(value: Any) -> str:
    if isinstance(value, str) and is_supported(value):
        return value
    if isinstance(value, str) and (meant := supported_like(value)):
        said = _("{found} is not how a language and its country are written; did you mean '{meant}'?")
        raise PydanticCustomError("locale", said, {"found": quoted(value), "meant": meant})
    raise PydanticCustomError(
        "locale",
        _("{found} is not a locale of this site; expected one of {languages} with a country, "
          "like en_GB"), {"found": quoted(value), "languages": ", ".join(languages_by_name())},
    )  # fmt: skip


LocaleName = Annotated[
    str, BeforeValidator(_locale),
    WithJsonSchema({"type": "string", "pattern": "^[a-z]{2,3}(_[A-Z][A-Za-z]+)*$", "examples": [ENGLISH]}),
]  # fmt: skip


StatusKind = Literal["open", "in progress", "parked", "done", "withdrawn", "superseded", "closed"]


class Licence(Record):
    """The licence under which the record is published."""

    name: Text = Field(title="Name", description="The licence's name.")
    url: WebAddress | None = Field(None, title="Address", description="Where its text is.")


class DatedGroupName(Record):
    """A name that the group had for a time."""

    name: Text = Field(title="Name", description="The group's name in full.")
    short_name: Text | None = Field(None, title="Short name", description="What the group was called for short.")
    since: Day | None = Field(None, title="Since", description="The first day of the name, if recorded.")
    until: Day | None = Field(None, title="Until", description="The last day of the name, if recorded.")


class Group(Record):
    """The group whose record this is."""

    name: Text = Field(title="Name", description="The group's name in full.")
    short_name: Text | None = Field(
        None, title="Short name",
        description="What the group is called for short. Leave it out if it has no such name.",
    )  # fmt: skip
    names: tuple[DatedGroupName, ...] = Field(
        (), title="Names",
        description="Names that the group had for a time, each with since, until or both, the latest last. On all "
        "other days it has the name above.",
    )  # fmt: skip
    about: Prose | None = Field(
        None, title="About", description="What the group is and does, in Markdown, for the top of the page about this "
        "record.",
        examples=["**Parish council**"],
    )  # fmt: skip
    organisation: Text | None = Field(
        None, title="Organisation", description="The body that the group belongs to.", examples=["Anytown Council"],
    )  # fmt: skip
    website: WebAddress | None = Field(
        None, title="Website", description="The web address of the group.", examples=["https://group.example/"],
    )  # fmt: skip
    publisher: Text | None = Field(
        None, title="Publisher",
        description="Who publishes the record: the initials of an organisation in data/people.yml, or a name of "
        "several words.",
        examples=["ABC", "Anytown Council"],
    )  # fmt: skip
    action_id: ActionIdsField | None = Field(
        None, title="Action ids",
        description="How action ids are built: {month} and {year} (two digits each) of the meeting that "
        "raised the action, and a running {number}. In a list, the first is the group's own; the others are those of "
        "actions that another group raised.",
    )  # fmt: skip
    restarting_ids: bool = Field(
        False, title="Restarting ids",
        description="true if the ids of actions begin anew at each meeting, like Action 1, so that the same id names "
        "another action there. Behind follows stands then which earlier action an entry is about.",
    )  # fmt: skip
    actions_raised: Literal["where first recorded"] | None = Field(
        None, title="Actions raised",
        description="The words where first recorded if the group's documents list an action from the meeting on that "
        "raised it. An entry that says otherwise counts first. Without it, nothing is claimed.",
        examples=["where first recorded"],
    )  # fmt: skip
    reviews_actions: bool = Field(
        True, title="Reviews actions",
        description="false if the group's meetings do not go through the actions of earlier ones. Then the check does "
        "not ask what became of these.",
    )  # fmt: skip
    minutes_due: Annotated[MinutesDue, OrText("within")] | None = Field(
        None, title="Minutes due",
        description="Within how long after a meeting the group’s own rules want its minutes published. Without it, "
        "nothing is said to be due.",
        examples=["15 working days", "4 weeks"],
    )  # fmt: skip
    statuses: dict[Text, StatusKind] = Field(
        {}, title="Statuses",
        description="What kind of status the words are that the group's documents print, where they are not usual "
        "ones: open, in progress, parked, done, withdrawn, superseded, or closed (without saying how).",
        examples=[{"With Chair": "in progress"}],
    )  # fmt: skip
    licence: Licence | None = Field(
        None, title="Licence",
        description="The licence of the published record. Without it, each page says that none is stated.",
    )  # fmt: skip
    locale: LocaleName = Field(
        ENGLISH, title="Locale",
        description="The language of the record and the country whose dates and numbers it has, like en_GB.",
    )  # fmt: skip
    time_zone: Text | None = Field(
        None, title="Time zone",
        description="The time zone of the times of all meetings that have none of their own, as pages show it behind "
        "the time.",
        examples=["UTC"],
    )  # fmt: skip
    source: Original | None = Field(
        None, title="Source",
        description="The words this site if the files of meetings are the original record, and not copied from "
        "documents. It holds for every meeting without sources.",
        examples=["this site"],
    )  # fmt: skip
    contact: Contact | None = Field(
        None, title="Contact", description="How a reader reaches the publisher.", examples=["minutes@example.org"],
    )  # fmt: skip
    repository: Repository | None = Field(
        None, title="Repository",
        description="The web address of the repository that holds these files. Each page then has a link for "
        "reporting a mistake to the office.",
    )  # fmt: skip
    standing_agenda: tuple[StandingItem, ...] = Field(
        (), title="Standing agenda", description="The agenda with which the file of each new meeting begins.",
    )  # fmt: skip
    forms: Forms | None = Field(
        None, title="Forms", description="How the forms at /edit/ save. Without it the site has no forms.",
    )  # fmt: skip
    allow: tuple[Allowed, ...] = Field(
        (), title="Let through",
        description="Personal data that the check lets through, each with the reason why it may be public. The page "
        "about this record says both.",
    )  # fmt: skip
    acknowledged: Acknowledged = ()
    changes: tuple[Change, ...] = Field(
        (), title="Changes",
        description="Changes to what published pages say of the group, the oldest first. A change of its name that "
        "approved records show needs an entry.",
    )  # fmt: skip

    def called_on(self, day: date) -> tuple[str, str]:
        """The name that the group had on a day, in full and for short; in full twice if it had no short one."""
        called = last_on(filter(is_dated, self.names), day) or self
        return called.name, called.short_name or called.name
