"""The summary of a proposal: what a reader of the public pages would notice, the most important first."""

from macros.review.summary.as_json import as_json
from macros.review.summary.summary import as_markdown, as_summary

__all__ = ["as_json", "as_markdown", "as_summary"]
