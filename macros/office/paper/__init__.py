"""A side feature: `minutes paper`, the meeting paper that people know, as a Word document."""

from macros.office.paper.command import paper as COMMAND

__all__ = ["COMMAND"]
