"""The site: builds it with a generator, audits it, and replaces the previous site."""

from macros.site.audit import audit
from macros.site.built import is_external, rewritten
from macros.site.edition import source_date
from macros.site.files import further_styles, generated, generated_beside, replace_folder, styles, write_files
from macros.site.generators import GENERATORS
from macros.site.git import NoRevision, git
from macros.site.opening import open_register
from macros.site.publish import publish
from macros.site.shortcodes import define_env

__all__ = [
    "GENERATORS",
    "NoRevision",
    "audit",
    "define_env",
    "further_styles",
    "generated",
    "generated_beside",
    "git",
    "is_external",
    "open_register",
    "publish",
    "replace_folder",
    "rewritten",
    "source_date",
    "styles",
    "write_files",
]
