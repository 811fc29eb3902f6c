"""A side feature: `minutes index`, which makes one site of the meetings and open actions of many groups."""

from macros.office.many_groups.command import index as COMMAND

__all__ = ["COMMAND"]
