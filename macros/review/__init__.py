"""The review: what merging a change would publish, and which changes are not allowed."""

from macros.review.changes import Changes, compare
from macros.review.outside import files_outside
from macros.review.promises import PROMISES, broken_promises
from macros.review.revisions import changed_files, record_at
from macros.review.summary import as_json, as_markdown

__all__ = [
    "PROMISES",
    "Changes",
    "as_json",
    "as_markdown",
    "broken_promises",
    "changed_files",
    "compare",
    "files_outside",
    "record_at",
]
