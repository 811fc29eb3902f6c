"""Rules about what is withheld."""

import re
from collections.abc import Iterator

from macros.language import _, wording
from macros.record import Archive, Problem, Severity
from macros.record.models import leaves
from macros.register import item_called, placed_items


def withheld_parts_are_reviewed(archive: Archive) -> Iterator[Problem]:
    """What is withheld is looked at again on the day that its entry gives.

        warning: 'Legal advice' was to be looked at again on 1 May 2027; publish it, or write a later day as 'review:'

    If it may be public now, write it into the record, delete the entry, and say so under 'changes:'.
    """
    for filed in archive.meeting_files.values():
        for index, one in enumerate(filed.record.withheld):
            if one.review and archive.checked_on and one.review < archive.checked_on:
                said = _(
                    "'{what}' was to be looked at again on {day}; publish it, or write a later day as 'review:'"
                ).format(what=one.what, day=wording.day(one.review))
                yield filed.warning(("withheld", index, "review"), said, f"review of {one.what}")


def withheld_initials_stand_in_no_text(archive: Archive) -> Iterator[Problem]:
    """No text has the key of somebody whose name is withheld and whose initials no document prints.

        warning: 'S1' means somebody whose name is withheld, and appears here as typed; write the role in its place

    Where people are listed, as owners or in the attendance, pages show the role in place of the key. In minutes and in
    the wording of an action they show what is typed.
    """
    hidden = [re.escape(key) for key, one in archive.people.people.items() if one.withheld and one.not_printed]
    key = re.compile(rf"(?<!\w)(?:{'|'.join(hidden)})(?!\w)")
    for filed in archive.meeting_files.values() if hidden else ():
        for path, value, mark in leaves(filed.record):
            if mark and (found := key.search(value)):
                said = _(
                    "'{key}' means somebody whose name is withheld, and appears here as typed; write the role in its "
                    "place"
                ).format(key=found[0])
                yield Problem(
                    filed.text_at(path).place_of(found.start()), Severity.WARNING, said, f"withheld {found[0]}"
                )


def items_of_withheld_parts_are_on_the_agenda(archive: Archive) -> Iterator[Problem]:
    """The agenda item from which something is withheld is on the agenda of its meeting.

        warning: item '12', from which something is withheld, is not on the agenda of this meeting; the site shows it as
          typed, and links it to nothing

    After 'item:' stands the number of the item as printed beside it, or the title of an item without a number.
    """
    for filed in archive.meeting_files.values():
        placed = placed_items(filed.record.agenda)
        for index, one in enumerate(filed.record.withheld):
            if one.item and not item_called(placed, one.item):
                said = _(
                    "item '{item}', from which something is withheld, is not on the agenda of this meeting; the site "
                    "shows it as typed, and links it to nothing"
                ).format(item=one.item)
                yield filed.warning(("withheld", index, "item"), said, f"withheld item {one.item}")
