"""`minutes rename`."""

from datetime import date
from pathlib import Path

import click

from macros.cli.called import day_of
from macros.language import _, ngettext, wording
from macros.office import Renaming, renaming
from macros.record import MEETINGS, Stop, nearest
from macros.site import NoRevision, git, locked, write


@click.command()
@click.argument("old")
@click.argument("new")
@click.pass_obj
def rename(folder: Path, old: str, new: str) -> None:
    """Give the meeting OLD, whose date is wrong, the name NEW, like 2022-03-22.

    Its file, its date and what refers to it change, and its old addresses lead to the new ones. A public record gets an
    entry under 'changes:', which its page shows.
    """
    day = day_of(new)
    was, name = f"{MEETINGS}/{old}.yml", f"{MEETINGS}/{new}.yml"
    with locked(folder / "data"):
        if "/" in old or not (folder / was).is_file():
            known = [path.stem for path in (folder / MEETINGS).glob("*.yml")]
            said = _("there is no file {file}{fix}")
            raise Stop(said.format(file=was, fix=nearest(old, known) or _("; look into the folder for its name")))
        if (folder / name).exists():
            said = _("{file} exists already, and nothing is overwritten; give that meeting its right name first")
            raise Stop(said.format(file=name))
        found = renaming(folder, old, new, day, date.today())
        _move(folder, was, name)
        for file, text in found.texts.items():
            write(folder / file, text)
    click.echo(_said(found, was, name))


def _move(folder: Path, was: str, name: str) -> None:
    """Rename a file, in git too if git knows it."""
    try:
        git(folder, "ls-files", "--error-unmatch", "--", was)
        git(folder, "mv", "--", was, name)
    except NoRevision:
        (folder / was).rename(folder / name)


def _said(found: Renaming, was: str, name: str) -> str:
    lines = [_("{file} is renamed to {right}.").format(file=was, right=name)]
    lines += [_("{file} names it by its new name.").format(file=file) for file in found.referring]
    if found.note:
        lines.append(_("Its readers are told, under 'changes:': {note}").format(note=found.note))
    if found.redirects:
        said = ngettext(
            "data/redirects.yml leads on from {number} old address:", "data/redirects.yml leads on from {number} old "
            "addresses:", len(found.redirects),
        )  # fmt: skip
        lines.append(said.format(number=wording.number(len(found.redirects))))
        lines += [f"  {old}: {new}" for old, new in found.redirects.items()]
    return "\n".join([*lines, _("Read the changes, then run 'minutes check'.")])
