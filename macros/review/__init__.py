"""The review: what merging a change would publish, and which changes are not allowed."""

from macros.review.changes import Changes
from macros.review.comparison import compare
from macros.review.outside import files_outside
from macros.review.past import NOTHING, approved_once
from macros.review.promises import PROMISES, broken_promises
from macros.review.removals import removing
from macros.review.revisions import Revision, changed_files, is_behind, left_out, record_at, revision
from macros.review.summary import as_json, as_markdown, as_summary

__all__ = [
    "NOTHING",
    "PROMISES",
    "Changes",
    "Revision",
    "approved_once",
    "as_json",
    "as_markdown",
    "as_summary",
    "broken_promises",
    "changed_files",
    "compare",
    "files_outside",
    "is_behind",
    "left_out",
    "record_at",
    "removing",
    "revision",
]
