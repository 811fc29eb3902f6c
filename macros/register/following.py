"""Derives the register from an archive."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from macros.record import Archive
from macros.register.history import Action, PassedOver, Silence, history_of
from macros.register.initials import Initials
from macros.register.lifecycle import Mention, Month, Step, follow_meetings
from macros.register.register import Register


def follow(archive: Archive, today: date | None = None) -> Register:
    """Derive the register as of `today`, or of the date of the latest held meeting."""
    steps = tuple(follow_meetings(archive.meetings, archive.group, Initials(archive.people)))
    as_of = today or (steps[-1].meeting.date if steps else date(1970, 1, 1))
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for step in steps:
        for mention in step.mentions:
            mentions[mention.id].append(mention)
    passed_over, supersedes = _passed_over(steps), _supersedes(mentions.values())
    actions = (
        history_of(archive, steps, tuple(found), passed_over[key], tuple(supersedes[key]), as_of)
        for key, found in mentions.items()
    )
    by_id = {action.id: action for action in sorted(actions, key=_order)}
    return Register(archive, as_of, today or date.max, by_id, {step.stem: step for step in steps})


def follow_before(archive: Archive, stem: str) -> Register:
    """The register as it stood before the meeting in the file `stem`.yml, whether or not that file exists yet."""
    earlier = {key: filed for key, filed in archive.meeting_files.items() if key < stem}
    return follow(replace(archive, meeting_files=earlier))


def _passed_over(steps: Iterable[Step]) -> dict[str, PassedOver]:
    out: dict[str, PassedOver] = defaultdict(PassedOver)
    for step in steps:
        silences = dict.fromkeys(step.not_mentioned, Silence.NOT_MENTIONED)
        silences |= dict.fromkeys(step.dropped, Silence.LEFT_OUT)
        if not step.reviewed_actions:
            silences |= dict.fromkeys(step.open_before, Silence.NOT_REVIEWED)
        for action, silence in silences.items():
            out[action] = out[action].also_at(step.stem, silence)
    return out


def _supersedes(histories: Iterable[list[Mention]]) -> dict[str, list[str]]:
    out: dict[str, list[str]] = defaultdict(list)
    for history in histories:
        for by in history[-1].superseded_by:
            out[by].append(history[-1].id)
    return out


def _order(action: Action) -> tuple[Month, tuple[tuple[int, str], ...]]:
    parts = re.findall(r"\d+|\D+", action.id)
    return action.raised, tuple((int(part), "") if part.isdecimal() else (0, part) for part in parts)
