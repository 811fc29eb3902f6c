"""`minutes preview`."""

from pathlib import Path

import click

from macros.language import _, wording
from macros.record import MEETINGS, Stop, nearest, read_what_is_left
from macros.review.outside import can_change_pages, files_outside
from macros.review.preview.preview import preview as written
from macros.review.preview.rebuilt import rebuilt
from macros.review.removals import removing
from macros.review.revisions import DATA, changed_files, left_at, record_at, revision
from macros.site import further_styles, open_unlinked, styles, with_history, write


@click.command()
@click.option("--base", help="Show the meetings whose files differ from this git revision, like origin/main.")
@click.option("--meeting", "stems", multiple=True, help="Show this meeting, like 2022-03-21; may be given repeatedly.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), default="preview.html", show_default=True)
@click.pass_obj
def preview(folder: Path, base: str | None, stems: tuple[str, ...], out: Path) -> None:
    """Write the changed pages and the tracker into one file for a browser; without a choice, every meeting."""
    register = open_unlinked(folder)
    known = register.archive.meetings
    for stem in stems:
        if stem not in known:
            said = _("there is no meeting '{meeting}'; expected the name of a file in data/meetings{fix}")
            raise Stop(said.format(meeting=stem, fix=nearest(stem, known)))
    earlier = revision(folder, base) if base is not None else None
    register = with_history(register, folder, left_at(folder, earlier) if earlier else "")
    files = changed_files(folder, earlier, DATA) if earlier else []
    changed = {Path(file).stem for file in files if file.startswith(f"{MEETINGS}/")}
    changed |= {stem for stem, found in register.approvals.items() if any(one.by in changed for one in found)}
    shown = {*stems, *(changed & set(known))} if stems or earlier else set(known)
    program = None
    if earlier and can_change_pages(files_outside(folder, earlier)):
        with record_at(folder, earlier) as there:
            silent = bool(removing(read_what_is_left(there), register.archive, {}))
        program = rebuilt(folder, earlier, silent)
    text = written(register, shown, f"{styles(folder)}\n{further_styles(folder)}", program, files)
    write(folder / out, text)
    said = _("{file} holds {meetings} and the action tracker. Open it in a browser.")
    click.echo(said.format(file=out, meetings=wording.meetings(len(shown))))
