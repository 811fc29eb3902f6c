"""The status of an action: the words that a document prints, and what kind of status they are."""

from enum import StrEnum

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

# The usual English words, in lower case. "Closed" and the like do not say how an action ended.
_USUAL = {
    ActionStatus.OUTSTANDING: (
        "outstanding", "open", "to do", "todo", "new", "not started", "not yet started", "pending", "due", "overdue",
        "carried forward", "carry forward", "carried over", "c/f", "remains open", "still open",
        "re-opened", "reopened", "incomplete", "not complete", "not completed", "awaiting", "assigned",
    ),
    ActionStatus.IN_PROGRESS: (
        "in progress", "in-progress", "ongoing", "on-going", "in hand", "under way", "underway", "started", "active",
        "on track", "progressing", "partially complete", "partly complete", "partially completed", "partly completed",
        "work in progress", "wip",
    ),
    ActionStatus.PARKED: ("parked", "deferred", "on hold", "paused", "postponed", "suspended", "held over"),
    ActionStatus.COMPLETED: (
        "completed", "complete", "done", "actioned", "implemented", "discharged", "fulfilled", "finished", "delivered",
        "resolved", "achieved", "met", "cleared",
    ),
    ActionStatus.WITHDRAWN: (
        "withdrawn", "cancelled", "canceled", "dropped", "abandoned", "rejected", "no longer required",
        "not required", "no longer needed", "no longer applicable", "not proceeding", "wontfix", "won’t do", "won't do",
    ),
    ActionStatus.SUPERSEDED: ("superseded", "replaced", "merged", "overtaken", "overtaken by events"),
    ActionStatus.CLOSED: ("closed", "close", "ended", "removed", "archived"),
}  # fmt: skip
USUAL_WORDS = {word: kind for kind, words in _USUAL.items() for word in words}
