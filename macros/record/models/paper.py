"""A paper of a meeting or of an agenda item."""

from typing import Annotated, Any, TypeAlias

from pydantic import Field, model_validator

from macros.record.models.record import OrText, Record, Text, WebAddress


class Paper(Record):
    """A paper that a document lists. A text alone is its title."""

    number: Text | None = Field(
        None, title="Number", description="The number or reference as printed.", examples=["P/25/07"],
    )  # fmt: skip
    title: Text | None = Field(None, title="Title", description="What the paper is called, as printed.")
    url: WebAddress | None = Field(None, title="Address", description="The web address where it can be read.")
    file: Text | None = Field(
        None, title="File", description="Its file below docs/papers/, if this site has it.",
        examples=["2025-06-12/budget.pdf"],
    )  # fmt: skip
    not_published: bool = Field(
        False, title="Not published",
        description="Whether the document says that the paper is not published.\n"
        "true if so.",
    )  # fmt: skip
    reason: Text | None = Field(
        None, title="Reason", description="Why it is not published, as printed.", examples=["Commercial"],
    )  # fmt: skip

    @model_validator(mode="before")
    @classmethod
    def _of_title(cls, value: Any) -> Any:
        return {"title": value} if isinstance(value, str) else value


Papers: TypeAlias = Annotated[
    tuple[Annotated[Paper, OrText("title")], ...],
    Field(title="Papers", description="The papers, in the order of the document."),
]  # fmt: skip
