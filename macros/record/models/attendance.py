"""Who was at a meeting, in the groups that its document prints."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator

from macros.record.models.names import OwnersField, listed_in
from macros.record.models.record import OrText, Record, Text


class Attendee(Record):
    """Somebody who was at a meeting, or was not, as the document prints it. A text alone is the name."""

    name: OwnersField = Field(
        title="Name",
        description="Initials, a full name or other words, as printed, like 3 members of the public.\n"
        "What is in data/people.yml becomes a link.",
    )  # fmt: skip
    role: Text | None = Field(
        None, title="Role", description="The role on that day, as printed, like acting chair.",
        examples=["acting chair"],
    )  # fmt: skip
    organisation: OwnersField = Field(
        None, title="Organisation", description="The organisation, as printed: initials, a name or other words.",
    )  # fmt: skip
    deputy_for: OwnersField = Field(
        None, title="Deputy for",
        description="Whom they stood in for, as printed. That person is not counted as there.",
    )  # fmt: skip
    part: Text | None = Field(
        None, title="Part attended", description="The part that they attended, as printed, like items 1 to 3 or from "
        "10:30.",
        examples=["items 1 to 3"],
    )  # fmt: skip
    how: Text | None = Field(
        None, title="How", description="How they took part, as printed, like by telephone.", examples=["by telephone"],
    )  # fmt: skip
    remark: Text | None = Field(
        None, title="Remark", description="Any other words that are printed beside the name.",
    )  # fmt: skip

    @model_validator(mode="before")
    @classmethod
    def _of_name(cls, value: Any) -> Any:
        return {"name": value} if isinstance(value, str) else value


def _listed(value: Any) -> Any:
    """A text with commas, or semicolons, as a list."""
    return listed_in(value) if isinstance(value, str) else value


Attended = Annotated[tuple[Annotated[Attendee, OrText("name")], ...], BeforeValidator(_listed)]


class Attendance(Record):
    """One group of people in the list of who was at a meeting, under the heading that the document prints."""

    group: Text | None = Field(
        None, title="Group",
        description="The heading as printed, like Members, Observers or In attendance.\n"
        "Leave it out if none is printed.",
        examples=["Members"],
    )  # fmt: skip
    present: Attended = Field(
        (), title="Present",
        description="Who of this group came.\n"
        "Each is a text, or keys.",
    )  # fmt: skip
    apologies: Attended = Field((), title="Apologies", description="Who of this group sent apologies.")
    absent: Attended = Field(
        (), title="Absent", description="Who of this group the document lists as absent without apologies.",
    )  # fmt: skip
