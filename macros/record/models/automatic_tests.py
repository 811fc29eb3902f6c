"""The last run of the automatic tests of accessibility, as `make accessibility` records it."""

import re
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from macros.language import _
from macros.record.models.record import Day, Record, Text, quoted


class CheckName(StrEnum):
    """The groups of tests, each a file `tests/site/test_built_<name>.py`."""

    AXE = "axe"
    KEYBOARD = "keyboard"
    ADAPTING = "adapting"
    MARKUP = "markup"


def _count(value: Any) -> int:
    if isinstance(value, int):
        return value
    if not isinstance(value, str) or not re.fullmatch(r"\d{1,6}", value):
        raise PydanticCustomError(
            "count", _("{found} is not a whole number; 'make accessibility' writes this file"), {"found": quoted(value)}
        )
    return int(value)


Count = Annotated[int, BeforeValidator(_count), WithJsonSchema({"type": "integer", "minimum": 0})]


class Check(Record):
    """The numbers of tests of a group that passed, failed and were skipped."""

    passed: Count = Field(title="Passed", description="How many tests found nothing wrong.")
    failed: Count = Field(title="Failed", description="How many tests found something wrong.")
    skipped: Count = Field(title="Skipped", description="How many tests were not run.")

    @property
    def clean(self) -> bool:
        """Whether every test was run and passed."""
        return bool(self.passed) and not self.failed and not self.skipped


class AutomaticTests(Record):
    """One run of the automatic tests. Written by `make accessibility`, never by hand."""

    date: Day = Field(title="Date", description="The day of the run.")
    version: Text = Field(
        title="Version", description="The fingerprint of the templates, style sheets and scripts that were tested.",
    )  # fmt: skip
    revision: Text | None = Field(
        None, title="Revision", description="The commit that was tested; left out if not all was committed.",
    )  # fmt: skip
    pages: Count = Field(title="Pages", description="How many pages of this site axe-core looked at.")
    kinds: Count = Field(title="Kinds", description="How many kinds of page were tested, on an invented record.")
    states: Count = Field(
        title="States", description="How many states were tested that a reader can bring such a page into.",
    )  # fmt: skip
    tools: dict[Text, Text] = Field(title="Tools", description="Each tool with its version.")
    checks: dict[CheckName, Check] = Field(title="Checks", description="What each group of tests found.")
