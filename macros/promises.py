"""What a change of the record may not break: approved records and public addresses."""

from collections.abc import Iterator

from macros import addresses, wording
from macros.changes import Changes, MeetingChange
from macros.models import MeetingStatus
from macros.places import addresses_of
from macros.problems import Place, Problem, Severity
from macros.register import Register

_REDIRECTS = Place("data/redirects.yml")
_PUBLIC = (MeetingStatus.PUBLISHED, MeetingStatus.APPROVED)
_MEND = "add one under 'changes:', with the day as 'date:' and what was changed and why as 'note:'"


def broken_promises(before: Register, after: Register, changes: Changes) -> tuple[Problem, ...]:
    """Every promise of the earlier state that the later one breaks, sorted by place."""
    found = [problem for change in changes.meetings for problem in _of_record(after, change)]
    return tuple(sorted([*found, *_of_addresses(before, after)]))


def _of_record(after: Register, change: MeetingChange) -> Iterator[Problem]:
    """A record that was approved changes only with a new entry under `changes:`, and no such entry is unsaid.

    A published record should have an entry too: a warning asks for it.
    """
    if change.before not in _PUBLIC:
        return
    filed = after.archive.meeting_files.get(change.stem)
    if filed is None:
        place = Place(f"data/meetings/{change.stem}.yml")
        message = f"the {change.before} record of {change.name} was public and is gone; put the file back"
        yield Problem(place, Severity.ERROR, message)
        return
    for entry in change.unsaid:
        message = f"the change of {entry.date} was told to the public and is gone or altered; put it back as it was"
        yield filed.problem(Severity.ERROR, ("changes",), message)
    if change.noted:
        return
    what = _what_changed(change)
    if what:
        approved = change.before is MeetingStatus.APPROVED
        path = change.differences[0].path if change.differences else ("status",)
        message = f"the {change.before} record of {change.name} is changed ({what}) without a new entry; {_MEND}"
        yield filed.problem(Severity.ERROR if approved else Severity.WARNING, path, message)


def _what_changed(change: MeetingChange) -> str:
    wheres = list(dict.fromkeys(found.where for found in change.differences))
    if change.after is not change.before and change.after is not MeetingStatus.APPROVED:
        wheres.append("Status")
    if change.renamed_from:
        wheres.append("the name of its file")
    shown = wheres if len(wheres) <= 3 else [*wheres[:2], f"{len(wheres) - 2} more"]
    return wording.listed(shown)


def _of_addresses(before: Register, after: Register) -> Iterator[Problem]:
    """No address that was public leads to nothing: it stays, or a redirect takes its place."""
    gone = addresses_of(before) - addresses_of(after)
    for address in sorted(gone):
        page, anchor, _ = address.partition("#")
        # The redirect of a page, or the complaint about it, speaks for every place on it.
        if anchor and (page in gone or page in after.archive.moved_pages):
            continue
        message = (
            f"the address /{address} was public and would lead to nothing; keep it, or give the address that "
            f"takes its place under 'redirects:', like '/{address}: /{_example(address)}'"
        )
        yield Problem(_REDIRECTS, Severity.ERROR, message)


def _example(address: str) -> str:
    return address.partition("#")[0] if "#" in address else addresses.MEETINGS
