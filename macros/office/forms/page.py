"""The page of the forms at /edit/, with everything that it loads. A group without `forms:` has none of these files."""

from macros.office.forms.configuration import configuration
from macros.office.forms.scripts import scripts
from macros.pages import Page
from macros.register import Register, addresses, repository_host


def edit_files(register: Register) -> dict[str, str | bytes]:
    """Address to content of every file of the forms; empty where the group has not switched them on."""
    group = register.archive.group
    host = repository_host(group)
    if not host:
        return {}
    page = Page(register, addresses.EDIT).write("edit.html", group=group, host=host)
    files: dict[str, str | bytes] = {"index.html": page, "config.json": configuration(register, host), **scripts()}
    return {f"{addresses.EDIT}{name}": content for name, content in files.items()}
