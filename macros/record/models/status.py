"""The status of an action: the words that a document prints, and what kind of status they are."""

import tomllib
from enum import StrEnum
from pathlib import Path

from macros.language import marked


class ActionStatus(StrEnum):
    """The kinds of status. Lists, filters and counts use them; pages show the printed words."""

    OUTSTANDING = marked("outstanding")
    IN_PROGRESS = marked("in progress")
    PARKED = marked("parked")
    COMPLETED = marked("completed")
    WITHDRAWN = marked("withdrawn")
    SUPERSEDED = marked("superseded")
    MOVED = marked("moved elsewhere")
    NO_LONGER_LISTED = marked("no longer listed")
    CLOSED = marked("closed without saying how")

    @property
    def closes(self) -> bool:
        """Whether an action with this status is closed: no later meeting need mention it."""
        return self not in (ActionStatus.OUTSTANDING, ActionStatus.IN_PROGRESS, ActionStatus.PARKED)


# Kinds that a printed status may be, by the word for it in data/group.yml. The others follow from other keys.
KINDS = {
    "open": ActionStatus.OUTSTANDING, "in progress": ActionStatus.IN_PROGRESS, "parked": ActionStatus.PARKED,
    "done": ActionStatus.COMPLETED, "withdrawn": ActionStatus.WITHDRAWN, "superseded": ActionStatus.SUPERSEDED,
    "closed": ActionStatus.CLOSED,
}  # fmt: skip

# The kind of each usual word, in lower case.
USUAL_WORDS = {
    word: KINDS[kind]
    for kind, words in tomllib.loads(Path(__file__).with_name("statuses.toml").read_text(encoding="utf-8")).items()
    for word in words
}
