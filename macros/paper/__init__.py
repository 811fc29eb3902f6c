"""The meeting paper that people know, as a Word document."""

from macros.paper.content import Paper, paper_of
from macros.paper.word import word_document

__all__ = ["Paper", "paper_of", "word_document"]
