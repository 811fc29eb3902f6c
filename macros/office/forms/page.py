"""The page of the forms at /edit/, with everything that it loads. A group without `forms:` has none of these files."""

import json

from macros.office.forms.configuration import configuration
from macros.office.forms.scripts import scripts
from macros.pages import Page
from macros.register import Register, addresses, repository_host
from macros.site import fingerprint

# Sveltia CMS asks another host for a library that holds what the preview shows. Ours holds it as well.
IMMUTABLE = "https://unpkg.com/immutable@5.1.9/dist/immutable.es.js"
_IMPORTS = json.dumps({"imports": {IMMUTABLE: "./immutable.js"}})


def edit_files(register: Register) -> dict[str, str | bytes]:
    """Address to content of every file of the forms; empty where the group has not switched them on."""
    group = register.archive.group
    host = repository_host(group)
    if not host:
        return {}
    page = Page(register, addresses.EDIT).write(
        "edit.html", group=group, host=host, imports=_IMPORTS, imports_hash=fingerprint(_IMPORTS)
    )
    files: dict[str, str | bytes] = {
        "index.html": page,
        "config.json": configuration(Page(register, addresses.EDIT), host),
        **scripts(),
    }
    return {f"{addresses.EDIT}{name}": content for name, content in files.items()}
