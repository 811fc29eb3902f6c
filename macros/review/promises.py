"""Rules about changes to public records and their addresses."""

from collections.abc import Collection, Iterator

from macros.language import _, marked, ngettext, wording
from macros.record import GLOSSARY, GROUP, PEOPLE, Place, Problem, Severity
from macros.record.models import Change, MeetingStatus, Terms
from macros.register import (
    Difference,
    Register,
    addresses,
    differences,
    existing_addresses,
    noted,
    promised_addresses,
)
from macros.review.changes import Changes, MeetingChange
from macros.review.names import NamesChange
from macros.review.past import NOTHING, Past, is_approved, unexplained
from macros.review.references import references_keep_their_words
from macros.review.removals import removing
from macros.review.renamed import Held, never_had_a_page, page_of, renamed, texts
from macros.review.taken_out import words_are_not_printed_again

_REDIRECTS = Place("data/redirects.yml")
_FEW = 3
# By the status of a record; under None, those of one that was approved once and no longer is.
_GONE = {
    MeetingStatus.PUBLISHED: marked("the published record of {meeting} was public and is gone; put the file back"),
    MeetingStatus.APPROVED: marked("the approved record of {meeting} was public and is gone; put the file back"),
    None: marked("the record of {meeting}, approved in commit {commit}, is gone; put the file back"),
}
# What to do about an address that is gone: of a planned meeting, of an entry about somebody, of anything else.
_PLANNED = marked(
    "the address {address} was public and would lead to nothing; put the file back, with 'status: cancelled' if the "
    "meeting does not take place, or give the address that takes its place under 'redirects:', like '{address}: "
    "{example}'"
)
_ENTRY = marked(
    "the address {address} was public and would lead to nothing; put the entry back, and end the role of somebody who "
    "leaves with 'until:', or give the address that takes its place under 'redirects:', like '{address}: {example}'"
)
_ADDRESS = marked(
    "the address {address} was public and would lead to nothing; keep it, or give the address that takes its place "
    "under 'redirects:', like '{address}: {example}'"
)
_CHANGED = {
    MeetingStatus.PUBLISHED: marked(
        "the published record of {meeting} is changed ({what}) without a new entry; add one under 'changes:', "
        "with the day as 'date:' and what was changed and why as 'note:'"
    ),
    MeetingStatus.APPROVED: marked(
        "the approved record of {meeting} is changed ({what}) without a new entry; add one under 'changes:', "
        "with the day as 'date:' and what was changed and why as 'note:'"
    ),
    None: marked(
        "the record of {meeting}, approved in commit {commit}, is changed ({what}) without a new entry; add one under "
        "'changes:', with the day as 'date:' and what was changed and why as 'note:'"
    ),
}


def broken_promises(
    before: Register, after: Register, changes: Changes, past: Past = NOTHING, by_hand: Collection[str] = ()
) -> tuple[Problem, ...]:
    """The problems of a change: public records changed without an entry, and public addresses lost. Sorted by place.

    `past`: what was approved before the earlier state; `by_hand`: the addresses of the pages written by hand.
    """
    found = [
        problem for change in changes.meetings for problem in public_records_change_with_an_entry(before, after, change)
    ]
    found += [problem for change in changes.meetings for problem in words_are_not_printed_again(after, change)]
    found += adopted_terms_change_with_an_entry(before, after, past)
    found += [problem for change in changes.names for problem in names_change_with_an_entry(after, change)]
    found += references_keep_their_words(before, after)
    return tuple(sorted([*found, *public_addresses_lead_somewhere(before, after, by_hand)]))


def public_records_change_with_an_entry(before: Register, after: Register, change: MeetingChange) -> Iterator[Problem]:
    """An approved record changes only with a new entry under `changes:`, and no such entry is removed. A record that
    was approved once stays approved in this, whatever its status is now.

        the approved record of 10 November 2022 is changed (Agenda item 2, Minutes) without a new entry; add one under
          'changes:', with the day as 'date:' and what was changed and why as 'note:'
        the record of 10 November 2022, approved in commit 1a2b3c4d5e, is changed (Status) without a new entry; add one
          under 'changes:', with the day as 'date:' and what was changed and why as 'note:'
        warning: the published record of 10 November 2022 is changed (the name of its file) without a new entry; add one
          under 'changes:', with the day as 'date:' and what was changed and why as 'note:'
        the change of 2022-05-03 was published and is removed or altered; put it back as it was
        the published record of 10 November 2022 was public and is gone; put the file back
        the approved record of 10 November 2022 was public and is gone; put the file back, or, if it has another name
          now, write under 'redirects:' '/meetings/2022-11-10/: /meetings/2022-11-11/'
        the record of 10 November 2022, approved in commit 1a2b3c4d5e, is gone; put the file back

    If you intended the change, add an entry to the meeting's file; the page of the meeting then shows it to readers. If
    you did not, restore the old text. An entry counts if it says in words what no earlier one of its day says. For a
    record that is published and was never approved, an entry is asked for but not required. An approval is withdrawn
    with an entry too, which says why.
    """
    if not (change.before and change.before.public) and not change.approved_in:
        return
    status = None if change.approved_in else change.before
    filed = after.archive.meeting_files.get(change.stem)
    if filed is None:
        file = f"data/meetings/{change.stem}.yml"
        said = _(_GONE[status]).format(meeting=change.name, commit=change.approved_in)
        yield Problem(Place(file), Severity.ERROR, f"{said}{_or_redirect(before, after, file)}")
        return
    for entry in change.unsaid:
        yield filed.problem(Severity.ERROR, ("changes",), _removed(entry))
    what = _what_changed(before, change)
    if what and not change.explained:
        path = next((found.path for found in (*change.differences, *change.unexplained)), ("status",))
        said = _(_CHANGED[status]).format(meeting=change.name, what=what, commit=change.approved_in)
        yield filed.problem(Severity.WARNING if status is MeetingStatus.PUBLISHED else Severity.ERROR, path, said)


def _removed(entry: Change) -> str:
    said = _("the change of {day} was published and is removed or altered; put it back as it was")
    return said.format(day=entry.date)


def _taken_over(before: Register, after: Register) -> dict[str, str]:
    """Each file that is gone, with the address of a new page that may have taken the place of its page."""
    old, new, moved = texts(before.archive), texts(after.archive), renamed(before, after)
    come = {file: text for file, text in new.items() if file not in old and file not in moved}
    found = {}
    for file in old.keys() - new.keys() - set(moved.values()):
        alike = [page_of(other) for other, text in come.items() if type(text) is type(old[file])]
        if alike:
            found[file] = alike[0]
    return found


def _or_redirect(before: Register, after: Register, file: str) -> str:
    """How to say that a file that is gone has another name, if there is a new one."""
    new = _taken_over(before, after).get(file)
    said = _(", or, if it has another name now, write under 'redirects:' '{old}: {new}'")
    return said.format(old=f"/{page_of(file)}", new=f"/{new}") if new else ""


def adopted_terms_change_with_an_entry(before: Register, after: Register, past: Past = NOTHING) -> Iterator[Problem]:
    """The text and the day of a version of the terms that was adopted change only with a new entry under `changes:` at
    the top of its file, and no such entry is removed.

        the terms adopted on 31 January 2022 are changed (Text) without a new entry; add one under 'changes:', with the
          day as 'date:' and what was changed and why as 'note:'
        the terms adopted on 31 January 2022 were public and are gone; put the file back
        the change of 2022-05-03 was published and is removed or altered; put it back as it was

    If the group changed the words, that is a new version with a file of its own: put the old one back as it was. If you
    correct a slip, add an entry. The page of the version shows it to readers.
    """
    old, files = texts(before.archive), {one.file: one for one in after.archive.terms_files.values()}
    moved = {was: file for file, was in renamed(before, after).items()}
    for file in sorted({*old, *past} - {now for was, now in moved.items() if was in old}):
        kept, filed = past.get(file), files.get(moved.get(file, file))
        known = old.get(file) or (kept.record if kept else None)
        held = known if is_approved(known) else kept.record if kept else None
        if not isinstance(known, Terms) or not isinstance(held, Terms):
            continue
        day = wording.day(held.day) if held.day else ""
        if filed is None:
            gone = _("the terms adopted on {day} were public and are gone; put the file back").format(day=day)
            yield Problem(Place(file), Severity.ERROR, f"{gone}{_or_redirect(before, after, file)}")
            continue
        said = noted(known.changes, filed.record.changes)
        for entry in said.gone:
            yield filed.problem(Severity.ERROR, ("changes",), _removed(entry))
        found = _of_terms(before, file, filed.record, known, past)
        what = [*dict.fromkeys(one.where for one in found)]
        if file in moved and file not in never_had_a_page(before.archive):
            what.append(_("the name of its file"))
        if what and not said.explained:
            message = _(
                "the terms adopted on {day} are changed ({what}) without a new entry; add one under 'changes:', "
                "with the day as 'date:' and what was changed and why as 'note:'"
            )
            path = found[0].path if found else ("adopted",)
            yield filed.problem(Severity.ERROR, path, message.format(day=day, what=_few(what)))


def _of_terms(before: Register, file: str, new: Terms, known: Held, past: Past) -> tuple[Difference, ...]:
    """What a version says otherwise in its text and its day."""
    kept, old = past.get(file), texts(before.archive).get(file)
    since = unexplained(kept, old, new) if kept and not is_approved(old) else ()
    return tuple(one for one in (*differences(known, new), *since) if one.path[0] in ("adopted", "text"))


def _what_changed(before: Register, change: MeetingChange) -> str:
    wheres = list(dict.fromkeys(found.where for found in (*change.differences, *change.unexplained)))
    if change.after is not change.before and change.after is not MeetingStatus.APPROVED:
        wheres.append(_("Status"))
    if change.renamed_from and f"data/meetings/{change.renamed_from}.yml" not in never_had_a_page(before.archive):
        wheres.append(_("the name of its file"))
    return _few(wheres)


def _few(wheres: list[str]) -> str:
    if len(wheres) <= _FEW:
        return wording.listed(wheres)
    more = len(wheres) - _FEW + 1
    said = ngettext("{number} more", "{number} more", more).format(number=wording.number(more))
    return wording.listed([*wheres[: _FEW - 1], said])


def names_change_with_an_entry(after: Register, change: NamesChange) -> Iterator[Problem]:
    """What pages of approved records say of somebody, of a word or of the group changes or ends only with a new entry
    under `changes:` of its file, and no such entry is removed. What they did not explain before may be explained.

        published pages would say otherwise: CD on the pages of 10 November 2022; if it is another since a day, keep the
          earlier one under 'names:' or 'roles:' with 'until:'; if it was wrong, add an entry under 'changes:', with the
          day as 'date:' and what was changed and why as 'note:'
        the change of 2022-05-03 was published and is removed or altered; put it back as it was

    For records that are published and not yet approved, an entry is asked for but not required. The page of people, of
    the glossary or of the group shows it to readers. A role has 'since:' and 'until:' itself.
    """
    for entry in change.unsaid:
        yield _at(after, change.file, ("changes",), Severity.ERROR, _removed(entry))
    if change.differences and not change.explained:
        said = _(
            "published pages would say otherwise: {what}; if it is another since a day, keep the earlier one under "
            "'names:' or 'roles:' with 'until:'; if it was wrong, add an entry under 'changes:', with the day as "
            "'date:' and what was changed and why as 'note:'"
        )
        what = _few([found.where for found in change.differences])
        severity = Severity.ERROR if change.approved else Severity.WARNING
        yield _at(after, change.file, change.differences[0].path, severity, said.format(what=what))


def _at(after: Register, file: str, path: tuple[str | int, ...], severity: Severity, message: str) -> Problem:
    archive = after.archive
    filed = {PEOPLE: archive.people_file, GROUP: archive.group_file, GLOSSARY: archive.glossary_file}[file]
    return filed.problem(severity, path, message) if filed else Problem(Place(file), severity, message)


def public_addresses_lead_somewhere(
    before: Register, after: Register, by_hand: Collection[str] = ()
) -> Iterator[Problem]:
    """A public address stays, or is redirected to the address that takes its place.

        the address /meetings/2022-03-21/ was public and would lead to nothing; keep it, or give the address that
          takes its place under 'redirects:', like '/meetings/2022-03-21/: /meetings/'
        the address /meetings/2022-11-10/ was public and would lead to nothing; put the file back, with 'status:
          cancelled' if the meeting does not take place, or give the address that takes its place under 'redirects:',
          like '/meetings/2022-11-10/: /meetings/'
        the address /people/ef/ was public and would lead to nothing; put the entry back, and end the role of somebody
          who leaves with 'until:', or give the address that takes its place under 'redirects:', like '/people/ef/:
          /people/'

    Somebody may have noted the old address or linked to it. If you renamed or removed something by mistake, put it
    back. If you intended it, write in data/redirects.yml where the old address leads now. A line there is deleted when
    a new page takes its address. Of a file from which personal data was removed, an address may hold it, and may go.
    """
    there = promised_addresses(after) | existing_addresses(after) | set(by_hand)
    never = set(map(page_of, never_had_a_page(before.archive)))
    gone = {
        address for address in promised_addresses(before) - there - _with_removed_words(before, after)
        if address in before.archive.redirects or address.partition("#")[0] not in never
    }  # fmt: skip
    taken_over = {page_of(file): page for file, page in _taken_over(before, after).items()}
    for address in sorted(gone):
        page, anchor, _rest = address.partition("#")
        # The redirect of a page, or the error about it, covers every place on the page.
        if anchor and (page in gone or page in after.archive.moved_pages):
            continue
        said, above = _how_to_keep(before, address)
        example = page if anchor else taken_over.get(address, above)
        if address in taken_over:
            said = _ADDRESS
        yield Problem(_REDIRECTS, Severity.ERROR, _(said).format(address=f"/{address}", example=f"/{example}"))


def _how_to_keep(before: Register, address: str) -> tuple[str, str]:
    """What to say of an address that is gone, and the page that may take the place of its page."""
    planned = {addresses.meeting(stem) for stem, one in before.archive.meetings.items()
               if one.status is MeetingStatus.SCHEDULED}  # fmt: skip
    if address in planned:
        return _PLANNED, addresses.MEETINGS
    entries = {addresses.owner(key) for key in before.archive.people.entries}
    return (_ENTRY, addresses.PEOPLE) if address in entries else (_ADDRESS, addresses.MEETINGS)


def _with_removed_words(before: Register, after: Register) -> set[str]:
    """The addresses that are made of words of a file from which personal data was removed."""
    made_of = {PEOPLE: addresses.PEOPLE, GLOSSARY: f"{addresses.GLOSSARY}#"}
    silent = removing(before.archive, after.archive, renamed(before, after))
    starts = tuple(made_of.get(file) or f"{page_of(file)}#" for file in silent if file != GROUP)
    return {address for address in promised_addresses(before) if starts and address.startswith(starts)}


PROMISES = (
    public_records_change_with_an_entry,
    adopted_terms_change_with_an_entry,
    names_change_with_an_entry,
    public_addresses_lead_somewhere,
    references_keep_their_words,
    words_are_not_printed_again,
)
