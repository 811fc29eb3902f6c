"""What is withheld from a record."""

from pydantic import Field

from macros.record.models.record import Day, Paragraph, Record, Text


class Withheld(Record):
    """A part of the record that the public may not read."""

    what: Text = Field(
        title="What", description="What is withheld, in words that do not say it.",
        examples=["Legal advice"],
    )  # fmt: skip
    reason: Paragraph = Field(title="Reason", description="Why, in a sentence for the public.")
    ground: Text | None = Field(
        None, title="Ground", description="The law or rule that allows it.",
        examples=["FOIA, section 42"],
    )  # fmt: skip
    review: Day | None = Field(
        None, title="Review",
        description="The day on which to look at it again. The check warns when that day is past.",
        examples=["2027-05-01"],
    )  # fmt: skip
    item: Text | None = Field(
        None, title="Agenda item",
        description="The number, or else the title, of the item of this meeting's agenda from which it is withheld.",
        examples=["5"],
    )  # fmt: skip
