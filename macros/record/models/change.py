"""A change to a public record."""

import re

from pydantic import Field

from macros.record.models.record import Day, Record, Text

# The letters that a page shows as nothing are those that fill an empty place of Hangul.
_UNSEEN = re.compile(r"[\W_\u115f\u1160\u3164\uffa0]+")


def seen_in(text: str) -> str:
    """The letters and digits of a text that a reader sees."""
    return _UNSEEN.sub("", text)


class Change(Record):
    """A change to a public record, as its page reports it to readers."""

    date: Day = Field(
        title="Date", description="The day of the change, like 2022-05-03.", examples=["2022-05-03"],
    )  # fmt: skip
    note: Text = Field(title="Note", description="What was changed and why, in a sentence for the public.")
    minor: bool = Field(
        False, title="Minor",
        description="Whether it was a mistake of typing, which the site lists below the other changes and does not "
        "announce.\n"
        "true if it was.",
    )  # fmt: skip
    removed: bool = Field(
        False, title="Removed",
        description="Whether personal data was removed. The site then says only why, and shows no earlier text of this "
        "record. The note must not say what it was.\n"
        "true if it was.",
    )  # fmt: skip
