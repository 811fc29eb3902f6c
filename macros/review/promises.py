"""Rules about changes to public records and their addresses."""

from collections.abc import Iterator

from macros.language import _, marked, ngettext, wording
from macros.record import GLOSSARY, GROUP, PEOPLE, Place, Problem, Severity
from macros.record.models import MeetingStatus
from macros.register import Register, addresses, decisions_of, promised_addresses, reference
from macros.review.changes import Changes, MeetingChange
from macros.review.differences import Path
from macros.review.names import NamesChange

_REDIRECTS = Place("data/redirects.yml")
_FEW = 3
_MOVED = marked("'{name}' was public for other words, which stand here now; write 'ref: {ref}' into this entry")
_PUBLIC = (MeetingStatus.PUBLISHED, MeetingStatus.APPROVED)
_GONE = {
    MeetingStatus.PUBLISHED: marked("the published record of {meeting} was public and is gone; put the file back"),
    MeetingStatus.APPROVED: marked("the approved record of {meeting} was public and is gone; put the file back"),
}
_CHANGED = {
    MeetingStatus.PUBLISHED: marked(
        "the published record of {meeting} is changed ({what}) without a new entry; add one under 'changes:', "
        "with the day as 'date:' and what was changed and why as 'note:'"
    ),
    MeetingStatus.APPROVED: marked(
        "the approved record of {meeting} is changed ({what}) without a new entry; add one under 'changes:', "
        "with the day as 'date:' and what was changed and why as 'note:'"
    ),
}


def broken_promises(before: Register, after: Register, changes: Changes) -> tuple[Problem, ...]:
    """The problems of a change: public records changed without an entry, and public addresses lost. Sorted by place."""
    found = [problem for change in changes.meetings for problem in public_records_change_with_an_entry(after, change)]
    found += [problem for change in changes.names for problem in names_change_with_an_entry(after, change)]
    return tuple(
        sorted([*found, *public_addresses_lead_somewhere(before, after), *references_keep_their_words(before, after)])
    )


def public_records_change_with_an_entry(after: Register, change: MeetingChange) -> Iterator[Problem]:
    """An approved record changes only with a new entry under `changes:`, and no such entry is removed.

        the approved record of 10 November 2022 is changed (Agenda item 2, Minutes) without a new entry; add one under
          'changes:', with the day as 'date:' and what was changed and why as 'note:'
        warning: the published record of 10 November 2022 is changed (the name of its file) without a new entry; add one
          under 'changes:', with the day as 'date:' and what was changed and why as 'note:'
        the change of 2022-05-03 was published and is removed or altered; put it back as it was
        the published record of 10 November 2022 was public and is gone; put the file back
        the approved record of 10 November 2022 was public and is gone; put the file back

    If you intended the change, add an entry to the meeting's file; the page of the meeting then shows it to readers. If
    you did not, restore the old text. For a record that is published and not yet approved, an entry is asked for but
    not required.
    """
    if change.before is None or change.before not in _PUBLIC:
        return
    filed = after.archive.meeting_files.get(change.stem)
    if filed is None:
        place = Place(f"data/meetings/{change.stem}.yml")
        yield Problem(place, Severity.ERROR, _(_GONE[change.before]).format(meeting=change.name))
        return
    for entry in change.unsaid:
        said = _("the change of {day} was published and is removed or altered; put it back as it was")
        yield filed.problem(Severity.ERROR, ("changes",), said.format(day=entry.date))
    if change.noted:
        return
    what = _what_changed(change)
    if what:
        approved = change.before is MeetingStatus.APPROVED
        path = change.differences[0].path if change.differences else ("status",)
        message = _(_CHANGED[change.before]).format(meeting=change.name, what=what)
        yield filed.problem(Severity.ERROR if approved else Severity.WARNING, path, message)


def _what_changed(change: MeetingChange) -> str:
    wheres = list(dict.fromkeys(found.where for found in change.differences))
    if change.after is not change.before and change.after is not MeetingStatus.APPROVED:
        wheres.append(_("Status"))
    if change.renamed_from:
        wheres.append(_("the name of its file"))
    return _few(wheres)


def _few(wheres: list[str]) -> str:
    if len(wheres) <= _FEW:
        return wording.listed(wheres)
    more = len(wheres) - _FEW + 1
    said = ngettext("{number} more", "{number} more", more).format(number=wording.number(more))
    return wording.listed([*wheres[: _FEW - 1], said])


def names_change_with_an_entry(after: Register, change: NamesChange) -> Iterator[Problem]:
    """What pages of approved records say of somebody, of a word or of the group changes only with a new entry under
    `changes:` of its file, and no such entry is removed.

        published pages would say otherwise: CD on the pages of 10 November 2022; if it is another since a day, keep the
          earlier one under 'names:' with 'until:'; if it was wrong, add an entry under 'changes:', with the day as
          'date:' and what was changed and why as 'note:'
        the change of 2022-05-03 was published and is removed or altered; put it back as it was

    For records that are published and not yet approved, an entry is asked for but not required. The page of people, of
    the glossary or of the group shows it to readers. A role has 'since:' and 'until:' itself.
    """
    for entry in change.unsaid:
        said = _("the change of {day} was published and is removed or altered; put it back as it was")
        yield _at(after, change.file, ("changes",), Severity.ERROR, said.format(day=entry.date))
    if change.differences and not change.noted:
        said = _(
            "published pages would say otherwise: {what}; if it is another since a day, keep the earlier one under "
            "'names:' with 'until:'; if it was wrong, add an entry under 'changes:', with the day as 'date:' and what "
            "was changed and why as 'note:'"
        )
        what = _few([found.where for found in change.differences])
        severity = Severity.ERROR if change.approved else Severity.WARNING
        yield _at(after, change.file, change.differences[0].path, severity, said.format(what=what))


def _at(after: Register, file: str, path: tuple[str | int, ...], severity: Severity, message: str) -> Problem:
    archive = after.archive
    filed = {PEOPLE: archive.people_file, GROUP: archive.group_file, GLOSSARY: archive.glossary_file}[file]
    return filed.problem(severity, path, message) if filed else Problem(Place(file), severity, message)


def public_addresses_lead_somewhere(before: Register, after: Register) -> Iterator[Problem]:
    """A public address stays, or is redirected to the address that takes its place.

        the address /meetings/2022-03-21/ was public and would lead to nothing; keep it, or give the address that
          takes its place under 'redirects:', like '/meetings/2022-03-21/: /meetings/'

    Somebody may have noted the old address or linked to it. If you renamed or removed something by mistake, put it
    back. If you intended it, write in data/redirects.yml where the old address leads now.
    """
    gone = promised_addresses(before) - promised_addresses(after)
    for address in sorted(gone):
        page, anchor, _rest = address.partition("#")
        # The redirect of a page, or the error about it, covers every place on the page.
        if anchor and (page in gone or page in after.archive.moved_pages):
            continue
        said = _(
            "the address {address} was public and would lead to nothing; keep it, or give the address that "
            "takes its place under 'redirects:', like '{address}: {example}'"
        )
        message = said.format(address=f"/{address}", example=f"/{_example(address)}")
        yield Problem(_REDIRECTS, Severity.ERROR, message)


def references_keep_their_words(before: Register, after: Register) -> Iterator[Problem]:
    """This site's reference for an action or a decision of a public record stays with its words.

        '2025-09-18/3' was public for other words, which stand here now; write 'ref: 3' into this entry
        '2025-09-18/d3' was public for other words, which stand here now; write 'ref: d3' into this entry

    Without a printed id, an entry is called by its place in the list. An entry was inserted or removed above, so the
    places of those below it are others. What is written after 'ref:' keeps the address that was published.
    """
    for stem, filed in before.archive.meeting_files.items():
        if filed.record.status in _PUBLIC and stem in after.archive.meeting_files:
            for was, now in zip(_by_reference(before, stem), _by_reference(after, stem), strict=True):
                at = {words: path for _name, (words, path) in now.items()}
                for name, (words, _path) in was.items():
                    if words in at and name in now and now[name][0] != words:
                        message = _(_MOVED).format(name=name, ref=name.partition("/")[2])
                        yield after.archive.meeting_files[stem].problem(Severity.ERROR, at[words], message)


def _by_reference(register: Register, stem: str) -> tuple[dict[str, tuple[str, Path]], ...]:
    """The words and the path of each action and of each decision of a meeting that has a reference of this site."""
    record = register.archive.meetings[stem]
    actions: dict[str, tuple[str, Path]] = {
        reference(stem, index, entry): (entry.action, ("actions", index))
        for index, entry in enumerate(record.actions) if entry.action and not entry.id and not entry.follows
    }  # fmt: skip
    decisions = {
        one.reference: (one.entry.decision, one.path) for one in decisions_of(stem, record) if one.entry.decision
    }
    return actions, decisions


def _example(address: str) -> str:
    return address.partition("#")[0] if "#" in address else addresses.MEETINGS


PROMISES = (
    public_records_change_with_an_entry,
    names_change_with_an_entry,
    public_addresses_lead_somewhere,
    references_keep_their_words,
)
