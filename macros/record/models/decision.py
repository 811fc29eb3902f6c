"""A decision: what a meeting decided, in the words of its document."""

import tomllib
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, WithJsonSchema, model_validator

from macros.language import marked
from macros.record.models.action import ActionId, OneOrMoreIds, Reference
from macros.record.models.names import PrintedNames
from macros.record.models.record import OrText, Record, ShortProse, Text


class DecisionResult(StrEnum):
    """The kinds of results. Filters use them; pages show the printed word."""

    AGREED = marked("agreed")
    APPROVED = marked("approved")
    NOTED = marked("noted")
    REJECTED = marked("rejected")
    DEFERRED = marked("deferred")
    WITHDRAWN = marked("withdrawn")


_WORDS = {
    word: DecisionResult(kind)
    for kind, words in tomllib.loads(Path(__file__).with_name("results.toml").read_text(encoding="utf-8")).items()
    for word in words
}


def result_kind(printed: str | None) -> DecisionResult | None:
    """The kind of a result as printed; None for words that are not usual ones, which are shown all the same."""
    return _WORDS.get(" ".join((printed or "").casefold().rstrip(".").split()))


# How many, or who: an unquoted number stays as typed.
Voters = Annotated[PrintedNames, WithJsonSchema({
    "anyOf": [{"type": "string"}, {"type": "number"}, {"type": "array", "items": {"type": "string"}}],
    "examples": ["5", "AB, CD"],
})]  # fmt: skip


class Votes(Record):
    """The votes on a decision. A text alone says how it was decided."""

    how: Text | None = Field(
        None, title="How", description="How it was decided, as printed, like unanimously, by consensus or on the "
        "chair’s casting vote.",
        examples=["unanimously"],
    )  # fmt: skip
    in_favour: Voters | None = Field(
        None, title="In favour", description="How many voted for it, or who, as printed.",
    )  # fmt: skip
    against: Voters | None = Field(
        None, title="Against", description="How many voted against it, or who, as printed.",
    )  # fmt: skip
    abstained: Voters | None = Field(
        None, title="Abstained", description="How many abstained, or who, as printed.",
    )  # fmt: skip

    @model_validator(mode="before")
    @classmethod
    def _of_words(cls, value: Any) -> Any:
        return {"how": value} if isinstance(value, str) else value


class Decision(Record):
    """What a meeting decided. A text alone is its wording."""

    id: ActionId | None = Field(
        None, title="Id",
        description="The decision's id as printed, like 2025/17 or Resolution 3.\n"
        "Leave it out if none is printed.",
        examples=["Resolution 3"],
    )  # fmt: skip
    ref: Reference | None = Field(
        None, title="Reference",
        description="The last part of this site's reference for the decision, like the d3 of 2025-09-18/d3.\n"
        "Without it, the printed id, or else d and its place among the decisions of the meeting. It "
        "keeps a published address when that place changes.",
        examples=["d3"],
    )  # fmt: skip
    decision: ShortProse | None = Field(
        None, title="Decision",
        description="The wording as printed.\n"
        "Markdown without headings and tables.",
    )  # fmt: skip
    result: Text | None = Field(
        None, title="Result",
        description="The result as printed, like agreed, noted, approved, rejected or deferred.\n"
        "Leave it out if none is printed beside the wording.",
        examples=["agreed"],
    )  # fmt: skip
    proposer: PrintedNames | None = Field(
        None, title="Proposer", description="Who proposed it, as printed: initials, or a name.",
    )  # fmt: skip
    seconder: PrintedNames | None = Field(
        None, title="Seconder", description="Who seconded it, as printed: initials, or a name.",
    )  # fmt: skip
    votes: Annotated[Votes, OrText("how")] | None = Field(
        None, title="Votes",
        description="The votes as printed: words like unanimously, or the numbers or names of those in favour, against "
        "and abstaining.",
    )  # fmt: skip
    supersedes: OneOrMoreIds = Field(
        (), title="Supersedes",
        description="The earlier decision in whose place this one stands: its printed id, or its reference like "
        "2025-09-18/d3. Several have commas between them.\n"
        "A list means the same.",
    )  # fmt: skip
    note: ShortProse | None = Field(
        None, title="Note", description="The publisher's note on this entry, such as what cannot be read.",
    )  # fmt: skip

    @model_validator(mode="before")
    @classmethod
    def _of_wording(cls, value: Any) -> Any:
        return {"decision": value} if isinstance(value, str) else value


DecisionEntry = Annotated[Decision, OrText("decision")]
Decisions = tuple[DecisionEntry, ...]
