"""An action entry: what one meeting recorded about one action."""

from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, StringConstraints, WithJsonSchema

from macros.language import marked
from macros.record.models.names import NamesField
from macros.record.models.record import Paragraph, Record


class ActionStatus(StrEnum):
    """The status words a meeting may record."""

    OUTSTANDING = marked("outstanding")
    IN_PROGRESS = marked("in progress")
    COMPLETED = marked("completed")
    WITHDRAWN = marked("withdrawn")
    SUPERSEDED = marked("superseded")

    @property
    def closes(self) -> bool:
        """Whether an action with this status is closed."""
        return self in (ActionStatus.COMPLETED, ActionStatus.WITHDRAWN, ActionStatus.SUPERSEDED)


# Any text on one line with a letter or a digit in it. A comma is between two ids.
_ID = r"^[^,\n]*[^\W_][^,\n]*$"
ActionId = Annotated[str, StringConstraints(pattern=_ID, max_length=60, strict=True)]


def _in_text(value: Any) -> Any:
    """A text of ids with commas between them as a list, which is how the forms write several."""
    return [part.strip() for part in value.split(",")] if isinstance(value, str) else value


OneOrMoreIds = Annotated[
    tuple[ActionId, ...], BeforeValidator(_in_text),
    WithJsonSchema({
        "anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string", "pattern": _ID}}],
        "examples": ["IAG0322-01", ["IAG0322-01", "IAG0322-02"]],
    }),
]  # fmt: skip


class ActionEntry(Record):
    """What this meeting recorded about one action, reviewed or raised."""

    id: ActionId = Field(
        title="Id", description="The action's id as printed, like IAG0721-06 or Action 3a.", examples=["IAG0721-06"],
    )  # fmt: skip
    action: Paragraph | None = Field(
        None, title="Action",
        description="The wording as printed. May be left out when an earlier meeting file holds it.",
    )  # fmt: skip
    owner: NamesField = Field(
        None, title="Owner",
        description="Initials of the owner or owners, as printed, like FS or ABC / KS. May be left out when an "
        "earlier meeting file holds them.",
    )  # fmt: skip
    status: ActionStatus | None = Field(
        None, title="Status", description="The status this meeting recorded. Leave it out if none was recorded.",
    )  # fmt: skip
    update: Paragraph | None = Field(None, title="Update", description="The update as printed.")
    reopened: bool = Field(
        False, title="Reopened", description="true when this meeting opened a closed action again.",
    )  # fmt: skip
    superseded_by: OneOrMoreIds = Field(
        (), title="Superseded by",
        description="The id of the action that takes this one's place, or a list of ids if several do.",
    )  # fmt: skip
    note: Paragraph | None = Field(
        None, title="Note", description="The publisher's note on this entry, such as what cannot be read.",
    )  # fmt: skip
