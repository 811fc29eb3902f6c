"""Published minutes: from meeting files to the public record. See the README."""

from functools import cache
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
    "macros.office.documents",  # each meeting as a document to print and to edit
    "macros.pages.data",  # the record as files for programs: JSON, CSV and a ZIP of all
    "macros.pages.feeds",  # Atom feeds of what is new, and the page that lists them
    "macros.pages.calendars",  # calendars of the meetings and of due actions
    "macros.pages.citing",  # how to cite the record, in words and as files
    "macros.pages.found",  # what search engines and programs that show links find
    "macros.office.many_groups",  # one site of the meetings and open actions of many groups
    "macros.pages.reuse",  # the page that lists what there is to download, to subscribe to and to cite
)


@cache  # asked for each page
def offered(name: str) -> tuple[Any, ...]:
    """What the side features export under a name, in the order of FEATURES. Each may export any of these:

    - `RULES`: rules of the archive, as in `macros.rules`
    - `PAGES`: a function from the register to stubs of pages (`macros.pages.stubs`)
    - `MACROS`: functions from a page to HTML, by the names that pages use
    - `IN_ENGLISH`: the names of those macros whose text is always in English
    - `FILES`: a function from the register to the content of further files, as text or bytes, or what makes it, by
      address
    - `SEARCHED`: a function from a page to a record of the search index (`macros.pages.search_records`)
    - `EXPECTED`: a function from the register to what the audit looks for (`macros.pages.expected`)
    - `ALTERNATIVES`: a function from the register and the address of a page to other forms of that page
      (`macros.pages.alternatives`); for the home page, those of the whole record
    - `KEPT_BACK`: a function from the archive and a line of an earlier version of a file to whether that version may
      not be shown
    - `MISSING`: a function from the register to sentences on what the site lacks for want of a setting, which
      `minutes build` prints
    - `FRONT`: a function from the register and the address of a page to further texts of its front matter
    - `FRAME`: a function from a page to further texts of the frame around every page (`macros.pages.frame`)
    - `PREPARING`: a function from a page to HTML for the office, at the end of the page that prepares the next meeting
    - `COMMAND`: a command of `minutes`
    """
    return tuple(getattr(feature, name) for feature in map(import_module, FEATURES) if hasattr(feature, name))


def define_env(env: Any) -> None:
    """Register the macros with mkdocs-macros, which calls this. See `macros.site.environment`."""
    from macros.site import define_env

    define_env(env)
