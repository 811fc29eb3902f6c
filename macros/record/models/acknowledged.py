"""Warnings of the check that the office has looked at, each with the reason why the record stands as it is."""

from collections.abc import Collection, Iterable
from typing import Annotated, TypeAlias

from pydantic import Field

from macros.record.models.record import Paragraph, Record, Text


class Acknowledgement(Record):
    """A warning that is answered: the record is right as it is."""

    warning: Text = Field(
        title="Warning", description="The name of the warning, as the check gives it at the end of its message.",
        examples=["no owner ABC0322-03"],
    )  # fmt: skip
    reason: Paragraph = Field(
        title="Reason", description="Why the record is right as it is, in a sentence for the public.",
    )  # fmt: skip

    def is_about(self, subject: str) -> bool:
        """Whether the warning is about an entry, by the word with which its name ends."""
        return self.warning.endswith(f" {subject}")


Acknowledged: TypeAlias = Annotated[tuple[Acknowledgement, ...], Field(
    title="Acknowledged", description="Warnings of the check that were looked at, each with the reason.",
)]  # fmt: skip


def not_beside(acknowledged: Iterable[Acknowledgement], subjects: Collection[str]) -> tuple[str, ...]:
    """The reasons of the answered warnings that are about none of the entries of a page."""
    rest = (one for one in acknowledged if not any(map(one.is_about, subjects)))
    return tuple(dict.fromkeys(one.reason for one in rest))


def about(acknowledged: Iterable[Acknowledgement], subject: str, others: Iterable[str] = ()) -> tuple[str, ...]:
    """The reasons of the answered warnings about an entry, and not about another one whose word ends with its own, as
    `ABC 12` ends with `12`."""
    longer = [other for other in others if other.endswith(f" {subject}")]
    found = (one for one in acknowledged if one.is_about(subject) and not any(map(one.is_about, longer)))
    return tuple(dict.fromkeys(one.reason for one in found))
