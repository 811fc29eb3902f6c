"""The site: builds it with a generator, audits it, and replaces the previous site."""

from macros.site.audit import audit
from macros.site.built import is_external, rewritten
from macros.site.edition import source_date
from macros.site.environment import define_env
from macros.site.files import further_styles, generated, generated_beside, replace_folder, styles, write_files
from macros.site.generators import GENERATORS, site_url
from macros.site.git import NoRevision, git
from macros.site.opening import open_register, open_unlinked
from macros.site.publish import publish
from macros.site.refusals import REFUSALS

__all__ = [
    "GENERATORS",
    "REFUSALS",
    "NoRevision",
    "audit",
    "define_env",
    "further_styles",
    "generated",
    "generated_beside",
    "git",
    "is_external",
    "open_register",
    "open_unlinked",
    "publish",
    "replace_folder",
    "rewritten",
    "site_url",
    "source_date",
    "styles",
    "write_files",
]
