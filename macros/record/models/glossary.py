"""The glossary: what the abbreviations and special words of the record mean."""

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from macros.language import _
from macros.record.models.acknowledged import Acknowledged
from macros.record.models.change import Change
from macros.record.models.record import Paragraph, Record, Text, quoted

_WORDS = r"[^\W_](?:[\w .&/'’-]{0,58}[^\W_])?"


def _words(value: Any) -> str:
    if not isinstance(value, str) or not re.fullmatch(_WORDS, value):
        raise PydanticCustomError(
            "words",
            _("{found} is not a word of the glossary; expected up to 60 letters, digits, spaces and . & / ' - "
              "that begin and end with a letter or a digit, like LGA or CC Hall"), {"found": quoted(value)},
        )  # fmt: skip
    return value


Words = Annotated[str, BeforeValidator(_words), WithJsonSchema({"type": "string", "examples": ["DPIA", "CC Hall"]})]


class Meaning(Record):
    """What a word of the glossary means."""

    means: Text = Field(title="Means", description="What it stands for, in full words.")
    note: Paragraph | None = Field(None, title="Note", description="What is uncertain, or worth knowing.")
    source: Text | None = Field(None, title="Source", description="The document that says so.")


class Glossary(Record):
    """Abbreviations and special words. Pages link each where they first use it, and say at their end what it means."""

    words: dict[Words, Meaning] = Field(
        {}, title="Words", description="Each abbreviation or word, as the record prints it, with its meaning.",
    )  # fmt: skip
    acknowledged: Acknowledged = ()
    changes: tuple[Change, ...] = Field(
        (), title="Changes",
        description="Changes to what a word means on published pages, the oldest first. A change that approved "
        "records show needs an entry.",
    )  # fmt: skip
