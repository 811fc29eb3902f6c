"""A side feature: `minutes preview`, the changed pages and the tracker in one file before they are published."""

from macros.review.preview.command import preview as COMMAND

__all__ = ["COMMAND"]
