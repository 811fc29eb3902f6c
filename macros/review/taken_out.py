"""Promise: what is taken out of a public record because the public may not read it is not printed again."""

from collections.abc import Iterator

from macros.language import _
from macros.record import Problem, Severity, markdown
from macros.register import Difference, Register
from macros.review.changes import MeetingChange


def words_are_not_printed_again(after: Register, change: MeetingChange) -> Iterator[Problem]:
    """Where a mark like [withheld: personal data] takes the place of words of a public record, a new entry under
    `changes:` says whether these are still shown as what stood there before.

        warning: words are replaced by '[withheld: …]', and no new entry says 'removed: true', so the summary and the
          pages show the old words; if the public may not read them, add that line to the entry under 'changes:'

    With `removed: true`, the summary, the preview and the site say only that something was removed, and why. If the old
    words may be read, merge as it is.
    """
    filed = after.archive.meeting_files.get(change.stem)
    was_public = (change.before and change.before.public) or change.approved_in
    if filed is None or not was_public or any(entry.removed for entry in change.noted):
        return
    for difference in filter(_is_marked, change.differences):
        said = _(
            "words are replaced by '[withheld: …]', and no new entry says 'removed: true', so the summary and the "
            "pages show the old words; if the public may not read them, add that line to the entry under 'changes:'"
        )
        yield filed.problem(Severity.WARNING, difference.path, said)


def _is_marked(difference: Difference) -> bool:
    """Whether a value has a mark that it had not before, in place of words."""
    before, after = (markdown.WITHHELD.findall(text or "") for text in (difference.before, difference.after))
    return bool(difference.before) and len(after) > len(before)
