"""The site: builds it with a generator, audits it, and replaces the previous site."""

from macros.site.address import site_url
from macros.site.audit import audit
from macros.site.built import is_external, rewritten, texts_of
from macros.site.edition import MADE_FROM, source_date
from macros.site.environment import define_env
from macros.site.files import ICON, further_styles, generated, generated_beside, icon, sheets, styles, write_files
from macros.site.generators import GENERATORS, build_apart
from macros.site.git import NoRevision, git
from macros.site.lock import locked
from macros.site.opening import open_register, open_unlinked, with_history
from macros.site.place import MARK, made_by, place_for, put_in_place
from macros.site.policy import fingerprint, sealed
from macros.site.publish import publish
from macros.site.refusals import REFUSALS, pages_by_hand
from macros.site.stored import contents_of, no_file, no_files, shown, stored, unlike, written
from macros.site.whole import replace_folder, replacing, write, write_new

__all__ = [
    "GENERATORS",
    "ICON",
    "MADE_FROM",
    "MARK",
    "REFUSALS",
    "NoRevision",
    "audit",
    "build_apart",
    "contents_of",
    "define_env",
    "fingerprint",
    "further_styles",
    "generated",
    "generated_beside",
    "git",
    "icon",
    "is_external",
    "locked",
    "made_by",
    "no_file",
    "no_files",
    "open_register",
    "open_unlinked",
    "pages_by_hand",
    "place_for",
    "publish",
    "put_in_place",
    "replace_folder",
    "replacing",
    "rewritten",
    "sealed",
    "sheets",
    "shown",
    "site_url",
    "source_date",
    "stored",
    "styles",
    "texts_of",
    "unlike",
    "with_history",
    "write",
    "write_files",
    "write_new",
    "written",
]
