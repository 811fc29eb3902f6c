"""Rules about how entries relate: which action each is about, and which action takes the place of which."""

import re
from collections.abc import Iterator

from macros.language import _
from macros.record import Problem, Severity, nearest
from macros.record.models import ActionStatus, quoted
from macros.register import Register, kind_of, status_kinds, status_of_entry
from macros.rules.life import mentions_of, steps_of
from macros.rules.likeness import is_bare, may_be_new

_REFERENCE = re.compile(r"\d{4}-\d{2}(?:-\d{2})?(?:-[b-z])?/[\w-]+")


def followed_actions_exist(register: Register) -> Iterator[Problem]:
    """An entry follows an action of an earlier meeting, or of an earlier place in its own list.

        follows '2025-09-18/4', which is no action of an earlier meeting; did you mean '2025-09-18/3'?
        follows '2025-09-18/4', which is no action of an earlier meeting; write what its page calls it

    After 'follows:' stands the id of the action as printed, or this site's reference, which is on its page: the meeting
    and a number, like `2025-09-18/3`.
    """
    known: set[str] = set()
    for filed, step in steps_of(register):
        for mention in step.mentions:
            if mention.entry.follows and mention.id not in known:
                said = _("follows '{action}', which is no action of an earlier meeting{fix}")
                fix = nearest(mention.id, known) or _("; write what its page calls it")
                message = said.format(action=mention.entry.follows, fix=fix)
                yield filed.problem(Severity.ERROR, ("actions", mention.index, "follows"), message)
            known |= {mention.id} | ({mention.entry.id} if mention.entry.id else set())


def references_are_no_printed_ids(register: Register) -> Iterator[Problem]:
    """What stands after `id:` is printed, and no reference of this site.

        warning: '2025-09-18/3' is this site's reference; write 'follows: 2025-09-18/3' if the document does not print
          it

    An id is shown as printed. The references of this site, on its pages, are for 'follows:'.
    """
    for filed, mention in mentions_of(register):
        printed = mention.entry.id or ""
        if _REFERENCE.fullmatch(printed):
            said = _("'{id}' is this site's reference; write 'follows: {id}' if the document does not print it")
            path = ("actions", mention.index, "id")
            yield filed.warning(path, said.format(id=printed), f"reference {printed}")


def followed_actions_have_the_wording(register: Register) -> Iterator[Problem]:
    """An entry with a wording does not follow one action while another of that meeting has exactly these words.

        warning: '2025-09-18/4' has another wording; the words of this entry are those of '2025-09-18/5'

    An entry was probably inserted or removed in the file of that meeting after this one was typed, which moved the
    places of all below it. Correct what stands after 'follows:'; if many are wrong, give the entries of that meeting
    a 'ref:' with the number that they had. If the document really has it so, acknowledge the warning.
    """
    worded: dict[str, dict[str, str]] = {}
    for filed, step in steps_of(register):
        for mention in step.mentions:
            entry, before = mention.entry, mention.previous
            others = worded.get(before.meeting, {}) if before and entry.follows and mention.reworded else {}
            if (meant := others.get(entry.action or "", mention.id)) != mention.id:
                said = _("'{action}' has another wording; the words of this entry are those of '{other}'")
                message = said.format(action=entry.follows, other=meant)
                yield filed.warning(("actions", mention.index, "follows"), message, f"other wording {mention.id}")
        worded[step.stem] = {m.wording: m.id for m in reversed(step.mentions) if m.wording}


def ids_name_the_same_action(register: Register) -> Iterator[Problem]:
    """An id of an open action that comes back with other words may have been used for a new action.

        warning: 'Action 1' was another's action with other words on 2025-06-12; if this is another action, add
          'raised: here'
        warning: is this a new action? 'ABC0721-06' is open with other words, 'Buy a lamp', since 2022-03-21; if it is
          new, give it an id that is free, like 'ABC0322-05', or add 'raised: here' if this one is printed

    The site shows one action that was given other words. If it is a new one, give it an id of its own. If the document
    prints this id for two actions, add 'raised: here'; if the group's ids begin anew at each meeting, write
    'restarting_ids: true' in data/group.yml. If it is the same action in other words, acknowledge the warning.
    """
    ids = register.archive.group.action_id
    taken = set(register.called)
    for filed, mention in mentions_of(register):
        entry, before = mention.entry, mention.previous
        if before is None or entry.id is None:
            continue
        is_other = mention.reworded and mention.reowned and is_bare(mention) and not entry.status
        said = ""
        if is_other and mention.nth == 1 and not (ids and ids.month(entry.id)):
            said = _(
                "'{action}' was another's action with other words on {meeting}; if this is another action, add "
                "'raised: here'"
            )
        elif may_be_new(mention):
            said = _(
                "is this a new action? '{action}' is open with other words, {words}, since {meeting}; if it is new, "
                "give it an id that is free{like}, or add 'raised: here' if this one is printed"
            )
        if said:
            like = _(", like '{id}'").format(id=ids.next_on(filed.record.date, taken)) if ids else ""
            message = said.format(action=entry.id, words=quoted(before.wording), meeting=before.meeting, like=like)
            yield filed.warning(("actions", mention.index, "id"), message, f"other action {mention.id}")


def entries_of_a_meeting_agree(register: Register) -> Iterator[Problem]:
    """Two entries of one meeting about an action do not contradict each other.

        warning: action 'ABC0721-06' is outstanding on line 64 and completed here; the site shows both, and counts the
          last
        note: action 'ABC0721-06' is here again, first on line 64; the site shows both

    If the document lists the action twice, under two items or first as reviewed and then as closed, leave it so, and
    acknowledge the warning. If one of the two has the wrong id, correct it. If it is another action to which the group
    gave the same id, add 'raised: here'.
    """
    for filed, mention in mentions_of(register):
        before = mention.previous
        if mention.nth == 1 or before is None or may_be_new(mention):
            continue
        if not (mention.entry.id or mention.entry.follows):
            continue
        line = filed.problem(Severity.NOTE, ("actions", before.index), "").place.line
        path = ("actions", mention.index, "id")
        if before.stated and mention.stated and kind_of(before.stated) is not kind_of(mention.stated):
            said = _(
                "action '{action}' is {before} on line {line} and {now} here; the site shows both, and counts the last"
            )
            message = said.format(action=mention.id, before=before.stated.said, now=mention.stated.said, line=line)
            yield filed.warning(path, message, f"two statuses {mention.id}")
        else:
            said = _("action '{action}' is here again, first on line {line}; the site shows both")
            yield filed.problem(Severity.NOTE, path, said.format(action=mention.id, line=line))


def superseding_actions_exist(register: Register) -> Iterator[Problem]:
    """A superseded action names the actions that take its place, and these are other actions of the record.

        warning: superseded_by 'ABC0322-09' is not in any meeting; did you mean 'ABC0322-01'?
        warning: superseded_by 'ABC0322-01' stands beside another status; expected 'status: superseded'
        warning: action 'ABC0721-06' supersedes itself; check the id
        warning: action 'ABC0721-06' is superseded, but not said by which; add 'superseded_by:' if recorded

    An action is superseded when others take its place. Give their ids after 'superseded_by:', one or a list like
    [ABC0322-01, ABC0322-02], and 'superseded' after 'status:'. If the record does not say which they are, or prints
    something else, acknowledge the warning.
    """
    archive = register.archive
    known = {entry.id for one in archive.meetings.values() for entry in one.actions if entry.id} | set(register.actions)
    known |= {action for listed in register.entries.values() for action, _nth in listed}
    complete = len(archive.followable) == len(archive.meetings)
    answered = {
        action for stem, meeting in archive.meetings.items()
        for (action, _nth), entry in zip(register.entries[stem], meeting.actions, strict=True) if entry.superseded_by
    }  # fmt: skip
    kinds = status_kinds(archive.group.statuses)
    for stem, filed in archive.meeting_files.items():
        for index, ((action, _nth), entry) in enumerate(zip(register.entries[stem], filed.record.actions, strict=True)):
            path, name = ("actions", index, "superseded_by"), f"superseded by {action}"
            for by in entry.superseded_by:
                if by in (action, entry.id):
                    said = _("action '{action}' supersedes itself; check the id")
                    yield filed.warning(path, said.format(action=by), name)
                elif by not in known and complete:
                    said = _("superseded_by '{action}' is not in any meeting{fix}")
                    yield filed.warning(path, said.format(action=by, fix=nearest(by, known - {action})), name)
            is_superseded = kind_of(status_of_entry(entry, kinds)) is ActionStatus.SUPERSEDED
            if entry.superseded_by and not is_superseded:
                said = _("superseded_by '{action}' stands beside another status; expected 'status: superseded'")
                yield filed.warning(path, said.format(action=", ".join(entry.superseded_by)), name)
            elif is_superseded and action not in answered:
                said = _("action '{action}' is superseded, but not said by which; add 'superseded_by:' if recorded")
                yield filed.warning(("actions", index, "status"), said.format(action=action), name)
