"""The record: reads data files into typed, immutable records with places. The rules are in `macros.rules`."""

from macros.record.archive import (
    ACCESSIBILITY,
    AUTOMATIC_TESTS,
    GLOSSARY,
    GROUP,
    MEETINGS,
    PAPERS,
    PEOPLE,
    REDIRECTS,
    SINGLE_FILES,
    TERMS,
    Archive,
    Filed,
)
from macros.record.catalogues import faults_of
from macros.record.characters import RIGHT_TO_LEFT, UNPRINTABLE, code_of, fault_of_name, name_that_can_be_read
from macros.record.comments import without_comments
from macros.record.correcting import corrected
from macros.record.entries import Entry, Listing, Mapping, Text, texts_in
from macros.record.paragraphs import Kind, Paragraph, paragraphs_of
from macros.record.problems import Place, Problem, Severity, Stop, Unpublishable, nearest
from macros.record.reading import Reading, read_folder, read_what_is_left
from macros.record.source import read_yaml
from macros.record.strays import strays
from macros.record.terms import read_terms
from macros.record.version import read_version
from macros.record.writing import comment, yaml_entry, yaml_text

__all__ = [
    "ACCESSIBILITY",
    "AUTOMATIC_TESTS",
    "GLOSSARY",
    "GROUP",
    "MEETINGS",
    "PAPERS",
    "PEOPLE",
    "REDIRECTS",
    "RIGHT_TO_LEFT",
    "SINGLE_FILES",
    "TERMS",
    "UNPRINTABLE",
    "Archive",
    "Entry",
    "Filed",
    "Kind",
    "Listing",
    "Mapping",
    "Paragraph",
    "Place",
    "Problem",
    "Reading",
    "Severity",
    "Stop",
    "Text",
    "Unpublishable",
    "code_of",
    "comment",
    "corrected",
    "fault_of_name",
    "faults_of",
    "name_that_can_be_read",
    "nearest",
    "paragraphs_of",
    "read_folder",
    "read_terms",
    "read_version",
    "read_what_is_left",
    "read_yaml",
    "strays",
    "texts_in",
    "without_comments",
    "yaml_entry",
    "yaml_text",
]
