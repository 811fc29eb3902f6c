"""What a meeting recorded of the next one."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from macros.record.models.clock import TimeRange, parse_times
from macros.record.models.due import DueField
from macros.record.models.record import Record, Text


def _time(value: Any) -> Any:
    """A time as of any meeting, or else the words as they are."""
    try:
        return parse_times(value)
    except PydanticCustomError:
        return value


TimeOrWords = Annotated[
    TimeRange | Text, BeforeValidator(_time), WithJsonSchema({"type": "string", "examples": ["10:00-12:00", "TBC"]}),
]  # fmt: skip


class NextMeeting(Record):
    """What the document says of the next meeting. A text alone is the day, or whatever words are printed."""

    date: DueField = Field(
        None, title="Date",
        description="The day, a month like 2025-06, or any words as printed, like TBC.",
        examples=["2025-06-12", "TBC"],
    )  # fmt: skip
    time: TimeOrWords | None = Field(
        None, title="Time", description="From when to when, like 10:00-12:00, or any words as printed, like TBC.",
    )  # fmt: skip
    location: Text | None = Field(None, title="Location", description="Where, as printed.")

    @model_validator(mode="before")
    @classmethod
    def _of_words(cls, value: Any) -> Any:
        return {"date": value} if isinstance(value, str) else value
