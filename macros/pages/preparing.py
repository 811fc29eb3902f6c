"""Preparing the next meeting: every open action by owner, with room to write."""

from collections.abc import Hashable
from functools import partial

from markupsafe import Markup

from macros import offered
from macros.pages.actions import as_of
from macros.pages.entries import due_of
from macros.pages.page import Page
from macros.pages.who import Who
from macros.register import Action, Meant, without_article

Owed = list[tuple[Meant | None, list[Action]]]


def preparing(page: Page) -> str:
    """The open actions that the last meeting did not mention, then the others; both by owner, as HTML."""
    register = page.register
    passed_over = [action for action in register.open if action.last.meeting != register.latest]
    mentioned = [action for action in register.open if action.last.meeting == register.latest]
    return page.write(
        "preparing.html", passed_over=by_owner(passed_over), mentioned=by_owner(mentioned),
        open=len(register.open), as_of=as_of(page), known=partial(_known, page), due=partial(_due, page),
        for_the_office=[Markup(part) for write in offered("PREPARING") if (part := write(page))],
    )  # fmt: skip


def _known(page: Page, owner: Meant) -> list[Who]:
    """Those whom the printed owner names, as far as their names are on record."""
    return [who for _before, who in page.names(owner) if who.is_named]


def _due(page: Page, action: Action) -> Markup | None:
    """When an action is due, as last recorded."""
    return due_of(page, action.mentions)


def by_owner(actions: list[Action]) -> Owed:
    """Actions grouped by their owners. Groups, and actions in each group, begin with the longest unmentioned."""
    groups: dict[Hashable, list[Action]] = {}
    for action in sorted(actions, key=lambda action: action.last.meeting):
        groups.setdefault(_owned_by(action.owner), []).append(action)
    return [(group[0].owner, group) for group in groups.values()]


def _owned_by(owner: Meant | None) -> Hashable:
    """What owners have in common who are the same: whom they mean, or the printed words without an article if these
    name nobody."""
    return frozenset(owner.meant) or without_article(owner.text) if owner else None
