"""The meeting paper that people know, as a Word document."""

from macros.office.paper.content import Paper, paper_of
from macros.office.paper.word import word_document

__all__ = ["Paper", "paper_of", "word_document"]
