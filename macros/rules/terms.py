"""Rules about the terms of reference."""

from collections.abc import Iterator

from macros.language import _
from macros.record import Archive, Problem, Severity
from macros.register.addresses import item_at


def file_is_named_after_its_day(archive: Archive) -> Iterator[Problem]:
    """A version of the terms is in a file named after the day it was adopted; words may follow behind a hyphen.

        adopted on 2022-02-01 but the file is named '2022-01-31.md'; expected '2022-02-01.md'

    Find out which of the two is right. Then correct the day in the file, or rename the file.
    """
    for stem, filed in archive.terms_files.items():
        adopted = filed.record.day
        if adopted and stem != str(adopted) and not stem.startswith(f"{adopted}-"):
            said = _("adopted on {day} but the file is named '{name}'; expected '{expected}'")
            message = said.format(day=adopted, name=f"{stem}.md", expected=f"{adopted}.md")
            yield filed.problem(Severity.ERROR, ("adopted",), message)


def minutes_that_hold_terms_are_on_record(archive: Archive) -> Iterator[Problem]:
    """The meeting and the agenda item that hold the text of the terms are on record.

        warning: no meeting '2022-01-30' is on record; the site shows its name as typed, and links it to nothing
        warning: item '12' is not on the agenda of '2022-01-31'; the site shows it as typed, and links it to nothing

    After 'meeting:' stands the name of the meeting's file, and after 'item:' the number of its item as printed, or the
    title of an item without a number. If that record is not held, acknowledge the warning.
    """
    for filed in archive.terms_files.values():
        stem, item = filed.record.meeting, filed.record.item
        if stem and stem not in archive.meetings:
            said = _("no meeting '{meeting}' is on record; the site shows its name as typed, and links it to nothing")
            yield filed.warning(("meeting",), said.format(meeting=stem), "meeting")
        elif stem and item and item_at(archive.meetings[stem].agenda, item) is None:
            said = _(
                "item '{item}' is not on the agenda of '{meeting}'; the site shows it as typed, and links it to nothing"
            )
            yield filed.warning(("item",), said.format(item=item, meeting=stem), "item")
