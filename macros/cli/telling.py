"""What several commands say: the problems of a record, what was looked at, and why nothing goes on."""

import sys
from datetime import date
from pathlib import Path
from typing import NoReturn

import click

from macros.language import _, ngettext, wording
from macros.record import phrases
from macros.record.problems import Unpublishable
from macros.register.register import Register
from macros.rules.reports import Writer, nothing_published, sentences
from macros.site.audit import audit
from macros.site.opening import NoDay, open_register


def opened(folder: Path, write: Writer = sentences, checked_on: date | None = None) -> Register:
    """The register of the project in `folder`; says every problem and exits 1 where it cannot be published."""
    try:
        return open_register(folder, checked_on)
    except Unpublishable as found:
        click.echo(write(found.problems))
        looked_at = _("Looked at {files}.").format(files=wording.files(found.files))
        stop(f"{looked_at} {nothing_published()}")
    except NoDay as error:
        stop(str(error))


def looked_at(register: Register) -> str:
    """How much was read, in a sentence."""
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


def prove(register: Register, site: Path) -> None:
    """Audit the built site; says what is missing and exits 1 where it is not whole."""
    missing = audit(register, site)
    if missing:
        click.echo("\n".join(missing))
        said = ngettext(
            "the built site is not whole: {number} fault", "the built site is not whole: {number} faults", len(missing)
        )
        stop(said.format(number=wording.number(len(missing))))
    click.echo(_("{site} holds the whole record; every link in it resolves.").format(site=site))


def stop(message: str) -> NoReturn:
    """Say a sentence and exit 1."""
    click.echo(message, err=True)
    sys.exit(1)
