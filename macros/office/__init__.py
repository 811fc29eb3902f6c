"""The office: scaffolded files, forms, the meeting paper and generated parts of the guide."""

from macros.office.drafting import meeting_file
from macros.office.new_group import NewGroup, data_files
from macros.office.reference import REFERENCE, reference
from macros.office.refreshing import difference, refreshed
from macros.office.renaming import Renaming, renaming
from macros.office.slips import corrections

__all__ = [
    "REFERENCE",
    "NewGroup",
    "Renaming",
    "corrections",
    "data_files",
    "difference",
    "meeting_file",
    "reference",
    "refreshed",
    "renaming",
]
