"""The page of the forms at /edit/, with everything that it loads. A group without `forms:` has none of it."""

from macros import addresses
from macros.forms import configuration, host_addresses, scripts, web_editor
from macros.pages.page import Page
from macros.register import Register


def edit_files(register: Register) -> dict[str, str | bytes]:
    """Address to content of every file of the forms; empty where the group has not switched them on."""
    group = register.archive.group
    if not group.forms:
        return {}
    page = Page(register, addresses.EDIT).write(
        "edit.html", group=group, hosts=host_addresses(group.forms), web_editor=web_editor(group.forms)
    )
    files: dict[str, str | bytes] = {
        "index.html": page,
        "config.json": configuration(register, group.forms),
        **scripts(),
    }
    return {f"{addresses.EDIT}{name}": content for name, content in files.items()}
