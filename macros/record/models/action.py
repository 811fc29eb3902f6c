"""An action entry: what one meeting recorded about one action."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, StringConstraints, WithJsonSchema, model_validator

from macros.record.models.action_ids import ID
from macros.record.models.due import DueField
from macros.record.models.names import OwnersField
from macros.record.models.raised import RaisedField
from macros.record.models.record import OrText, Record, ShortProse, Text

ActionId = Annotated[str, StringConstraints(pattern=ID, max_length=60, strict=True)]


def _in_text(value: Any) -> Any:
    """A text of ids with commas between them as a list, which is how the forms write several."""
    return [part.strip() for part in value.split(",")] if isinstance(value, str) else value


# The last part of a reference, like the 3 of 2025-09-18/3. YAML's 3 is text here.
Reference = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$", max_length=60, strict=True)]

OneOrMoreIds = Annotated[
    tuple[ActionId, ...], BeforeValidator(_in_text),
    WithJsonSchema({
        "anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string", "pattern": ID}}],
        "examples": ["ABC0322-01", ["ABC0322-01", "ABC0322-02"]],
    }),
]  # fmt: skip


class ActionEntry(Record):
    """What this meeting recorded about one action, reviewed or raised. A text alone is its wording."""

    id: ActionId | None = Field(
        None, title="Id",
        description="The action's id as printed, like ABC0721-06 or Action 3a.\n"
        "Leave it out if none is printed.",
        examples=["ABC0721-06"],
    )  # fmt: skip
    ref: Reference | None = Field(
        None, title="Reference",
        description="The last part of this site's reference for an action without a printed id, like the 3 of "
        "2025-09-18/3.\n"
        "Without it, the entry's place in the list. It keeps a published address when that place "
        "changes.",
        examples=["3"],
    )  # fmt: skip
    follows: ActionId | None = Field(
        None, title="Follows",
        description="The action of an earlier meeting that this entry is about, if no id is printed or the id is a new "
        "one: its id, or its reference like 2025-09-18/3.",
        examples=["2025-09-18/3"],
    )  # fmt: skip
    raised: RaisedField = Field(
        None, title="Raised",
        description="When the action was raised, if the document says so: here (at this meeting), a day, a month "
        "like 2022-03, before 2022-03-21, or not known.\n"
        "Without it, the month in the id, where the group's ids have one.",
    )  # fmt: skip
    action: ShortProse | None = Field(
        None, title="Action",
        description="The wording as printed. May be left out when an earlier meeting has it.",
    )  # fmt: skip
    owner: OwnersField = Field(
        None, title="Owner",
        description="The owner or owners as printed: initials like AB or ABC / EF, names, or any words. May be left "
        "out when an earlier meeting has them.",
    )  # fmt: skip
    status: Text | None = Field(
        None, title="Status",
        description="The status this meeting recorded, as printed, like outstanding, in progress or completed.\n"
        "Leave it out if none was recorded. What kind of status unusual words are is said in "
        "data/group.yml.",
        examples=["completed"],
    )  # fmt: skip
    due: DueField = Field(
        None, title="Due",
        description="When it is due, as printed: a day, a month like 2022-05, or words like next meeting. May be "
        "left out when an earlier meeting has it.",
    )  # fmt: skip
    item: Text | None = Field(
        None, title="Agenda item",
        description="The number, or else the title, of the item of this meeting's agenda under which the document "
        "has it.\n"
        "The action then stands there, too.",
        examples=["5"],
    )  # fmt: skip
    heading: Text | None = Field(
        None, title="Heading",
        description="The heading that the document prints above it in its list of actions, where that is no item of "
        "the agenda.",
        examples=["Roads"],
    )  # fmt: skip
    update: ShortProse | None = Field(None, title="Update", description="The update as printed.")
    reopened: bool = Field(
        False, title="Reopened",
        description="Whether this meeting opened a closed action again.\n"
        "true if it did.",
    )  # fmt: skip
    no_longer_listed: bool = Field(
        False, title="No longer listed",
        description="Whether the list of this meeting does not have the action any more, without saying that it is "
        "done. If a reason is printed, it is the update.\n"
        "true if so.",
    )  # fmt: skip
    struck_through: bool = Field(
        False, title="Struck through",
        description="Whether the document prints the action struck through.\n"
        "true if so.",
    )  # fmt: skip
    moved_to: Text | None = Field(
        None, title="Moved to", description="The group or list to which the action was moved, as printed.",
    )  # fmt: skip
    superseded_by: OneOrMoreIds = Field(
        (), title="Superseded by",
        description="The id of the action that takes this one's place, or several with commas between them.\n"
        "A list of ids means the same.",
    )  # fmt: skip
    note: ShortProse | None = Field(
        None, title="Note", description="The publisher's note on this entry, such as what cannot be read.",
    )  # fmt: skip

    @model_validator(mode="before")
    @classmethod
    def _of_wording(cls, value: Any) -> Any:
        return {"action": value} if isinstance(value, str) else value


Entry = Annotated[ActionEntry, OrText("action")]
