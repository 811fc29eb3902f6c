"""Compares two states of the record.

Pure: two registers in, changes out. The changes of an action are derived from its history in the two registers, not
from the text of the files.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from macros.language import _, wording
from macros.pages import state_in_short, text_of_short_prose
from macros.record import GLOSSARY, GROUP, MEETINGS, PEOPLE, TERMS, Archive
from macros.record.models import Meaning, Meeting, Record, Terms
from macros.register import (
    Action,
    Difference,
    Register,
    days_of_status,
    decisions_of,
    differences,
    hidden,
    is_content,
    noted,
    removed_in,
    with_their_state,
)
from macros.review.changes import ActionChange, Changes, EntryChange, Fate, MeetingChange, Turn
from macros.review.names import names_changes
from macros.review.past import NOTHING, Approved, Past, is_approved, unexplained
from macros.review.removals import removing
from macros.review.renamed import renamed


def compare(before: Register, after: Register, past: Past = NOTHING) -> Changes:
    """The changes from an earlier to a later state of the record. `past`: what was approved before the earlier one.

    Of a file from which personal data was removed, nothing is in it but that.
    """
    old, new, moved = before.archive, after.archive, renamed(before, after)
    silent = removing(old, new, moved)
    group = tuple(filter(_is_said_here, differences(old.group, new.group)))
    return Changes(
        meetings=tuple(_meetings(before, after, moved, past)),
        actions=tuple(_actions(before, after, bool(silent))),
        people=_only_that(PEOPLE) if PEOPLE in silent else tuple(_people(before, after)),
        glossary=_only_that(GLOSSARY) if GLOSSARY in silent else tuple(_glossary(before, after)),
        names=tuple(names_changes(before, after, moved, past)),
        terms=tuple(_terms(before, after, silent)),
        group=hidden() if GROUP in silent else group,
        redirects=tuple(_redirects(old.redirects, new.redirects)),
        accessibility=(
            *differences(old.accessibility, new.accessibility),
            *differences(old.automatic_tests, new.automatic_tests),
        ),
        layout=tuple(_only_in_layout(old, new)),
    )


def _only_in_layout(before: Archive, after: Archive) -> Iterator[str]:
    """The files of which only the lines differ: comments, the order of keys, or how a value is written."""
    old = {filed.file: filed for filed in before.every_file}
    for filed in after.every_file:
        was = old.get(filed.file)
        if was and was.record == filed.record and was.lines != filed.lines:
            yield filed.file


def _only_that(file: str) -> tuple[EntryChange, ...]:
    """That personal data was removed from a file."""
    return (EntryChange("file", file, "", Fate.CHANGED, hidden()),)


def _meetings(before: Register, after: Register, moved: Mapping[str, str], past: Past) -> Iterator[MeetingChange]:
    old, new = with_their_state(before.archive.meetings), with_their_state(after.archive.meetings)
    stems = {Path(file).stem: Path(was).stem for file, was in moved.items() if Path(file).stem in new}
    kept = {Path(file).stem: approved for file, approved in past.items() if isinstance(approved.record, Meeting)}
    # What was approved is compared whole, and not with what can be read of a faulty file.
    whole = {stem: one for stem, one in old.items()
             if stem not in kept or f"{MEETINGS}/{stem}.yml" not in before.archive.faulty}  # fmt: skip
    for stem in sorted({*old, *new, *kept} - set(stems.values())):
        was = stems.get(stem, stem)
        name = after.meeting_names.get(stem) or before.meeting_names.get(was) or stem
        change = _meeting(stem, name, was, whole.get(was), new.get(stem), kept.get(stem))
        if change:
            approval = state_in_short(after, stem) if stem in after.approvals else ""
            yield replace(change, approval=approval, decisions=_decisions(after, change))


def _meeting(
    stem: str, name: str, was: str, old: Meeting | None, new: Meeting | None, kept: Approved | None
) -> MeetingChange | None:
    if (new or old or kept) is None or (new is not None and old == new and stem == was):
        return None
    kept = None if is_approved(old) else kept
    first = old or (kept.record if kept else None)
    said = noted(first.changes if first else (), new.changes if new else ())
    found, both = differences(old, new), old is not None and new is not None
    days = days_of_status(old) if old else frozenset()
    changed = tuple(one for one in found if both and is_content(one) and one.path[0] not in days)
    since = unexplained(kept, old, new) if kept and new else ()
    is_hidden = bool(new and removed_in(new.changes))
    return MeetingChange(
        stem, name, was if was != stem else None,
        old.status if old else None, new.status if new else None,
        hidden() if said.removes and changed else changed,
        noted=said.new,
        unsaid=said.gone,
        days=tuple(one for one in found if both and one.path[0] in days),
        whole=() if both else found,
        approved_in=kept.commit if kept else "",
        unexplained=hidden() if is_hidden and since else since,
        explained=said.explained,
    )  # fmt: skip


def _decisions(after: Register, change: MeetingChange) -> tuple[str, ...]:
    if not change.minutes_are_new:
        return ()
    found = decisions_of(change.stem, after.archive.meetings[change.stem])
    return tuple(text_of_short_prose(one.entry.decision or one.called) for one in found)


def _actions(before: Register, after: Register, silent: bool) -> Iterator[ActionChange]:
    """`silent`: whether nothing is said of what an action that is gone was."""
    names = {**before.meeting_names, **after.meeting_names}
    for key in {**after.actions, **before.actions}:
        old, new = before.actions.get(key), after.actions.get(key)
        turn = _turn(old, new)
        if turn:
            change = _action(turn, old, new, names)
            is_hidden = silent and turn is Turn.GONE
            yield replace(change, wording=_("not shown"), owner=None) if is_hidden else change


def _turn(old: Action | None, new: Action | None) -> Turn | None:
    if new is None:
        return Turn.GONE
    if old is None:
        return Turn.RAISED
    if old.open != new.open:
        return Turn.REOPENED if new.open else Turn.CLOSED
    if _entries(old) != _entries(new):
        return Turn.UPDATED
    passed_over = set(new.passed_over.not_mentioned) - set(old.passed_over.not_mentioned)
    return Turn.NOT_MENTIONED if passed_over else None


def _action(turn: Turn, old: Action | None, new: Action | None, names: Mapping[str, str]) -> ActionChange:
    action = new or old
    assert action is not None
    known = _entries(old) if old else {}
    meetings = [stem for stem, entry in _entries(action).items() if known.get(stem) != entry]
    if turn is Turn.NOT_MENTIONED and old:
        meetings = [stem for stem in action.passed_over.not_mentioned if stem not in old.passed_over.not_mentioned]
    return ActionChange(
        action.id, turn, action.wording, action.owner.text if action.owner else None,
        old.status if old else None, new.status if new else None, tuple(meetings),
        tuple(names[stem] for stem in meetings),
    )  # fmt: skip


def _entries(action: Action) -> dict[str, Record]:
    return {mention.meeting: mention.entry for mention in action.mentions}


def _people(before: Register, after: Register) -> Iterator[EntryChange]:
    for kind, part in (("person", "people"), ("post", "posts"), ("organisation", "organisations")):
        old, new = getattr(before.archive.people, part), getattr(after.archive.people, part)
        yield from _register(kind, old, new)
    yield from _rest(PEOPLE, before.archive.people, after.archive.people, "people", "posts", "organisations")


def _glossary(before: Register, after: Register) -> Iterator[EntryChange]:
    yield from _register("word", before.archive.glossary, after.archive.glossary)
    old, new = (side.archive.glossary_file.record if side.archive.glossary_file else None for side in (before, after))
    yield from _rest(GLOSSARY, old, new, "words")


def _rest(file: str, old: Record | None, new: Record | None, *registers: str) -> Iterator[EntryChange]:
    """What a file says besides its registers, such as why warnings were acknowledged."""
    found = tuple(one for one in differences(old, new) if one.path[0] not in registers and _is_said_here(one))
    if found:
        yield EntryChange("file", file, "", Fate.CHANGED, found)


def _is_said_here(found: Difference) -> bool:
    """Whether a difference is not in an entry under `changes:`, which `names` reports; their order is."""
    return found.path[0] != "changes" or found.path == ("changes",)


def _register(kind: str, old: Mapping[str, Record], new: Mapping[str, Record]) -> Iterator[EntryChange]:
    for key in sorted({*old, *new}, key=str.lower):
        if key not in new:
            yield EntryChange(kind, key, _called(old[key]), Fate.REMOVED, differences(old[key], None))
        elif key not in old:
            yield EntryChange(kind, key, _called(new[key]), Fate.ADDED, differences(None, new[key]))
        elif found := differences(old[key], new[key]):
            yield EntryChange(kind, key, _called(new[key]), Fate.CHANGED, found)


def _called(entry: Record) -> str:
    """The name of an entry for readers, besides its key; may be empty."""
    if isinstance(entry, Meaning):
        return entry.means
    return getattr(entry, "name", None) or ""


def _terms(before: Register, after: Register, silent: Collection[str]) -> Iterator[EntryChange]:
    old = {stem: filed.record for stem, filed in before.archive.terms_files.items()}
    new = {stem: filed.record for stem, filed in after.archive.terms_files.items()}
    for change in _register("terms", old, new):
        terms: Terms = new[change.key] if change.key in new else old[change.key]
        name = _("what is known while no text is held")
        if terms.is_version:
            name = terms.title or ""
        if terms.day:
            name = _("adopted on {day}").format(day=wording.day(terms.day))
        found = hidden() if f"{TERMS}/{change.key}.md" in silent else change.differences
        yield EntryChange(change.kind, change.key, name, change.fate, found)


def _redirects(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Difference]:
    for address in {**new, **old}:
        if old.get(address) != new.get(address):
            led, leads = (f"/{side[address]}" if address in side else None for side in (old, new))
            yield Difference((f"/{address}",), led, leads, ("redirects", f"/{address}"))
