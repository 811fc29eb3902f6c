"""Sentences that several commands report: how much was read, and that nothing is published."""

from macros.language import _, wording
from macros.record import Unpublishable, phrases
from macros.register import Register
from macros.rules import nothing_published


def looked_at(register: Register) -> str:
    """The sentence on how much was read: files, meetings, and actions by status."""
    archive = register.archive
    by_status = [
        f"{wording.number(count)} {phrases.action_status(status)}" for status, count in register.counts.items() if count
    ]
    said = (
        _("Looked at {files}: {meetings}, {actions} ({states}).")
        if by_status
        else _("Looked at {files}: {meetings}, {actions}.")
    )
    return said.format(
        files=wording.files(archive.files), meetings=wording.meetings(len(archive.meetings)),
        actions=wording.actions(len(register.actions)), states=wording.listed(by_status),
    )  # fmt: skip


def stopped(found: Unpublishable) -> str:
    """The sentences on a record that cannot be published: how many files were read, and that nothing is published."""
    looked_at = _("Looked at {files}.").format(files=wording.files(found.files))
    return f"{looked_at} {nothing_published()}"
