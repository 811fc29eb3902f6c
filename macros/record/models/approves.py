"""The minutes of earlier meetings that a meeting approved."""

from typing import Annotated, Any, TypeAlias

from pydantic import BeforeValidator, Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue

from macros.record.models.record import OrOneText, OrText, Record, ShortProse, Text


def _listed(value: Any) -> Any:
    """A single entry as a list with one entry."""
    return [value] if isinstance(value, str | dict) else value


class ApprovedMinutes(Record):
    """The minutes of an earlier meeting that this meeting approved. A text alone is that meeting."""

    meeting: Text = Field(
        title="Meeting",
        description="The earlier meeting, by the name of its file: its day, like 2022-03-21.",
        examples=["2022-03-21"],
    )  # fmt: skip
    item: Text | None = Field(
        None, title="Agenda item",
        description="The number, or else the title, of the item of this meeting's agenda under which it was done.",
        examples=["2"],
    )  # fmt: skip
    with_amendments: Annotated[
        tuple[ShortProse, ...], BeforeValidator(_listed), OrOneText()
    ] = Field(
        (), title="With amendments",
        description="The amendments with which the minutes were approved, as printed.\n"
        "A text, or a list with an entry for each.",
        examples=[["5 read 6"]],
    )  # fmt: skip

    @model_validator(mode="before")
    @classmethod
    def _of_meeting(cls, value: Any) -> Any:
        return {"meeting": value} if isinstance(value, str) else value


class _OrOne:
    """In the schema, a list may also be its only entry alone."""

    def __get_pydantic_json_schema__(self, core: Any, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        schema = handler(core)
        return {"anyOf": [schema, schema["items"]]}


Approves: TypeAlias = Annotated[
    tuple[Annotated[ApprovedMinutes, OrText("meeting")], ...], BeforeValidator(_listed), _OrOne(), Field(
        title="Approves",
        description="The earlier meeting whose minutes this meeting approved, by its day; or a list of several. The "
        "page of the earlier one then says so.",
        examples=["2022-03-21", ["2022-03-21", "2022-05-16"]],
    ),
]  # fmt: skip
