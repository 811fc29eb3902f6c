"""A side feature: the pages of the guide that explain every message of the check, and what to write for what minutes
say."""

from macros.office.guide.messages import messages
from macros.office.guide.recipes import recipes

MACROS = {"messages": messages, "recipes": recipes}
IN_ENGLISH = frozenset(MACROS)

__all__ = ["IN_ENGLISH", "MACROS"]
