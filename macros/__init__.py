"""Published minutes: from meeting files to the public record. See the README."""

from importlib import import_module
from typing import Any

# The side features. Each lives in the folder named here; without the folder and its line, all else works as before.
FEATURES = (
    "macros.pages.accessibility",  # the accessibility statement
    "macros.pages.life",  # the life of the actions as pictures
    "macros.review.preview",  # the changed pages in one file, before they are published
    "macros.office.forms",  # the forms at /edit/
    "macros.office.guide",  # the messages of the check, in the guide
    "macros.office.paper",  # the meeting paper in Word
)


def offered(name: str) -> list[Any]:
    """What the side features offer under a name, in the order of their list. A feature offers what it likes of

    - `RULES`: rules of the archive, as in `macros.rules`
    - `PAGES`: a function from the register to stubs of pages (`macros.pages.stubs`)
    - `MACROS`: functions from a page to HTML, by the names that pages call them by
    - `IN_ENGLISH`: the names of those of them that are in English whatever the group's language is
    - `FILES`: a function from the register to the content of further files, by address
    - `SEARCHED`: a function from a page to what the search finds (`macros.pages.search_records`)
    - `EXPECTED`: a function from the register to what the audit looks for (`macros.pages.expected`)
    - `COMMAND`: a command of `minutes`
    """
    return [getattr(feature, name) for feature in map(import_module, FEATURES) if hasattr(feature, name)]


def define_env(env: Any) -> None:
    """Give the macros to mkdocs-macros, which asks here. See `macros.site.shortcodes`."""
    from macros.site.shortcodes import define_env

    define_env(env)
