"""A link that a document prints."""

from typing import Any

from pydantic import Field, model_validator

from macros.record.models.record import Record, Text, WebAddress


class PrintedLink(Record):
    """A link that a document prints. An address alone has no title."""

    url: WebAddress = Field(title="Address", description="The web address.")
    title: Text | None = Field(None, title="Title", description="What the link is called, as printed.")

    @model_validator(mode="before")
    @classmethod
    def _of_address(cls, value: Any) -> Any:
        return {"url": value} if isinstance(value, str) else value
