"""What several commands say: the problems of a record, what was looked at, and why nothing goes on."""

import sys
from pathlib import Path
from typing import NoReturn

import click

from macros import wording
from macros.audit import audit
from macros.opening import NoDay, open_register
from macros.problems import Unpublishable
from macros.register import Register
from macros.reports import NOTHING_PUBLISHED, Writer, sentences


def opened(folder: Path, write: Writer = sentences) -> Register:
    """The register of the project in `folder`; says every problem and exits 1 where it cannot be published."""
    try:
        return open_register(folder)
    except Unpublishable as found:
        click.echo(write(found.problems))
        looked_at = wording.count(found.files, "file")
        stop(f"Looked at {looked_at}. {NOTHING_PUBLISHED}")
    except NoDay as error:
        stop(str(error))


def looked_at(register: Register) -> str:
    """How much was read, in a sentence."""
    archive = register.archive
    by_status = [f"{n} {wording.action_status(status)}" for status, n in register.counts.items() if n]
    return (
        f"Looked at {wording.count(archive.files, 'file')}: {wording.count(len(archive.meetings), 'meeting')}, "
        f"{wording.count(len(register.actions), 'action')}" + (f" ({wording.listed(by_status)})." if by_status else ".")
    )


def prove(register: Register, site: Path) -> None:
    """Audit the built site; says what is missing and exits 1 where it is not whole."""
    missing = audit(register, site)
    if missing:
        click.echo("\n".join(missing))
        stop(f"the built site is not whole: {wording.count(len(missing), 'fault')}")
    click.echo(f"{site} holds the whole record; every link in it resolves.")


def stop(message: str) -> NoReturn:
    """Say a sentence and exit 1."""
    click.echo(message, err=True)
    sys.exit(1)
