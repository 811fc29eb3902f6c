"""`minutes changes`."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import click

from macros.language import _, ngettext, set_locale, wording
from macros.record import Problem, Severity, Stop, Unpublishable, read_what_is_left
from macros.register import Register, follow
from macros.review import Changes, as_json, as_markdown, broken_promises, compare, files_outside, record_at
from macros.rules import load
from macros.site import open_unlinked

_FORMATS: dict[str, Callable[[Changes, Iterable[Problem], Iterable[str], Sequence[str]], str]] = {
    "markdown": as_markdown,
    "json": as_json,
}


@click.command()
@click.argument("base")
@click.argument("head", default="")
@click.option("--format", "form", type=click.Choice(sorted(_FORMATS)), default="markdown", show_default=True)
@click.pass_obj
def changes(folder: Path, base: str, head: str, form: str) -> None:
    """Report what publishing HEAD (this folder if not given) would change for the public, compared with BASE.

    Each is a revision of git, or a folder that contains a data folder. Exit with 1 if an approved record
    changes without an entry under 'changes:', or if a public address would disappear.
    """
    with _state(folder, base) as earlier, _state(folder, head or str(folder)) as later:
        after = open_unlinked(later)  # a link that breaks with an address must not hide the broken promise
        before, remarks = _as_far_as_it_can_be_read(earlier, base, after.archive.group.locale)
        found = compare(before, after)
        problems = broken_promises(before, after, found)
    outside = _outside(folder, base, head)
    click.echo(_FORMATS[form](found, problems, remarks, outside), nl=False)
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    if errors:
        said = ngettext(
            "{number} error. Nothing should be merged until every one is fixed.",
            "{number} errors. Nothing should be merged until every one is fixed.", errors,
        )  # fmt: skip
        raise Stop(said.format(number=wording.number(errors)))


def _outside(folder: Path, base: str, head: str) -> tuple[str, ...]:
    """The changed files outside of `data/`; of a folder that is compared with a folder, none are known."""
    return () if head or (folder / base / "data").is_dir() else files_outside(folder, base)


def _state(folder: Path, name: str) -> AbstractContextManager[Path]:
    place = folder / name
    return nullcontext(place) if (place / "data").is_dir() else record_at(folder, name)


def _as_far_as_it_can_be_read(place: Path, name: str, locale: str) -> tuple[Register, tuple[str, ...]]:
    """The register of the earlier state, and a remark if that state has errors.

    A change that fixes errors must not be refused because of them: rules become stricter over time. So the earlier
    state is compared as far as it can be read; what cannot be read, or is missing, counts as not recorded. The locale
    is that of the later state, from here on.
    """
    try:
        return load(place), ()
    except Unpublishable as found:
        archive = read_what_is_left(place)
        errors = [problem for problem in found.problems if problem.severity is Severity.ERROR]
    finally:
        set_locale(locale)
    remark = _("The record at {revision} has {errors} by the rules of today; first: {first}.").format(
        revision=name, errors=wording.errors(len(errors)), first=errors[0]
    )
    if not (place / "data").is_dir():
        return follow(archive), (_("{revision} holds no record, so everything here is new.").format(revision=name),)
    some = _("What can be read of it is compared; values with errors count as not recorded.")
    return follow(archive), (f"{remark} {some}",)
