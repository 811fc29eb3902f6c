"""What a meeting recorded of the next one."""

from typing import Any

from pydantic import Field, model_validator

from macros.record.models.clock import Times
from macros.record.models.due import DueField
from macros.record.models.record import Record, Text


class NextMeeting(Record):
    """What the document says of the next meeting. A text alone is the day, or whatever words are printed."""

    date: DueField = Field(
        None, title="Date",
        description="The day, a month like 2025-06, or any words as printed, like TBC.",
        examples=["2025-06-12", "TBC"],
    )  # fmt: skip
    time: Times | None = Field(None, title="Time", description="From when to when, like 10:00-12:00.")
    location: Text | None = Field(None, title="Location", description="Where, as printed.")

    @model_validator(mode="before")
    @classmethod
    def _of_words(cls, value: Any) -> Any:
        return {"date": value} if isinstance(value, str) else value
