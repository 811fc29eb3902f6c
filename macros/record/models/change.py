"""A change to a public record."""

from pydantic import Field

from macros.record.models.record import Day, Record, Text


class Change(Record):
    """A change to a public record, as its page reports it to readers."""

    date: Day = Field(
        title="Date", description="The day of the change, like 2022-05-03.", examples=["2022-05-03"],
    )  # fmt: skip
    note: Text = Field(title="Note", description="What was changed and why, in a sentence for the public.")
