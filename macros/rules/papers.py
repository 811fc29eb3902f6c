"""Rules about papers."""

from collections.abc import Iterator

from macros.language import _
from macros.record import Archive, Filed, Problem, Severity, nearest
from macros.record.models import AgendaItem, Meeting, Paper, every_item


def files_of_papers_are_there(archive: Archive) -> Iterator[Problem]:
    """The file of each paper is below docs/papers/.

        'budget.pdf' is not in docs/papers; put the file there, or write where it can be read as 'url:'
        'bugdet.pdf' is not in docs/papers; did you mean 'budget.pdf'?

    Write the name from docs/papers on, with its folders, as in `2025/budget.pdf`. Files whose names begin with a
    dot, and Markdown, are not published as papers.
    """
    for filed in archive.meeting_files.values():
        for path, paper in _papers(filed):
            if paper.file and paper.file not in archive.papers:
                fix = nearest(paper.file, archive.papers) or _(
                    "; put the file there, or write where it can be read as 'url:'"
                )
                said = _("'{file}' is not in docs/papers{fix}").format(file=paper.file, fix=fix)
                yield filed.problem(Severity.ERROR, (*path, "file"), said)


def unpublished_papers_are_not_shown(archive: Archive) -> Iterator[Problem]:
    """A paper that is not published has neither an address nor a file.

        warning: the paper is not published, yet the file says where it can be read; check both

    If the paper has been published since, delete 'not_published:'. If the public may not read it, delete 'url:' or
    'file:', and the file itself.
    """
    for filed in archive.meeting_files.values():
        for path, paper in _papers(filed):
            if paper.not_published and (paper.url or paper.file):
                said = _("the paper is not published, yet the file says where it can be read; check both")
                name = f"published {paper.number or paper.title or paper.file or paper.url}"
                yield filed.warning((*path, "not_published"), said, name)


def _papers(filed: Filed[Meeting]) -> Iterator[tuple[tuple[str | int, ...], Paper]]:
    """Each paper of a meeting and of its agenda items, with the path to it."""
    for index, paper in enumerate(filed.record.papers):
        yield ("papers", index), paper
    for path, item in every_item(filed.record.agenda):
        for index, paper in enumerate(item.papers if isinstance(item, AgendaItem) else ()):
            yield (*path, "papers", index), paper
