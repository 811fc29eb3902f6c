"""The explanation of the messages in the guide: each rule, its messages, and how to fix the problem.

All of it is generated from the docstrings of the rules.
"""

import inspect
import sys
from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from markupsafe import Markup

from macros.office.guide.recipes import with_code
from macros.pages import Page
from macros.register.addresses import slug
from macros.review import PROMISES
from macros.rules import ADDRESS_RULES, LIFE_RULES, acknowledged_warnings_arise, every_rule
from macros.site import REFUSALS

Rule = Callable[..., Any]


def explained_rules() -> tuple[Rule, ...]:
    """Every rule, those of a module together."""
    rules: list[Rule] = [
        *every_rule(), *LIFE_RULES, *ADDRESS_RULES, acknowledged_warnings_arise, *REFUSALS, *PROMISES,
    ]  # fmt: skip
    modules = list(dict.fromkeys(rule.__module__ for rule in rules))
    return tuple(sorted(rules, key=lambda rule: modules.index(rule.__module__)))


@dataclass(frozen=True)
class Explanation:
    """The explanation of a rule: the rule as text, its messages, and paragraphs on how to fix the problem, as HTML."""

    anchor: str
    rule: str
    messages: tuple[str, ...]
    fix: tuple[Markup, ...]


@dataclass(frozen=True)
class Part:
    """The rules of one module."""

    title: str
    anchor: str
    rules: tuple[Explanation, ...]


def messages(page: Page) -> str:
    """Every rule with its messages and fixes, grouped by subject, as HTML."""
    return page.write("messages.html", parts=parts())


def parts() -> tuple[Part, ...]:
    """The rules by module, in their order. The title of a part is the first line of its module's docstring."""
    return tuple(
        Part(title, slug(title), tuple(map(explanation, rules)))
        for title, rules in groupby(explained_rules(), key=_title)
    )


def explanation(rule: Rule) -> Explanation:
    """Read a rule's docstring: first the rule, then its messages, indented, then what to do.

    A message begins four spaces in; what is indented further belongs to the message above it.
    """
    first, *paragraphs = (inspect.getdoc(rule) or "").split("\n\n")
    listed = [paragraph for paragraph in paragraphs if paragraph.startswith("    ")]
    fix = [with_code(" ".join(paragraph.split())) for paragraph in paragraphs if not paragraph.startswith("    ")]
    lines = "\n".join(listed).replace("\n      ", " ").splitlines()
    anchor = rule.__name__.replace("_", "-")
    return Explanation(anchor, " ".join(first.split()), tuple(line.strip() for line in lines), tuple(fix))


def _title(rule: Rule) -> str:
    """The first line of the docstring of a rule's module."""
    return (sys.modules[rule.__module__].__doc__ or "").partition("\n")[0].rstrip(".")
