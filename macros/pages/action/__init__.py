"""The page of an action, with its whole dated history."""

from macros.pages.action.shown import action_card, action_page

__all__ = ["action_card", "action_page"]
