"""The decisions as open data."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict

from macros.pages.data import said
from macros.record.models import DecisionResult, Votes
from macros.register import Decided, Register, addresses, superseded


class VotesData(TypedDict):
    """The votes on a decision, as printed."""

    how: Annotated[str | None, Field(description="How it was decided, such as unanimously.")]
    in_favour: Annotated[str | None, Field(description="How many voted for it, or who.")]
    against: Annotated[str | None, Field(description="How many voted against it, or who.")]
    abstained: Annotated[str | None, Field(description="How many abstained, or who.")]


class DecisionData(TypedDict):
    """What a meeting decided, in the words of its document."""

    id: Annotated[str, Field(description="This site’s reference, like 2025-09-18/d3.")]
    page: Annotated[str, Field(description="Its permanent address, relative to the site.")]
    printed_id: Annotated[str | None, Field(description="The id as printed.")]
    meeting: Annotated[str, Field(description="The id of the meeting.")]
    date: Annotated[str, Field(description="The day of the meeting, its first day, or its month.")]
    agenda_item: Annotated[str | None, Field(description="The number, or else the title, of the agenda item.")]
    text: Annotated[str | None, Field(description="The wording as printed, in Markdown without HTML.")]
    result: Annotated[str | None, Field(description="The result as printed.")]
    result_kind: Annotated[DecisionResult | None, Field(
        description="The kind of the result; null for words of another kind.",
    )]  # fmt: skip
    proposer: Annotated[str | None, Field(description="Who proposed it, as printed.")]
    seconder: Annotated[str | None, Field(description="Who seconded it, as printed.")]
    votes: Annotated[VotesData | None, Field(description="The votes.")]
    supersedes: Annotated[list[str], Field(description="The earlier decisions in whose place it stands, as printed.")]
    supersedes_ids: Annotated[list[str], Field(description="The ids of those that are on record.")]
    superseded_by: Annotated[list[str], Field(description="The ids of the decisions that supersede it.")]
    note: Annotated[str | None, Field(description="The publisher’s note.")]


def decisions(register: Register) -> Iterator[DecisionData]:
    """Every decision of the meetings that were held, the earliest first."""
    return (_decision(register, one) for one in register.decided.values())


def _decision(register: Register, one: Decided) -> DecisionData:
    entry, meeting = one.entry, register.archive.meetings[one.stem]
    earlier = (superseded(text, one, register.decided) for text in entry.supersedes)
    return {
        "id": one.reference, "page": addresses.decision(one.reference), "printed_id": entry.id, "meeting": one.stem,
        "date": said.day(meeting), "agenda_item": (one.under.called or None) if one.under else None,
        "text": entry.decision, "result": entry.result, "result_kind": one.kind,
        "proposer": said.printed(register, entry.proposer, meeting),
        "seconder": said.printed(register, entry.seconder, meeting),
        "votes": _votes(register, one.stem, entry.votes) if entry.votes else None,
        "supersedes": list(entry.supersedes), "supersedes_ids": [found.reference for found in earlier if found],
        "superseded_by": [by.reference for by in register.superseding.get(one.reference, ())], "note": entry.note,
    }  # fmt: skip


def _votes(register: Register, stem: str, votes: Votes) -> VotesData:
    meeting = register.archive.meetings[stem]
    return {
        "how": votes.how, "in_favour": said.printed(register, votes.in_favour, meeting),
        "against": said.printed(register, votes.against, meeting),
        "abstained": said.printed(register, votes.abstained, meeting),
    }  # fmt: skip
