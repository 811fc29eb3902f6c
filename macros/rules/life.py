"""Rules about the life of an action from meeting to meeting."""

from collections.abc import Iterator
from itertools import groupby

from macros import wording
from macros.archive import Archive, Filed
from macros.lifecycle import Mention, Step
from macros.models import Meeting
from macros.problems import Problem, Severity, nearest


def _steps(archive: Archive) -> Iterator[tuple[Filed[Meeting], Step]]:
    """Each held meeting with its file, as far as the actions can be followed."""
    for step in archive.steps:
        if step.stem in archive.followable:
            yield archive.meeting_files[step.stem], step


def _mentions(archive: Archive) -> Iterator[tuple[Filed[Meeting], Mention]]:
    for filed, step in _steps(archive):
        for mention in step.mentions:
            yield filed, mention


def first_entry_has_wording(archive: Archive) -> Iterator[Problem]:
    """The first meeting that lists an action gives its wording.

        action 'ABC0721-06' has no wording, and no earlier meeting holds it; add 'action:'

    Add a line 'action:' with the words of the action. If an earlier meeting does have it, look for a slip in the
    id.
    """
    for filed, mention in _mentions(archive):
        if mention.wording is None:
            yield filed.problem(
                Severity.ERROR, ("actions", mention.index, "id"),
                f"action '{mention.entry.id}' has no wording, and no earlier meeting holds it; add 'action:'",
            )  # fmt: skip


def first_entry_has_an_owner(archive: Archive) -> Iterator[Problem]:
    """Somebody is recorded as the owner of each action.

        warning: action 'ABC0721-06' has no recorded owner; the site says so

    Add a line 'owner:' with the initials. If the record names no owner, leave the warning: you can publish all the
    same.
    """
    for filed, mention in _mentions(archive):
        if mention.owner is None and mention.open:
            yield filed.problem(
                Severity.WARNING, ("actions", mention.index, "id"),
                f"action '{mention.entry.id}' has no recorded owner; the site says so",
            )  # fmt: skip


def first_entry_stands_where_the_action_was_raised(archive: Archive) -> Iterator[Problem]:
    """An action first appears at the meeting of the month in its id, if that record is held.

        id 'ABC0722-01' says July 2022, which is after this meeting; check the id
        id 'ABC0322-09' says March 2022, but the record of that month does not list it; check the id
        note: id 'ABC0721-01' says July 2021; the record of that meeting is not held, and the site says so

    The id tells the month in which the action was raised. Correct a slip in the id, or add the action to the
    meeting that raised it. The note needs nothing from you.
    """
    ids = archive.group.action_id
    held = {(m.date.year, m.date.month) for m in archive.meetings.values() if m.status.held}
    for filed, step in _steps(archive):
        now = (step.meeting.date.year, step.meeting.date.month)
        first = [m for m in step.mentions if m.previous is None]
        of_month = [(month, m) for m in first if ids and (month := ids.month(m.entry.id)) and month != now]
        for month, group in groupby(of_month, key=lambda pair: pair[0]):
            mentions = [mention for _, mention in group]
            severity, message = _elsewhere(month, month > now, month in held, mentions)
            yield filed.problem(severity, ("actions", mentions[0].index, "id"), message)


def _elsewhere(month: tuple[int, int], to_come: bool, held: bool, mentions: list[Mention]) -> tuple[Severity, str]:
    ids = wording.listed(f"'{mention.entry.id}'" for mention in mentions)
    says = f"{'id' if len(mentions) == 1 else 'ids'} {ids} {'says' if len(mentions) == 1 else 'say'}"
    when = wording.month(*month)
    if to_come:
        return Severity.ERROR, f"{says} {when}, which is after this meeting; check the id"
    if held:
        return Severity.ERROR, f"{says} {when}, but the record of that month does not list it; check the id"
    return Severity.NOTE, f"{says} {when}; the record of that meeting is not held, and the site says so"


def open_actions_are_mentioned(archive: Archive) -> Iterator[Problem]:
    """An open action is mentioned at each later meeting that reviews actions, or listed as not mentioned.

        action 'ABC0721-06' was open before this meeting and is not mentioned; record it under 'actions:', or list it
          under 'not_mentioned:' if the meeting passed over it

    This keeps an action from being lost without a word. If the meeting spoke about the action, add an entry for it.
    If it did not, add its id to the list 'not_mentioned:'. Then the site tells readers so.
    """
    for filed, step in _steps(archive):
        for action in sorted(step.dropped):
            yield filed.problem(
                Severity.ERROR, ("actions",),
                f"action '{action}' was open before this meeting and is not mentioned; record it under 'actions:', "
                "or list it under 'not_mentioned:' if the meeting passed over it",
            )  # fmt: skip


def meetings_review_the_open_actions(archive: Archive) -> Iterator[Problem]:
    """A meeting that was held says something about the actions that were open before it.

        warning: 3 open actions are neither recorded nor listed under 'not_mentioned:'; the site says so

    Write down what the meeting recorded about each open action, or list the ids under 'not_mentioned:'. If the
    record says nothing about earlier actions at all, leave the warning: you can publish all the same.
    """
    for filed, step in _steps(archive):
        if step.open_before and not step.reviewed_actions:
            number = len(step.open_before)
            yield filed.problem(
                Severity.WARNING, ("actions",),
                f"{wording.count(number, 'open action')} {'is' if number == 1 else 'are'} neither recorded nor listed "
                "under 'not_mentioned:'; the site says so",
            )  # fmt: skip


def reviewed_actions_say_something(archive: Archive) -> Iterator[Problem]:
    """A meeting that lists an action of an earlier one records a status, an update or a note about it.

        warning: nothing is recorded about action 'ABC0721-06'; fill in its entry, or list it under 'not_mentioned:'

    A file begun for the meeting lists every open action with empty lines, and the site would say that each was
    reviewed. Fill in what the meeting recorded. If it said nothing about an action, move the id to
    'not_mentioned:'.
    """
    for filed, step in _steps(archive):
        for mention in step.mentions:
            entry = mention.entry
            said = entry.status or entry.update or entry.note or mention.reworded or mention.reowned
            if entry.id not in step.arising and not said:
                yield filed.problem(
                    Severity.WARNING, ("actions", mention.index, "id"),
                    f"nothing is recorded about action '{entry.id}'; fill in its entry, or list it under "
                    "'not_mentioned:'",
                )  # fmt: skip


def not_mentioned_lists_open_actions(archive: Archive) -> Iterator[Problem]:
    """What is listed as not mentioned was open, stands there once and is not among the entries.

        action 'ABC0721-06' is listed as not mentioned, yet stands under 'actions:'; keep one
        action 'ABC0721-06' stands here again; keep one
        action 'ABC0721-09' was not open before this meeting; delete the line

    Take the id out of 'not_mentioned:', or correct it.
    """
    for filed, step in _steps(archive):
        mentioned = {mention.entry.id for mention in step.mentions}
        for index, action in enumerate(step.meeting.not_mentioned):
            path = ("not_mentioned", index)
            if action in mentioned:
                message = f"action '{action}' is listed as not mentioned, yet stands under 'actions:'; keep one"
            elif action in step.meeting.not_mentioned[:index]:
                message = f"action '{action}' stands here again; keep one"
            elif action not in step.open_before:
                guess = nearest(action, step.open_before - mentioned)
                message = f"action '{action}' was not open before this meeting{guess or '; delete the line'}"
            else:
                continue
            yield filed.problem(Severity.ERROR, path, message)


def closed_actions_stay_closed(archive: Archive) -> Iterator[Problem]:
    """A closed action has no new status or update unless the entry says that it was reopened.

        action 'ABC0721-01' was completed on 2022-03-21 and is updated here; add 'reopened: true' if the meeting
          reopened it

    If the meeting opened the action again, add the line 'reopened: true' to the entry. If it did not, the id is
    probably a slip, or the entry has nothing new and can lose its 'status:' and 'update:'.
    """
    for filed, mention in _mentions(archive):
        before, entry = mention.previous, mention.entry
        if before is None or before.open or entry.reopened:
            continue
        if entry.update or (entry.status and entry.status is not before.status):
            yield filed.problem(
                Severity.ERROR, ("actions", mention.index, "id"),
                f"action '{entry.id}' was {wording.action_status(before.status)} on {before.meeting} and is updated "
                "here; add 'reopened: true' if the meeting reopened it",
            )  # fmt: skip


def only_closed_actions_are_reopened(archive: Archive) -> Iterator[Problem]:
    """Only an action that was closed is reopened, and it is open afterwards.

        action 'ABC0721-06' was not closed before this meeting; delete 'reopened:'

    Delete the line, or correct the id. If an earlier meeting did close the action, its file should say so.
    """
    for filed, mention in _mentions(archive):
        entry, before = mention.entry, mention.previous
        if entry.reopened and (before is None or before.open):
            message = f"action '{entry.id}' was not closed before this meeting; delete 'reopened:'"
            yield filed.problem(Severity.ERROR, ("actions", mention.index, "reopened"), message)


def wording_and_owner_stay(archive: Archive) -> Iterator[Problem]:
    """A new wording or owner under the same id is noted, and shown in the action's history.

        note: the wording of 'ABC0721-06' differs from that of 2022-03-21
        note: the owner of 'ABC0721-06' was 'FS' on 2022-03-21, is 'KS' here

    If the meeting changed it, do nothing: the history of the action shows both. If it is a slip, correct it, or
    leave the line out, and what an earlier meeting recorded still holds.
    """
    for filed, mention in _mentions(archive):
        before = mention.previous
        if before and mention.reworded:
            yield filed.problem(
                Severity.NOTE, ("actions", mention.index, "action"),
                f"the wording of '{mention.entry.id}' differs from that of {before.meeting}",
            )  # fmt: skip
        if before and before.owner and mention.owner and mention.reowned:
            yield filed.problem(
                Severity.NOTE, ("actions", mention.index, "owner"),
                f"the owner of '{mention.entry.id}' was '{before.owner.text}' on {before.meeting}, "
                f"is '{mention.owner.text}' here",
            )  # fmt: skip
