"""Rules about decisions."""

from collections.abc import Iterator

from macros.language import _
from macros.record import Archive, Problem, nearest, placing
from macros.record.models import AgendaItem, every_item
from macros.register import Register, superseded


def placed_decisions_exist(archive: Archive) -> Iterator[Problem]:
    """A line of minutes that says where a decision stands names one of the item's decisions, once.

        warning: '{decision 3}' names no decision of this item that is not above already, and appears as typed; the
          number is its place under 'decisions:' of the item

    Write the number of the decision in the list of that item, counted from 1. Each of these lines stands alone, once.
    """
    for filed in archive.meeting_files.values():
        for path, item in every_item(filed.record.agenda):
            if not isinstance(item, AgendaItem) or not item.minutes:
                continue
            for line in placing.not_placed(item.minutes, len(item.decisions)):
                said = _(
                    "'{line}' names no decision of this item that is not above already, and appears as typed; the "
                    "number is its place under 'decisions:' of the item"
                )
                yield filed.warning((*path, "minutes"), said.format(line=line), f"place of {line.strip('{}')}")


def superseded_decisions_exist(register: Register) -> Iterator[Problem]:
    """A decision supersedes one of an earlier meeting, or of an earlier place at its own.

        warning: supersedes '2025-06-12/d2', which is no earlier decision on record; did you mean '2025-06-12/d1'?
        warning: supersedes '2025-06-12/d2', which is no earlier decision on record; the site shows it as printed, and
          links it to nothing

    After 'supersedes:' stands the id of the decision as printed, or this site's reference, which is on its page. If the
    record does not reach back so far, acknowledge the warning.
    """
    for by in register.decided.values():
        filed = register.archive.meeting_files[by.stem]
        for text in by.entry.supersedes:
            if superseded(text, by, register.decided) is None:
                known = [one.reference for one in register.decided.values() if one.stem <= by.stem and one is not by]
                fix = nearest(text, known) or _("; the site shows it as printed, and links it to nothing")
                said = _("supersedes '{decision}', which is no earlier decision on record{fix}")
                message = said.format(decision=text, fix=fix)
                yield filed.warning((*by.path, "supersedes"), message, f"supersedes {text}")
