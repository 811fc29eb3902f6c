"""The group whose record it is."""

from datetime import date
from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict

from macros.register import Register


class GroupData(TypedDict):
    """The group whose record this is."""

    name: Annotated[str, Field(description="The name in full.")]
    short_name: Annotated[str | None, Field(description="What it is called for short, if anything.")]


def group_on(register: Register, day: date) -> GroupData:
    """The group as it was called on a day."""
    name, short_name = register.archive.group.called_on(day)
    return {"name": name, "short_name": short_name if short_name != name else None}
