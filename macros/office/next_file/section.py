"""The part of the page that prepares the next meeting with its file, to copy or to open in the host's editor."""

from macros.office.drafting import NO_DAY
from macros.office.next_file.begun import begun
from macros.pages import Page
from macros.record import MEETINGS
from macros.register import file_to_begin, file_to_edit


def next_file(page: Page) -> str:
    """As HTML; empty where the address of the repository is not known, for there is nowhere to put the file."""
    group = page.register.archive.group
    if not group.repository:
        return ""
    draft = begun(page.register)
    path = f"{MEETINGS}/{draft.name}"
    return page.write(
        "next_file.html", draft=draft, folder=MEETINGS, no_day=NO_DAY,
        filled=None if draft.planned else file_to_begin(group, path, draft.text),
        empty=file_to_edit(group, path) if draft.planned else file_to_begin(group, path),
    )  # fmt: skip
