"""How the ids of a group's actions are built."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from macros.language import _
from macros.record.models.record import quoted
from macros.record.problems import did_you_mean

# Any text on one line with a letter or a digit in it. A comma is between two ids.
ID = r"^[^,\n]*[^\W_][^,\n]*$"
# So that no id takes long to be compared with a pattern.
_NUMBERS, _LONGEST = 3, 100
_PARTS = {"{month}": r"(?P<month>0[1-9]|1[0-2])", "{year}": r"(?P<year>\d{2})", "{number}": r"\d+"}


@dataclass(frozen=True)
class ActionIds:
    """The patterns of the action ids in the record: the group's own, like `ABC{month}{year}-{number}`, and any others,
    such as those of actions that another group raised."""

    pattern: str
    others: tuple[str, ...] = ()

    @cached_property
    def _regex(self) -> re.Pattern[str]:
        return _expression(self.pattern)

    @cached_property
    def _other(self) -> tuple[re.Pattern[str], ...]:
        return tuple(map(_expression, self.others))

    @property
    def text(self) -> str:
        """Every pattern, the group's own first."""
        return ", ".join((self.pattern, *self.others))

    @property
    def dated(self) -> bool:
        """Whether the group's own ids say in which month the action was raised."""
        return "{month}" in self.pattern and "{year}" in self.pattern

    @property
    def example(self) -> str:
        """An id of this pattern, for messages."""
        return self.raised_on(date(2022, 3, 21))

    def raised_on(self, day: date) -> str:
        """An id of the first action that a meeting on a day would raise."""
        return self._on(day).replace("{number}", "01")

    def next_on(self, day: date, taken: Iterable[str]) -> str:
        """The id of the next action that a meeting on a day would raise: its number is one more than the highest of the
        ids taken that are of this pattern, and of that month if the ids have months."""
        *numbered, tail = self._on(day).split("{number}")
        head = "01".join(numbered)
        fits = re.compile(rf"{re.escape(head)}(\d+){re.escape(tail)}")
        numbers = [found[1] for one in taken if (found := fits.fullmatch(one))]
        highest = max(numbers, key=int, default="00")
        return f"{head}{int(highest) + 1:0{len(highest)}}{tail}"

    def _on(self, day: date) -> str:
        return self.pattern.replace("{month}", f"{day:%m}").replace("{year}", f"{day:%y}")

    def fits(self, action: str) -> bool:
        """Whether an id fits one of the patterns."""
        return any(regex.fullmatch(action) for regex in (self._regex, *self._other))

    def month(self, action: str) -> tuple[int, int] | None:
        """The year and month in an id of the group's own, or None. Two digits of a year mean 20xx."""
        found = self._regex.fullmatch(action)
        if found is None or not {"month", "year"} <= set(found.groupdict()):
            return None
        return 2000 + int(found["year"]), int(found["month"])


def _expression(pattern: str) -> re.Pattern[str]:
    text = re.escape(pattern).replace(r"\{", "{").replace(r"\}", "}")
    for part, expression in _PARTS.items():
        text = text.replace(part, expression)
    return re.compile(text)


def _action_ids(value: Any) -> ActionIds:
    if isinstance(value, ActionIds):
        return value
    own, *others = [_pattern(one) for one in value] if isinstance(value, list) and value else [_pattern(value)]
    return ActionIds(own, tuple(others))


def _pattern(value: Any) -> str:
    parts = re.findall(r"\{[^{}]*\}", value) if isinstance(value, str) else []
    once = [part for part in parts if part != "{number}"]
    is_known = set(parts) <= set(_PARTS) and len(set(once)) == len(once)
    if not is_known or not 0 < parts.count("{number}") <= _NUMBERS or len(str(value)) > _LONGEST:
        raise PydanticCustomError(
            "action_ids",
            # pydantic fills in only the given values and leaves other braces unchanged.
            _("{found} is not a pattern of action ids; expected one to three {number}, at most one {month} "
              "and {year}, like ABC{month}{year}-{number}{fix}"), {"found": quoted(value), "fix": _fix(value)},
        )  # fmt: skip
    example = re.sub(r"\{[^{}]*\}", "01", str(value))
    if not re.match(ID, example):
        raise PydanticCustomError(
            "action_ids",
            _("{found} would give ids like '{example}', which no action can have; an id has a letter or a digit, and "
              "no comma"), {"found": quoted(value), "example": example},
        )  # fmt: skip
    return str(value)


def _fix(value: Any) -> str:
    """The end of the message about an id that stands where its pattern belongs."""
    text = value if isinstance(value, str) and "{" not in value else ""
    guess = re.sub(r"\d+$", "{number}", re.sub(r"(?:0[1-9]|1[0-2])\d\d(?=[^\d\n]{1,9}\d+$)", "{month}{year}", text))
    return did_you_mean([guess]) if guess != text else ""


ActionIdsField = Annotated[
    ActionIds, BeforeValidator(_action_ids),
    WithJsonSchema({
        "anyOf": [{"type": "array", "items": {"type": "string"}}, {"type": "string"}],
        "examples": ["ABC{month}{year}-{number}", ["ABC{month}{year}-{number}", "XYZ-{number}"]],
    }),
]  # fmt: skip
