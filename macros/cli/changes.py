"""`minutes changes`."""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import click

from macros import wording
from macros.changes import Changes, compare
from macros.cli.telling import opened, stop
from macros.loading import load, what_can_be_read
from macros.problems import Problem, Severity, Unpublishable
from macros.promises import broken_promises
from macros.register import Register, follow
from macros.revisions import NoRevision, record_at
from macros.summary import as_json, as_markdown

_FORMATS: dict[str, Callable[[Changes, Iterable[Problem], Iterable[str]], str]] = {
    "markdown": as_markdown,
    "json": as_json,
}


@click.command()
@click.argument("base")
@click.argument("head", default="")
@click.option("--format", "form", type=click.Choice(sorted(_FORMATS)), default="markdown", show_default=True)
@click.pass_obj
def changes(folder: Path, base: str, head: str, form: str) -> None:
    """Say what publishing HEAD (this folder if not given) would change in what BASE says to the public.

    Each is a revision that git knows, or a folder with a data folder in it. Exit 1 if an approved
    record changes without a word, or an address that was public would lead to nothing.
    """
    try:
        with _state(folder, base) as earlier, _state(folder, head or str(folder)) as later:
            after = opened(later)
            before, remarks = _as_far_as_it_can_be_read(earlier, base)
            before = before or after
            found = compare(before, after)
            problems = broken_promises(before, after, found)
    except NoRevision as error:
        stop(str(error))
    click.echo(_FORMATS[form](found, problems, remarks), nl=False)
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    if errors:
        stop(f"{wording.sentence(wording.count(errors, 'error'))}. Nothing should be merged until every one is mended.")


def _state(folder: Path, name: str) -> AbstractContextManager[Path]:
    place = folder / name
    return nullcontext(place) if (place / "data").is_dir() else record_at(folder, name)


def _as_far_as_it_can_be_read(place: Path, name: str) -> tuple[Register | None, tuple[str, ...]]:
    """The register of the earlier state, and what has to be said where it is not whole.

    Rules grow stricter, and a change that mends the record must not be held up by what it mends.
    """
    try:
        return follow(load(place)), ()
    except Unpublishable as found:
        archive = what_can_be_read(place)
        errors = [problem for problem in found.problems if problem.severity is Severity.ERROR]
    told = f"The record at {name} has {wording.count(len(errors), 'error')} by the rules of today; first: {errors[0]}."
    if archive is None:
        return None, (f"{told} Nothing can be compared with it, so read the whole record before you merge.",)
    return follow(archive), (f"{told} What can be read of it is compared; values with errors count as not recorded.",)
