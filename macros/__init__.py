"""Published minutes: from meeting files to the public record. See the README."""

from importlib import import_module
from typing import Any

# The side features, each in the folder named here. Delete a folder and its line, and everything else still works.
FEATURES = (
    "macros.rules.personal_data",  # the guard against personal data
    "macros.pages.accessibility",  # the accessibility statement
    "macros.pages.decisions",  # the register of decisions
    "macros.pages.withheld",  # the register of what is withheld
    "macros.pages.life",  # the life of the actions as pictures
    "macros.review.preview",  # the changed pages in one file, before they are published
    "macros.office.forms",  # the forms at /edit/
    "macros.office.guide",  # the messages of the check and the recipes, in the guide
    "macros.office.next_file",  # the file of the next meeting, on the page that prepares it
    "macros.office.paper",  # the meeting paper in Word
    "macros.pages.data",  # the record as files for programs: JSON, CSV and a ZIP of all
    "macros.pages.reuse",  # the page that lists what there is to download, to subscribe to and to cite
)


def offered(name: str) -> list[Any]:
    """What the side features export under a name, in the order of FEATURES. Each may export any of these:

    - `RULES`: rules of the archive, as in `macros.rules`
    - `PAGES`: a function from the register to stubs of pages (`macros.pages.stubs`)
    - `MACROS`: functions from a page to HTML, by the names that pages use
    - `IN_ENGLISH`: the names of those macros whose text is always in English
    - `FILES`: a function from the register to the content of further files, by address
    - `SEARCHED`: a function from a page to a record of the search index (`macros.pages.search_records`)
    - `EXPECTED`: a function from the register to what the audit looks for (`macros.pages.expected`)
    - `ALTERNATIVES`: a function from the register and the address of a page to other forms of that page
      (`macros.pages.alternatives`); for the home page, those of the whole record
    - `PREPARING`: a function from a page to HTML for the office, at the end of the page that prepares the next meeting
    - `COMMAND`: a command of `minutes`
    """
    return [getattr(feature, name) for feature in map(import_module, FEATURES) if hasattr(feature, name)]


def define_env(env: Any) -> None:
    """Register the macros with mkdocs-macros, which calls this. See `macros.site.environment`."""
    from macros.site import define_env

    define_env(env)
