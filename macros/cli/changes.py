"""`minutes changes`."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import click

from macros.cli.committing import committed, uncommitted
from macros.language import _, ngettext, set_locale, wording
from macros.record import Archive, Problem, Severity, Stop, Unpublishable, read_what_is_left
from macros.register import Register, follow
from macros.review import (
    NOTHING,
    Changes,
    Revision,
    approved_once,
    as_json,
    as_markdown,
    as_summary,
    broken_promises,
    compare,
    files_outside,
    is_behind,
    left_out,
    record_at,
    removing,
    revision,
)
from macros.rules import load
from macros.site import open_unlinked, pages_by_hand

_FORMATS: dict[str, Callable[[Changes, Iterable[Problem], Iterable[str], Sequence[str]], str]] = {
    "markdown": as_markdown,
    "json": as_json,
    "summary": as_summary,
}


@click.command()
@click.argument("base", required=False)
@click.argument("head", required=False)
@click.option(
    "--folder", "beside", type=click.Path(file_okay=False, path_type=Path),
    help="Compare with the record in this folder, which has no history, instead of with a revision.",
)  # fmt: skip
@committed
@click.option(
    "--format", "form", type=click.Choice(sorted(_FORMATS)), default="markdown", show_default=True,
    help="'summary' is Markdown of which the end is left out where a host would refuse it as too large.",
)  # fmt: skip
@click.pass_obj
def changes(
    folder: Path, base: str | None, head: str | None, beside: Path | None, must_be_committed: bool, form: str
) -> None:
    """Report what publishing HEAD (this folder if not given) would change for the public, compared with BASE.

    Each is a revision of git. Exit with 1 if a record that was approved at any time, or terms that were adopted,
    change without an entry under 'changes:', if a public address would disappear, or if this folder has what git
    cannot publish.
    """
    if (base is None) == (beside is None):
        raise Stop(_("expected a revision to compare with, like origin/main, or '--folder' with a folder"))
    earlier = revision(folder, base) if base is not None else None
    later = revision(folder, head) if head else None
    remarks, unlike_here = ((), left_out(folder, later)) if later else uncommitted(folder, must_be_committed)
    with _state(folder, earlier, beside and folder / beside) as old, _state(folder, later, folder) as new:
        try:
            after = open_unlinked(new)  # a link that breaks with an address must not hide the broken promise
        except Unpublishable as why:
            raise Unpublishable((*why.problems, *unlike_here), why.files) from None
        before, unread = _as_far_as_it_can_be_read(old, base or str(beside), after.archive)
        past = approved_once(folder, earlier, before, after) if earlier else NOTHING
        found = compare(before, after, past)
        problems = sorted([*broken_promises(before, after, found, past, pages_by_hand(new)), *unlike_here])
    about_base = _about(folder, earlier, later) if earlier else ()
    outside = files_outside(folder, earlier, later) if earlier else ()
    click.echo(_FORMATS[form](found, problems, [*unread, *about_base, *remarks], outside), nl=False)
    _refuse(problems)


def _about(folder: Path, base: Revision, head: Revision | None) -> Iterator[str]:
    """What to know of the revision that is compared with."""
    for problem in left_out(folder, base):
        said = _("What the record at {revision} has at {file} is not compared: {message}.")
        yield said.format(revision=base.name, file=problem.place.file, message=problem.message)
    if is_behind(folder, base, head):
        said = _(
            "The record has changed at {revision} since; choose 'Update branch' on the page of the proposal, or run "
            "'git merge {revision}', and read this again."
        )
        yield said.format(revision=base.name)


def _refuse(problems: Iterable[Problem]) -> None:
    """Stop if one of the problems is an error."""
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    if errors:
        said = ngettext(
            "{number} error. Nothing should be merged until every one is fixed.",
            "{number} errors. Nothing should be merged until every one is fixed.", errors,
        )  # fmt: skip
        raise Stop(said.format(number=wording.number(errors)))


def _state(folder: Path, at: Revision | None, place: Path | None) -> AbstractContextManager[Path]:
    if at:
        return record_at(folder, at)
    assert place
    if not (place / "data").is_dir():
        raise Stop(_("{folder} holds no folder 'data', so there is no record to compare").format(folder=place))
    return nullcontext(place)


def _as_far_as_it_can_be_read(place: Path, name: str, after: Archive) -> tuple[Register, tuple[str, ...]]:
    """The register of the earlier state, and a remark if that state has errors.

    A change that fixes errors must not be refused because of them: rules become stricter over time. So the earlier
    state is compared as far as it can be read; what cannot be read, or is missing, counts as not recorded. The locale
    is that of the later state, from here on. If that removes personal data, nothing is said of what stands there.
    """
    try:
        return load(place), ()
    except Unpublishable as found:
        archive = read_what_is_left(place)
        errors = [problem for problem in found.problems if problem.severity is Severity.ERROR]
    finally:
        set_locale(after.group.locale)
    remark = _("The record at {revision} has {errors} by the rules of today; first: {first}.")
    if removing(archive, after, {}):
        remark = _("The record at {revision} has {errors} by the rules of today.")
    remark = remark.format(revision=name, errors=wording.errors(len(errors)), first=errors[0])
    if not (place / "data").is_dir():
        return follow(archive), (_("{revision} holds no record, so everything here is new.").format(revision=name),)
    some = _("What can be read of it is compared; values with errors count as not recorded.")
    return follow(archive), (f"{remark} {some}",)
