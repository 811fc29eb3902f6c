"""Personal data that the office publishes on purpose."""

from pydantic import Field

from macros.record.models.record import Paragraph, Record, Text


class Allowed(Record):
    """A piece of personal data that the check lets through, wherever the record has it."""

    text: Text = Field(
        title="Text",
        description="What is let through, as the record has it. Spaces, signs and capitals do not matter.",
        examples=["01632 960123"],
    )  # fmt: skip
    reason: Paragraph = Field(
        title="Reason", description="Why it may be public, in a sentence for readers.",
    )  # fmt: skip
