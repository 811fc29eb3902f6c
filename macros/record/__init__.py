"""The record: reads data files into typed, immutable records with places. The rules are in `macros.rules`."""

from macros.record.archive import (
    ACCESSIBILITY,
    AUTOMATIC_TESTS,
    GLOSSARY,
    GROUP,
    MEETINGS,
    PEOPLE,
    REDIRECTS,
    TERMS,
    Archive,
    Filed,
)
from macros.record.catalogues import faults_of
from macros.record.problems import Place, Problem, Severity, Stop, Unpublishable, nearest
from macros.record.reading import read_folder, read_what_is_left
from macros.record.source import UNPRINTABLE, Text
from macros.record.writing import comment, yaml_number, yaml_text

__all__ = [
    "ACCESSIBILITY",
    "AUTOMATIC_TESTS",
    "GLOSSARY",
    "GROUP",
    "MEETINGS",
    "PEOPLE",
    "REDIRECTS",
    "TERMS",
    "UNPRINTABLE",
    "Archive",
    "Filed",
    "Place",
    "Problem",
    "Severity",
    "Stop",
    "Text",
    "Unpublishable",
    "comment",
    "faults_of",
    "nearest",
    "read_folder",
    "read_what_is_left",
    "yaml_number",
    "yaml_text",
]
