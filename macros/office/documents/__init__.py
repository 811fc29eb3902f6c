"""A side feature: each meeting as a document beside its page: in OpenDocument, and in PDF with WeasyPrint."""

from macros.office.documents.offers import ALTERNATIVES, FILES

__all__ = ["ALTERNATIVES", "FILES"]
