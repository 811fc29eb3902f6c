"""What the guide for the office says of the messages: each rule, what it may tell, and how to mend it.

All of it is read from the docstrings of the rules, so that a rule and its explanation stand in one place.
"""

import inspect
import sys
from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from macros.pages import Page
from macros.register.addresses import slug
from macros.review.promises import PROMISES
from macros.rules import LIFE_RULES, every_rule
from macros.rules.redirects import redirects_hold

Rule = Callable[..., Any]


def explained_rules() -> tuple[Rule, ...]:
    """Every rule, those of a module together."""
    rules: list[Rule] = [*every_rule(), *LIFE_RULES, redirects_hold, *PROMISES]
    modules = list(dict.fromkeys(rule.__module__ for rule in rules))
    return tuple(sorted(rules, key=lambda rule: modules.index(rule.__module__)))


@dataclass(frozen=True)
class Explanation:
    """A rule in words: the rule itself, messages as the check tells them, and what to do about them."""

    anchor: str
    rule: str
    messages: tuple[str, ...]
    mend: tuple[str, ...]


@dataclass(frozen=True)
class Part:
    """The rules of one module."""

    title: str
    anchor: str
    rules: tuple[Explanation, ...]


def messages(page: Page) -> str:
    """Every rule with its messages and their mend, by what the rules are about."""
    return page.write("messages.html", parts=parts())


def parts() -> tuple[Part, ...]:
    """The rules by module, in their order; a part is called what its module says of itself."""
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
    mend = [" ".join(paragraph.split()) for paragraph in paragraphs if not paragraph.startswith("    ")]
    lines = "\n".join(listed).replace("\n      ", " ").splitlines()
    anchor = rule.__name__.replace("_", "-")
    return Explanation(anchor, " ".join(first.split()), tuple(line.strip() for line in lines), tuple(mend))


def _title(rule: Rule) -> str:
    """What the module of a rule says of itself."""
    return (sys.modules[rule.__module__].__doc__ or "").partition("\n")[0].rstrip(".")
