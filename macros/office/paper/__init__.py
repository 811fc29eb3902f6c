"""A side feature: `minutes paper`, which writes the meeting paper as a Word document."""

from macros.office.paper.command import paper as COMMAND

__all__ = ["COMMAND"]
