"""Rules about the life of an action from meeting to meeting."""

from collections.abc import Iterator
from itertools import groupby

from macros.language import _, ngettext, wording
from macros.record import Filed, Problem, Severity, nearest
from macros.record.models import Meeting
from macros.register import Mention, Register, Step, kind_of, status_said
from macros.rules.likeness import may_be_new


def steps_of(register: Register) -> Iterator[tuple[Filed[Meeting], Step]]:
    """Each held meeting with its file, up to the first file whose errors may hide what it did to actions."""
    for step in register.steps.values():
        if step.stem in register.archive.followable:
            yield register.archive.meeting_files[step.stem], step


def mentions_of(register: Register) -> Iterator[tuple[Filed[Meeting], Mention]]:
    """Each mention of an action with the file of its meeting, as far as `steps_of`."""
    for filed, step in steps_of(register):
        for mention in step.mentions:
            yield filed, mention


def first_entry_has_wording(register: Register) -> Iterator[Problem]:
    """The first meeting that lists an action gives its wording.

        warning: action 'ABC0721-06' has no wording, and no earlier meeting holds it; the site says so

    Add a line 'action:' with the words of the action. If an earlier meeting does have it, look for a typing
    mistake in the id. If no document at hand has the words, acknowledge the warning.
    """
    for filed, mention in mentions_of(register):
        if mention.wording is None and mention.is_first:
            said = _("action '{action}' has no wording, and no earlier meeting holds it; the site says so")
            path, action = ("actions", mention.index, "id"), mention.id
            yield filed.warning(path, said.format(action=action), f"no wording {action}")


def first_entry_has_an_owner(register: Register) -> Iterator[Problem]:
    """Somebody is recorded as the owner of each action.

        warning: action 'ABC0721-06' has no recorded owner; the site says so

    Add a line 'owner:' with the initials. If the record names no owner, or it cannot be read, acknowledge the warning.
    It is given once, at the first meeting that lists the action, if other entries there name their owners, and not of
    an entry that is one text, or whose wording begins with somebody known, like `AB to write to CD`.
    """
    for filed, mention in mentions_of(register):
        if mention.owner or not mention.open or not mention.is_first or not _names_owners(filed.record):
            continue
        is_text = mention.entry.model_dump(exclude_defaults=True).keys() == {"action"}
        if not is_text and not _begins_with_somebody(register, filed, mention):
            said = _("action '{action}' has no recorded owner; the site says so")
            path, action = ("actions", mention.index, "id"), mention.id
            yield filed.warning(path, said.format(action=action), f"no owner {action}")


def _names_owners(meeting: Meeting) -> bool:
    return any(entry.owner for entry in meeting.actions)


def _begins_with_somebody(register: Register, filed: Filed[Meeting], mention: Mention) -> bool:
    words = mention.wording or ""
    return any(map(words.startswith, register.initials.within(words, filed.record.date).keys))


def first_entry_stands_where_the_action_was_raised(register: Register) -> Iterator[Problem]:
    """An action first appears at the meeting of the month in its id, if that record is held.

        warning: id 'ABC0722-01' says July 2022, which is after this meeting; check the id
        warning: id 'ABC0322-09' says March 2022, but the record of that month does not list it; check the id
        note: id 'ABC0721-01' says July 2021; the record of that meeting is not held, and the site says so

    The id contains the month in which the action was raised. Correct the id, or add the action to the meeting that
    raised it. If the documents print it so, because the earlier minutes left the action out or the id is a slip,
    acknowledge the warning. You need not do anything about the note.
    """
    ids = register.archive.group.action_id
    held = {(m.date.year, m.date.month) for m in register.archive.meetings.values() if m.status.held}
    for filed, step in steps_of(register):
        now = (step.meeting.date.year, step.meeting.date.month)
        first = [m for m in step.mentions if m.is_first and not m.entry.raised]
        of_month = [(month, m) for m in first if ids and (month := ids.month(m.id)) and month != now]
        for month, group in groupby(of_month, key=lambda pair: pair[0]):
            mentions = [mention for _, mention in group]
            if month > now or month in held:
                yield from (_elsewhere(filed, mention, month, month > now) for mention in mentions)
            else:
                yield filed.problem(Severity.NOTE, ("actions", mentions[0].index, "id"), _not_held(month, mentions))


def _elsewhere(filed: Filed[Meeting], mention: Mention, month: tuple[int, int], to_come: bool) -> Problem:
    said, name = _("id '{id}' says {month}, but the record of that month does not list it; check the id"), "not listed"
    if to_come:
        said, name = _("id '{id}' says {month}, which is after this meeting; check the id"), "later month"
    action = mention.id
    message = said.format(id=action, month=wording.month(*month))
    return filed.warning(("actions", mention.index, "id"), message, f"{name} {action}")


def _not_held(month: tuple[int, int], mentions: list[Mention]) -> str:
    said = ngettext(
        "id {ids} says {month}; the record of that meeting is not held, and the site says so",
        "ids {ids} say {month}; the record of that meeting is not held, and the site says so", len(mentions),
    )  # fmt: skip
    ids = wording.listed(f"'{mention.id}'" for mention in mentions)
    return said.format(ids=ids, month=wording.month(*month))


def open_actions_are_mentioned(register: Register) -> Iterator[Problem]:
    """An open action is mentioned at each later meeting that reviews actions, or listed as not mentioned.

        warning: action 'ABC0721-06' was open before this meeting and is not mentioned; record it under 'actions:', or
          list it under 'not_mentioned:' if the meeting passed over it

    This makes sure that no action disappears unnoticed. If the meeting discussed the action, add an entry for it. If it
    did not, add its id to the list 'not_mentioned:'. The site then says so. If you cannot know, because only a part of
    the minutes is at hand, acknowledge the warning: the site says that nothing is recorded about the action.
    """
    for filed, step in steps_of(register):
        for action in sorted(step.dropped):
            said = _(
                "action '{action}' was open before this meeting and is not mentioned; record it under 'actions:', "
                "or list it under 'not_mentioned:' if the meeting passed over it"
            )
            yield filed.warning(("actions",), said.format(action=action), f"left out {action}")


def meetings_review_the_open_actions(register: Register) -> Iterator[Problem]:
    """A meeting that was held says something about the actions that were open before it.

        warning: 3 open actions are neither recorded nor listed under 'not_mentioned:'; the site says so

    Write down what the meeting recorded about each open action, or list the ids under 'not_mentioned:'. If the
    record says nothing about earlier actions at all, acknowledge the warning. If the group's meetings never go through
    earlier actions, write 'reviews_actions: false' in data/group.yml.
    """
    for filed, step in steps_of(register) if register.archive.group.reviews_actions else ():
        if step.open_before and not step.reviewed_actions:
            number = len(step.open_before)
            said = ngettext(
                "{number} open action is neither recorded nor listed under 'not_mentioned:'; the site says so",
                "{number} open actions are neither recorded nor listed under 'not_mentioned:'; the site says so",
                number,
            )
            yield filed.warning(("actions",), said.format(number=wording.number(number)), "not reviewed")


def reviewed_actions_say_something(register: Register) -> Iterator[Problem]:
    """A meeting that lists an action of an earlier one records something about it, if only its wording again.

        warning: nothing is recorded about action 'ABC0721-06'; fill in its entry, or list it under 'not_mentioned:'

    A scaffolded meeting file lists every open action with empty lines, and the site would say that each was reviewed.
    Fill in what the meeting recorded. If it said nothing about an action, move the id to 'not_mentioned:'. If the
    document prints the id and nothing else, acknowledge the warning.
    """
    for filed, step in steps_of(register):
        for mention in step.mentions:
            entry = mention.entry
            said = entry.model_dump(exclude={"id", "follows", "ref"}, exclude_defaults=True)
            if mention.previous and not said:
                message = _(
                    "nothing is recorded about action '{action}'; fill in its entry, or list it under 'not_mentioned:'"
                ).format(action=mention.id)
                yield filed.warning(("actions", mention.index, "id"), message, f"nothing recorded {mention.id}")


def not_mentioned_lists_open_actions(register: Register) -> Iterator[Problem]:
    """An action listed as not mentioned was open, is listed once and has no entry under `actions:`.

        action 'ABC0721-06' is listed as not mentioned, but is also under 'actions:'; keep one
        action 'ABC0721-06' is here again; keep one
        action 'ABC0721-09' was not open before this meeting; delete the line

    Take the id out of 'not_mentioned:', or correct it.
    """
    for filed, step in steps_of(register):
        mentioned = {mention.id for mention in step.mentions}
        for index, action in enumerate(step.not_mentioned):
            path = ("not_mentioned", index)
            if action in mentioned:
                said = _("action '{action}' is listed as not mentioned, but is also under 'actions:'; keep one")
            elif action in step.not_mentioned[:index]:
                said = _("action '{action}' is here again; keep one")
            elif action not in step.open_before:
                said = _("action '{action}' was not open before this meeting{fix}")
            else:
                continue
            fix = nearest(action, step.open_before - mentioned) or _("; delete the line")
            yield filed.problem(Severity.ERROR, path, said.format(action=action, fix=fix))


def closed_actions_stay_closed(register: Register) -> Iterator[Problem]:
    """A closed action is open again only if the entry says that the meeting reopened it.

        warning: action 'ABC0721-01' was completed on 2022-03-21 and is outstanding here; add 'reopened: true' if the
          meeting reopened it
        note: action 'ABC0721-01' was completed on 2022-03-21 and is withdrawn here

    A later update on an action that stays closed is recorded like any other. If the meeting opened the action again,
    add the line 'reopened: true' to the entry. If the document only prints another status, acknowledge the warning:
    the site shows the action as open from then on.
    """
    for filed, mention in mentions_of(register):
        before, entry = mention.previous, mention.entry
        if before is None or before.open or entry.reopened or kind_of(mention.status) is kind_of(before.status):
            continue
        said = _("action '{action}' was {before} on {meeting} and is {now} here")
        if mention.open:
            said = _(
                "action '{action}' was {before} on {meeting} and is {now} here; add 'reopened: true' if the meeting "
                "reopened it"
            )
        was, now = status_said(before.status), status_said(mention.status)
        message = said.format(action=mention.id, before=was, now=now, meeting=before.meeting)
        path = ("actions", mention.index, "status")
        if mention.open:
            yield filed.warning(path, message, f"open again {mention.id}")
        else:
            yield filed.problem(Severity.NOTE, path, message)


def only_closed_actions_are_reopened(register: Register) -> Iterator[Problem]:
    """Only an action that was closed is reopened.

        warning: action 'ABC0721-06' was not closed before this meeting; check the id, or delete 'reopened:'

    Correct the id, or delete the line. If an earlier meeting did close the action, its file should say so. If the
    document says that the action was reopened, and no document at hand closed it, acknowledge the warning.
    """
    for filed, mention in mentions_of(register):
        entry, before = mention.entry, mention.previous
        if entry.reopened and (before is None or before.open):
            said = _("action '{action}' was not closed before this meeting; check the id, or delete 'reopened:'")
            path = ("actions", mention.index, "reopened")
            yield filed.warning(path, said.format(action=mention.id), f"reopened {mention.id}")


def wording_and_owner_stay(register: Register) -> Iterator[Problem]:
    """A new wording or owner of an action is reported, and shown in the action's history.

        note: the wording of 'ABC0721-06' differs from that of 2022-03-21
        note: the owner of 'ABC0721-06' was 'AB' on 2022-03-21, is 'EF' here

    If the meeting changed it, do nothing: the history of the action shows both. If it is a typing mistake, correct
    it, or delete the line: then what an earlier meeting recorded still applies.
    """
    for filed, mention in mentions_of(register):
        before = mention.previous
        if may_be_new(mention):
            continue  # which is asked
        if before and mention.reworded:
            message = _("the wording of '{action}' differs from that of {meeting}")
            message = message.format(action=mention.id, meeting=before.meeting)
            yield filed.problem(Severity.NOTE, ("actions", mention.index, "action"), message)
        if before and before.owner and mention.owner and mention.reowned:
            message = _("the owner of '{action}' was '{before}' on {meeting}, is '{now}' here").format(
                action=mention.id, before=before.owner.text, meeting=before.meeting, now=mention.owner.text
            )
            yield filed.problem(Severity.NOTE, ("actions", mention.index, "owner"), message)
