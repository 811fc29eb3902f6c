"""A side feature: the page of the guide that explains every message of the check."""

from macros.office.guide.messages import messages

MACROS = {"messages": messages}
IN_ENGLISH = frozenset(MACROS)

__all__ = ["IN_ENGLISH", "MACROS"]
